/** The presence layer: carets and cursors of others, what they say in passing, lasers and reactions. Painted alone while only they move. */
import type { Rect } from '../../shared/base/geometry.ts'
import { centreOf, contains } from '../../shared/base/geometry.ts'
import { indexesOf } from '../../shared/canvas/caret.ts'
import type { Editor } from '../editor/editor.ts'
import { anchorHere } from '../editor/shown-strokes.ts'
import type { Brush } from './paint/brush.ts'
import { paintTail } from './paint/ink.ts'
import { paintRingFlag } from './paint/marks.ts'
import { paintFloating, paintRay } from './paint/passing.ts'
import { TEXT_FROM } from './paint/paper.ts'
import { flagName, paintCaret, paintCursors } from './paint/presence.ts'
import type { Pointer } from './pointers.ts'
import { flagged, nameBearer } from './pointers.ts'
import type { Scenery } from './scenery.ts'
import { otherPeople } from './scenery.ts'
import type { Sight } from './sights.ts'
import { rectOf } from './sights.ts'

/** Nobody else is to be seen. */
export const isPresenceEmpty = ({ editor, lasers, floats }: Scenery, now: number): boolean =>
  lasers.at(now).length + floats.at(now, { still: true }).length === 0 &&
  otherPeople(editor).every(
    ({ pointing: { cursor, selection, caret, stroke } }) => !cursor && !selection && !caret && !stroke,
  )

/** When something of others will next look different although nobody says anything: flags fade, names go. */
export function nextPresence({ pointers, carets }: Scenery, now: number, fadeMs: number): number | undefined {
  const times = [pointers.next(now, fadeMs), carets.next(now)].filter(time => time !== undefined)
  return times.length > 0 ? Math.min(...times) : undefined
}

export function paintPresence(brush: Brush, scenery: Scenery, now: number): void {
  const { editor, pointers } = scenery
  const { view, px } = brush.lens
  const inView = pointers
    .at(now, spot => editor.pointAt(spot), brush.theme.quick)
    .filter(pointer => isNear(view, pointer, 20 * px))
  const named = flagged(inView, centreOf(view), editor.following.value?.person.id)
  paintOthersStrokes(brush, editor)
  paintRingFlags(brush, scenery, [...named])
  paintCarets(brush, scenery, now)
  paintCursors(brush, inView, pointer => named.has(pointer))
  paintPassing(brush, scenery, now)
}

/** Wherever it is anchored, on this screen. */
function paintPassing(brush: Brush, { editor, lasers, floats }: Scenery, now: number): void {
  for (const ray of lasers.at(now)) {
    const from = editor.pointAt(ray.anchor)
    if (from) paintRay(brush, ray, from)
  }
  for (const floating of floats.at(now, { still: brush.theme.quick === 0 })) {
    const at = editor.pointAt(floating.at)
    if (at) paintFloating(brush, floating, at)
  }
}

/** What others are drawing now. Once it is done the board layer has it. */
function paintOthersStrokes(brush: Brush, editor: Editor): void {
  for (const { pointing } of otherPeople(editor)) {
    const { stroke } = pointing
    const at = stroke && anchorHere(editor, stroke.anchor)
    if (at) paintTail(brush, stroke, at)
  }
}

/** A name on the first ring of each, unless it flies on a cursor just there: on every note of many it would hide words. */
function paintRingFlags(brush: Brush, { editor, sights, hands }: Scenery, flying: readonly Pointer[]): void {
  const ends = new Map<Sight, number>()
  const standing = (id: string) => (hands.has(id) ? [] : (sights.get(id) ?? []))
  for (const { person, pointing } of otherPeople(editor)) {
    const paper = nameBearer((pointing.selection ?? []).flatMap(standing), brush.lens.view)
    if (!paper) continue
    if (flying.some(pointer => pointer.flag > 0 && pointer.person.id === person.id && isOver(paper, pointer))) continue
    const color = brush.theme.inks[person.color]
    ends.set(paper, paintRingFlag(brush, rectOf(paper), flagName(person), color, ends.get(paper) ?? 0))
  }
}

const isOver = (note: Sight, { at }: Pointer): boolean => contains(rectOf(note), at)

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
