/** Paints votes on notes: my own dots in the foot while a vote is open, and a pill over the lower edge with what all came to. */
import { NOTE } from '../../../shared/canvas/layouts.ts'
import type { Ranked } from '../../../shared/workshop/ballots.ts'
import { baselineOf, FOOT } from '../../editor/anatomy.ts'
import { CUTS } from '../../editor/cuts.ts'
import { deviceX, deviceY } from '../lens.ts'
import type { Sight } from '../sights.ts'
import { wordsBox } from '../sights.ts'
import type { Brush } from './brush.ts'
import { measureOf, setType } from './brush.ts'

const DOT = { size: 18, ring: 2, gap: 5, most: 4 } as const

/** Units; the figures are never smaller on the screen than `least` px. */
const PILL = { height: 30, width: 40, padding: 12, right: 9, ring: 2, size: 19, least: 10 } as const

/** Between what is worn and the rest of the foot. */
const BESIDE = 10

/** What my dots or a result take of the foot, from its end. */
export const takenBy = (mine: number, tally: Ranked | undefined): number =>
  mine > 0 ? dotsWidth(mine) + BESIDE : tally ? PILL.width + BESIDE : 0

/** Without the ring around them. */
const dotsWidth = (count: number): number =>
  count > DOT.most ? 2 * DOT.size : count * DOT.size + (count - 1) * DOT.gap

/** What a paper wears. */
export interface Worn {
  readonly paper: Sight
  /** Dots of mine. */
  readonly mine: number
  readonly tally: Ranked | undefined
}

export function paintVotes(brush: Brush, worn: readonly Worn[]): void {
  const { context, lens } = brush
  for (const { paper, mine, tally } of worn) {
    context.setTransform(lens.scale, 0, 0, lens.scale, deviceX(lens, paper.atX), deviceY(lens, paper.atY))
    if (mine > 0) paintDots(brush, paper, mine)
    if (tally) paintPill(brush, paper, tally)
  }
  context.setTransform(1, 0, 0, 1, 0, 0)
}

/** At the end of the foot; many as one with their number. */
function paintDots(brush: Brush, paper: Sight, count: number): void {
  const { context, theme } = brush
  const isLeft = paper.fit?.direction !== 'rtl'
  const box = wordsBox(paper, isLeft ? 'ltr' : 'rtl')
  const width = dotsWidth(count)
  const left = isLeft ? box.x + box.width - width : box.x
  const radius = DOT.size / 2
  const middle = paper.height - FOOT.bottom - radius
  const disc = (x: number, wide: number) => {
    for (const [color, more] of [
      [theme.print.ground, DOT.ring],
      [theme.print.accent, 0],
    ] as const) {
      context.fillStyle = color
      context.beginPath()
      context.roundRect(x - more, middle - radius - more, wide + 2 * more, DOT.size + 2 * more, radius + more)
      context.fill()
    }
  }
  if (count > DOT.most) {
    disc(left, width)
    return write(brush, `${count}`, { x: left + width / 2, middle, size: 14, color: theme.print.ground })
  }
  for (let n = 0; n < count; n++) disc(left + n * (DOT.size + DOT.gap), DOT.size)
}

function paintPill(brush: Brush, paper: Sight, { dots, isTied }: Ranked): void {
  const { context, lens, theme } = brush
  const text = isTied ? `${dots} =` : `${dots}`
  const grown = Math.max(1, PILL.least / (PILL.size * lens.zoom))
  const size = PILL.size * grown
  const height = PILL.height * grown
  const words = measureOf(brush, CUTS.group)(text) * size
  const width = Math.max(PILL.width * grown, words + 2 * PILL.padding * grown)
  const left = NOTE.width - PILL.right - width
  const top = paper.height - height / 2
  for (const [color, more] of [
    [theme.print.ground, PILL.ring],
    [theme.noteInk, 0],
  ] as const) {
    context.fillStyle = color
    context.beginPath()
    context.roundRect(left - more, top - more, width + 2 * more, height + 2 * more, height / 2 + more)
    context.fill()
  }
  write(brush, text, { x: left + width / 2, middle: paper.height, size, color: theme.print.ground })
}

interface Writing {
  readonly x: number
  readonly middle: number
  readonly size: number
  readonly color: string
}

function write(brush: Brush, text: string, { x, middle, size, color }: Writing): void {
  const { context, ruler } = brush
  if (!ruler.isReady) return
  setType(brush, CUTS.group, size)
  context.direction = 'ltr'
  context.textAlign = 'center'
  context.fillStyle = color
  context.fillText(text, x, middle - size / 2 + baselineOf(size, size))
}
