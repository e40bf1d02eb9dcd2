/** Looking for notes: what was found stays as it is, the rest of the board steps back, and one is gone to after the other. */
import type { Unsubscribe, Value, Watchable } from '../../shared/base/observable.ts'
import { Value as Kept } from '../../shared/base/observable.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import { membersOf } from '../../shared/canvas/groups.ts'
import type { NoteColor } from '../../shared/canvas/records.ts'
import type { Board } from './board.ts'
import type { Shown } from './editor.ts'
import { hasTerms, termsOf } from './find-terms.ts'

export interface Query {
  readonly text: string
  readonly color?: NoteColor | undefined
}

export interface Found {
  readonly query: Query
  /** What has all that is asked, in reading order block by block. Undefined while nothing is asked. */
  readonly ids: ReadonlySet<string> | undefined
  /** The one that was gone to. */
  readonly at: string | undefined
}

export interface Finding {
  readonly found: Watchable<Found | undefined>
  find(query: Query): void
  findNext(way: 1 | -1): void
  endFinding(): void
  destroy(): void
}

interface Ground {
  readonly board: Board
  readonly shown: Shown
  readonly parkingOpen: Value<boolean>
  select(ids: readonly string[]): void
  reveal(id: string): void
}

export function createFinding({ board, shown, parkingOpen, select, reveal }: Ground): Finding {
  const found = new Kept<Found | undefined>(undefined)
  let openedParking = false
  /** The one that was gone to is no longer among them: it stood before this one, or after all. */
  let left: { readonly before: string | undefined } | undefined
  let stops: readonly Unsubscribe[] = []

  const idsOf = ({ text, color }: Query): ReadonlySet<string> | undefined => {
    const terms = termsOf(text)
    if (!terms && !color) return undefined
    const people = board.people.value
    const has = AREAS.flatMap(area => shown.notesIn(area)).filter(
      note =>
        (!color || note.color === color) && (!terms || hasTerms(note, people.get(note.author)?.name ?? '', terms)),
    )
    return new Set(has.map(({ id }) => id))
  }
  const look = (query: Query) => {
    const ids = idsOf(query)
    const { at, ids: before } = found.value ?? {}
    const order = [...(before ?? [])]
    const from = at ?? left?.before
    const stays = order.slice(from === undefined ? order.length : order.indexOf(from)).find(id => ids?.has(id))
    if (at === undefined ? left : !ids?.has(at)) left = { before: stays }
    found.set({ query, ids, at: at !== undefined && ids?.has(at) ? at : undefined })
  }
  const again = () => {
    if (found.value) look(found.value.query)
  }
  const areaOf = (id: string | undefined) => board.canvas.value.notes.get(id ?? '')?.place[0]
  const leave = () => {
    for (const stop of stops) stop()
    stops = []
  }

  return {
    found,
    find: query => {
      if (!found.value) stops = [shown.subscribe(again), board.people.subscribe(again)]
      look(query)
    },
    findNext: way => {
      const { value } = found
      const ids = [...(value?.ids ?? [])]
      const next = left?.before === undefined ? ids.length : ids.indexOf(left.before)
      const between = left ? (way > 0 ? next - 1 : next) : way > 0 ? -1 : 0
      const now = value?.at === undefined ? between : ids.indexOf(value.at)
      const at = ids[(now + way + ids.length) % ids.length]
      if (!value || at === undefined) return
      left = undefined
      found.set({ ...value, at })
      if (areaOf(at) === 'parking' && !parkingOpen.value) {
        openedParking = true
        parkingOpen.set(true)
      }
      // Opening a group would open it for everybody: it is gone to, and stays closed.
      const closed = shown.closedOver(at)
      select(closed === undefined ? [at] : membersOf(board.canvas.value, closed).map(({ id }) => id))
      reveal(at)
    },
    endFinding: () => {
      const at = found.value?.at
      leave()
      left = undefined
      found.set(undefined)
      if (openedParking && areaOf(at) !== 'parking') parkingOpen.set(false)
      openedParking = false
    },
    destroy: leave,
  }
}
