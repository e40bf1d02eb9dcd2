/** Where the blocks lie: two layouts as data, and the rectangles they take once their notes need room. Board units. */
import type { Rect } from '../base/geometry.ts'
import type { Area, BlockId } from './blocks.ts'
import { BLOCK_IDS } from './blocks.ts'

export const NOTE = Object.freeze({ width: 208, height: 128 })
export const GAP = 16
export const PADDING = 24
/** Height of a block's title row; notes begin below it. */
export const TITLE_ROW = 56
/** From one grid slot to the next. */
export const STEP = Object.freeze({ x: NOTE.width + GAP, y: NOTE.height + GAP })
/** A note with much to say takes two rows. */
export const TALL_NOTE = Object.freeze({ width: NOTE.width, height: NOTE.height + STEP.y })
/** Widths of the parking lot: a column of notes, or a spine. */
export const PARKING = Object.freeze({ open: 2 * PADDING + NOTE.width, closed: 48 })

export const LAYOUT_IDS = ['classic', 'grid'] as const
export type LayoutId = (typeof LAYOUT_IDS)[number]

/** Which cells of the layout's grid a block covers. */
interface Cells {
  readonly column: number
  readonly row: number
  readonly columns: number
  readonly rows: number
}

export interface Layout {
  readonly id: LayoutId
  readonly name: string
  /** Widths; they never change. */
  readonly columns: readonly number[]
  /** Heights while nothing needs more. */
  readonly rows: readonly number[]
  readonly blocks: Readonly<Record<BlockId, Cells>>
}

const cells = (column: number, row: number, columns = 1, rows = 1): Cells => ({ column, row, columns, rows })

/** Ten half columns, because the two money blocks share the bottom row in halves of the sheet. */
const CLASSIC: Layout = {
  id: 'classic',
  name: 'Classic',
  columns: Array.from({ length: 10 }, () => 240),
  rows: [496, 496, 352],
  blocks: {
    keyPartnerships: cells(0, 0, 2, 2),
    keyActivities: cells(2, 0, 2),
    keyResources: cells(2, 1, 2),
    valuePropositions: cells(4, 0, 2, 2),
    customerRelationships: cells(6, 0, 2),
    channels: cells(6, 1, 2),
    customerSegments: cells(8, 0, 2, 2),
    costStructure: cells(0, 2, 5),
    revenueStreams: cells(5, 2, 5),
  },
}

const GRID: Layout = {
  id: 'grid',
  name: '3 × 3',
  columns: [800, 800, 800],
  rows: [448, 448, 448],
  blocks: {
    customerSegments: cells(0, 0),
    valuePropositions: cells(1, 0),
    channels: cells(2, 0),
    customerRelationships: cells(0, 1),
    keyResources: cells(1, 1),
    keyActivities: cells(2, 1),
    revenueStreams: cells(0, 2),
    costStructure: cells(1, 2),
    keyPartnerships: cells(2, 2),
  },
}

export const LAYOUTS: Readonly<Record<LayoutId, Layout>> = Object.freeze({ classic: CLASSIC, grid: GRID })

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
const span = (sizes: readonly number[], start: number, count: number): number => sum(sizes.slice(start, start + count))

/** The width that notes of an area have in this layout. */
export function areaWidth(layout: Layout, area: Area): number {
  if (area === 'parking') return PARKING.open
  const { column, columns } = layout.blocks[area]
  return span(layout.columns, column, columns)
}

/** The height of an area while nothing needs more; the parking lot is as high as the sheet. */
export function areaHeight(layout: Layout, area: Area): number {
  if (area === 'parking') return sum(layout.rows)
  const { row, rows } = layout.blocks[area]
  return span(layout.rows, row, rows)
}

export interface LayoutRects {
  readonly areas: Readonly<Record<Area, Rect>>
  /** The nine blocks together. */
  readonly sheet: Rect
  /** The sheet with the parking lot beside it. */
  readonly whole: Rect
}

/** How many rows of notes each area needs beyond its default height; areas that are missing need none. */
export type GrownRows = Readonly<Partial<Record<Area, number>>>

/** Heights of the layout's rows. What a block over two rows lacks, the lower one gets: things move downwards only. */
function rowHeights(layout: Layout, grown: GrownRows): number[] {
  const heights = [...layout.rows]
  const bySpan = [...BLOCK_IDS].sort((a, b) => layout.blocks[a].rows - layout.blocks[b].rows)
  for (const id of bySpan) {
    const { row, rows } = layout.blocks[id]
    const last = row + rows - 1
    const lacking = areaHeight(layout, id) + STEP.y * (grown[id] ?? 0) - span(heights, row, rows)
    if (lacking > 0) heights[last] = (heights[last] ?? 0) + lacking
  }
  return heights
}

/** The rectangles of a layout: a block that needs more rows grows downwards, its whole grid row and the sheet with it. */
export function layoutRects(
  layout: Layout,
  grown: GrownRows = {},
  { parking = 'closed' }: { readonly parking?: 'open' | 'closed' } = {},
): LayoutRects {
  const heights = rowHeights(layout, grown)
  const sheet: Rect = { x: 0, y: 0, width: sum(layout.columns), height: sum(heights) }
  const blocks = BLOCK_IDS.map(id => {
    const { column, row, columns, rows } = layout.blocks[id]
    const rect: Rect = {
      x: span(layout.columns, 0, column),
      y: span(heights, 0, row),
      width: span(layout.columns, column, columns),
      height: span(heights, row, rows),
    }
    return [id, rect] as const
  })
  const needed = areaHeight(layout, 'parking') + STEP.y * (grown.parking ?? 0)
  const lot: Rect = {
    x: sheet.width + GAP,
    y: 0,
    width: PARKING[parking],
    height: parking === 'open' ? Math.max(sheet.height, needed) : sheet.height,
  }
  return {
    areas: { ...(Object.fromEntries(blocks) as Record<BlockId, Rect>), parking: lot },
    sheet,
    whole: { x: 0, y: 0, width: lot.x + lot.width, height: Math.max(sheet.height, lot.height) },
  }
}
