/** Is there room for more notes: on the canvas, and while I write for myself in my draft, which holds fewer? */
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { isPrivate } from '../../shared/canvas/canvas.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { Saying } from './editor.ts'

/** What is to be said when so many more are too many; undefined when there is room. */
export function fullWith(canvas: Canvas, more: number): Extract<Saying, { kind: 'full' }> | undefined {
  const { notes } = canvas
  if (notes.size + more > LIMITS.notes) return { kind: 'full', limit: LIMITS.notes }
  if (!isPrivate(canvas)) return undefined
  const mine = notes.all().filter(({ id }) => isPrivate(canvas, id)).length
  return mine + more > LIMITS.draftNotes ? { kind: 'full', limit: LIMITS.draftNotes, isAlone: true } : undefined
}
