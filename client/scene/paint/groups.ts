/** Paints groups: the papers below a closed one and the words on it, and the dashed line round an open one (LOOK §5). */
import type { Rect } from '../../../shared/base/geometry.ts'
import { NOTE } from '../../../shared/canvas/layouts.ts'
import type { GroupOfNotes } from '../../../shared/canvas/groups.ts'
import { EDGE, FOOT, footOf, RADIUS, STACK } from '../../editor/anatomy.ts'
import { CUTS } from '../../editor/cuts.ts'
import { NAME_SIZE, nameStrip, outlineOf } from '../../editor/group-outline.ts'
import { groupLines } from '../../editor/group-words.ts'
import { shortened } from '../../editor/text-fit.ts'
import { deviceX, deviceY, hair, inPixels } from '../lens.ts'
import type { Prints } from '../prints.ts'
import type { SceneWords } from '../scenery.ts'
import type { Sight } from '../sights.ts'
import type { Brush } from './brush.ts'
import { measureOf, setType } from './brush.ts'
import type { NoteState } from './far-notes.ts'
import type { Paper } from './paper.ts'

/** The edges of the notes below, each in its own colour; as many as there are, at most two. In device pixels from the corner. */
export function paintStack({ context, lens, theme }: Brush, prints: Prints, { group }: Sight, paper: Paper): void {
  const notes = group?.notes ?? []
  const edge = Math.max(1, Math.round(EDGE * lens.scale))
  const { width, height, state } = paper
  for (let n = Math.min(STACK.papers, notes.length - 1); n > 0; n--) {
    const off = Math.round(n * STACK.step * lens.scale)
    const color = notes[n]?.color ?? 'straw'
    context.fillStyle = prints.edge(state.drained ? 'drained' : color)
    context.beginPath()
    context.roundRect(off, off, width, height, RADIUS * lens.scale)
    context.fill()
    context.fillStyle = state.drained ? theme.drained : theme.notes[color].fill
    context.fillRect(off + edge, off + edge, width - 2 * edge, height - 2 * edge)
  }
}

/** Name, the first lines of what is in it, and how many there are. In units from the corner. */
export function paintGroupWords(
  brush: Brush,
  { group, notes }: GroupOfNotes,
  hasStripe: boolean,
  words: Pick<SceneWords, 'group'>,
  state: NoteState,
): void {
  const { context, theme } = brush
  const name = group.title || words.group.unnamed
  const { x, width, end, direction, anchor, lines } = groupLines(name, notes, hasStripe, cut => measureOf(brush, cut))
  context.direction = direction
  context.textAlign = anchor
  context.fillStyle = state.drained ? theme.ink3 : theme.noteInk
  for (const line of lines) {
    setType(brush, line.cut, line.size)
    context.fillText(line.text, x, line.y)
  }
  setType(brush, CUTS.foot, FOOT.size)
  context.fillStyle = state.drained ? theme.ink3 : theme.noteInk2
  context.textAlign = anchor === 'left' ? 'right' : 'left'
  const count = shortened(words.group.count(notes.length), width / FOOT.size, measureOf(brush, CUTS.foot))
  const taken = state.taken ?? 0
  context.fillText(count, anchor === 'left' ? end - taken : end + taken, footOf(NOTE.height))
}

/** From the line to where letters stand, in parts of their size, so that they lie on it. */
const NAME = { padding: 4, middle: 0.3 } as const
const DASH = [6, 4] as const

export interface OpenLook {
  readonly name: string
  readonly drained: boolean
  /** Pointed at or chosen. */
  readonly meant: boolean
}

/** The line round notes that stand together. */
export function paintOutline(
  { context, lens, theme }: Brush,
  heap: readonly Rect[],
  { meant, drained }: OpenLook,
): void {
  inPixels(context)
  const width = hair(lens)
  context.strokeStyle = drained ? theme.line2 : meant ? theme.ink : theme.control
  context.lineWidth = width
  context.setLineDash(DASH.map(part => part * lens.ratio))
  context.beginPath()
  for (const [from, to] of outlineOf(heap)) {
    context.moveTo(deviceX(lens, from.x) + width / 2, deviceY(lens, from.y) + width / 2)
    context.lineTo(deviceX(lens, to.x) + width / 2, deviceY(lens, to.y) + width / 2)
  }
  context.stroke()
  context.setLineDash([])
}

/** On the line, which it interrupts. */
export function paintGroupName(brush: Brush, heap: readonly Rect[], { name, drained, meant }: OpenLook): void {
  if (!brush.ruler.isReady) return
  const { context, lens, theme } = brush
  const strip = nameStrip(heap, lens.zoom)
  const size = Math.max(NAME_SIZE.units * lens.scale, NAME_SIZE.leastPx * lens.ratio)
  // Smaller than this the name would cover what it names.
  if (size > 2 * NAME_SIZE.units * lens.scale) return
  inPixels(context)
  const padding = NAME.padding * lens.ratio
  const measure = measureOf(brush, CUTS.strong)
  const text = shortened(name, (strip.width * lens.scale - 2 * padding) / size, measure)
  const left = deviceX(lens, strip.x)
  const line = deviceY(lens, strip.y + strip.height / 2)
  context.fillStyle = theme.sheet
  context.fillRect(left, line - 2 * lens.ratio, Math.ceil(measure(text) * size + 2 * padding), 5 * lens.ratio)
  setType(brush, CUTS.strong, size)
  context.textAlign = 'left'
  context.direction = 'ltr'
  context.fillStyle = drained ? theme.ink3 : meant ? theme.ink : theme.ink2
  context.fillText(text, left + padding, Math.round(line + NAME.middle * size))
}
