/** Paints the image of a note above its words; where there is none to show, the frame it would have. */
import { imageRect } from '../../editor/anatomy.ts'
import type { Fit } from '../../editor/text-fit.ts'
import type { Images } from '../images.ts'
import type { Sight } from '../sights.ts'
import { downIn, wordsBox } from '../sights.ts'
import type { Brush } from './brush.ts'
import type { NoteState } from './far-notes.ts'

/** As a drained stripe. */
const DRAINED = 0.34
const NONE = { width: 4, height: 3 } as const

/** In units from the note's corner. */
export function paintImage(
  { context, theme }: Brush,
  images: Images,
  sight: Sight,
  { direction, state }: { readonly direction: Fit['direction']; readonly state: NoteState },
): void {
  const { image } = sight.note
  const down = downIn(sight)
  if (image === undefined || down <= 0) return
  const found = images.of(image)
  const bitmap = found === 'none' ? undefined : found
  const { x, y, width, height } = imageRect(wordsBox(sight, direction), down, bitmap ?? NONE)
  if (state.drained) context.globalAlpha = DRAINED
  if (bitmap) context.drawImage(bitmap, x, y, width, height)
  else {
    context.strokeStyle = theme.noteInk2
    context.lineWidth = 1
    context.setLineDash([4, 4])
    context.strokeRect(x, y, width, height)
    context.setLineDash([])
  }
  context.globalAlpha = 1
}
