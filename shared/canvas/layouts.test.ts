import { describe, expect, test } from 'vitest'
import { overlaps } from '../base/geometry.ts'
import { BLOCK_IDS } from './blocks.ts'
import { areaHeight, areaWidth, LAYOUT_IDS, LAYOUTS, layoutRects } from './layouts.ts'

const FIGURES = {
  classic: {
    keyPartnerships: [0, 0, 480, 992],
    keyActivities: [480, 0, 480, 496],
    keyResources: [480, 496, 480, 496],
    valuePropositions: [960, 0, 480, 992],
    customerRelationships: [1440, 0, 480, 496],
    channels: [1440, 496, 480, 496],
    customerSegments: [1920, 0, 480, 992],
    costStructure: [0, 992, 1200, 352],
    revenueStreams: [1200, 992, 1200, 352],
  },
  grid: {
    customerSegments: [0, 0, 800, 448],
    valuePropositions: [800, 0, 800, 448],
    channels: [1600, 0, 800, 448],
    customerRelationships: [0, 448, 800, 448],
    keyResources: [800, 448, 800, 448],
    keyActivities: [1600, 448, 800, 448],
    revenueStreams: [0, 896, 800, 448],
    costStructure: [800, 896, 800, 448],
    keyPartnerships: [1600, 896, 800, 448],
  },
} as const

describe.each(LAYOUT_IDS)('the %s layout', id => {
  const layout = LAYOUTS[id]

  test('has the figures that the page is drawn by', () => {
    const { areas, sheet } = layoutRects(layout)
    expect(sheet).toEqual({ x: 0, y: 0, width: 2400, height: 1344 })
    for (const block of BLOCK_IDS) {
      const { x, y, width, height } = areas[block]
      expect([x, y, width, height]).toEqual(FIGURES[id][block])
      expect([areaWidth(layout, block), areaHeight(layout, block)]).toEqual([width, height])
    }
  })

  test.each([
    ['empty', {}],
    ['with one block that grew', { customerSegments: 3 }],
    [
      'with many that grew',
      { keyActivities: 1, channels: 4, costStructure: 2, keyPartnerships: 9, customerRelationships: 2 },
    ],
  ])('covers the sheet without gaps or overlap, %s', (_, grown) => {
    const { areas, sheet } = layoutRects(layout, grown)
    const rects = BLOCK_IDS.map(block => areas[block])
    const ground = rects.reduce((sum, rect) => sum + rect.width * rect.height, 0)
    expect(ground).toBe(sheet.width * sheet.height)
    for (const [i, rect] of rects.entries()) {
      expect(rect.x + rect.width).toBeLessThanOrEqual(sheet.width)
      expect(rect.y + rect.height).toBeLessThanOrEqual(sheet.height)
      expect(rects.slice(i + 1).some(other => overlaps(rect, other))).toBe(false)
    }
  })

  test('a block grows downwards by 144 a row; columns and what stands above never change', () => {
    const before = layoutRects(layout).areas
    const { areas, sheet } = layoutRects(layout, { channels: 2 })
    expect(areas.channels).toEqual({ ...before.channels, height: before.channels.height + 288 })
    expect(sheet.height).toBe(1344 + 288)
    for (const block of BLOCK_IDS) {
      expect([areas[block].x, areas[block].width]).toEqual([before[block].x, before[block].width])
      if (before[block].y <= before.channels.y) expect(areas[block].y).toBe(before[block].y)
    }
  })

  test('the parking lot lies right of the sheet: a spine, or a column of notes', () => {
    const closed = layoutRects(layout, { parking: 5 })
    expect(closed.areas.parking).toEqual({ x: 2416, y: 0, width: 48, height: 1344 })
    const open = layoutRects(layout, { parking: 5, channels: 1 }, { parking: 'open' })
    expect(open.areas.parking).toEqual({ x: 2416, y: 0, width: 256, height: 1344 + 5 * 144 })
    expect(open.whole).toEqual({ x: 0, y: 0, width: 2672, height: 1344 + 5 * 144 })
    expect(open.sheet.height).toBe(1344 + 144)
  })
})

test('two tall neighbours share the room that one of them makes', () => {
  const { areas } = layoutRects(LAYOUTS.classic, { keyActivities: 2, keyPartnerships: 3 })
  expect(areas.keyActivities.height).toBe(496 + 288)
  expect(areas.keyPartnerships.height).toBe(992 + 432)
  expect(areas.keyResources.height).toBe(496 + 144)
})
