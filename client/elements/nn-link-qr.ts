/** A link as a QR code, large enough for a telephone held across a table. */
import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import './nn-dialog.ts'
import './nn-qr.ts'
import { base } from './theme/look.ts'

@customElement('nn-link-qr')
export class NnLinkQr extends LitElement {
  static override styles = [
    base,
    css`
      nn-dialog {
        --dialog-width: 420px;
      }
      nn-qr {
        --qr: min(356px, 100%);
        height: auto;
        aspect-ratio: 1;
      }
      .url {
        margin-top: 12px;
        font: var(--t-small);
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property() url = ''
  /** Which link it is. */
  @property() name = ''

  override render() {
    return html`<nn-dialog open .heading=${say('qr.title')} .sentence=${this.name}>
      <nn-qr .text=${this.url} .label=${say('qr.label', { link: this.name })}></nn-qr>
      <p class="url" dir="ltr">${this.url}</p>
    </nn-dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-link-qr': NnLinkQr
  }
}
