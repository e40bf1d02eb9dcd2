/** Konva, and all of it that is used: a stage with one unheard shape a layer, sharp at every pixel ratio. */
import './trusted-types.ts'
import { Konva } from 'konva/lib/Global.js'
import { Layer } from 'konva/lib/Layer.js'
import { Shape } from 'konva/lib/Shape.js'
import { Stage } from 'konva/lib/Stage.js'
import type { Size } from '../editor/editor.ts'

export interface Surface<Name extends string> {
  readonly ratio: number
  resize(size: Size): void
  /**
   * A layer with nothing on it is taken off the page: an empty surface costs as much to compose as a full one. One that
   * will be painted over from edge to edge need not be wiped before.
   */
  paint(layer: Name, options: { readonly empty: boolean; readonly covered: boolean }): void
  destroy(): void
}

export interface SurfaceOptions<Name extends string> {
  /** Bottom first. */
  readonly layers: readonly Name[]
  paint(layer: Name, context: CanvasRenderingContext2D): void
  /** The window went to another screen, or the page was zoomed. */
  ratioChanged(): void
}

export function createSurface<Name extends string>(host: HTMLElement, options: SurfaceOptions<Name>): Surface<Name> {
  // We say when to draw: Konva's own wishes would make a second paint in each frame.
  Konva.autoDrawEnabled = false
  const container = document.createElement('div')
  const stage = new Stage({ container: host.appendChild(container), width: 0, height: 0, listening: false })
  // The stage must not hear the pointer: presses are the host's.
  container.style.pointerEvents = 'none'
  let ratio = devicePixelRatio
  let wanted: Size = { width: 0, height: 0 }

  const layers = new Map<Name, Layer>()
  for (const name of options.layers) {
    const layer = new Layer({ listening: false })
    const sceneFunc = (context: { readonly _context: CanvasRenderingContext2D }) =>
      options.paint(name, context._context)
    layer.add(new Shape({ sceneFunc, listening: false, perfectDrawEnabled: false }))
    stage.add(layer)
    layers.set(name, layer)
  }

  const resize = (size: Size) => {
    wanted = size
    // A bitmap of whole pixels that is shown at its own size is never resampled.
    const whole = (length: number) => Math.ceil(length * ratio) / ratio
    stage.size({ width: whole(size.width), height: whole(size.height) })
  }
  const follow = () => {
    screen.removeEventListener('change', follow)
    ratio = devicePixelRatio
    screen = watchRatio(ratio, follow)
    for (const layer of layers.values()) layer.getCanvas().setPixelRatio(ratio)
    resize(wanted)
    options.ratioChanged()
  }
  let screen = watchRatio(ratio, follow)

  return {
    get ratio() {
      return ratio
    },
    resize,
    paint: (name, { empty, covered }) => {
      const layer = layers.get(name)
      if (!layer) return
      if (layer.visible() === empty) layer.visible(!empty)
      if (empty) return
      layer.clearBeforeDraw(!covered)
      layer.drawScene()
    },
    destroy: () => {
      screen.removeEventListener('change', follow)
      stage.destroy()
      container.remove()
    },
  }
}

/** Tells once this pixel ratio no longer holds. */
function watchRatio(ratio: number, listener: () => void): MediaQueryList {
  const query = matchMedia(`(resolution: ${ratio}dppx)`)
  query.addEventListener('change', listener)
  return query
}
