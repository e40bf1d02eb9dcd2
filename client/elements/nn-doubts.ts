/** Asks a facilitator whether to leave the step, although something speaks against it. */
import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import './nn-dialog.ts'
import { base, controls } from './theme/look.ts'

@customElement('nn-doubts')
export class NnDoubts extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      li + li {
        margin-top: 4px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 20px;
      }
    `,
  ]

  @property({ attribute: false }) doubts: readonly string[] = []

  override render() {
    return html`<nn-dialog open .heading=${say('doubt.title')}>
      <ul>
        ${this.doubts.map(doubt => html`<li>${doubt}</li>`)}
      </ul>
      <div class="actions">
        <button class="button primary" @click=${this.leave}>${say('doubt.go')}</button>
        <button class="button" @click=${() => this.renderRoot.querySelector('nn-dialog')?.close()}>${say('doubt.stay')}</button>
      </div>
    </nn-dialog>`
  }

  private leave(): void {
    this.dispatchEvent(new CustomEvent('nn-leave'))
    this.renderRoot.querySelector('nn-dialog')?.close()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-doubts': NnDoubts
  }
}
