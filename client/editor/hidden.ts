/** How many notes of others lie in an area that nobody sees before their reveal: what the server counts, less what is mine. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { isPrivate } from '../../shared/canvas/canvas.ts'
import type { Board } from './board.ts'

export function hiddenIn({ progress, canvas }: Pick<Board, 'progress' | 'canvas'>, area: Area): number {
  const count = progress.value?.blocks[area] ?? 0
  if (count === 0) return 0
  const { value } = canvas
  // A note without words is none yet.
  const isCounted = (id: string, text: string, image?: string) =>
    isPrivate(value, id) && (text.trim() !== '' || image !== undefined)
  const mine = value.notes.all().filter(({ id, place, text, image }) => place[0] === area && isCounted(id, text, image))
  return Math.max(0, count - mine.length)
}
