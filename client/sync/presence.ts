/** Who points where: mine goes out as often as so many people allow, that of others is read once as it comes in, and believed nothing. */
import type { Awareness } from 'y-protocols/awareness'
import type { Unsubscribe } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import { isArea } from '../../shared/canvas/blocks.ts'
import type { Caret } from '../../shared/canvas/caret.ts'
import type { StrokeKind } from '../../shared/canvas/records.ts'
import { STROKE_KINDS } from '../../shared/canvas/records.ts'
import { pauseMs } from '../../shared/workshop/pace.ts'
import { isInk, isRole } from '../../shared/workshop/roles.ts'
import { isReaction, isRemark } from '../../shared/workshop/remarks.ts'
import type {
  Drag,
  Looked,
  Other,
  Person,
  Pointing,
  Presence,
  Progress,
  SeenLaser,
  SeenReaction,
  SeenStroke,
  Spot,
} from '../editor/board.ts'
import type { Timers } from './timers.ts'

/** All of a tab's state has 2 KB: this many ids leave room for the rest. */
const MAX_IDS = 40
const MAX_TEXT = 200
/** Numbers of a stroke's tail. */
const MAX_TAIL = 400
/** Units: nobody looks at more. */
const MAX_SEEN = 100_000

type State = Readonly<Record<string, unknown>>

/** Presence on one canvas. `follow` is called again when the document begins a new life. */
export class CanvasPresence implements Presence {
  readonly others = new Value<readonly Other[]>([])
  readonly #timers: Timers
  readonly #known = new Map<number, { readonly state: unknown; readonly other: Other | undefined }>()
  #pointing: Pointing = {}
  #awareness: Awareness | undefined
  #unfollow: Unsubscribe = () => undefined
  #sentAt = Number.NEGATIVE_INFINITY
  #stopWaiting: Unsubscribe | undefined

  constructor(timers: Timers) {
    this.#timers = timers
  }

  set(parts: { readonly [K in keyof Pointing]?: Pointing[K] | null }): void {
    const kept = Object.entries({ ...this.#pointing, ...parts }).filter(
      ([, part]) => part !== null && part !== undefined,
    )
    this.#pointing = Object.fromEntries(kept)
    if (this.#stopWaiting) return
    const rest = this.#sentAt + pauseMs(this.#tabs) - this.#timers.now()
    if (rest <= 0) this.#send()
    else this.#stopWaiting = this.#timers.after(rest, () => this.#send())
  }

  follow(awareness: Awareness): void {
    this.#unfollow()
    const read = () => this.#read(awareness)
    awareness.on('change', read)
    this.#unfollow = () => awareness.off('change', read)
    this.#awareness = awareness
    this.#send()
    read()
  }

  stop(): void {
    this.#unfollow()
    this.#stopWaiting?.()
  }

  /** Tabs at this canvas, mine among them. */
  get #tabs(): number {
    return this.#known.size + 1
  }

  #send(): void {
    this.#stopWaiting = undefined
    this.#sentAt = this.#timers.now()
    this.#awareness?.setLocalState(small(this.#pointing))
  }

  /** States are replaced, never changed: one that is the same object was read before. */
  #read(awareness: Awareness): void {
    const states = awareness.getStates() as ReadonlyMap<number, unknown>
    let isNews = false
    for (const [tab, state] of states) {
      if (tab === awareness.clientID || this.#known.get(tab)?.state === state) continue
      this.#known.set(tab, { state, other: readOther(tab, state) })
      isNews = true
    }
    for (const tab of this.#known.keys()) {
      if (states.has(tab)) continue
      this.#known.delete(tab)
      isNews = true
    }
    if (isNews) this.others.set([...this.#known.values()].flatMap(({ other }) => other ?? []))
  }
}

/** The editor keeps a drag small; a selection may be everything. */
const small = ({ selection, ...rest }: Pointing): Pointing => ({
  ...rest,
  ...(selection && { selection: selection.slice(0, MAX_IDS) }),
})

/** Everyone whose tab is at the board, each person once, in the order of their names. */
export function peopleHere(awareness: Awareness): readonly Person[] {
  const people = new Map<string, Person>()
  for (const [tab, state] of awareness.getStates() as ReadonlyMap<number, unknown>) {
    const person = tab === awareness.clientID ? undefined : readPerson(asState(state)?.['person'])
    if (person) people.set(person.id, person)
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
}

/** What the server tells of a round on its beat. */
export function progressIn(awareness: Awareness): Progress | undefined {
  for (const [tab, state] of awareness.getStates() as ReadonlyMap<number, unknown>) {
    if (tab === awareness.clientID || asState(asState(state)?.['person'])?.['id'] !== 'server') continue
    const { round, done, of, blocks, people } = asState(asState(state)?.['progress']) ?? {}
    if (!short(round) || !finite(done) || !finite(of)) return undefined
    return { round, done, of, blocks: countsIn(blocks), ...(people !== undefined && { people: countsIn(people) }) }
  }
  return undefined
}

const countsIn = (value: unknown): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(asState(value) ?? {}).filter((pair): pair is [string, number] => finite(pair[1])))

// What others sent --------------------------------------------------------------------------------------------------

const asState = (value: unknown): State | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as State) : undefined

const finite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const short = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT

const ids = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter(short).slice(0, MAX_IDS) : undefined

/** The server stamps who it is; a state without that stamp is nobody's. */
export function readPerson(value: unknown): Person | undefined {
  const { id, name, color, role } = asState(value) ?? {}
  return short(id) && short(name) && isInk(color) && isRole(role) ? { id, name, color, role } : undefined
}

function readOther(tab: number, value: unknown): Other | undefined {
  const state = asState(value)
  const person = readPerson(state?.['person'])
  if (!state || !person) return undefined
  const pointing = Object.fromEntries(
    Object.entries(READERS).flatMap(([part, read]) => {
      const value = read(state[part])
      return value === undefined ? [] : [[part, value]]
    }),
  )
  return { tab, person, pointing }
}

function readSpot(value: unknown): Spot | undefined {
  if (!Array.isArray(value)) return undefined
  const [area, x, y] = value as unknown[]
  return (isArea(area) || area === 'desk') && finite(x) && finite(y) ? [area, x, y] : undefined
}

function readDrag(value: unknown): Drag | undefined {
  const drag = asState(value)
  const held = ids(drag?.['ids'])
  const [dx, dy] = Array.isArray(drag?.['by']) ? (drag['by'] as unknown[]) : []
  if (!drag || !held || !finite(dx) || !finite(dy)) return undefined
  const { over, more } = drag
  return { ids: held, by: [dx, dy], over: isArea(over) ? over : null, ...(finite(more) && more > 0 && { more }) }
}

function readStroke(value: unknown): SeenStroke | undefined {
  const { anchor, kind, color, width, tail } = asState(value) ?? {}
  const [area, x, y] = Array.isArray(anchor) ? (anchor as unknown[]) : []
  if (!isArea(area) || !finite(x) || !finite(y) || !isStrokeKind(kind) || !short(color) || !finite(width))
    return undefined
  if (!Array.isArray(tail) || tail.length > MAX_TAIL || !tail.every(finite)) return undefined
  return { anchor: [area, x, y], kind, color, width, tail }
}

const isStrokeKind = (value: unknown): value is StrokeKind => STROKE_KINDS.includes(value as StrokeKind)

/** What the two ends mean is asked of the document, which answers for any value. */
function readCaret(value: unknown): Caret | undefined {
  const { note, anchor, head } = asState(value) ?? {}
  return short(note) ? { note, anchor, head } : undefined
}

/** Three numbers a point, as many as a line of ink may have. */
function readLaser(value: unknown): SeenLaser | undefined {
  const { anchor, trail } = asState(value) ?? {}
  const spot = readSpot(anchor)
  if (!spot || !Array.isArray(trail) || trail.length > MAX_TAIL || !trail.every(finite)) return undefined
  return { anchor: spot, trail }
}

function readLooked(value: unknown): Looked | undefined {
  const { at, area, note, middle, width, height } = asState(value) ?? {}
  if (at === 'whole') return { at }
  if (at === 'block') return isArea(area) ? { at, area } : undefined
  if (at === 'note') return short(note) ? { at, note } : undefined
  const spot = readSpot(middle)
  return at === 'free' && spot && isSpan(width) && isSpan(height) ? { at, middle: spot, width, height } : undefined
}

const isSpan = (value: unknown): value is number => finite(value) && value > 0 && value <= MAX_SEEN

function readReaction(value: unknown): SeenReaction | undefined {
  const { kind, count, at } = asState(value) ?? {}
  const spot = readSpot(at)
  return isReaction(kind) && finite(count) && spot ? { kind, count, at: spot } : undefined
}

const READERS = {
  cursor: readSpot,
  selection: ids,
  drag: readDrag,
  caret: readCaret,
  stroke: readStroke,
  laser: readLaser,
  view: readLooked,
  reaction: readReaction,
  chat: value => (isRemark(value) ? value : undefined),
} as const satisfies { readonly [K in keyof Pointing]-?: (value: unknown) => Pointing[K] }
