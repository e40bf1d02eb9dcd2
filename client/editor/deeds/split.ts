/** A note that holds a list becomes a note a line: the first stays in it, the others come to free places of its block after it. */
import { newId } from '../../../shared/base/id.ts'
import { areaWidth, LAYOUTS } from '../../../shared/canvas/layouts.ts'
import { isPrivate } from '../../../shared/canvas/canvas.ts'
import { addNote, editText } from '../../../shared/canvas/operations.ts'
import { freeSlots } from '../../../shared/canvas/placement.ts'
import { isTall } from '../../../shared/canvas/tall.ts'
import { linesOf } from '../list-lines.ts'
import type { SplitDeeds } from './deeds.ts'
import type { Ground } from './ground.ts'

export function createSplitDeeds({ board, shown, say, run, mayDo, hasRoomFor, fitsOneUpdate }: Ground): SplitDeeds {
  return {
    splitNote: id => {
      const canvas = board.canvas.value
      const note = canvas.notes.get(id)
      const [first, ...others] = linesOf(note?.text ?? '')
      if (!note || first === undefined || others.length === 0) return []
      if (!mayDo('add') || !mayDo('text', [note.author])) return []
      // What everybody reads would lose its lines to what only I see, or what waits for its reveal would be told.
      if (isPrivate(canvas) !== isPrivate(canvas, id)) {
        say({ kind: 'notAllowed', right: 'add', why: 'step' })
        return []
      }
      if (!hasRoomFor(others.length, 'notes') || !fitsOneUpdate(others.length)) return []
      const [area] = note.place
      const places = shown.placesIn(area)
      const next = freeSlots(places, areaWidth(LAYOUTS[shown.layout], area), places.get(shown.paperOf(id) ?? id))
      const { color, paper, group, segments, kinds, tags } = note
      const looks = { color, segments, kinds, tags, ...(paper && { paper }), ...(group && { group }) }
      const author = board.me.value.id
      const at = Math.round(board.now())
      const made = others.map(text => {
        const { x, y } = next(isTall({ text }))
        return { id: newId(), place: [area, x, y, at] as const, text, author, ...looks }
      })
      run('split', () => {
        editText(canvas, id, first)
        for (const each of made) addNote(canvas, each)
      })
      return made.map(each => each.id)
    },
  }
}
