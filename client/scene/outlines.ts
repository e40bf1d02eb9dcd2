/** The outlines of strokes, made once: a stroke never changes its line, and 500 of them are filled in every frame. */
import type { Rect } from '../../shared/base/geometry.ts'
import type { Stroke } from '../../shared/canvas/records.ts'
import { boundsOf, outlineOf } from '../editor/strokes.ts'

export interface Outline {
  readonly path: Path2D
  /** From the anchor. */
  readonly bounds: Rect
}

export interface Outlines {
  of(stroke: Stroke): Outline
}

/** Kept as long as the snapshot is: a stroke that is read anew has another. */
export function createOutlines(): Outlines {
  const known = new WeakMap<Stroke, Outline>()
  return {
    of: stroke => {
      const before = known.get(stroke)
      if (before) return before
      const outline = { path: new Path2D(outlineOf(stroke)), bounds: boundsOf(stroke) }
      known.set(stroke, outline)
      return outline
    },
  }
}
