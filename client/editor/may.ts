/** May I? The client's reading of the one table of rights. The server's gate decides; this keeps people from asking in vain. */
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
