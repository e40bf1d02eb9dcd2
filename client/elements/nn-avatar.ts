/** A person as a disc in their ink, with initials. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Ink } from '../../shared/workshop/roles.ts'
import { isInk } from '../../shared/workshop/roles.ts'
import { icon } from './icons.ts'
import { initials } from './people-names.ts'
import { base } from './theme/look.ts'
import { vars } from './vars.ts'

@customElement('nn-avatar')
export class NnAvatar extends LitElement {
  static override styles = [
    base,
    css`
      :host([lead]) {
        margin: 0 2px;
      }
      :host {
        position: relative;
        flex: none;
        width: var(--avatar, 28px);
        height: var(--avatar, 28px);
      }
      span {
        display: grid;
        place-items: center;
        width: 100%;
        height: 100%;
        border-radius: 50%;
        background: var(--disc);
        color: var(--sheet);
        font: var(--t-tiny);
        letter-spacing: 0.02em;
        overflow: hidden;
        forced-color-adjust: none;
      }
      .lead {
        box-shadow:
          0 0 0 2px var(--surround, var(--desk)),
          0 0 0 4px var(--ink);
      }
      .ready {
        position: absolute;
        inset-block-end: -3px;
        inset-inline-end: -3px;
        width: 14px;
        height: 14px;
        padding: 2px;
        border-radius: 50%;
        background: var(--accent);
        color: var(--sheet);
        box-shadow: 0 0 0 2px var(--surround, var(--desk));
        forced-color-adjust: none;
      }
      .ready .icon {
        width: 10px;
        height: 10px;
        stroke-width: 3.4;
      }
      .away {
        background: none;
        color: var(--ink-3);
        box-shadow: inset 0 0 0 1.5px var(--line-2);
      }
    `,
  ]

  @property() name = ''
  @property() color: Ink = 'slate'
  /** Not reachable now: only a ring. */
  @property({ type: Boolean }) away = false
  /** A facilitator wears a second ring. */
  @property({ type: Boolean }) lead = false
  /** Done with the running step: a tick. */
  @property({ type: Boolean }) ready = false
  /** Beside a written name the disc is decoration. */
  @property({ type: Boolean }) named = false
  /** What is said of them besides the name. */
  @property() state = ''

  override render() {
    const label = this.state ? `${this.name}, ${this.state}` : this.name
    const ink = isInk(this.color) ? this.color : 'slate'
    return html`<span
      class="${this.away ? 'away' : ''} ${this.lead ? 'lead' : ''}"
      role=${this.named ? nothing : 'img'}
      aria-label=${this.named ? nothing : label}
      aria-hidden=${this.named ? 'true' : nothing}
      ${vars({ '--disc': `var(--${ink})` })}
      >${initials(this.name)}</span
    >${this.ready ? html`<i class="ready" aria-hidden="true">${icon('check', 'small')}</i>` : nothing}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-avatar': NnAvatar
  }
}
