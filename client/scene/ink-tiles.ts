/** What was drawn by hand, as tiles of bitmap: many strokes cost a few copies a frame, and only tiles that a stroke came to or left are filled anew. */
import type { Rect } from '../../shared/base/geometry.ts'
import { movedBy, overlaps } from '../../shared/base/geometry.ts'
import type { Shown } from '../editor/editor.ts'
import type { Lens } from './lens.ts'
import { inPixels } from './lens.ts'
import type { Brush } from './paint/brush.ts'
import type { StrokeLook } from './paint/ink.ts'
import { paintInk } from './paint/ink.ts'
import type { Theme } from './theme.ts'

export interface InkTiles {
  /** From now on for this theme and zoom. While the zoom is under way the tiles of a zoom nearby are stretched instead. */
  use(theme: Theme, scale: number, options: { readonly zooming: boolean }): void
  /** The tiles that are in sight, in units: what reaches into them is to be painted. */
  reach(lens: Lens): Rect
  /** Paints `strokes`, all that lie within reach. */
  paint(brush: Brush, strokes: readonly StrokeLook[], shown: Shown): void
}

interface Tile {
  readonly canvas: HTMLCanvasElement
  /** What it was filled with, in order. */
  drawn: readonly StrokeLook[]
}

/** A side in device pixels. */
const TILE = 512
/** Fewer strokes are filled directly: sharp at once, and no bitmap to keep. */
const FEW = 24
/** A megabyte each. */
const MOST_TILES = 40
const MOST_STRETCH = 1.6

export function createInkTiles(): InkTiles {
  const tiles = new Map<string, Tile>()
  let theme: Theme | undefined
  /** Device pixels to a unit in the tiles. */
  let scale = 0
  let edges = ''

  /** A tile holds what its strokes looked like then: another look, place or order is another filling. */
  const tileAt = (column: number, row: number, strokes: readonly StrokeLook[], brush: Brush, shown: Shown) => {
    const key = `${column} ${row}`
    const kept = tiles.get(key)
    if (kept && isSame(kept.drawn, strokes)) {
      // The last used stand last, so the first are the ones to let go.
      tiles.delete(key)
      tiles.set(key, kept)
      return kept.canvas
    }
    const canvas = kept?.canvas ?? document.createElement('canvas')
    canvas.width = TILE
    canvas.height = TILE
    const context = canvas.getContext('2d')
    if (!context) throw new Error('This browser gives no drawing surface.')
    const lens = { ...brush.lens, scale, dx: -column * TILE, dy: -row * TILE }
    paintInk({ ...brush, context, lens }, strokes, shown)
    tiles.set(key, { canvas, drawn: strokes })
    return canvas
  }

  return {
    use: (nextTheme, nextScale, { zooming }) => {
      const change = nextScale / scale
      const isNear = zooming && change > 1 / MOST_STRETCH && change < MOST_STRETCH
      if (nextTheme === theme && (change === 1 || isNear)) return
      theme = nextTheme
      scale = nextScale
      tiles.clear()
    },
    reach: ({ view }) => {
      const side = TILE / scale
      const [x, y] = [Math.floor(view.x / side) * side, Math.floor(view.y / side) * side]
      return {
        ...{ x, y },
        width: Math.ceil((view.x + view.width - x) / side) * side,
        height: Math.ceil((view.y + view.height - y) / side) * side,
      }
    },
    paint: (brush, strokes, shown) => {
      if (strokes.length <= FEW) return paintInk(brush, strokes, shown)
      const { context, lens } = brush
      // What runs over an edge is cut there: a block that grew cuts elsewhere.
      const now = [shown.sheet, shown.areaRect('parking')]
        .map(({ x, y, width, height }) => [x, y, width, height])
        .join()
      if (now !== edges) tiles.clear()
      edges = now
      const stretch = lens.scale / scale
      const side = TILE / scale
      const { x, y, width, height } = lens.view
      inPixels(context)
      for (let row = Math.floor(y / side); row * side < y + height; row++)
        for (let column = Math.floor(x / side); column * side < x + width; column++) {
          const here = strokesIn({ x: column * side, y: row * side, width: side, height: side }, strokes)
          if (here.length === 0) continue
          const canvas = tileAt(column, row, here, brush, shown)
          const [left, right] = [column, column + 1].map(at => Math.round(at * TILE * stretch) + lens.dx)
          const [top, bottom] = [row, row + 1].map(at => Math.round(at * TILE * stretch) + lens.dy)
          inPixels(context)
          context.drawImage(canvas, left ?? 0, top ?? 0, (right ?? 0) - (left ?? 0), (bottom ?? 0) - (top ?? 0))
        }
      for (const key of tiles.keys()) {
        if (tiles.size <= MOST_TILES) break
        tiles.delete(key)
      }
    },
  }
}

const strokesIn = (rect: Rect, strokes: readonly StrokeLook[]): readonly StrokeLook[] =>
  strokes.filter(({ outline, at }) => overlaps(movedBy(outline.bounds, at), rect))

const isSame = (a: readonly StrokeLook[], b: readonly StrokeLook[]): boolean =>
  a.length === b.length &&
  a.every((each, i) => {
    const other = b[i]
    return (
      other !== undefined &&
      each.stroke === other.stroke &&
      each.look === other.look &&
      each.at.x === other.at.x &&
      each.at.y === other.at.y
    )
  })
