/** A link as a QR code, for the cameras in the room: ink on white by day and by night. */
import type { PropertyValues } from 'lit'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from './theme/look.ts'

/** Modules of white around it: without them cameras do not find it. */
const QUIET = 2

interface Drawing {
  readonly size: number
  readonly path: string
}

@customElement('nn-qr')
export class NnQr extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        width: var(--qr, 200px);
        height: var(--qr, 200px);
        border: 1px solid var(--line);
        background: #fff;
        forced-color-adjust: none;
      }
      svg {
        display: block;
        width: 100%;
        height: 100%;
        fill: #1e1d1a;
        shape-rendering: crispEdges;
      }
    `,
  ]

  @property() text = ''
  @property() label = ''
  @state() private drawing: Drawing | undefined

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text')) void this.draw(this.text)
  }

  override render() {
    const { drawing } = this
    if (!drawing) return nothing
    const { size, path } = drawing
    return html`<svg role="img" aria-label=${this.label} viewBox="${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}">
      <path d=${path} />
    </svg>`
  }

  private async draw(text: string): Promise<void> {
    const { encode } = await import('uqr')
    if (text !== this.text || !text) return
    const { data, size } = encode(text, { ecc: 'M', border: 0 })
    this.drawing = { size, path: data.map((row, y) => runsOf(row, y)).join('') }
  }
}

/** The dark modules of a row as bars. */
function runsOf(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    const from = x
    while (row[x]) x++
    if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`
  }
  return path
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-qr': NnQr
  }
}
