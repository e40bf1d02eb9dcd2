/** What a person does to groups: puts notes together, names, closes and opens them, and lets notes go again. */
import { newId } from '../../../shared/base/id.ts'
import { blockOf, groupOf } from '../../../shared/canvas/groups.ts'
import * as canvasOperations from '../../../shared/canvas/operations.ts'
import { isPrivate } from '../../../shared/canvas/canvas.ts'
import type { Group } from '../../../shared/canvas/records.ts'
import { LIMITS } from '../../../shared/canvas/schema.ts'
import { makersOfGroup, mayI } from '../may.ts'
import type { Deed, GroupDeeds } from './deeds.ts'
import type { Ground } from './ground.ts'
import { droppedPlaces } from './places.ts'

export function createGroupDeeds({ board, shown, say, run, mayDo, mineOf, hasRoomFor }: Ground): GroupDeeds {
  const canvas = () => board.canvas.value

  /** Does something to a live group, if I may and it is not so already. */
  function change(deed: Deed, id: string, isSo: (group: Group) => boolean, write: () => void): void {
    const group = canvas().groups.get(id)
    if (group && !isSo(group) && mayDo('group', makersOfGroup(canvas(), id))) run(deed, write)
  }

  const groupOver = (id: string): Group | undefined => {
    const note = canvas().notes.get(id)
    return note && groupOf(canvas().groups, note)
  }
  const mayPut = (id: string) =>
    !isPrivate(canvas(), id) && mayI(board, 'group', [canvas().notes.get(id)?.author ?? ''])

  return {
    groupNotes: ids => {
      const notes = [...ids].flatMap(id => (isPrivate(canvas(), id) ? [] : (canvas().notes.get(id) ?? [])))
      const block = blockOf(notes)
      if (!block) {
        if (notes.length > 0) say({ kind: 'notOneBlock' })
        return undefined
      }
      const there = notes.flatMap(note => groupOf(canvas().groups, note) ?? [])[0]
      const joining = mineOf(
        notes.filter(({ group }) => !there || group !== there.id).map(({ id }) => id),
        'group',
      )
      if (joining.length === 0 || (!there && !hasRoomFor(1, 'groups'))) return undefined
      const id = there?.id ?? newId()
      run('group', () => {
        if (!there) canvasOperations.addGroup(canvas(), { id, title: '', block })
        canvasOperations.putInGroup(canvas(), joining, id)
      })
      return id
    },
    canJoin: (ids, note) =>
      !ids.includes(note) &&
      ids.every(id => canvas().notes.get(id)?.group === undefined && mayPut(id)) &&
      (groupOver(note) !== undefined || mayPut(note)),
    dropOnto: (drop, note) => {
      const target = canvas().notes.get(note)
      const ids = mineOf(drop.ids, 'move')
      if (!target || ids.length === 0) return
      // What one writes for oneself lies beside it, and in no group: those are everybody's.
      const isOpen = [note, ...ids].every(each => !isPrivate(canvas(), each))
      const there = groupOver(note)
      if (isOpen && !there && !hasRoomFor(1, 'groups')) return
      const id = there?.id ?? newId()
      const [block] = target.place
      const wishOf = (each: string) => canvas().notes.get(each)?.place
      const places = droppedPlaces(shown, wishOf, { ...drop, ids, over: block }, board.now())
      run(isOpen ? 'group' : 'move', () => {
        canvasOperations.moveNotes(canvas(), places)
        if (!isOpen) return
        if (!there) canvasOperations.addGroup(canvas(), { id, title: '', block })
        canvasOperations.putInGroup(canvas(), there ? ids : [note, ...ids], id)
      })
    },
    nameGroup: (id, title) => {
      const name = title.trim().slice(0, LIMITS.shortText)
      change(
        'name',
        id,
        group => group.title === name,
        () => canvasOperations.titleGroup(canvas(), id, name),
      )
    },
    closeGroup: id =>
      change(
        'close',
        id,
        group => group.closed === true,
        () => canvasOperations.closeGroup(canvas(), id),
      ),
    openGroup: id =>
      change(
        'open',
        id,
        group => !group.closed,
        () => canvasOperations.openGroup(canvas(), id),
      ),
    ungroup: id =>
      change(
        'ungroup',
        id,
        () => false,
        () => canvasOperations.binRecords(canvas(), 'groups', [id]),
      ),
    leaveGroup: ids => {
      const grouped = [...ids].filter(id => canvas().notes.get(id)?.group !== undefined)
      const mine = mineOf(grouped, 'group')
      if (mine.length > 0) run('leave', () => canvasOperations.putInGroup(canvas(), mine, undefined))
    },
  }
}
