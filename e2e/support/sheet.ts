/** Where things of a canvas lie on somebody's screen, by the product's own arithmetic: a mouse can be led to them. */
import { createView } from '../../client/editor/view.ts'
import type { Look } from '../../client/editor/view.ts'
import type { Rect } from '../../shared/base/geometry.ts'
import { centreOf } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { LAYOUTS } from '../../shared/canvas/layouts.ts'
import { arrange } from '../../shared/canvas/placement.ts'
import type { CanvasContent, Note } from '../../shared/canvas/records.ts'

/** Pixels of the page. */
export interface At {
  readonly x: number
  readonly y: number
}

export interface Sheet {
  /** A point of an area, in its own coordinates. */
  spot(area: Area, x: number, y: number): At
  /** Where the note with this text stands. */
  note(text: string): Rect
  middle(text: string): At
  readonly zoom: number
}

/** The classic layout with its parking lot closed, on a stage that lies there on the page. */
export function sheetOn(stage: Rect, { notes, groups }: CanvasContent, look: Look = { level: 'whole' }): Sheet {
  const { areas, sheet, whole, notes: rects } = arrange(LAYOUTS.classic, notes, { groups })
  const rectOf = (note: Note | undefined) => note && rects.get(note.id)
  const view = createView({
    whole: () => ({ ...sheet, width: whole.width }),
    area: area => areas[area],
    note: id => rects.get(id),
    homeOf: id => notes.find(note => note.id === id)?.place[0],
  })
  view.resize(stage)
  view.look(look)
  const camera = view.camera.value
  const at = (point: At): At => ({
    x: stage.x + (point.x - camera.x) * camera.zoom,
    y: stage.y + (point.y - camera.y) * camera.zoom,
  })
  const note = (text: string): Rect => {
    const rect = rectOf(notes.find(each => each.text.includes(text)))
    if (!rect) throw new Error(`There is no note “${text}” on the sheet.`)
    return { ...at(rect), width: rect.width * camera.zoom, height: rect.height * camera.zoom }
  }
  return {
    zoom: camera.zoom,
    spot: (area, x, y) => at({ x: areas[area].x + x, y: areas[area].y + y }),
    note,
    middle: text => centreOf(note(text)),
  }
}
