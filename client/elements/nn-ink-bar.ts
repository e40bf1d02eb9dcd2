/** The bar of pen and highlighter: ink and width. It stands at the lower end of the stage while one of them is the tool. */
import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { StrokeKind } from '../../shared/canvas/records.ts'
import type { Editor } from '../editor/editor.ts'
import type { Nib, StrokeColor } from '../editor/ink.ts'
import { STROKE_COLORS, STROKE_WIDTHS } from '../editor/ink.ts'
import { say } from '../words/words.ts'
import { floatingBar } from './theme/bar-look.ts'
import { base } from './theme/look.ts'
import { vars } from './vars.ts'
import { Watch } from './watch.ts'

const WIDTH_NAMES = ['thin', 'middle', 'thick'] as const
/** How large a width is shown: the largest fits its button. */
const SHOWN: Readonly<Record<StrokeKind, number>> = { pen: 1, highlighter: 0.5 }

@customElement('nn-ink-bar')
export class NnInkBar extends LitElement {
  static override styles = [
    base,
    floatingBar,
    css`
      :host {
        position: absolute;
        inset-block-end: 12px;
        inset-inline: 12px;
        z-index: var(--z-editor);
        display: flex;
        justify-content: flex-end;
        pointer-events: none;
      }
      .bar {
        flex-wrap: wrap;
        pointer-events: auto;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
      }
      button {
        display: grid;
        place-items: center;
        width: 30px;
        height: 36px;
        border-radius: var(--r-control);
        outline-offset: -2px;
      }
      i {
        border-radius: 50%;
        background: var(--paint);
        forced-color-adjust: none;
      }
      .inks i {
        width: 18px;
        height: 18px;
      }
      .widths i {
        width: var(--width);
        height: var(--width);
      }
      [aria-pressed='true'] i {
        outline: 2px solid var(--ink);
        outline-offset: 2px;
      }
      @media (pointer: coarse) {
        button {
          width: 44px;
          height: 44px;
        }
      }
      @media (pointer: coarse) and (max-width: 640px) {
        /* Three rows of three, beside the widths. */
        .inks {
          max-width: 132px;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  @property() kind: StrokeKind = 'pen'
  private readonly nibs = new Watch(this, () => this.editor.nibs)

  override render() {
    const nib = this.nibs.value[this.kind]
    return html`<div class="bar" role="group" aria-label=${say('ink.bar')}>
      <div class="row inks" role="group" aria-label=${say('ink.color')}>
        ${STROKE_COLORS.map(color => this.swatch(color, nib))}
      </div>
      <hr />
      <div class="row widths" role="group" aria-label=${say('ink.width')}>
        ${STROKE_WIDTHS[this.kind].map((width, i) => this.width(width, WIDTH_NAMES[i] ?? 'middle', nib))}
      </div>
    </div>`
  }

  private swatch(color: StrokeColor, nib: Nib) {
    const name = say(`ink.${color}`)
    return html`<button
      aria-label=${name}
      aria-pressed=${color === nib.color}
      data-tip=${name}
      ${vars({ '--paint': `var(--${color})` })}
      @click=${() => this.take({ ...nib, color })}
    >
      <i></i>
    </button>`
  }

  private width(width: number, name: (typeof WIDTH_NAMES)[number], nib: Nib) {
    const label = say(`ink.${name}`)
    return html`<button
      aria-label=${label}
      aria-pressed=${width === nib.width}
      data-tip=${label}
      ${vars({ '--paint': `var(--${nib.color})`, '--width': `${width * SHOWN[this.kind]}px` })}
      @click=${() => this.take({ ...nib, width })}
    >
      <i></i>
    </button>`
  }

  private take(nib: Nib): void {
    this.editor.nibs.set({ ...this.editor.nibs.value, [this.kind]: nib })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-ink-bar': NnInkBar
  }
}
