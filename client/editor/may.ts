/** May I? The client's reading of the one table of rights. The server's gate decides; this keeps people from asking in vain. */
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { membersOf } from '../../shared/canvas/groups.ts'
import type { Need } from '../../shared/canvas/history.ts'
import type { Right } from '../../shared/workshop/rights.ts'
import { allows, ROLE_RIGHTS } from '../../shared/workshop/rights.ts'
import type { Board } from './board.ts'
import type { Denial } from './editor.ts'

type Asked = Pick<Board, 'me' | 'rights'>

/**
 * Why I may not, or undefined when I may. `makers` are the people whose record it is: a note's author, for a link the
 * authors of both ends, nobody for what does not exist yet: that will be mine.
 */
export function denialOf(board: Asked, right: Right, makers?: readonly string[]): Denial | undefined {
  const me = board.me.value
  const mine = makers === undefined || makers.includes(me.id)
  if (allows(board.rights.value, right, { mine })) return undefined
  if (ROLE_RIGHTS[me.role][right] === 'none') return 'role'
  return board.rights.value[right] === 'own' ? 'notYours' : 'step'
}

export const mayI = (board: Asked, right: Right, makers?: readonly string[]): boolean =>
  denialOf(board, right, makers) === undefined

/** May a step be taken back, that needs this right on these records? What the board's history asks. */
export function mayReverse(board: Asked, canvas: Canvas, { right, root, ids }: Need): boolean {
  return ids.every(id => mayI(board, right, makersOf(canvas, root, id)))
}

/** Nobody writes down who made a group. It counts as mine while all of its notes are. */
export function makersOfGroup(canvas: Canvas, id: string): readonly string[] | undefined {
  const authors = new Set(membersOf(canvas, id).map(({ author }) => author))
  return authors.size === 0 ? undefined : authors.size === 1 ? [...authors] : ['']
}

/** Who counts as the maker of a record, as `denialOf` asks. */
export function makersOf(canvas: Canvas, root: Need['root'], id: string): readonly string[] | undefined {
  const { notes, links, strokes } = canvas
  if (root === 'notes') return [notes.find(id)?.author ?? '']
  if (root === 'strokes') return [strokes.find(id)?.author ?? '']
  if (root === 'groups') return makersOfGroup(canvas, id)
  const link = root === 'links' ? links.find(id) : undefined
  return link && [link.from, link.to].map(end => notes.find(end)?.author ?? '')
}
