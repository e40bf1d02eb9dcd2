/** Keeps an element beside something on the board while the camera moves: below it where there is room, else above. */
import type { LitElement, ReactiveController } from 'lit'
import { css } from 'lit'
import type { Rect } from '../../shared/base/geometry.ts'
import { clamp } from '../../shared/base/geometry.ts'
import type { Camera, Size } from '../editor/editor.ts'

const GAP = 16
const EDGE = 8

/** Of an element that `Beside` moves. */
export const besideLook = css`
  :host {
    position: absolute;
    left: 0;
    top: 0;
    z-index: var(--z-editor);
    max-width: calc(100% - 16px);
  }
`

/** Where on the stage a bar of this size stands; it never covers what it is about while there is room beside it. */
export function besideOf(
  rect: Rect,
  camera: Camera,
  stage: Size,
  bar: Size,
): { readonly x: number; readonly y: number } {
  const left = (rect.x - camera.x) * camera.zoom
  const top = (rect.y - camera.y) * camera.zoom
  const bottom = top + rect.height * camera.zoom
  const below = bottom + GAP
  const above = top - GAP - bar.height
  const lowest = stage.height - bar.height - EDGE
  const y = below <= lowest ? below : above >= EDGE ? above : lowest
  return {
    x: Math.round(clamp(left - EDGE, EDGE, Math.max(EDGE, stage.width - bar.width - EDGE))),
    y: Math.round(clamp(y, EDGE, Math.max(EDGE, lowest))),
  }
}

/** Moves its element beside what `about` answers: at each update, and when the element's own size comes out otherwise. */
export class Beside implements ReactiveController {
  readonly #host: LitElement
  readonly #about: () => { readonly rect: Rect; readonly camera: Camera; readonly stage: Size } | undefined
  readonly #sizes = new ResizeObserver(() => this.#place())

  constructor(
    host: LitElement,
    about: () => { readonly rect: Rect; readonly camera: Camera; readonly stage: Size } | undefined,
  ) {
    this.#host = host
    this.#about = about
    host.addController(this)
  }

  hostConnected(): void {
    this.#sizes.observe(this.#host)
  }

  hostUpdated(): void {
    this.#place()
  }

  hostDisconnected(): void {
    this.#sizes.disconnect()
  }

  #place(): void {
    const about = this.#about()
    if (!about) return
    const { x, y } = besideOf(about.rect, about.camera, about.stage, this.#host.getBoundingClientRect())
    this.#host.style.transform = `translate(${x}px, ${y}px)`
  }
}
