/** Is my work on the server's disk? What is known of one document's line, and what may honestly be said of it. */
import type { Receipt } from '../../shared/wire/messages.ts'
import type { SaveState } from '../editor/board.ts'
import type { DocumentFrame } from './socket.ts'

/** Changes not yet known to be on the server's disk: how many, and the records and fields they touched. */
export interface Unsaved {
  readonly count: number
  /** `notes/<id>` for a record that came, `notes/<id>/<field>`, `about/<field>`. */
  readonly touched: ReadonlySet<string>
}

export const NOTHING_UNSAVED: Unsaved = { count: 0, touched: new Set() }

export const bothUnsaved = (a: Unsaved, b: Unsaved): Unsaved => {
  if (a.count === 0) return b
  return b.count === 0 ? a : { count: a.count + b.count, touched: new Set([...a.touched, ...b.touched]) }
}

/** How many changes that is to a person: a new note with its words is one, however many keys it took. */
export function changesIn({ count, touched }: Unsaved): number {
  const told = [...touched].filter(name => !touched.has(name.slice(0, name.lastIndexOf('/'))))
  return Math.min(count, told.length || count)
}

type Ending = Extract<SaveState, { kind: 'closed' }>['why']

/** A document frame on its way, with the changes it brings. */
interface Frame {
  readonly sentAt: number
  readonly unsaved: Unsaved
}

export interface Line {
  /** Not yet in step with the server, and no attempt has failed yet. */
  readonly isOpening: boolean
  readonly isOpen: boolean
  /** Our step2 went out on this socket: from then on all we have is on its way. */
  readonly hasStepped: boolean
  /** Frames of this socket that receipts cover, and those they do not cover yet. */
  readonly covered: number
  readonly frames: readonly Frame[]
  /** Changes that no frame of this socket carries. */
  readonly loose: Unsaved
  /** The last row of the document that the server told of. If it has fewer when we come back, it lost some. */
  readonly sequence: number
  /** The server takes nothing now; `told` on this socket, or guessed from how the last one was closed. */
  readonly readOnly: 'no' | 'told' | 'guessed'
  readonly ended: Ending | undefined
}

export type LineEvent =
  | { readonly kind: 'opened' }
  | { readonly kind: 'sent'; readonly frame: DocumentFrame }
  /** `isCarried`: the last frame sent brings it. */
  | { readonly kind: 'changed'; readonly touched: ReadonlySet<string>; readonly isCarried: boolean }
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'readOnly'; readonly readOnly: boolean }
  | { readonly kind: 'lost'; readonly readOnly: boolean }
  /** The server took no more of this copy; a fresh one is on its way at once. Nobody was away. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'ended'; readonly why: Ending }

/** `unsaved` is what an earlier page left on this device: Yjs cannot tell it from what the server has. */
export const newLine = (unsaved: Unsaved, sequence = 0): Line => ({
  isOpening: true,
  isOpen: false,
  hasStepped: false,
  covered: 0,
  frames: [],
  loose: unsaved,
  sequence,
  readOnly: 'no',
  ended: undefined,
})

export const unsavedOf = (line: Line): Unsaved =>
  line.frames.reduce((sum, { unsaved }) => bothUnsaved(sum, unsaved), line.loose)

/** The line with changes of an earlier life of the document, which its own frames cannot carry. */
export const withStranded = (line: Line, stranded: Unsaved): Line => ({
  ...line,
  loose: bothUnsaved(line.loose, stranded),
})

/** Everything we have went out on this socket, and all of it is on disk. True at 0 = 0 only after our step2. */
export const isSaved = (line: Line): boolean =>
  line.isOpen && line.hasStepped && line.frames.length === 0 && line.loose.count === 0

export function follow(line: Line, event: LineEvent, now: number): Line {
  switch (event.kind) {
    case 'opened':
      return { ...closed(line), isOpen: true }
    case 'sent':
      return sent(line, event.frame, now)
    case 'changed':
      return changed(line, { count: 1, touched: event.touched }, event.isCarried)
    case 'receipt':
      return received(line, event.receipt)
    case 'readOnly':
      return { ...line, readOnly: event.readOnly ? 'told' : 'no' }
    case 'lost':
      return { ...closed(line), isOpening: false, readOnly: event.readOnly ? 'guessed' : closed(line).readOnly }
    case 'refused':
      return { ...closed(line), isOpening: true }
    case 'ended':
      return { ...closed(line), ended: event.why }
  }
}

/** The next socket starts to count at 0, and its step2 will bring what this one did not see through. */
const closed = (line: Line): Line => ({
  ...line,
  isOpen: false,
  hasStepped: false,
  covered: 0,
  frames: [],
  loose: unsavedOf(line),
  readOnly: line.readOnly === 'no' ? 'no' : 'guessed',
})

function sent(line: Line, frame: DocumentFrame, now: number): Line {
  if (frame === 'update') return { ...line, frames: [...line.frames, { sentAt: now, unsaved: NOTHING_UNSAVED }] }
  return {
    ...line,
    hasStepped: true,
    frames: [...line.frames, { sentAt: now, unsaved: line.loose }],
    loose: NOTHING_UNSAVED,
  }
}

function changed(line: Line, unsaved: Unsaved, isCarried: boolean): Line {
  const last = line.frames.at(-1)
  if (!isCarried || !last) return { ...line, loose: bothUnsaved(line.loose, unsaved) }
  return { ...line, frames: line.frames.with(-1, { ...last, unsaved: bothUnsaved(last.unsaved, unsaved) }) }
}

function received(line: Line, { count, refused, sequence }: Receipt): Line {
  // A refused frame is counted but not on disk; the document is about to be given up for a fresh one.
  if (refused || count < line.covered) return line
  const next = { ...line, sequence, covered: count, frames: line.frames.slice(count - line.covered) }
  if (!isSaved(next)) return next
  return { ...next, isOpening: false, readOnly: next.readOnly === 'guessed' ? 'no' : next.readOnly }
}

/** The oldest frame without a receipt went out then. */
const busySince = (line: Line, now: number): number => line.frames[0]?.sentAt ?? now

/** Marks at which waiting is worth another word: at once, "Saving…", "Not saved for N s". */
const SAVING_MS = 300
const SLOW_MS = 3_000
const SECOND = 1_000

const markBelow = (ms: number): number =>
  ms < SAVING_MS ? 0 : ms < SLOW_MS ? SAVING_MS : Math.floor(ms / SECOND) * SECOND

/** What may be said. `sinceMs` moves in marks (0, 300, then whole seconds from 3,000), so that it seldom changes. */
export function saveStateOf(line: Line, now: number): SaveState {
  const waiting = changesIn(unsavedOf(line))
  if (line.ended) return { kind: 'closed', why: line.ended }
  if (line.readOnly !== 'no') return { kind: 'readOnly', waiting }
  if (isSaved(line)) return { kind: 'saved' }
  if (line.isOpening) return { kind: 'opening' }
  if (!line.isOpen || !line.hasStepped) return { kind: 'offline', waiting }
  return { kind: 'saving', waiting, sinceMs: markBelow(now - busySince(line, now)) }
}

/** In how many ms time alone changes what may be said; undefined when it never does. */
export function nextMark(line: Line, now: number): number | undefined {
  if (saveStateOf(line, now).kind !== 'saving') return undefined
  const since = now - busySince(line, now)
  const mark = since < SAVING_MS ? SAVING_MS : since < SLOW_MS ? SLOW_MS : markBelow(since) + SECOND
  return mark - since
}

export const sameSaveState = (a: SaveState, b: SaveState): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Would leaving the page leave something behind that the server does not have? */
export const hasUnsaved = (state: SaveState): boolean => 'waiting' in state && state.waiting > 0
