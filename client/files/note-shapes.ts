/** A note as it lies on the board at rest, without its shadow: paper, stripe, words and foot. */
import { directionOf } from '../../shared/base/direction.ts'
import type { Rect } from '../../shared/base/geometry.ts'
import { NOTE } from '../../shared/canvas/layouts.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { kindOf } from '../../shared/canvas/vocabularies.ts'
import { baselineOf, downOf, EDGE, FOOT, footOf, imageRect, insideOf, RADIUS, textBox } from '../editor/anatomy.ts'
import { CUTS } from '../editor/cuts.ts'
import { printsOf } from '../editor/segments.ts'
import { PRINTS, restOf, sharesOf, STRIPE } from '../editor/stripes.ts'
import type { Fit } from '../editor/text-fit.ts'
import { fitText, shortened } from '../editor/text-fit.ts'
import { DAY } from './day.ts'
import type { Group, PictureOptions, Shape, Words } from './shapes.ts'
import { lineOf } from './shapes.ts'

export function noteShapes(
  note: Note,
  { x, y, height }: Rect,
  order: ReadonlyMap<string, number>,
  { measure, images, words }: PictureOptions,
): Group {
  const prints = printsOf(note, order)
  const direction = directionOf(note.text)
  const down = downOf(note.image, height)
  const box = textBox({ hasStripe: prints.length > 0, direction, height, down })
  const image = images?.get(note.image ?? '')
  const fit = fitText(note.text, box, measure(CUTS.note))
  const { fill, edge } = DAY.notes[note.color]
  const rest = restOf(prints)
  const foot = {
    start: [words.initials(note.author), rest > 0 ? `+${rest}` : ''].filter(Boolean).join('  '),
    end: kindOf(note.kinds[0] ?? '')?.label ?? '',
  }
  const paper: Shape = {
    kind: 'box',
    ...{ x: EDGE / 2, y: EDGE / 2, width: NOTE.width - EDGE, height: height - EDGE, radius: RADIUS - EDGE / 2 },
    ...{ fill, stroke: edge },
  }
  return {
    kind: 'group',
    at: { x, y },
    // The whole text goes along where the paper is too small for it.
    ...(fit.isCut && { title: note.text }),
    shapes: [
      ...(note.paper ? [] : [paper]),
      ...stripeShapes(prints, direction, insideOf(height)),
      ...(image && down > 0 ? [{ kind: 'photo', ...imageRect(box, down, image), image } as const] : []),
      ...textShapes(note.text, fit, box),
      ...footShapes(foot, { ...box, y: footOf(height) }, { direction, measure }),
    ],
  }
}

/** At the start edge, the bare part towards the words. */
export function stripeShapes(prints: readonly number[], direction: Fit['direction'], inside: number): readonly Shape[] {
  if (prints.length === 0) return []
  const left = direction === 'ltr' ? EDGE : NOTE.width - EDGE - STRIPE.width
  const x = direction === 'ltr' ? left : left + STRIPE.width - STRIPE.print
  const ground: Shape = { kind: 'box', x: left, y: EDGE, width: STRIPE.width, height: inside, fill: DAY.ground }
  const shares = sharesOf(prints, inside).flatMap(({ print, again, y, height }): Shape[] => {
    const inner = direction === 'ltr' ? left + STRIPE.width - 1 : left
    const second: Shape = { kind: 'box', x: inner, y: EDGE + y, width: 1, height, fill: DAY.inks.slate }
    return [{ kind: 'print', print, x, y: EDGE + y, height }, ...(again ? [second] : [])]
  })
  return [ground, ...shares]
}

/** The color of a print. */
export const inkOf = (print: number): string => DAY.inks[PRINTS[print]?.ink ?? 'slate']

function textShapes(text: string, fit: Fit, box: ReturnType<typeof textBox>): readonly Words[] {
  const { size, lineHeight, direction } = fit
  const lines = fit.lines.map((line, i) => {
    const end = (fit.lines[i - 1]?.start ?? 0) + (fit.lines[i - 1]?.text.length ?? 0)
    return { text: line.text, width: line.width, spaced: i > 0 && /\s/u.test(text.slice(end, line.start)) }
  })
  if (!text.trim()) return []
  return [
    {
      kind: 'words',
      x: direction === 'ltr' ? box.x : box.x + box.width,
      y: box.y + baselineOf(lineHeight, size),
      ...{ lines, lineHeight, size, direction, cut: CUTS.note, color: DAY.noteInk, anchor: 'start' },
    },
  ]
}

/** Whose it is at the start edge, of what kind at the other. */
function footShapes(
  { start, end }: { readonly start: string; readonly end: string },
  box: ReturnType<typeof textBox>,
  { direction, measure }: Pick<Fit, 'direction'> & Pick<PictureOptions, 'measure'>,
): readonly Words[] {
  const width = measure(CUTS.foot)
  const isLeft = direction === 'ltr'
  const look = { measure, size: FOOT.size, cut: CUTS.foot, color: DAY.noteInk2 }
  const room = box.width - (start ? width(start) * FOOT.size + FOOT.gap : 0)
  const fitting = end && shortened(end, room / FOOT.size, width)
  const [near, far] = [box.x, box.x + box.width]
  return [
    ...(start
      ? [lineOf(start, { x: isLeft ? near : far, y: box.y }, { ...look, anchor: isLeft ? 'start' : 'end' })]
      : []),
    ...(fitting
      ? [lineOf(fitting, { x: isLeft ? far : near, y: box.y }, { ...look, anchor: isLeft ? 'end' : 'start' })]
      : []),
  ]
}
