/** The way in, as large as the screen: read from the last row of a room. Escape leaves. */
import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { readable } from './code-lease.ts'
import { icon } from './icons.ts'
import './nn-qr.ts'
import type { Code } from './server.ts'
import { base, controls } from './theme/look.ts'

@customElement('nn-room-sign')
export class NnRoomSign extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      dialog {
        width: 100vw;
        height: 100dvh;
        max-width: none;
        max-height: none;
        margin: 0;
        padding: 0;
        border: 0;
        background: var(--sheet);
        color: var(--ink);
      }
      .sign {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        align-content: center;
        gap: 5vmin 6vw;
        min-height: 100%;
        padding: 6vmin 5vw;
        background: var(--sheet);
      }
      h2 {
        flex-basis: 100%;
        font: 600 max(24px, 5vmin) / 1.15 var(--font);
        letter-spacing: -0.02em;
        text-align: center;
        overflow-wrap: anywhere;
      }
      nn-qr {
        --qr: min(62vmin, 44vw);
      }
      .say {
        font: 450 max(18px, 3.4vmin) / 1.3 var(--font);
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
      .words {
        max-width: 42vw;
      }
      .code {
        margin-top: 2vmin;
        font: 620 min(16vmin, 9.4vw) / 1.1 var(--font);
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.03em;
        white-space: nowrap;
      }
      .close {
        position: fixed;
        inset-block-start: 16px;
        inset-inline-end: 16px;
      }
      @media (max-aspect-ratio: 1) {
        nn-qr {
          --qr: min(72vw, 50vh);
        }
        .words {
          max-width: none;
          text-align: center;
        }
        .code {
          font-size: 15vw;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare code: Code
  @property() boardName = ''
  @query('dialog') declare private readonly dialog: HTMLDialogElement
  @query('.sign') declare private readonly sign: HTMLElement
  /** The whole screen, asked for and then given or not. */
  private lent: Promise<void> | undefined

  override render() {
    const { code, url } = this.code
    return html`<dialog aria-labelledby="heading" @close=${this.closed}>
      <div class="sign" @fullscreenchange=${this.turned}>
        <h2 id="heading">${say('sign.title', { title: this.boardName })}</h2>
        <nn-qr .text=${url} .label=${say('code.qr')}></nn-qr>
        <div class="words">
          <p class="say">${say('sign.scan')}</p>
          <p class="say">${say('sign.open', { host: location.host })}</p>
          <p class="code" dir="ltr" role="status" aria-label=${say('code.label', { code: [...code].join(' ') })}>
            ${readable(code)}
          </p>
        </div>
        <button class="tile close" aria-label=${say('sign.leave')} @click=${() => this.dialog.close()}>
          ${icon('x')}
        </button>
      </div>
    </dialog>`
  }

  override firstUpdated(): void {
    this.dialog.showModal()
    // Where the browser does not lend the whole screen, the window is it.
    this.lent = this.sign.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => undefined)
  }

  /** The browser's own Escape ended the full screen: then the sign goes as well. */
  private turned(): void {
    if (!this.shadowRoot?.fullscreenElement) this.dialog.close()
  }

  /** The sign goes once the screen is given back, also one that was still on its way: the focus would go with it. */
  private async closed(): Promise<void> {
    await this.lent
    if (document.fullscreenElement) await document.exitFullscreen().catch(() => undefined)
    this.dispatchEvent(new CustomEvent('nn-close'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-room-sign': NnRoomSign
  }
}
