/** For people who sit in the room: a code to type and its QR, alive as long as they are on the screen. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Unsubscribe } from '../../shared/base/observable.ts'
import type { Board } from '../editor/board.ts'
import { say } from '../words/words.ts'
import type { CodeLease } from './code-lease.ts'
import { leaseCode, readable } from './code-lease.ts'
import { icon } from './icons.ts'
import './nn-qr.ts'
import './nn-room-sign.ts'
import type { Server } from './server.ts'
import { base, controls } from './theme/look.ts'

@customElement('nn-room-code')
export class NnRoomCode extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      section {
        display: flex;
        flex-direction: column;
        width: 256px;
        height: 100%;
        padding: 28px 28px 24px;
      }
      .for {
        font: var(--t-small);
        color: var(--ink-2);
      }
      h3 {
        margin-bottom: 16px;
        font-weight: 620;
      }
      .enter {
        margin-top: 18px;
        font: var(--t-small);
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
      .code {
        font: 620 30px/36px var(--font);
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.04em;
      }
      .lasts {
        margin-top: 4px;
        font: var(--t-small);
        color: var(--ink-3);
      }
      .button {
        margin-top: 18px;
      }
      @media (max-width: 720px) {
        section {
          width: auto;
          padding: 24px 16px;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare board: Board
  @property({ attribute: false }) declare server: Server
  @property() boardName = ''
  @state() private isLarge = false
  private lease: CodeLease | undefined
  private stops: readonly Unsubscribe[] = []

  override firstUpdated(): void {
    const { board, server } = this
    const lease = leaseCode(code => server.showCode(board.id, code))
    this.lease = lease
    this.stops = [
      lease.stop,
      lease.code.subscribe(() => this.requestUpdate()),
      // The line is back: perhaps a server that started anew, which knows no code.
      board.news.subscribe(news => news.kind === 'back' && lease.renew()),
    ]
    this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const stop of this.stops) stop()
  }

  override render() {
    const shown = this.lease?.code.value
    return html`<section aria-labelledby="as">
        <p class="for">${say('code.for')}</p>
        <h3 id="as">${say('code.as')}</h3>
        ${
          shown
            ? html`<nn-qr .text=${shown.url} .label=${say('code.qr')}></nn-qr>
                <p class="enter">${say('code.enter', { host: location.host })}</p>
                <p class="code" dir="ltr" role="status" aria-label=${say('code.label', { code: [...shown.code].join(' ') })}>
                  ${readable(shown.code)}
                </p>
                <p class="lasts">${say('code.lasts')}</p>
                <button
                  class="button"
                  @click=${() => {
                    this.isLarge = true
                  }}
                >
                  ${icon('maximize', 'small')}${say('code.full')}
                </button>`
            : html`<p class="soft" role="status">${this.lease ? say('code.none') : ''}</p>`
        }
      </section>
      ${
        shown && this.isLarge
          ? html`<nn-room-sign
              .code=${shown}
              .boardName=${this.boardName}
              @nn-close=${(event: Event) => {
                event.stopPropagation()
                this.isLarge = false
              }}
            ></nn-room-sign>`
          : nothing
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-room-code': NnRoomCode
  }
}
