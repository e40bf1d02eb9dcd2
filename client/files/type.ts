/** The typeface of pictures: brought for every letter that is on them, and measured. In the page only. */
import type { Cut } from '../editor/cuts.ts'
import { CUTS } from '../editor/cuts.ts'
import type { Measure } from '../editor/text-fit.ts'
import { FONT } from './day.ts'

/** Text is measured at this size; widths grow evenly with the size. */
const MEASURED_AT = 100

/** Fonts come in parts, one a script. What cannot be had is drawn in what there is. */
export async function bringType(texts: Iterable<string>): Promise<void> {
  const letters = new Set<string>()
  for (const text of texts) for (const letter of text) letters.add(letter)
  const { fonts } = document
  await Promise.allSettled(
    Object.values(CUTS).map(({ weight }) => fonts.load(`${weight} 16px ${FONT}`, [...letters].join(''))),
  )
}

export function createMeasure(): (cut: Cut) => Measure {
  const context = document.createElement('canvas').getContext('2d')
  const widths = new Map<number, Map<string, number>>()
  return ({ weight, tracking }) => {
    const kept = widths.get(weight) ?? new Map<string, number>()
    widths.set(weight, kept)
    return text => {
      let width = kept.get(text)
      if (width === undefined) {
        width = context ? widthOf(context, text, weight) : text.length / 2
        kept.set(text, width)
      }
      return width + tracking * text.length
    }
  }
}

function widthOf(context: CanvasRenderingContext2D, text: string, weight: number): number {
  context.font = `${weight} ${MEASURED_AT}px ${FONT}`
  context.textRendering = 'geometricPrecision'
  return context.measureText(text).width / MEASURED_AT
}
