/** The camera as it is shown: it follows a hand at once, and travels to where a look goes. */
import type { Camera, Size } from '../editor/editor.ts'
import { cameraBetween, ease } from './easing.ts'

export interface Travel {
  /** The editor's camera is another one. Answers until when the shown one is under way, or 0. */
  head(to: Camera, now: number, ms: number): number
  at(now: number, stage: Size): Camera
}

export function createTravel(start: Camera): Travel {
  let to = start
  let way: { readonly from: Camera; readonly since: number; readonly ms: number } | undefined
  let shown = start
  return {
    head: (next, now, ms) => {
      way = next.travels && ms > 0 ? { from: shown, since: now, ms } : undefined
      to = next
      return way ? now + ms : 0
    },
    at: (now, stage) => {
      if (way && now - way.since >= way.ms) way = undefined
      shown = way ? cameraBetween(way.from, to, stage, ease((now - way.since) / way.ms)) : to
      return shown
    },
  }
}
