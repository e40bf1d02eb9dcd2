/** The blocks as painted: when the layout is another one, they glide to where they are now, with their notes. */
import type { Rect } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import type { Shown } from '../editor/editor.ts'
import { ease, mix } from './easing.ts'

export interface Blocks {
  /** Takes up where they are now. Answers whether they set off. */
  follow(now: number): boolean
  /** Where one is painted at this moment. */
  rectAt(area: Area, now: number): Rect
}

/** `calm`: how long they glide; 0 under reduced motion. */
export function createBlocks(shown: Shown, calm: () => number): Blocks {
  const standing = (): ReadonlyMap<Area, Rect> => new Map(AREAS.map(area => [area, shown.areaRect(area)]))
  let { layout } = shown
  let stood = standing()
  let way: { readonly from: ReadonlyMap<Area, Rect>; readonly since: number } | undefined

  const onTheWay = (area: Area, to: Rect, now: number): Rect => {
    const from = way?.from.get(area)
    const part = way && calm() > 0 ? ease((now - way.since) / calm()) : 1
    if (part >= 1) way = undefined
    return from && part < 1 ? between(from, to, part) : to
  }
  return {
    follow: now => {
      const isOther = layout !== shown.layout
      if (isOther)
        way = { from: new Map(AREAS.map(area => [area, onTheWay(area, rectIn(stood, area), now)])), since: now }
      layout = shown.layout
      stood = standing()
      return isOther && calm() > 0
    },
    rectAt: (area, now) => onTheWay(area, shown.areaRect(area), now),
  }
}

const NOWHERE: Rect = Object.freeze({ x: 0, y: 0, width: 0, height: 0 })
const rectIn = (rects: ReadonlyMap<Area, Rect>, area: Area): Rect => rects.get(area) ?? NOWHERE

const between = (from: Rect, to: Rect, part: number): Rect => ({
  x: mix(from.x, to.x, part),
  y: mix(from.y, to.y, part),
  width: mix(from.width, to.width, part),
  height: mix(from.height, to.height, part),
})
