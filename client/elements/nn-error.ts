/** A page that says in one sentence why there is no board here, and the one thing to do about it. */
import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import './nn-mark.ts'
import { pageLook } from './page-look.ts'
import { base, controls } from './theme/look.ts'

export type Failure = 'link' | 'removed' | 'unreachable' | 'failed' | 'page'

@customElement('nn-error')
export class NnError extends LitElement {
  static override styles = [
    base,
    controls,
    pageLook,
    css`
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      h1 {
        font: var(--t-title);
        letter-spacing: -0.026em;
        max-width: 720px;
        text-wrap: balance;
      }
      /* Read first, but no control. */
      h1:focus-visible {
        outline: none;
      }
      p {
        font-size: 16px;
        line-height: 24px;
        margin: 14px 0 32px;
      }
      .button {
        align-self: flex-start;
      }
      .low {
        flex: 1.6 0 24px;
      }
    `,
  ]

  @property() why: Failure = 'failed'

  override render() {
    const again = this.why === 'unreachable' || this.why === 'failed'
    return html`<main>
      <div class="brand"><nn-mark></nn-mark>${say('page.nonagon')}</div>
      <div class="grow"></div>
      <h1 tabindex="-1">${say(`error.${this.why}.title`)}</h1>
      <p class="soft">${say(`error.${this.why}.sentence`)}</p>
      ${
        again
          ? html`<button class="button primary large" @click=${this.again}>${say('error.again')}</button>`
          : html`<a class="button primary large" href="/">${say('error.first')}</a>`
      }
      <div class="low"></div>
    </main>`
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('h1')?.focus()
  }

  private again(): void {
    this.dispatchEvent(new CustomEvent('nn-again'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-error': NnError
  }
}
