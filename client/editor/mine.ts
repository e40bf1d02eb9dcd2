/** Of these notes, those to which I may do something. A closed group is moved as a whole or not at all. */
import { membersOf } from '../../shared/canvas/groups.ts'
import type { Note } from '../../shared/canvas/records.ts'
import type { Right } from '../../shared/workshop/rights.ts'
import type { Board } from './board.ts'
import type { Shown } from './editor.ts'
import { mayI } from './may.ts'

export interface Mine {
  /** All that are meant, live: with one note of a closed group that is moved, all of them. */
  readonly live: readonly Note[]
  readonly mine: readonly string[]
}

export function mineAmong(
  { board, shown }: { readonly board: Board; readonly shown: Shown },
  ids: Iterable<string>,
  right: Right,
): Mine {
  const canvas = board.canvas.value
  const groupOf = (id: string) => (right === 'move' ? shown.closedOver(id) : undefined)
  const meant = [...ids].flatMap(id => {
    const group = groupOf(id)
    return group === undefined ? [id] : membersOf(canvas, group).map(note => note.id)
  })
  const live = [...new Set(meant)].flatMap(id => canvas.notes.get(id) ?? [])
  const others = live.filter(({ id, author }) => canvas.isFixed(id) || !mayI(board, right, [author]))
  const torn = new Set(others.map(({ id }) => groupOf(id) ?? id))
  return { live, mine: live.map(({ id }) => id).filter(id => !torn.has(groupOf(id) ?? id)) }
}
