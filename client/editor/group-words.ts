/** What stands on a closed group, on the screen and in pictures: its name, and the first lines of what is in it. Units from its corner. */
import { directionOf } from '../../shared/base/direction.ts'
import { NOTE } from '../../shared/canvas/layouts.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { baselineOf, textBox } from './anatomy.ts'
import type { Cut } from './cuts.ts'
import { CUTS } from './cuts.ts'
import type { Measure } from './text-fit.ts'
import { shortened } from './text-fit.ts'

const NAME = { size: 21, line: 26 } as const
const LINES = { most: 2, size: 18, line: 24, gap: 4 } as const

interface GroupLine {
  readonly text: string
  readonly y: number
  readonly size: number
  readonly cut: Cut
}

export interface GroupLines {
  /** Where lines start, where they would end, and how wide they may be. */
  readonly x: number
  readonly end: number
  readonly width: number
  readonly direction: 'ltr' | 'rtl'
  readonly anchor: 'left' | 'right'
  readonly lines: readonly GroupLine[]
}

export function groupLines(
  name: string,
  notes: readonly Note[],
  hasStripe: boolean,
  measure: (cut: Cut) => Measure,
): GroupLines {
  const direction = directionOf(name)
  const box = textBox({ hasStripe, direction, height: NOTE.height })
  const isLeft = direction === 'ltr'
  const begin = box.y + NAME.line + LINES.gap
  const line = (text: string, y: number, { size, line }: { size: number; line: number }, cut: Cut): GroupLine => ({
    text: shortened(text, box.width / size, measure(cut)),
    y: y + baselineOf(line, size),
    size,
    cut,
  })
  return {
    x: isLeft ? box.x : box.x + box.width,
    end: isLeft ? box.x + box.width : box.x,
    ...{ width: box.width, direction, anchor: isLeft ? 'left' : 'right' },
    lines: [
      line(name, box.y, NAME, CUTS.group),
      ...notes
        .slice(0, LINES.most)
        .map(({ text }, i) => line(firstLine(text), begin + i * LINES.line, LINES, CUTS.note)),
    ],
  }
}

/** No line holds more letters than this. */
const MOST_LETTERS = 80
const firstLine = (text: string): string => text.trim().split(/\r?\n/u, 1)[0]?.slice(0, MOST_LETTERS) ?? ''
