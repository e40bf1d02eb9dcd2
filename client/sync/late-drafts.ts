/** What I wrote for myself in a round that is over, and that nobody was shown: found in the copies of this device and offered to me, never sent by itself. */
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { createDocument } from '../../shared/wire/document.ts'
import type { Round } from '../../shared/workshop/session.ts'
import type { Copies } from './copy.ts'
import type { CopyName, Device } from './device.ts'
import { databaseName } from './device.ts'
import type { Found } from './stranded.ts'

export interface LateDraftsOptions {
  readonly board: string
  readonly me: () => string
  readonly device: Device
  readonly copies: Copies
  readonly rounds: () => readonly Round[]
  /** The round whose draft is still on the screen. */
  readonly current: () => string | undefined
  /** The canvas that everybody sees, and is it all here? What was revealed has to be on it first. */
  readonly shown: () => Canvas
  readonly isShownWhole: () => boolean
  readonly offer: (found: readonly Found[]) => void
}

const DRAFT = 'draft/'

export class LateDrafts {
  readonly #options: LateDraftsOptions
  #isLooking = false

  constructor(options: LateDraftsOptions) {
    this.#options = options
  }

  /** Looks through my copies of drafts, and lets those go that are offered or were shown. */
  async look(): Promise<void> {
    if (this.#isLooking) return
    this.#isLooking = true
    try {
      for (const [copy, round] of this.#over()) await this.#offer(copy, round)
    } finally {
      this.#isLooking = false
    }
  }

  /** My copies of rounds that go on no more. */
  #over(): readonly (readonly [CopyName, Round])[] {
    const { board, me, device, rounds, current, isShownWhole } = this.#options
    if (!isShownWhole()) return []
    const over = new Map(
      rounds()
        .filter(({ id, kind, state }) => kind === 'private' && state !== 'open' && id !== current())
        .map(round => [`${DRAFT}${round.id}`, round]),
    )
    return device.copies(board).flatMap(copy => {
      const round = copy.person === me() ? over.get(copy.document) : undefined
      return round ? [[copy, round] as const] : []
    })
  }

  async #offer(copy: CopyName, round: Round): Promise<void> {
    const { device, copies, offer, shown } = this.#options
    const document = createDocument()
    const kept = await copies.open(databaseName(copy), document, { isWanted: () => false, failed: () => undefined })
    const { touched } = device.unsaved(copy)
    const draft = openCanvas(document)
    const late = draft.notes.all().filter(note => {
      // Where names are never stored, nothing on the canvas says which notes were mine: then only what never left here.
      const mayBeLate = round.names !== 'never' || [...touched].some(name => name.startsWith(`notes/${note.id}`))
      return (note.text.trim() || note.image) && mayBeLate && !wasShown(note, shown(), round)
    })
    kept.close()
    document.destroy()
    if (late.length > 0) offer(late.map(foundOf))
    device.forgetCopy(copy)
    await copies.remove(databaseName(copy))
  }
}

/** Also when it lies in the bin meanwhile. */
const wasShown = (mine: Note, { notes }: Canvas, { names }: Round): boolean =>
  [...notes.all(), ...notes.binned()].some(note =>
    names === 'never'
      ? !note.author && note.text === mine.text && note.place[0] === mine.place[0]
      : note.draft === mine.id,
  )

function foundOf({ rest: _, ...note }: Note): Found {
  return { change: { kind: 'note', block: note.place[0], text: note.text }, again: { kind: 'note', note } }
}
