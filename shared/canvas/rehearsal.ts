/** A rehearsal: several people at one canvas within one process, with lines between them that delay, cut and reorder. For tests only. */
import * as Y from 'yjs'
import type { BoardDocument, Update } from '../wire/document.ts'
import { applyUpdates, createDocument, encodeState, onUpdate, stateVector } from '../wire/document.ts'
import { AREAS } from './blocks.ts'
import type { Canvas } from './canvas.ts'
import { openCanvas } from './canvas.ts'
import { membersOf } from './groups.ts'
import type { History, Outcome } from './history.ts'
import { openHistory } from './history.ts'
import * as operations from './operations.ts'
import type { Place } from './records.ts'
import { NOTE_COLORS } from './records.ts'

/** A whole number from 0 up to, not including, `below`. */
export type Random = (below: number) => number

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Who sits at the canvas: after a restart the same seat, another tab. */
export interface Seat {
  readonly number: number
  readonly document: BoardDocument
  readonly canvas: Canvas
  readonly history: History
  /** Every update since the last compaction, as a server keeps them. */
  readonly log: Update[]
}

interface Line {
  isOpen: boolean
  waiting: Update[]
}

export interface Rehearsal {
  readonly random: Random
  readonly seats: readonly Seat[]
  /** A letter that nobody typed before. */
  readonly letter: () => string
  /** Something that was never there before: a coordinate, an id, a title. */
  readonly fresh: () => number
  /** Brings the next update over one line; with `late` the one after it first. */
  deliver(from: number, to: number, options?: { readonly late?: boolean }): void
  /** Both directions; what is under way is lost. */
  cut(a: number, b: number): void
  /** Both tell each other what the other lacks, and go on. */
  mend(a: number, b: number): void
  /** The document is read back from what was kept, by a new client. */
  restart(seat: number, options: { readonly compact: boolean }): void
  /** Every line mended, everything delivered. */
  settle(): void
}

export interface RehearsalOptions {
  readonly seed?: number
  /** Everybody talks to seat 0 only, as to a server; otherwise to each other. */
  readonly star?: boolean
  readonly historyOf?: (canvas: Canvas) => History
}

const guarded = (canvas: Canvas): History => openHistory(canvas, { origin: {}, allows: () => true, now: () => 0 })

export function rehearse(people: number, options: RehearsalOptions = {}): Rehearsal {
  const { seed = 1, star = false, historyOf = guarded } = options
  const random = seeded(seed)
  let count = 0
  const places = [...Array(people).keys()]
  const lines: Line[][] = places.map(() => places.map(() => ({ isOpen: false, waiting: [] })))
  const line = (from: number, to: number): Line => lines[from]?.[to] ?? { isOpen: false, waiting: [] }
  const isLaid = (a: number, b: number): boolean => a !== b && (!star || a === 0 || b === 0)

  function sit(number: number, kept: readonly Update[]): Seat {
    const document = createDocument()
    // Yjs decides between concurrent writes by client id: a seed must choose them too.
    document.clientID = 1 + random(2 ** 31)
    const log = [...kept]
    applyUpdates(document, kept, 'storage')
    onUpdate(document, (update, origin) => {
      log.push(update)
      for (const other of places) {
        const { isOpen, waiting } = line(number, other)
        if (isOpen && origin !== line(other, number)) waiting.push(update)
      }
    })
    const canvas = openCanvas(document)
    return { number, document, canvas, history: historyOf(canvas), log }
  }

  const seats = places.map(number => sit(number, []))
  const seatAt = (number: number): Seat => {
    const seat = seats[number]
    if (!seat) throw new Error(`Nobody sits at ${number}`)
    return seat
  }
  function cut(a: number, b: number): void {
    for (const each of [line(a, b), line(b, a)]) {
      each.isOpen = false
      each.waiting = []
    }
  }
  function mend(a: number, b: number): void {
    if (line(a, b).isOpen || !isLaid(a, b)) return
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      line(from, to).isOpen = true
      line(from, to).waiting.push(encodeState(seatAt(from).document, stateVector(seatAt(to).document)))
    }
  }
  function deliver(from: number, to: number, { late = false } = {}): void {
    const { waiting } = line(from, to)
    const [update] = waiting.splice(late && waiting.length > 1 ? 1 : 0, 1)
    if (update) applyUpdates(seatAt(to).document, [update], line(from, to))
  }
  function settle(): void {
    for (const a of places) for (const b of places) mend(a, b)
    while (lines.some(row => row.some(each => each.waiting.length > 0)))
      for (const a of places) for (const b of places) deliver(a, b)
  }
  function restart(number: number, { compact }: { readonly compact: boolean }): void {
    const open = places.filter(other => line(number, other).isOpen)
    for (const other of open) cut(number, other)
    const old = seatAt(number)
    seats[number] = sit(number, compact ? [encodeState(old.document)] : old.log)
    old.history.destroy()
    old.document.destroy()
    for (const other of open) mend(number, other)
  }
  for (const a of places) for (const b of places) mend(a, b)

  return {
    random,
    seats,
    // Unique letters tell whose hand they are of, wherever they stand. CJK, then Hangul: 32,000 of them, none a surrogate.
    letter: () => String.fromCharCode(count < 20_000 ? 0x4e00 + count++ : 0xac00 + (count++ % 11_000)),
    fresh: () => count++,
    deliver,
    cut,
    mend,
    restart,
    settle,
  }
}

/** What people do at a canvas, each with how often they do it. */
const DEEDS = {
  add: 4,
  paste: 1,
  type: 8,
  erase: 3,
  move: 6,
  align: 2,
  copy: 1,
  color: 3,
  name: 2,
  mark: 2,
  bin: 2,
  restore: 1,
  link: 2,
  label: 1,
  reattach: 2,
  unlink: 1,
  group: 3,
  regroup: 2,
  title: 1,
  undo: 6,
  redo: 3,
} as const
type Deed = keyof typeof DEEDS
const CHOICES = (Object.keys(DEEDS) as Deed[]).flatMap(deed => Array<Deed>(DEEDS[deed]).fill(deed))

/** What somebody did, and what their history answered when it was an undo or a redo. */
export interface Done {
  readonly deed: Deed
  readonly outcome?: Outcome
}

/** One real thing, chosen at random, done by a person through their history. */
export function act({ random, letter, fresh }: Rehearsal, { canvas, history }: Seat): Done {
  const pick = <T>(list: readonly T[]): T | undefined => list[random(list.length || 1)]
  const some = (most: number): number[] => [...Array(1 + random(most)).keys()]
  const letters = (most: number): string => some(most).map(letter).join('')
  const anyNotes = (most: number): string[] => {
    const notes = canvas.notes.all()
    return some(most).flatMap(() => pick(notes)?.id ?? [])
  }
  const anywhere = (): Place => [pick(AREAS) ?? 'channels', fresh(), random(400), fresh()]
  const color = () => pick(NOTE_COLORS) ?? 'straw'
  const add = (): void => {
    const group = pick(canvas.groups.all())?.id
    const note = { id: `n${fresh()}`, place: anywhere(), text: letters(4), color: color(), author: 'someone' }
    operations.addNote(canvas, group === undefined ? note : { ...note, group })
  }
  const member = () => (random(2) === 0 ? `tag:t${random(3)}` : `segment:${pick(canvas.notes.all())?.id ?? 'gone'}`)
  const note = pick(canvas.notes.all())
  const link = pick(canvas.links.all())
  const edit = (change: (text: string, at: number) => string): void => {
    if (!note) return
    const merge = random(2) === 0 ? { merge: note.id } : {}
    const write = () => operations.editText(canvas, note.id, change(note.text, random(note.text.length + 1)))
    history.run(`type ${note.id}`, write, merge)
  }

  const deed = canvas.notes.size < 2 ? 'add' : (pick(CHOICES) ?? 'add')
  const run = (write: () => void): void => history.run(`${deed} ${fresh()}`, write)
  if (deed === 'undo' || deed === 'redo') return { deed, outcome: history[deed]() }
  const deeds: Record<Exclude<Deed, 'undo' | 'redo'>, () => unknown> = {
    add: () => run(add),
    paste: () => run(() => some(4).forEach(add)),
    type: () => edit((text, at) => text.slice(0, at) + letters(3) + text.slice(at)),
    erase: () => edit((text, at) => text.slice(0, at) + text.slice(at + 1 + random(4))),
    move: () => run(() => operations.moveNotes(canvas, new Map(anyNotes(3).map(id => [id, anywhere()])))),
    /** Several notes of a block get one edge, as one step. */
    align: () => {
      const inBlock = canvas.notes.all().filter(({ place }) => place[0] === note?.place[0])
      const x = fresh()
      const places = inBlock.map(({ id, place: [area, , y] }) => [id, [area, x, y, fresh()] as const] as const)
      run(() => operations.moveNotes(canvas, new Map(places)))
    },
    /** A closed group with notes of its own, made of another's. */
    copy: () => {
      const group = pick(canvas.groups.all())
      const members = group ? membersOf(canvas, group.id) : []
      const id = `g${fresh()}`
      run(() => {
        if (members.length === 0) return
        operations.addGroup(canvas, { id, title: `copy ${fresh()}`, block: group?.block ?? 'channels' })
        operations.closeGroup(canvas, id)
        for (const { place, color: same } of members)
          operations.addNote(canvas, {
            ...{ id: `n${fresh()}`, place: [place[0], fresh(), place[2], fresh()], text: letters(3) },
            ...{ color: same, author: 'someone', group: id },
          })
      })
    },
    color: () => run(() => operations.colorNotes(canvas, anyNotes(3), color())),
    name: () =>
      run(() => anyNotes(1).forEach(id => operations.nameNote(canvas, id, random(4) ? `name ${fresh()}` : ''))),
    mark: () => run(() => anyNotes(2).forEach(id => operations.markNote(canvas, id, member(), random(3) > 0))),
    bin: () => {
      if (random(5) > 0) run(() => operations.binRecords(canvas, 'notes', anyNotes(2)))
      else run(() => operations.binRecords(canvas, 'groups', [pick(canvas.groups.all())?.id ?? '']))
    },
    restore: () => run(() => operations.restoreRecords(canvas, 'notes', [pick(canvas.notes.binned())?.id ?? ''])),
    link: () => {
      const [from, to] = anyNotes(2)
      if (from && to) run(() => operations.addLink(canvas, { id: `l${fresh()}`, from, to, label: '' }))
    },
    label: () => link && run(() => operations.labelLink(canvas, link.id, `label ${fresh()}`)),
    reattach: () => {
      const [other] = anyNotes(1)
      if (link && other) run(() => operations.reattachLink(canvas, link.id, random(2) ? 'head' : 'tail', other))
    },
    unlink: () => link && run(() => operations.binRecords(canvas, 'links', [link.id])),
    group: () =>
      run(() => {
        const id = `g${fresh()}`
        const ids = anyNotes(3)
        const block = canvas.notes.get(ids[0] ?? '')?.place[0] ?? 'channels'
        operations.addGroup(canvas, { id, title: `group ${fresh()}`, block })
        operations.putInGroup(canvas, ids, id)
      }),
    regroup: () => {
      const group = pick(canvas.groups.all())?.id ?? ''
      const ways = [
        () => operations.titleGroup(canvas, group, `group ${fresh()}`),
        () => operations.moveGroup(canvas, group, pick(AREAS) ?? 'channels'),
        () => operations.closeGroup(canvas, group),
        () => operations.openGroup(canvas, group),
        () => operations.putInGroup(canvas, anyNotes(2), random(2) ? group || undefined : undefined),
      ]
      run(() => pick(ways)?.())
    },
    title: () => run(() => operations.nameCanvas(canvas, `canvas ${fresh()}`)),
  }
  deeds[deed]()
  return { deed }
}

/** Every letter on somebody's canvas, the bin included, with how often it is there. */
export function lettersAt({ canvas }: Seat): Map<string, number> {
  const letters = new Map<string, number>()
  for (const { text } of [...canvas.notes.all(), ...canvas.notes.binned()])
    for (const letter of text) letters.set(letter, (letters.get(letter) ?? 0) + 1)
  return letters
}

/** How much is live of each other client. Nothing deleted lives again, so what undo touches makes it less. */
export function foreignWork(document: BoardDocument): string {
  const live: string[] = []
  for (const [client, structs] of document.store.clients) {
    if (client === document.clientID) continue
    let length = 0
    for (const struct of structs) if (struct instanceof Y.Item && !struct.deleted) length += struct.length
    live.push(`${client}: ${length}`)
  }
  return live.join(' ')
}

/** What is wrong after playing each of these seeds, a thrown error included: one line a seed that failed, to play it again. */
export function flawsOf(seeds: number, play: (seed: number) => string | undefined): readonly string[] {
  const flaws: string[] = []
  for (let seed = 1; seed <= seeds; seed++) {
    try {
      const flaw = play(seed)
      if (flaw) flaws.push(`seed ${seed}: ${flaw}`)
    } catch (error) {
      flaws.push(`seed ${seed}: ${String(error)}`)
    }
  }
  return flaws
}
