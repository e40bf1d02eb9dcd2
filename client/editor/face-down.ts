/** Notes of others that nobody sees before their reveal: how many lie face down in each area, and which turn up. */
import type { Observable, Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Signal, Value } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { isPrivate } from '../../shared/canvas/canvas.ts'
import type { Note } from '../../shared/canvas/records.ts'
import type { Board, Progress } from './board.ts'
import type { After } from './parts.ts'

export interface FaceDown {
  /** By area; where none lies, nothing. */
  readonly counts: Watchable<ReadonlyMap<Area, number>>
  /** Ids of notes that lay face down here and can be read from now on, as they come. */
  readonly turned: Observable<readonly string[]>
  /** Is it one of those that turned up last? */
  isTurned(id: string): boolean
  destroy(): void
}

interface Ground {
  readonly board: Pick<Board, 'canvas' | 'progress' | 'me'>
  readonly after: After
}

/** The server counts on a beat: by now it has counted without those that turned up. */
const COUNTED_AGAIN_MS = 5_000
/** What it counts no more may come so much later: counts and notes come on two lines. */
const ON_THE_WAY_MS = 1_000

/** A note without words is none yet: a draft of that kind is not counted, and no reveal brings one. */
const saysSomething = ({ text, image }: Note): boolean => text.trim() !== '' || image !== undefined

export function followFaceDown({ board, after }: Ground): FaceDown {
  const counts = new Value<ReadonlyMap<Area, number>>(new Map())
  const turned = new Signal<readonly string[]>()
  let known = idsOf(board.canvas.value)
  let last: ReadonlySet<string> = new Set()
  /** Of what the server counted, so much has turned up. */
  const up = new Map<Area, number>()
  let stopWaiting: Unsubscribe = () => undefined
  /** What it counted a moment ago, and no more. */
  const owed = new Map<Area, number>()
  let forgive: Unsubscribe = () => undefined
  let before: Progress | undefined

  const left = (area: Area) => (board.progress.value?.blocks[area] ?? 0) - (up.get(area) ?? 0)
  const count = () => {
    const mine = board.progress.value ? ownIn(board.canvas.value) : new Map<Area, number>()
    const next = AREAS.map(area => [area, left(area) - (mine.get(area) ?? 0)] as const).filter(([, n]) => n > 0)
    if (JSON.stringify(next) !== JSON.stringify([...counts.value])) counts.set(new Map(next))
  }
  const countAgain = () => {
    stopWaiting()
    up.clear()
    count()
  }
  const hear = (progress: Progress | undefined) => {
    for (const area of AREAS) {
      const fewer = (before?.blocks[area] ?? 0) - (up.get(area) ?? 0) - (progress?.blocks[area] ?? 0)
      if (fewer > 0) owed.set(area, fewer)
    }
    before = progress
    forgive()
    forgive = after(ON_THE_WAY_MS, () => owed.clear())
    countAgain()
  }
  /** Whoever writes openly begins with nothing: what comes with words where notes lay face down was one of them. */
  const turnUp = (changed: ReadonlySet<string>) => {
    const { value: canvas } = board.canvas
    const came = [...changed].flatMap(id => (known.has(id) ? [] : (canvas.notes.get(id) ?? [])))
    for (const { id } of came) known.add(id)
    const shown = came.filter(note => {
      const [area] = note.place
      const from = (owed.get(area) ?? 0) > 0 ? owed : up
      if (isPrivate(canvas, note.id) || !saysSomething(note) || (from === up && left(area) <= 0)) return false
      from.set(area, (from.get(area) ?? 0) + (from === up ? 1 : -1))
      return true
    })
    count()
    if (shown.length === 0) return
    stopWaiting()
    stopWaiting = after(COUNTED_AGAIN_MS, countAgain)
    const others = shown.filter(({ author }) => author !== board.me.value.id).map(({ id }) => id)
    last = new Set(others)
    if (others.length > 0) turned.tell(others)
  }

  let unhear = board.canvas.value.notes.subscribe(turnUp)
  const ends = [
    board.progress.subscribe(hear),
    board.canvas.subscribe(canvas => {
      unhear()
      known = idsOf(canvas)
      unhear = canvas.notes.subscribe(turnUp)
      count()
    }),
  ]
  before = board.progress.value
  count()
  return {
    counts,
    turned,
    isTurned: id => last.has(id),
    destroy: () => {
      stopWaiting()
      forgive()
      unhear()
      for (const end of ends) end()
    },
  }
}

const idsOf = ({ notes }: Canvas): Set<string> => new Set(notes.all().map(({ id }) => id))

/** The server counts mine too. */
function ownIn(canvas: Canvas): ReadonlyMap<Area, number> {
  const own = new Map<Area, number>()
  for (const note of canvas.notes.all())
    if (isPrivate(canvas, note.id) && saysSomething(note)) own.set(note.place[0], (own.get(note.place[0]) ?? 0) + 1)
  return own
}
