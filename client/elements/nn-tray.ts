/** Work that was not taken, with its words: add it again, copy it, or let it go. It never closes by itself. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Board, Offer } from '../editor/board.ts'
import { say } from '../words/words.ts'
import { copyText } from './copy.ts'
import { icon } from './icons.ts'
import { announce } from './nn-live.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

@customElement('nn-tray')
export class NnTray extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        position: absolute;
        inset-inline-end: 20px;
        bottom: 20px;
        z-index: var(--z-tray);
        width: min(372px, calc(100% - 32px));
      }
      section {
        display: flex;
        flex-direction: column;
        max-height: min(60dvh, 520px);
        padding: 18px 20px 16px;
        border-radius: var(--r-float);
        background: var(--sheet);
        box-shadow: var(--float);
        animation: rise var(--quick) var(--ease);
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        section {
          animation: none;
        }
      }
      h2 {
        display: flex;
        align-items: center;
        gap: 10px;
        margin-bottom: 4px;
        font-weight: 620;
      }
      h2 .icon {
        color: var(--alarm);
      }
      .why {
        margin-bottom: 12px;
      }
      .offers {
        overflow: auto;
        overscroll-behavior: contain;
      }
      .offer {
        padding: 9px 0;
        border-top: 1px solid var(--line);
      }
      .words {
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
      .actions,
      .each {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .actions {
        margin-top: 10px;
      }
      .actions .quiet {
        margin-inline-start: auto;
      }
      .each {
        margin-block: 4px 0;
        margin-inline: -8px 0;
      }
      textarea {
        width: 100%;
        min-height: 72px;
        margin-top: 10px;
        padding: 8px;
        border: 1px solid var(--control);
        border-radius: var(--r-control);
        font: var(--t-small);
      }
      @media (forced-colors: active) {
        section {
          border: 1px solid CanvasText;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare board: Board
  /** The text to copy by hand, where the page may not copy. */
  @state() private text = ''
  private readonly offers = new Watch(this, () => this.board.offers)

  override render() {
    const offers = this.offers.value
    if (offers.length === 0) return nothing
    const reasons = [...new Set(offers.map(offer => offer.reason))]
    const many = offers.length > 1
    return html`<section aria-label=${say('tray.label')}>
      <h2>${icon('triangle-alert')}${say('tray.title', { count: offers.length })}</h2>
      <p class="why soft">${reasons.map(reason => say(`refused.${reason}`)).join(' ')}</p>
      <div class="offers" tabindex="0" role="group" aria-label=${say('tray.label')}>
        ${repeat(
          offers,
          offer => offer.id,
          offer => this.offer(offer, many),
        )}
      </div>
      ${this.text ? html`<textarea readonly aria-label=${say('tray.copy')} .value=${this.text}></textarea>` : nothing}
      <div class="actions">
        <button class="button small primary" @click=${() => this.all(offer => this.board.offers.addAgain(offer.id))}>
          ${say(many ? 'tray.againAll' : 'tray.again')}
        </button>
        <button class="button small" @click=${this.copy}>${say('tray.copy')}</button>
        <button class="button small quiet" @click=${() => this.all(offer => this.board.offers.letGo(offer.id))}>
          ${say(many ? 'tray.letGoAll' : 'tray.letGo')}
        </button>
      </div>
    </section>`
  }

  private offer(offer: Offer, many: boolean) {
    return html`<div class="offer">
      ${titleOf(offer)}
      ${offer.change.text ? html`<p class="words">${say('tray.words', { text: offer.change.text })}</p>` : nothing}
      ${
        many
          ? html`<div class="each">
              <button class="button small quiet" @click=${() => this.board.offers.addAgain(offer.id)}>
                ${say('tray.again')}
              </button>
              <button class="button small quiet" @click=${() => this.board.offers.letGo(offer.id)}>
                ${say('tray.letGo')}
              </button>
            </div>`
          : nothing
      }
    </div>`
  }

  private all(act: (offer: Offer) => void): void {
    for (const offer of this.offers.value) act(offer)
  }

  private async copy(): Promise<void> {
    const text = this.offers.value
      .map(offer => [titleOf(offer), offer.change.text].filter(Boolean).join('\n'))
      .join('\n\n')
    if (await copyText(text)) {
      announce(this, say('tray.copied'))
      return
    }
    this.text = text
    await this.updateComplete
    this.renderRoot.querySelector('textarea')?.select()
  }
}

function titleOf({ change }: Offer): string {
  if (change.kind === 'other') return say('tray.other')
  return say(`tray.${change.kind}`, { area: say(`area.${change.block}`) })
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-tray': NnTray
  }
}
