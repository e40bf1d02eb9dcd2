/** Paints the ruled sheet: blocks with titles, counts and questions, the parking lot beside it and the credit beneath. */
import type { Rect } from '../../../shared/base/geometry.ts'
import type { Area, BlockId } from '../../../shared/canvas/blocks.ts'
import { areaNumber, BLOCK_IDS } from '../../../shared/canvas/blocks.ts'
import { NOTE, PADDING, TITLE_ROW } from '../../../shared/canvas/layouts.ts'
import type { Shown } from '../../editor/editor.ts'
import { baselineOf } from '../anatomy.ts'
import { deviceX, deviceY, hair, inPixels, inUnits } from '../lens.ts'
import { wrapText } from '../text-fit.ts'
import type { Brush } from './brush.ts'
import { CUTS, measureOf, setType, shortened } from './brush.ts'

export interface SheetWords {
  area(area: Area): string
  question(block: BlockId): string
  readonly credit: string
}

export interface SheetView {
  readonly shown: Shown
  readonly words: SheetWords
  readonly parkingOpen: boolean
  /** The block under a note in hand that may land there. */
  readonly washed: Area | undefined
  /** The block that is looked at alone; the titles of the others step back. */
  readonly alone: Area | undefined
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
  if (!brush.ruler.isReady) return
  inUnits(brush.context, brush.lens)
  for (const block of BLOCK_IDS) {
    paintTitle(brush, view, block)
    if (shown.notesIn(block).length === 0) paintQuestion(brush, view, block)
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

/** 22 u, never below 13 px, and never higher than its row. */
const titleSize = (px: number): number => Math.min(Math.max(22, 13 * px), TITLE_ROW - 4)
const NUMBER_GAP = 0.55
const NUMBER_LEAST = 0.75

function paintTitle(brush: Brush, { shown, words, alone }: SheetView, area: Area): void {
  const { context, lens, theme } = brush
  const rect = shown.areaRect(area)
  const size = titleSize(lens.px)
  if (!isInSight(brush, { ...rect, height: TITLE_ROW })) return
  const y = rect.y + baselineOf(TITLE_ROW, size)
  const left = rect.x + PADDING
  const right = rect.x + rect.width - PADDING
  const steppedBack = alone !== undefined && alone !== area

  const number = `${areaNumber(area)}`
  context.textAlign = 'left'
  context.direction = 'ltr'
  setType(brush, CUTS.number, size)
  context.fillStyle = theme.ink3
  context.fillText(number, left, y)
  const numberWidth = Math.max(NUMBER_LEAST, measureOf(brush, CUTS.number)(number)) + NUMBER_GAP

  const count = shown.notesIn(area).length
  const countText = count > 0 ? `${count}` : ''
  setType(brush, CUTS.text, size)
  context.textAlign = 'right'
  context.fillText(countText, right, y)
  const countWidth = countText ? measureOf(brush, CUTS.text)(countText) + NUMBER_GAP : 0

  const room = (right - left) / size - numberWidth - countWidth
  setType(brush, CUTS.title, size)
  context.textAlign = 'left'
  context.fillStyle = steppedBack ? theme.ink3 : theme.ink
  context.fillText(shortened(words.area(area), room, measureOf(brush, CUTS.title)), left + numberWidth * size, y)
}

/** From the block's top; 17/22 px on screen. Wide blocks have longer lines. */
const QUESTION = { top: 58, size: 17, line: 22, width: 432, wide: 700, wideFrom: 1000 } as const
/** A question in a block smaller than this on the screen would be all there is. */
const QUESTION_LEAST = { width: 140, height: 110 }

function paintQuestion(brush: Brush, { shown, words, isEmpty }: SheetView, block: BlockId): void {
  const { context, lens, theme } = brush
  const rect = shown.areaRect(block)
  const isSmall = rect.width < QUESTION_LEAST.width * lens.px || rect.height < QUESTION_LEAST.height * lens.px
  if (isSmall || !isInSight(brush, rect)) return
  const size = QUESTION.size * lens.px
  const line = QUESTION.line * lens.px
  const most = rect.width > QUESTION.wideFrom ? QUESTION.wide : QUESTION.width
  const width = Math.min(most, rect.width - 2 * PADDING)
  const lines = withoutWidow(
    wrapText(words.question(block), width, size, measureOf(brush, CUTS.question)).map(l => l.text),
  )
  setType(brush, CUTS.question, size)
  context.textAlign = 'left'
  context.fillStyle = theme.ink2
  lines.forEach((text, i) => {
    context.fillText(text, rect.x + PADDING, rect.y + QUESTION.top + i * line + baselineOf(line, size))
  })
  if (isEmpty && block === 'customerSegments')
    paintFirstSlot(brush, rect.x + PADDING, rect.y + QUESTION.top + (lines.length + 1) * line)
}

/** A last line of one short word looks lost: it takes another along. */
function withoutWidow(lines: readonly string[]): readonly string[] {
  const [last = '', before = ''] = [lines.at(-1), lines.at(-2)]
  const words = before.split(' ')
  if (lines.length < 2 || last.includes(' ') || words.length < 3) return lines
  return [...lines.slice(0, -2), words.slice(0, -1).join(' '), `${words.at(-1)} ${last}`]
}

/** Where the very first note may go: a dashed place with a plus. */
function paintFirstSlot({ context, lens, theme }: Brush, x: number, y: number): void {
  const { px } = lens
  context.strokeStyle = theme.control
  context.lineWidth = 1.5 * px
  context.setLineDash([4 * px, 3 * px])
  context.strokeRect(x, y, NOTE.width, NOTE.height)
  context.setLineDash([])
  const [cx, cy, arm] = [x + NOTE.width / 2, y + NOTE.height / 2, 6 * px]
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
  const size = CREDIT.size * lens.px
  setType(brush, CUTS.text, size)
  context.textAlign = 'left'
  context.fillStyle = theme.ink3
  const top = sheet.y + sheet.height + CREDIT.off * lens.px
  context.fillText(words.credit, sheet.x, top + baselineOf(CREDIT.line * lens.px, size))
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
  inUnits(context, lens)
  if (view.parkingOpen) paintTitle(brush, view, 'parking')
  else paintSpine(brush, view, rect)
}

function paintSpine(brush: Brush, { shown, words }: SheetView, rect: Rect): void {
  const { context, lens, theme } = brush
  const size = Math.min(SPINE_SIZE * lens.px, rect.width * 0.8)
  const count = shown.notesIn('parking').length
  const text = count > 0 ? `${words.area('parking')}\u2002${count}` : words.area('parking')
  context.save()
  context.translate(rect.x + rect.width / 2, rect.y + rect.height / 2)
  context.rotate(Math.PI / 2)
  setType(brush, CUTS.spine, size)
  context.textAlign = 'center'
  context.fillStyle = theme.ink3
  context.fillText(text, 0, 0.36 * size)
  context.restore()
}

const isInSight = ({ lens: { view } }: Brush, rect: Rect): boolean =>
  rect.x < view.x + view.width &&
  rect.x + rect.width > view.x &&
  rect.y < view.y + view.height &&
  rect.y + rect.height > view.y
