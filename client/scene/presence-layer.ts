/** The presence layer: carets and cursors of others. Painted alone while only they move. */
import type { Rect } from '../../shared/base/geometry.ts'
import { centreOf } from '../../shared/base/geometry.ts'
import { indexesOf } from '../../shared/canvas/caret.ts'
import type { Brush } from './paint/brush.ts'
import { TEXT_FROM } from './paint/notes.ts'
import { paintCaret, paintCursors } from './paint/presence.ts'
import type { Pointer } from './pointers.ts'
import { flagged } from './pointers.ts'
import type { Scenery } from './scenery.ts'

export function paintPresence(brush: Brush, scenery: Scenery, now: number): void {
  paintCarets(brush, scenery, now)
  const { editor, pointers } = scenery
  const { view, px } = brush.lens
  const inView = pointers
    .at(now, spot => editor.pointAt(spot), brush.theme.quick)
    .filter(pointer => isNear(view, pointer, 20 * px))
  const named = flagged(inView, centreOf(view))
  paintCursors(brush, inView, pointer => named.has(pointer))
}

const isNear = (view: Rect, { at }: Pointer, by: number): boolean =>
  at.x > view.x - by && at.x < view.x + view.width && at.y > view.y - by && at.y < view.y + view.height

/** In the note that I write the field shows them, at its own letters. */
function paintCarets(brush: Brush, { editor, sights, hands, carets }: Scenery, now: number): void {
  if (!brush.ruler.isReady || brush.lens.zoom < TEXT_FROM) return
  for (const { caret, person, named } of carets.at(now)) {
    const note = editor.writing.value === caret.note || hands.has(caret.note) ? undefined : sights.get(caret.note)
    const place = note && indexesOf(editor.board.canvas.value, caret)
    if (note && place) paintCaret(brush, { note, fit: sights.fitOf(note), index: place.head, person, named })
  }
}
