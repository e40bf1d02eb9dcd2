/** What a person does to strokes: draws them, and puts them into the bin. */
import { newId } from '../../../shared/base/id.ts'
import { addStroke, binRecords } from '../../../shared/canvas/operations.ts'
import { isPrivate } from '../../../shared/canvas/canvas.ts'
import { denialOf } from '../may.ts'
import type { StrokeDeeds } from './deeds.ts'
import type { Ground } from './ground.ts'

export function createStrokeDeeds({ board, say, run, mayDo, hasRoomFor }: Ground): StrokeDeeds {
  const canvas = () => board.canvas.value
  const mayErase = (author = ''): boolean => denialOf(board, 'delete', [author]) === undefined

  /** What is drawn everybody sees, so while everybody writes for themselves only facilitators draw. */
  const mayDraw = (): boolean => {
    const isHeld = isPrivate(canvas()) && board.me.value.role !== 'facilitator'
    if (isHeld) say({ kind: 'notAllowed', right: 'add', why: 'step' })
    return !isHeld && mayDo('add') && hasRoomFor(1, 'strokes')
  }

  return {
    mayErase,
    mayDraw,
    drawStroke: stroke => {
      if (!mayDraw()) return undefined
      const id = newId()
      run('draw', () => addStroke(canvas(), { ...stroke, id, author: board.me.value.id }))
      return id
    },
    deleteStrokes: ids => {
      const all = [...ids].flatMap(id => canvas().strokes.get(id) ?? [])
      const mine = all.filter(({ author }) => mayErase(author)).map(({ id }) => id)
      const [other] = all
      if (mine.length === 0) {
        if (other) mayDo('delete', [other.author ?? ''])
        return
      }
      run('erase', () => binRecords(canvas(), 'strokes', mine))
      if (mine.length < all.length) say({ kind: 'partly', done: mine.length, left: all.length - mine.length })
      else say({ kind: 'erased', count: mine.length })
    },
  }
}
