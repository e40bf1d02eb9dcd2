/** The eight colours of paper, one of them chosen. */
import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { NoteColor } from '../../shared/canvas/records.ts'
import { NOTE_COLORS } from '../../shared/canvas/records.ts'
import { say } from '../words/words.ts'
import { base } from './theme/look.ts'
import { vars } from './vars.ts'

@customElement('nn-swatches')
export class NnSwatches extends LitElement {
  static override styles = [
    base,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
      }
      button {
        display: grid;
        place-items: center;
        width: 27px;
        height: 32px;
        border-radius: var(--r-control);
        outline-offset: -2px;
      }
      i {
        width: 20px;
        height: 20px;
        border: 1px solid var(--edge);
        border-radius: var(--r-note);
        background: var(--paper);
        forced-color-adjust: none;
      }
      button[aria-pressed='true'] i {
        outline: 2px solid var(--ink);
        outline-offset: 2px;
      }
      @media (pointer: coarse) {
        button {
          width: 44px;
          height: 44px;
        }
      }
      /* Two rows of four: seven and one would look like a mistake. */
      @media (pointer: coarse) and (max-width: 640px) {
        .row {
          max-width: 176px;
        }
      }
    `,
  ]

  /** Undefined while several notes of different colours are chosen. */
  @property() color: NoteColor | undefined
  /** They have no keys here. */
  @property({ type: Boolean }) keyless = false

  override render() {
    return html`<div class="row" role="group" aria-label=${say('note.color')}>
      ${NOTE_COLORS.map(
        (color, i) =>
          html`<button
            aria-label=${say(`color.${color}`)}
            aria-pressed=${color === this.color}
            data-tip=${`${say(`color.${color}`)}${this.keyless ? '' : `  Alt ${i + 1}`}`}
            ${vars({ '--paper': `var(--${color})`, '--edge': `var(--${color}-edge)` })}
            @click=${() => this.dispatchEvent(new CustomEvent<NoteColor>('nn-color', { detail: color }))}
          >
            <i></i>
          </button>`,
      )}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-swatches': NnSwatches
  }
}
