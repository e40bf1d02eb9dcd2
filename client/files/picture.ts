/** The whole canvas as a picture, from plain values: heading, sheet, rules, notes, links if wanted, legend and credit. */
import type { Direction } from '../../shared/base/direction.ts'
import { directionOf } from '../../shared/base/direction.ts'
import type { Point } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { areaNumber, BLOCK_IDS } from '../../shared/canvas/blocks.ts'
import { byReading } from '../../shared/canvas/canvas.ts'
import { groupsAmong } from '../../shared/canvas/groups.ts'
import { LAYOUTS, PADDING, TITLE_ROW } from '../../shared/canvas/layouts.ts'
import type { Arrangement } from '../../shared/canvas/placement.ts'
import { arrange } from '../../shared/canvas/placement.ts'
import type { CanvasContent, Note } from '../../shared/canvas/records.ts'
import { baselineOf } from '../editor/anatomy.ts'
import { CUTS } from '../editor/cuts.ts'
import { headingOf, startOf, tipOf } from '../editor/curves.ts'
import { linkCurves } from '../editor/link-curves.ts'
import { orderOf, segmentsAmong } from '../editor/segments.ts'
import { shortened } from '../editor/text-fit.ts'
import { DAY } from './day.ts'
import { closedShapes, openShapes } from './group-shapes.ts'
import { inkShapes } from './ink-shapes.ts'
import { footShapes } from './foot-shapes.ts'
import { noteShapes } from './note-shapes.ts'
import type { Picture, PictureOptions, Shape } from './shapes.ts'
import { lineOf, short } from './shapes.ts'

const MARGIN = 48
const HEAD = { height: 84, baseline: 44, size: 44, date: 22, gap: 48 } as const

export function pictureOf(content: CanvasContent, options: PictureOptions): Picture {
  const { parking, layout } = options
  const arrangement = arrange(LAYOUTS[layout], content.notes, {
    parking: parking ? 'open' : 'closed',
    groups: content.groups,
  })
  const { sheet, whole } = arrangement
  const body = parking ? whole : sheet
  const title = content.about.title || options.words.untitled
  const segments = segmentsAmong(content.notes)
  const foot = footShapes(segments, { ...options, width: body.width })
  const below = Math.max(sheet.height + foot.height, body.height)
  return {
    width: body.width + 2 * MARGIN,
    height: MARGIN + HEAD.height + below + MARGIN,
    title,
    ground: DAY.desk,
    shapes: [
      { kind: 'group', at: { x: MARGIN, y: MARGIN }, shapes: headShapes(title, sheet.width, options) },
      {
        kind: 'group',
        at: { x: MARGIN, y: MARGIN + HEAD.height },
        shapes: [...sheetShapes(arrangement), ...areaShapes(content, arrangement, segments, options)],
      },
      { kind: 'group', at: { x: MARGIN, y: MARGIN + HEAD.height + sheet.height }, shapes: foot.shapes },
    ],
  }
}

function headShapes(title: string, width: number, { measure, words }: PictureOptions): readonly Shape[] {
  const y = HEAD.baseline
  const dated = measure(CUTS.text)(words.date) * HEAD.date + HEAD.gap
  const name = shortened(title, (width - dated) / HEAD.size, measure(CUTS.title))
  /** At the left or the right, whichever way the text runs. */
  const at = (side: 'left' | 'right', direction: Direction) => ({
    direction,
    anchor: (side === 'left') === (direction === 'ltr') ? ('start' as const) : ('end' as const),
  })
  const look = { measure, size: HEAD.size, cut: CUTS.title, color: DAY.ink }
  const small = { measure, size: HEAD.date, cut: CUTS.text, color: DAY.ink3 }
  return [
    lineOf(name, { x: 0, y }, { ...look, ...at('left', directionOf(name)) }),
    lineOf(words.date, { x: width, y }, { ...small, ...at('right', directionOf(words.date)) }),
  ]
}

/** The sheet, and the rules between its blocks: each draws its left and its upper one, where it has a neighbour. */
function sheetShapes({ sheet, areas }: Arrangement): readonly Shape[] {
  const rule = (data: string, color: string = DAY.line2): Shape => ({ kind: 'path', data, color, stroke: 1.5 })
  const rules = BLOCK_IDS.flatMap(id => {
    const { x, y, width, height } = areas[id]
    return [...(x > 0 ? [rule(`M${x} ${y}v${height}`)] : []), ...(y > 0 ? [rule(`M${x} ${y}h${width}`)] : [])]
  })
  return [
    { kind: 'box', ...sheet, fill: DAY.sheet },
    ...rules,
    rule(`M0 ${sheet.height + 0.75}h${sheet.width}`, DAY.sheetEdge),
  ]
}

/** Titles, links beneath the notes, the notes area by area as they are read, heads above them. */
function areaShapes(
  content: CanvasContent,
  { areas, sheet, notes: rects, groups: closed }: Arrangement,
  segments: readonly Note[],
  options: PictureOptions,
): readonly Shape[] {
  const order = orderOf(segments)
  const shown: readonly Area[] = options.parking ? [...BLOCK_IDS, 'parking'] : BLOCK_IDS
  const byArea = new Map<Area, Note[]>(shown.map(area => [area, []]))
  for (const note of content.notes) byArea.get(note.place[0])?.push(note)
  const titles = shown.map((area): Shape => {
    const { x, y, width, height } = areas[area]
    const desk: Shape = {
      kind: 'box',
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      stroke: DAY.line2,
      dash: [6, 4],
    }
    const title = titleShapes(area, byArea.get(area)?.length ?? 0, width, options)
    return { kind: 'group', at: { x, y }, shapes: area === 'parking' ? [desk, ...title] : title }
  })
  const notes = [...byArea.values()].flat().flatMap(note => {
    const rect = rects.get(note.id)
    return rect ? [noteShapes(note, { ...rect, x: short(rect.x), y: short(rect.y) }, order, options)] : []
  })
  const groupsById = new Map(content.groups.map(group => [group.id, group]))
  const groups = [...byArea.values()].flatMap(list => groupsAmong(groupsById, [...list].sort(byReading)))
  const open = groups.flatMap(each => (each.group.closed ? [] : openShapes(each, id => rects.get(id), options)))
  const papers = groups.flatMap(each => {
    const rect = closed.get(each.group.id)
    return rect ? [closedShapes(each, { x: short(rect.x), y: short(rect.y) }, order, options)] : []
  })
  const seats = new Map(rects)
  for (const { group, notes: inside } of groups) {
    const rect = closed.get(group.id)
    if (rect) for (const { id } of inside) seats.set(id, rect)
  }
  const { lines, heads } = options.links ? linkShapes(content, seats) : { lines: [], heads: [] }
  const ink = inkShapes(content.strokes, { areas, sheet }, shown)
  const [outlines, names] = [open.map(({ line }) => line), open.flatMap(({ name }) => name)]
  return [...titles, ...ink, ...lines, ...outlines, ...notes, ...papers, ...names, ...heads]
}

const TITLE = { size: 22, gap: 0.55, number: 0.75 } as const

/** Number and name of an area, and how many notes it has where there is room for that. */
function titleShapes(area: Area, count: number, width: number, options: PictureOptions): readonly Shape[] {
  const { measure, words } = options
  const { size } = TITLE
  const y = baselineOf(TITLE_ROW, size)
  const number = `${areaNumber(area)}`
  const begin = (Math.max(TITLE.number, measure(CUTS.number)(number)) + TITLE.gap) * size
  const room = width - 2 * PADDING - begin
  const name = words.area(area)
  const counted = (measure(CUTS.text)(`${count}`) + TITLE.gap) * size
  const hasRoom = measure(CUTS.title)(name) * size + counted <= room
  const direction = directionOf(name)
  /** From the start of the row. */
  const at = (along: number) => ({ x: direction === 'ltr' ? PADDING + along : width - PADDING - along, y })
  const soft = { measure, size, color: DAY.ink3, direction }
  return [
    lineOf(number, at(0), { ...soft, cut: CUTS.number }),
    lineOf(shortened(name, room / size, measure(CUTS.title)), at(begin), {
      ...{ measure, size, direction },
      ...{ cut: CUTS.title, color: DAY.ink },
    }),
    ...(count > 0 && hasRoom
      ? [lineOf(`${count}`, at(width - 2 * PADDING), { ...soft, cut: CUTS.text, anchor: 'end' })]
      : []),
  ]
}

const LINK = { width: 1.8, head: 14, half: 7 } as const

/** A line ends well inside its head. */
function linkShapes({ links }: CanvasContent, seats: Arrangement['notes']) {
  const lines: Shape[] = []
  const heads: Shape[] = []
  for (const curve of linkCurves(links, id => seats.get(id), { papers: [...new Set(seats.values())] }).values()) {
    const [start, tip] = [startOf(curve), tipOf(curve)]
    const { x, y } = headingOf(curve)
    const back = (by: number, aside = 0) => ({ x: tip.x - x * by - y * aside, y: tip.y - y * by + x * aside })
    const { width, head, half } = LINK
    const cubics = curve.map(([, leave, arrive, next], i) => {
      const isLast = i + 1 === curve.length
      return `C${points(leave, arrive, isLast ? back(head * 0.7) : next)}`
    })
    const line = `M${points(start)}${cubics.join('')}`
    lines.push({ kind: 'path', data: line, color: DAY.ink, stroke: width })
    heads.push({
      kind: 'path',
      data: `M${points(tip)}L${points(back(head, half), back(head, -half))}z`,
      color: DAY.ink,
    })
  }
  return { lines, heads }
}

const points = (...list: readonly Point[]): string => list.map(({ x, y }) => `${short(x)} ${short(y)}`).join(' ')
