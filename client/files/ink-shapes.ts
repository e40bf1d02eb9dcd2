/** What was drawn by hand, as in the scene: above the rules, beneath links and notes, and not beyond the edge of the sheet. */
import type { Rect } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Stroke } from '../../shared/canvas/records.ts'
import { HIGHLIGHT, strokeColor } from '../editor/ink.ts'
import { anchorInside, outlineOf } from '../editor/strokes.ts'
import { DAY } from './day.ts'
import type { Group, Shape } from './shapes.ts'

type Areas = Readonly<Record<Area, Rect>>

export function inkShapes(
  strokes: readonly Stroke[],
  { areas, sheet }: { readonly areas: Areas; readonly sheet: Rect },
  shown: readonly Area[],
): readonly Group[] {
  const drawn = strokes.filter(({ anchor }) => shown.includes(anchor[0]))
  const parked = drawn.filter(({ anchor }) => anchor[0] === 'parking')
  const sheeted = drawn.filter(({ anchor }) => anchor[0] !== 'parking')
  return [inkWithin(sheeted, sheet, areas), inkWithin(parked, areas.parking, areas)].filter(
    ({ shapes }) => shapes.length > 0,
  )
}

function inkWithin(strokes: readonly Stroke[], clip: Rect, areas: Areas): Group {
  const isHighlight = ({ kind }: Stroke): boolean => kind === 'highlighter'
  const inOrder = [...strokes.filter(isHighlight), ...strokes.filter(stroke => !isHighlight(stroke))]
  return { kind: 'group', at: { x: 0, y: 0 }, clip, shapes: inOrder.map(stroke => strokeShape(stroke, areas)) }
}

function strokeShape(stroke: Stroke, areas: Areas): Shape {
  const rect = areas[stroke.anchor[0]]
  const { x, y } = anchorInside(stroke.anchor, rect)
  const name = strokeColor(stroke.color)
  const color = name === 'ink' ? DAY.ink : DAY.inks[name]
  const path: Shape = {
    ...{ kind: 'path', data: outlineOf(stroke), color },
    ...(stroke.kind === 'highlighter' && { opacity: HIGHLIGHT }),
  }
  return { kind: 'group', at: { x: rect.x + x, y: rect.y + y }, shapes: [path] }
}
