/** Paints notes, in less detail the smaller they are: words and foot, words alone, or two bars in their place. */
import type { Point, Rect } from '../../../shared/base/geometry.ts'
import { NOTE } from '../../../shared/canvas/layouts.ts'
import { baselineOf } from '../../editor/anatomy.ts'
import { CUTS } from '../../editor/cuts.ts'
import type { Fit } from '../../editor/text-fit.ts'
import { lineHeightOf, wrapText } from '../../editor/text-fit.ts'
import type { Images } from '../images.ts'
import { deviceX, deviceY, inPixels } from '../lens.ts'
import type { Portrait, Portraits } from '../portraits.ts'
import type { Prints } from '../prints.ts'
import type { SceneWords } from '../scenery.ts'
import type { Sight, Sights } from '../sights.ts'
import { isLabel, wordsBox } from '../sights.ts'
import type { Theme } from '../theme.ts'
import type { Brush } from './brush.ts'
import { measureOf, setType } from './brush.ts'
import type { NoteState } from './far-notes.ts'
import { paintFarNotes } from './far-notes.ts'
import { paintFoot } from './foot.ts'
import { paintGroupWords, paintStack } from './groups.ts'
import { paintImage } from './image.ts'
import type { Paper } from './paper.ts'
import { FOOT_FROM, paintPaper, paintPiece, TEXT_FROM } from './paper.ts'

export interface NotePainter {
  readonly sights: Sights
  readonly prints: Prints
  readonly images: Images
  readonly portraits: Portraits
  readonly words: Pick<SceneWords, 'group'>
}

const PLAIN: NoteState = {}

/** Paints notes where they are at this moment. */
export function paintNotes(
  brush: Brush,
  painter: NotePainter,
  notes: readonly Sight[],
  stateOf: (note: Sight) => NoteState = () => PLAIN,
): void {
  if (brush.lens.zoom < TEXT_FROM) {
    paintFarNotes(brush, painter.prints, notes, stateOf)
    for (const note of notes) paintFarImage(brush, painter, note, stateOf(note))
    return
  }
  const { context, lens } = brush
  const rest: Sight[] = []
  let isInPixels = false
  for (const note of notes) {
    const state = stateOf(note)
    const x = deviceX(lens, note.atX)
    const y = deviceY(lens, note.atY)
    const width = deviceX(lens, note.atX + NOTE.width) - x
    const height = deviceY(lens, note.atY + note.height) - y
    const portrait = portraitOf(brush, painter, note, { width, height, state })
    if (portrait) {
      if (!isInPixels) inPixels(context)
      isInPixels = true
      context.drawImage(portrait.canvas, x - portrait.reach, y - portrait.reach)
      continue
    }
    rest.push(note)
    isInPixels = false
    context.setTransform(1, 0, 0, 1, x, y)
    if (note.group) paintStack(brush, painter.prints, note, { width, height, state })
    paintPaper(brush, painter.prints, note, { width, height, state })
    context.setTransform(lens.scale, 0, 0, lens.scale, x, y)
    paintWords(brush, painter, note, state)
  }
  paintFeet(brush, painter, rest, stateOf)
  context.globalAlpha = 1
}

/** Of a note that lies there with nothing happening to it. What is in its bitmap is what would be painted here. */
function portraitOf(brush: Brush, painter: NotePainter, note: Sight, paper: Paper): Portrait | undefined {
  const { width, height, state } = paper
  if (state.hovered || state.written || !canSit(brush, painter, note)) return undefined
  const { lens } = brush
  const reach = painter.prints.of(note.height).rest.reach
  const pose = { kind: state.drained ? 'drained' : 'plain', taken: state.taken ?? 0 } as const
  return painter.portraits.of(note, pose, { width, height, reach }, context => {
    const easel = { ...brush, context, type: {} }
    context.setTransform(1, 0, 0, 1, reach, reach)
    paintPaper(easel, painter.prints, note, paper)
    context.setTransform(lens.scale, 0, 0, lens.scale, reach, reach)
    paintWords(easel, painter, note, state)
    paintFootOf(easel, painter, note, state)
  })
}

/** Images arrive and fade in, groups have a stack below, and while the zoom is under way nothing stays as it is. */
const canSit = ({ ruler }: Brush, { prints }: NotePainter, { group, note }: Sight): boolean =>
  ruler.isReady && prints.stretch === 1 && !group && note.image === undefined

/** After all words: going from one typeface to another and back for each note costs more than what is written. */
function paintFeet(
  brush: Brush,
  painter: NotePainter,
  notes: readonly Sight[],
  stateOf: (note: Sight) => NoteState,
): void {
  const { context, lens } = brush
  for (const note of notes) {
    context.setTransform(lens.scale, 0, 0, lens.scale, deviceX(lens, note.atX), deviceY(lens, note.atY))
    paintFootOf(brush, painter, note, stateOf(note))
  }
}

function paintFarImage(brush: Brush, { sights, images }: NotePainter, note: Sight, state: NoteState): void {
  if (note.note.image === undefined) return
  const { context, lens } = brush
  context.setTransform(lens.scale, 0, 0, lens.scale, deviceX(lens, note.atX), deviceY(lens, note.atY))
  paintImage(brush, images, note, { direction: sights.fitOf(note).direction, state })
}

const TILT = (-1.2 * Math.PI) / 180

/** Paints one note lifted and slightly turned, with its upper left corner at this point. */
export function paintLifted(brush: Brush, painter: NotePainter, note: Sight, at: Point): void {
  const { context, lens } = brush
  const width = Math.round(NOTE.width * lens.scale)
  const height = Math.round(note.height * lens.scale)
  const x = deviceX(lens, at.x)
  const y = deviceY(lens, at.y)
  const { lift } = painter.prints.of(note.height)
  const reach = Math.ceil(Math.sin(-TILT) * width) - lift.x
  const portrait = canSit(brush, painter, note)
    ? painter.portraits.of(note, LIFTED, { width, height, reach }, easel =>
        paintTilted({ ...brush, context: easel, type: {} }, painter, note, { x: reach, y: reach, width, height }),
      )
    : undefined
  inPixels(context)
  if (portrait) context.drawImage(portrait.canvas, x - reach, y - reach)
  else paintTilted(brush, painter, note, { x, y, width, height })
  inPixels(context)
}

const LIFTED = { kind: 'lifted', taken: 0 } as const

function paintTilted(brush: Brush, painter: NotePainter, note: Sight, { x, y, width, height }: Rect): void {
  const { context, lens } = brush
  context.setTransform(1, 0, 0, 1, x + width / 2, y + height / 2)
  context.rotate(TILT)
  context.translate(-width / 2, -height / 2)
  if (!isLabel(note)) paintPiece(context, painter.prints.of(note.height).lift, painter.prints.stretch)
  if (note.group) paintStack(brush, painter.prints, note, { width, height, state: PLAIN })
  paintPaper(brush, painter.prints, note, { width, height, state: PLAIN, flat: true })
  context.scale(lens.scale, lens.scale)
  if (lens.zoom >= TEXT_FROM) paintWords(brush, painter, note, PLAIN)
  paintFootOf(brush, painter, note, PLAIN)
}

/** Paints one note on its way over: so much of its width, around its middle. */
export function paintTurned(
  brush: Brush,
  painter: NotePainter,
  note: Sight,
  { part, state }: { readonly part: number; readonly state: NoteState },
): void {
  const { context, lens } = brush
  const x = deviceX(lens, note.atX)
  const y = deviceY(lens, note.atY)
  const width = deviceX(lens, note.atX + NOTE.width) - x
  const height = deviceY(lens, note.atY + note.height) - y
  context.setTransform(part, 0, 0, 1, x + (width * (1 - part)) / 2, y)
  paintPaper(brush, painter.prints, note, { width, height, state, flat: true })
  context.scale(lens.scale, lens.scale)
  if (lens.zoom >= TEXT_FROM) paintWords(brush, painter, note, state)
}

/** Letters of a long note that open, and the lines they may take. */
const OPENED = { letters: 3_000, lines: 48, size: 14 } as const

/** A note whose words found no room, grown downwards over what lies below until they do. */
export function paintOpened(brush: Brush, painter: NotePainter, note: Sight): void {
  const { context, lens, theme } = brush
  const { direction } = painter.sights.fitOf(note)
  const box = wordsBox(note, direction)
  const { size } = OPENED
  const measure = measureOf(brush, CUTS.note)
  const lines = wrapText(note.note.text.slice(0, OPENED.letters), box.width, size, measure).slice(0, OPENED.lines)
  const lineHeight = lineHeightOf(size)
  const grown = Math.max(0, lines.length * lineHeight - box.height)
  const x = deviceX(lens, note.atX)
  const y = deviceY(lens, note.atY)
  const width = deviceX(lens, note.atX + NOTE.width) - x
  const height = deviceY(lens, note.atY + note.height + grown) - y
  context.setTransform(1, 0, 0, 1, x, y)
  paintPaper(brush, painter.prints, note, { width, height, state: { hovered: true }, flat: true })
  context.setTransform(lens.scale, 0, 0, lens.scale, x, y)
  paintImage(brush, painter.images, note, { direction, state: PLAIN })
  context.fillStyle = inksOf(note, theme).words
  paintText(brush, note, { size, lineHeight, lines, direction, isCut: false })
  context.setTransform(1, 0, 0, 1, 0, 0)
}

/** Ink for paper is the same by day and night; what stands on the sheet is written in that of the page. */
const inksOf = (sight: Sight, theme: Theme): { readonly words: string; readonly foot: string } =>
  isLabel(sight) ? { words: theme.ink, foot: theme.ink2 } : { words: theme.noteInk, foot: theme.noteInk2 }

/** Image and text, in units from the note's corner. */
function paintWords(brush: Brush, { sights, images, words }: NotePainter, note: Sight, state: NoteState): void {
  if (!brush.ruler.isReady) return
  if (note.group) return paintGroupWords(brush, note.group, note.prints.length > 0, words, state)
  const { context, theme } = brush
  const fit = sights.fitOf(note)
  paintImage(brush, images, note, { direction: fit.direction, state })
  if (!state.written) {
    context.fillStyle = state.drained ? theme.ink3 : inksOf(note, theme).words
    paintText(brush, note, fit)
  }
}

/** A group has counts instead, among its words. */
function paintFootOf(brush: Brush, { sights }: NotePainter, note: Sight, state: NoteState): void {
  const { context, lens, theme, ruler } = brush
  if (lens.zoom < FOOT_FROM || !ruler.isReady || note.group) return
  context.fillStyle = state.drained ? theme.ink3 : inksOf(note, theme).foot
  paintFoot(brush, note, sights.fitOf(note), state.taken)
}

function paintText(brush: Brush, note: Sight, { size, lineHeight, lines, direction }: Fit): void {
  const { context } = brush
  const box = wordsBox(note, direction)
  const x = direction === 'ltr' ? box.x : box.x + box.width
  setType(brush, CUTS.note, size)
  context.direction = direction
  context.textAlign = direction === 'ltr' ? 'left' : 'right'
  let y = box.y + baselineOf(lineHeight, size)
  for (const { text } of lines) {
    if (text) context.fillText(text, x, y)
    y += lineHeight
  }
}
