/** Writes new places of notes as one step; a group of which all notes go to one other block goes along. */
import type { Area } from '../../../shared/canvas/blocks.ts'
import type { Canvas } from '../../../shared/canvas/canvas.ts'
import { membersOf } from '../../../shared/canvas/groups.ts'
import * as canvasOperations from '../../../shared/canvas/operations.ts'
import type { Group, Place } from '../../../shared/canvas/records.ts'
import { makersOfGroup, mayI } from '../may.ts'
import type { Deed } from './deeds.ts'
import type { Ground } from './ground.ts'

export type Move = (deed: Deed, places: ReadonlyMap<string, Place>) => void

/** What comes to lie where it was is not written. */
export function mover({ board, run, mayDo, fitsOneUpdate }: Ground): Move {
  const canvas = () => board.canvas.value
  return (deed, places) => {
    const moved = new Map([...places].filter(([id, place]) => !samePlace(canvas().notes.get(id)?.place, place)))
    if (moved.size === 0 || !fitsOneUpdate(moved.size)) return
    const along = groupsAlong(canvas(), moved)
    // A closed group that may not change its block stays: in another its notes would fall apart.
    const mayGo = ({ group }: (typeof along)[number]) =>
      !group.closed || mayDo('group', makersOfGroup(canvas(), group.id))
    if (!along.every(mayGo)) return
    run(deed, () => {
      canvasOperations.moveNotes(canvas(), moved)
      for (const { group, block } of along)
        if (mayI(board, 'group', makersOfGroup(canvas(), group.id)))
          canvasOperations.moveGroup(canvas(), group.id, block)
    })
  }
}

export const samePlace = (a: Place | undefined, b: Place): boolean => a?.[0] === b[0] && a[1] === b[1] && a[2] === b[2]

/** Groups of which every note is moved to one other block: they go along. */
function groupsAlong(
  canvas: Canvas,
  places: ReadonlyMap<string, Place>,
): readonly { readonly group: Group; readonly block: Area }[] {
  const ids = new Set([...places.keys()].map(id => canvas.notes.get(id)?.group))
  return [...ids].flatMap(id => {
    const group = id === undefined ? undefined : canvas.groups.get(id)
    if (!group) return []
    const blocks = new Set(membersOf(canvas, group.id).map(note => places.get(note.id)?.[0]))
    const [block] = blocks
    return blocks.size === 1 && block !== undefined && block !== group.block ? [{ group, block }] : []
  })
}
