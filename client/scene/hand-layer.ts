/** The hand layer: what is held and where it would go. Painted alone while a hand moves. */
import type { Hand } from '../editor/editor.ts'
import { anchorHere } from '../editor/shown-strokes.ts'
import { curveInHand } from '../editor/link-curves.ts'
import { landing } from './landing.ts'
import type { Brush } from './paint/brush.ts'
import { paintGhost, paintGuides, paintHeld, paintHolder, paintJoined, paintMarquee, paintSlots } from './paint/hand.ts'
import { paintStrokeInHand } from './paint/ink.ts'
import { paintLinkInHand, paintTag, sentenceOf } from './paint/links.ts'
import { paintRing } from './paint/marks.ts'
import { paintOpened } from './paint/notes.ts'
import { TEXT_FROM } from './paint/paper.ts'
import type { Scenery } from './scenery.ts'
import type { Sight } from './sights.ts'

/** What a hand may do without being seen. */
const UNPAINTED: ReadonlySet<Hand['kind']> = new Set(['nothing', 'pan', 'erase'])

/** Nothing is in any hand, and no note stands open. */
export const isHandEmpty = (scenery: Scenery, now: number): boolean =>
  !scenery.hands.isHolding && UNPAINTED.has(scenery.editor.hand.value.kind) && openedNote(scenery, now) === undefined

/** Only a note whose words were cut has anything more to show. */
function openedNote({ sights, opened, hands }: Scenery, now: number): Sight | undefined {
  const id = opened.at(now)
  const note = id === undefined || hands.has(id) ? undefined : sights.get(id)
  return note?.fit?.isCut && !note.group ? note : undefined
}

export function paintHand(brush: Brush, scenery: Scenery, now: number): void {
  const hand = scenery.editor.hand.value
  const open = brush.lens.zoom >= TEXT_FROM && brush.ruler.isReady ? openedNote(scenery, now) : undefined
  if (open) paintOpened(brush, scenery, open)
  if (hand.kind === 'drag') paintLanding(brush, scenery, hand)
  for (const hold of scenery.hands.at(now)) {
    paintHeld(brush, scenery, hold)
    paintHolder(brush, hold, scenery.words)
  }
  if (hand.kind === 'marquee') paintMarquee(brush, hand.rect)
  if (hand.kind === 'place') paintGhost(brush, hand.at)
  if (hand.kind === 'ink') paintStrokeInHand(brush, hand.stroke, anchorHere(scenery.editor, hand.stroke.anchor))
  if (hand.kind === 'link') paintReach(brush, scenery, hand)
}

function paintLanding(
  brush: Brush,
  { editor }: Scenery,
  { ids, by, over, allowed, onto, guides }: Hand & { kind: 'drag' },
): void {
  const [grabbed] = ids
  const under = onto === null ? undefined : editor.shown.seatOf(onto)
  if (under) return paintJoined(brush, under)
  if (!allowed || !over || grabbed === undefined) return
  if (over === 'parking' && !editor.parkingOpen.value) return
  const wishOf = (id: string) => editor.board.canvas.value.notes.get(id)?.place
  paintSlots(brush, landing(editor.shown, wishOf, { ids, grabbed, by, over }))
  paintGuides(brush, guides)
}

/** A link on its way: a note that can take it wears the accent, and the sentence is said already. */
function paintReach(
  brush: Brush,
  { editor, words }: Scenery,
  { from, to, target, end: pulled }: Hand & { kind: 'link' },
): void {
  const { notes } = editor.board.canvas.value
  const start = editor.shown.seatOf(from)
  const end = target === null ? undefined : editor.shown.noteRect(target)
  if (!start) return
  const curve = curveInHand(start, end ?? to)
  paintLinkInHand(brush, curve)
  if (!end) return
  paintRing(brush, end, brush.theme.accent)
  const [stays, reached] = [notes.get(from), notes.get(target ?? '')]
  const [fromNote, toNote] = pulled === 'head' ? [stays, reached] : [reached, stays]
  if (fromNote && toNote)
    paintTag(brush, curve, sentenceOf(fromNote, toNote, words.verb(fromNote.place[0], toNote.place[0])))
}
