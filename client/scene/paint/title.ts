/** Paints the title row of an area: number, name, and how many notes it has, in the direction of the name. */
import { directionOf } from '../../../shared/base/direction.ts'
import type { Point } from '../../../shared/base/geometry.ts'
import type { Area } from '../../../shared/canvas/blocks.ts'
import { areaNumber } from '../../../shared/canvas/blocks.ts'
import { PADDING, TITLE_ROW } from '../../../shared/canvas/layouts.ts'
import type { Shown } from '../../editor/editor.ts'
import { baselineOf } from '../../editor/anatomy.ts'
import type { Lens } from '../lens.ts'
import { deviceX, deviceY } from '../lens.ts'
import type { Brush } from './brush.ts'
import { CUTS } from '../../editor/cuts.ts'
import { shortened } from '../../editor/text-fit.ts'
import { measureOf, setType } from './brush.ts'

/** What a sheet is painted from. */
export type ShownSheet = Pick<Shown, 'sheet' | 'areaRect' | 'notesIn'>

export interface TitleView {
  readonly shown: ShownSheet
  readonly words: { area(area: Area): string; hiddenIn(count: number): string }
  /** Notes of others that are not revealed yet. */
  hiddenIn(area: Area): number
  /** Titles step back where others are looked at. */
  isAside(area: Area): boolean
}

/** A space in which type has a fixed size: typefaces are found at once only at sizes that were asked for before. */
interface Space {
  /** Local units per board unit. */
  readonly perUnit: number
  readonly size: number
}

/** 22 u, never below 13 px, and never higher than its row. */
function titleSpace({ zoom }: Lens): Space {
  if (22 * zoom >= 13) return { perUnit: 1, size: 22 }
  const highest = TITLE_ROW - 4
  return highest * zoom >= 13 ? { perUnit: zoom, size: 13 } : { perUnit: 1, size: highest }
}

/** From now on `context` draws from this point of the board, so many local units to a board unit. */
export function inSpace({ context, lens }: Brush, at: Point, perUnit: number): void {
  const scale = lens.scale / perUnit
  context.setTransform(scale, 0, 0, scale, deviceX(lens, at.x), deviceY(lens, at.y))
}

const NUMBER_GAP = 0.55
const NUMBER_LEAST = 0.75

export function paintTitle(brush: Brush, { shown, words, isAside, hiddenIn }: TitleView, area: Area): void {
  const { context, lens, theme } = brush
  const rect = shown.areaRect(area)
  const { perUnit, size } = titleSpace(lens)
  inSpace(brush, rect, perUnit)
  const y = baselineOf(TITLE_ROW * perUnit, size)
  const name = words.area(area)
  const direction = directionOf(name)
  const [start, end] = direction === 'ltr' ? (['left', 'right'] as const) : (['right', 'left'] as const)
  const width = (rect.width - 2 * PADDING) * perUnit
  /** From the start of the row, in local units. */
  const place = (along: number) => PADDING * perUnit + (direction === 'ltr' ? along : width - along)
  const steppedBack = isAside(area)

  const number = `${areaNumber(area)}`
  context.textAlign = start
  context.direction = direction
  setType(brush, CUTS.number, size)
  context.fillStyle = theme.ink3
  context.fillText(number, place(0), y)
  const numberWidth = Math.max(NUMBER_LEAST, measureOf(brush, CUTS.number)(number)) + NUMBER_GAP

  const measure = measureOf(brush, CUTS.title)
  const room = width / size - numberWidth
  const count = shown.notesIn(area).length
  const hidden = hiddenIn(area)
  const counts = [count > 0 ? `${count}` : '', hidden > 0 ? words.hiddenIn(hidden) : '']
  const countText = counts.filter(Boolean).join('   ')
  const countWidth = countText ? measureOf(brush, CUTS.text)(countText) + NUMBER_GAP : 0
  // Where there is no room for both, the name is what is needed.
  if (measure(name) + countWidth <= room) {
    setType(brush, CUTS.text, size)
    context.textAlign = end
    context.fillText(countText, place(width), y)
  }
  setType(brush, CUTS.title, size)
  context.textAlign = start
  context.fillStyle = steppedBack ? theme.ink3 : theme.ink
  context.fillText(shortened(name, room, measure), place(numberWidth * size), y)
}
