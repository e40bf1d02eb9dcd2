/** Groups in a picture: a closed one as the one paper it is, an open one as the line round its notes, with its name on it. */
import { directionOf } from '../../shared/base/direction.ts'
import type { Point, Rect } from '../../shared/base/geometry.ts'
import type { GroupOfNotes } from '../../shared/canvas/groups.ts'
import { NOTE } from '../../shared/canvas/layouts.ts'
import { byWish } from '../../shared/canvas/placement.ts'
import { EDGE, FOOT, footOf, INSIDE_WIDTH, insideOf, RADIUS, STACK } from '../editor/anatomy.ts'
import { CUTS } from '../editor/cuts.ts'
import { heapsOf, NAME_SIZE, nameStrip, outlineOf } from '../editor/group-outline.ts'
import { groupLines } from '../editor/group-words.ts'
import { printsOfAll } from '../editor/segments.ts'
import { shortened } from '../editor/text-fit.ts'
import { DAY } from './day.ts'
import { stripeShapes } from './note-shapes.ts'
import type { Group, PictureOptions, Shape } from './shapes.ts'
import { lineOf, short } from './shapes.ts'

type Options = Pick<PictureOptions, 'measure' | 'words'>

const paperShape = (color: keyof typeof DAY.notes, off: number): Shape => ({
  kind: 'box',
  ...{ x: off + EDGE / 2, y: off + EDGE / 2, width: INSIDE_WIDTH + EDGE, height: insideOf(NOTE.height) + EDGE },
  ...{ radius: RADIUS - EDGE / 2, fill: DAY.notes[color].fill, stroke: DAY.notes[color].edge },
})

/** The papers below, the name, the first lines, and how many there are; the words of all go along. */
export function closedShapes(
  { group, notes }: GroupOfNotes,
  { x, y }: Point,
  order: ReadonlyMap<string, number>,
  { measure, words }: Options,
): Group {
  const prints = printsOfAll(notes, order)
  const name = group.title || words.group.unnamed
  const { lines, direction, ...at } = groupLines(name, notes, prints.length > 0, measure)
  // On top is the note at whose place they all stand: the first that was put there.
  const [top] = [...notes].sort((a, b) => a.place[3] - b.place[3] || byWish(a, b))
  const papers = notes
    .slice(0, STACK.papers + 1)
    .map(({ color }, n) => paperShape(n === 0 && top ? top.color : color, n * STACK.step))
  const count = shortened(words.group.count(notes.length), at.width / FOOT.size, measure(CUTS.foot))
  const foot = { measure, size: FOOT.size, cut: CUTS.foot, color: DAY.noteInk2, direction, anchor: 'end' } as const
  return {
    kind: 'group',
    at: { x, y },
    title: notes.map(({ text }) => text).join('\n'),
    shapes: [
      ...papers.reverse(),
      ...stripeShapes(prints, direction, insideOf(NOTE.height)),
      ...lines.map(({ text, size, cut, y: baseline }) =>
        lineOf(text, { x: at.x, y: baseline }, { measure, size, cut, color: DAY.noteInk, direction }),
      ),
      lineOf(count, { x: at.end, y: footOf(NOTE.height) }, foot),
    ],
  }
}

const NAME = { padding: 4, middle: 0.3 } as const

export interface OpenShapes {
  /** Beneath the notes. */
  readonly line: Shape
  /** Above them. */
  readonly name: readonly Shape[]
}

/** A line round each heap that stands together. `rectOf`: where a note stands in the picture. */
export function openShapes(
  { group, notes }: GroupOfNotes,
  rectOf: (id: string) => Rect | undefined,
  { measure, words }: Options,
): readonly OpenShapes[] {
  const name = group.title || words.group.unnamed
  return heapsOf(notes.flatMap(({ id }) => rectOf(id) ?? [])).map((heap): OpenShapes => {
    const data = outlineOf(heap).map(([from, to]) => `M${point(from)}L${point(to)}`)
    const strip = nameStrip(heap, 1)
    const line = strip.y + strip.height / 2
    const size = NAME_SIZE.units
    const text = shortened(name, (strip.width - 2 * NAME.padding) / size, measure(CUTS.strong))
    const width = measure(CUTS.strong)(text) * size + 2 * NAME.padding
    const isLeft = directionOf(text) === 'ltr'
    const at = { x: strip.x + (isLeft ? NAME.padding : width - NAME.padding), y: line + NAME.middle * size }
    const look = { measure, size, cut: CUTS.strong, color: DAY.ink2, direction: directionOf(text) }
    return {
      line: { kind: 'path', data: data.join(''), color: DAY.control, stroke: 1, dash: [6, 4] },
      name: [{ kind: 'box', x: strip.x, y: line - 2, width, height: 4, fill: DAY.sheet }, lineOf(text, at, look)],
    }
  })
}

const point = ({ x, y }: Point): string => `${short(x)} ${short(y)}`
