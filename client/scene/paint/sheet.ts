/** Paints the ruled sheet: blocks with titles, counts and questions, the parking lot beside it and the credit beneath. */
import { directionOf } from '../../../shared/base/direction.ts'
import type { Point, Rect } from '../../../shared/base/geometry.ts'
import type { Area, BlockId } from '../../../shared/canvas/blocks.ts'
import { BLOCK_IDS } from '../../../shared/canvas/blocks.ts'
import { NOTE, PADDING, TITLE_ROW } from '../../../shared/canvas/layouts.ts'
import { baselineOf } from '../../editor/anatomy.ts'
import { deviceX, deviceY, hair, inPixels } from '../lens.ts'
import { wrapText } from '../../editor/text-fit.ts'
import type { Brush } from './brush.ts'
import { CUTS } from '../../editor/cuts.ts'
import { measureOf, setType } from './brush.ts'
import type { TitleView } from './title.ts'
import { inSpace, paintTitle } from './title.ts'

export interface SheetWords {
  area(area: Area): string
  question(block: BlockId): string
  hiddenIn(count: number): string
  readonly credit: string
}

export interface SheetView extends TitleView {
  readonly words: SheetWords
  readonly parkingOpen: boolean
  /** The block under a note in hand that may land there. */
  readonly washed: Area | undefined
  /** What the running step is about. */
  readonly running: readonly Area[]
  /** Nothing is on the board yet. */
  readonly isEmpty: boolean
}

export function paintSheet(brush: Brush, view: SheetView): void {
  const { shown } = view
  inPixels(brush.context)
  fill(brush, shown.sheet, brush.theme.sheet)
  if (view.washed && view.washed !== 'parking') fill(brush, shown.areaRect(view.washed), brush.theme.wash)
  paintRules(brush, view)
  paintSheetEdge(brush, shown.sheet)
  paintParking(brush, view)
  paintRunning(brush, view)
  if (!brush.ruler.isReady) return
  for (const block of BLOCK_IDS) {
    if (isInSight(brush, { ...shown.areaRect(block), height: TITLE_ROW })) paintTitle(brush, view, block)
    if (shown.notesIn(block).length === 0 && view.hiddenIn(block) === 0) paintQuestion(brush, view, block)
  }
  paintCredit(brush, view)
}

function fill({ context, lens }: Brush, rect: Rect, color: string): void {
  const x = deviceX(lens, rect.x)
  const y = deviceY(lens, rect.y)
  context.fillStyle = color
  context.fillRect(x, y, deviceX(lens, rect.x + rect.width) - x, deviceY(lens, rect.y + rect.height) - y)
}

/** Each block draws its left and upper rule, where it has neighbours. */
function paintRules({ context, lens, theme }: Brush, { shown }: SheetView): void {
  const thin = hair(lens)
  context.fillStyle = theme.line2
  for (const block of BLOCK_IDS) {
    const { x, y, width, height } = shown.areaRect(block)
    const left = deviceX(lens, x)
    const top = deviceY(lens, y)
    if (x > shown.sheet.x) context.fillRect(left, top, thin, deviceY(lens, y + height) - top)
    if (y > shown.sheet.y) context.fillRect(left, top, deviceX(lens, x + width) - left, thin)
  }
}

const RUNNING = 3

/** A line along the top of the blocks that the running step is about. */
function paintRunning({ context, lens, theme }: Brush, { shown, running, parkingOpen }: SheetView): void {
  inPixels(context)
  context.fillStyle = theme.accent
  for (const area of running) {
    if (area === 'parking' && !parkingOpen) continue
    const { x, y, width } = shown.areaRect(area)
    const left = deviceX(lens, x)
    context.fillRect(left, deviceY(lens, y), deviceX(lens, x + width) - left, Math.round(RUNNING * lens.ratio))
  }
}

/** By day one crisp line along the lower edge, by night all round. */
function paintSheetEdge({ context, lens, theme }: Brush, sheet: Rect): void {
  const thin = hair(lens)
  const x = deviceX(lens, sheet.x)
  const y = deviceY(lens, sheet.y)
  const right = deviceX(lens, sheet.x + sheet.width)
  const bottom = deviceY(lens, sheet.y + sheet.height)
  context.fillStyle = theme.sheetEdge
  context.fillRect(x, bottom, right - x, thin)
  if (!theme.isDark) return
  context.fillRect(x - thin, y - thin, right - x + 2 * thin, thin)
  context.fillRect(x - thin, y, thin, bottom - y + thin)
  context.fillRect(right, y, thin, bottom - y + thin)
}

/** Its top and widths in units, its type in pixels. Wide blocks have longer lines. */
const QUESTION = { top: 58, size: 17, line: 22, width: 432, wide: 700, wideFrom: 1000 } as const
/** A question in a block smaller than this on the screen would be all there is. */
const QUESTION_LEAST = { width: 140, height: 110 }

function paintQuestion(brush: Brush, { shown, words, isEmpty }: SheetView, block: BlockId): void {
  const { context, lens, theme } = brush
  const { zoom } = lens
  const rect = shown.areaRect(block)
  const isSmall = rect.width * zoom < QUESTION_LEAST.width || rect.height * zoom < QUESTION_LEAST.height
  if (isSmall || !isInSight(brush, rect)) return
  const most = rect.width > QUESTION.wideFrom ? QUESTION.wide : QUESTION.width
  const width = Math.min(most, rect.width - 2 * PADDING) * zoom
  const measure = measureOf(brush, CUTS.question)
  const question = words.question(block)
  const lines = withoutWidow(wrapText(question, width, QUESTION.size, measure).map(({ text }) => text))
  const x = startOf(question, { x: rect.x + PADDING, width: rect.width - 2 * PADDING })
  inSpace(brush, { x, y: rect.y + QUESTION.top }, zoom)
  setType(brush, CUTS.question, QUESTION.size)
  runAs(context, question)
  context.fillStyle = theme.ink2
  lines.forEach((text, i) => {
    context.fillText(text, 0, i * QUESTION.line + baselineOf(QUESTION.line, QUESTION.size))
  })
  const below = ((lines.length + 1) * QUESTION.line) / zoom
  if (isEmpty && block === 'customerSegments')
    paintFirstSlot(brush, { x: rect.x + PADDING, y: rect.y + QUESTION.top + below })
}

/** Where a text of its own direction begins in a row. */
const startOf = (text: string, { x, width }: Pick<Rect, 'x' | 'width'>): number =>
  directionOf(text) === 'ltr' ? x : x + width

/** What is written next begins at its place and runs in the direction of this text. */
function runAs(context: CanvasRenderingContext2D, text: string): void {
  context.direction = directionOf(text)
  context.textAlign = 'start'
}

/** A last line of one short word looks lost: it takes another along. */
function withoutWidow(lines: readonly string[]): readonly string[] {
  const [last = '', before = ''] = [lines.at(-1), lines.at(-2)]
  const words = before.split(' ')
  if (lines.length < 2 || last.includes(' ') || words.length < 3) return lines
  return [...lines.slice(0, -2), words.slice(0, -1).join(' '), `${words.at(-1)} ${last}`]
}

/** Where the very first note may go: a dashed place with a plus. */
function paintFirstSlot({ context, lens, theme }: Brush, at: Point): void {
  inPixels(context)
  const stroke = Math.max(1, Math.floor(1.5 * lens.ratio))
  const x = deviceX(lens, at.x) + stroke / 2
  const y = deviceY(lens, at.y) + stroke / 2
  const width = Math.round(NOTE.width * lens.scale)
  const height = Math.round(NOTE.height * lens.scale)
  context.strokeStyle = theme.control
  context.lineWidth = stroke
  context.setLineDash([3 * stroke, 2 * stroke])
  context.strokeRect(x, y, width, height)
  context.setLineDash([])
  const [cx, cy, arm] = [x + Math.round(width / 2), y + Math.round(height / 2), 6 * lens.ratio]
  context.strokeStyle = theme.ink2
  context.beginPath()
  context.moveTo(cx - arm, cy)
  context.lineTo(cx + arm, cy)
  context.moveTo(cx, cy - arm)
  context.lineTo(cx, cy + arm)
  context.stroke()
}

const CREDIT = { size: 11, line: 16, off: 7 } as const

function paintCredit(brush: Brush, { shown, words }: SheetView): void {
  const { context, lens, theme } = brush
  const { sheet } = shown
  // On a phone the sheet is narrower than the credit, which is always legible as a whole.
  const measure = measureOf(brush, CUTS.text)
  const lines = wrapText(words.credit, sheet.width * lens.zoom, CREDIT.size, measure).map(({ text }) => text)
  inSpace(brush, { x: startOf(words.credit, sheet), y: sheet.y + sheet.height }, lens.zoom)
  setType(brush, CUTS.text, CREDIT.size)
  runAs(context, words.credit)
  context.fillStyle = theme.ink3
  withoutWidow(lines).forEach((text, i) => {
    context.fillText(text, 0, CREDIT.off + i * CREDIT.line + baselineOf(CREDIT.line, CREDIT.size))
  })
}

const SPINE_SIZE = 12.5

/** It is desk, not sheet: dashed and without a fill. Closed it is a spine with its name running down. */
function paintParking(brush: Brush, view: SheetView): void {
  const { context, lens, theme } = brush
  const rect = view.shown.areaRect('parking')
  if (!isInSight(brush, rect)) return
  if (view.washed === 'parking') fill(brush, rect, theme.wash)
  const thin = hair(lens)
  const x = deviceX(lens, rect.x) + thin / 2
  const y = deviceY(lens, rect.y) + thin / 2
  context.strokeStyle = theme.line2
  context.lineWidth = thin
  context.setLineDash([3 * thin, 2 * thin])
  context.strokeRect(x, y, deviceX(lens, rect.x + rect.width) - x, deviceY(lens, rect.y + rect.height) - y)
  context.setLineDash([])
  if (!brush.ruler.isReady) return
  if (view.parkingOpen) paintTitle(brush, view, 'parking')
  else paintSpine(brush, view, rect)
}

function paintSpine(brush: Brush, { shown, words }: SheetView, rect: Rect): void {
  const { context, lens, theme } = brush
  const width = rect.width * lens.zoom
  // Type that would be wider than its spine says nothing anyway.
  if (width < SPINE_SIZE) return
  const count = shown.notesIn('parking').length
  const text = count > 0 ? `${words.area('parking')}\u2002${count}` : words.area('parking')
  inSpace(brush, { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }, lens.zoom)
  // Read from above in either direction.
  context.rotate(directionOf(text) === 'ltr' ? Math.PI / 2 : -Math.PI / 2)
  setType(brush, CUTS.spine, SPINE_SIZE)
  context.textAlign = 'center'
  context.direction = directionOf(text)
  context.fillStyle = theme.ink3
  context.fillText(text, 0, 0.36 * SPINE_SIZE)
}

const isInSight = ({ lens: { view } }: Brush, rect: Rect): boolean =>
  rect.x < view.x + view.width &&
  rect.x + rect.width > view.x &&
  rect.y < view.y + view.height &&
  rect.y + rect.height > view.y
