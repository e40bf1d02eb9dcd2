/** Oneself on another device: a link by which whoever opens it is me. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Board } from '../editor/board.ts'
import { say } from '../words/words.ts'
import { copyText } from './copy.ts'
import { icon } from './icons.ts'
import './nn-dialog.ts'
import './nn-qr.ts'
import { isApple } from './pointer.ts'
import type { Server } from './server.ts'
import { base, controls } from './theme/look.ts'

@customElement('nn-device')
export class NnDevice extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .way {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 20px;
      }
      .field {
        width: 100%;
        margin-bottom: 10px;
        font: var(--t-small);
      }
      .hint {
        margin-top: 8px;
        font: var(--t-small);
        color: var(--ink-2);
      }
      .problem {
        color: var(--alarm);
        font-weight: 560;
      }
      @media (max-width: 480px) {
        .way {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ]

  @property({ attribute: false }) declare board: Board
  @property({ attribute: false }) declare server: Server
  @state() private url = ''
  @state() private hint = ''
  @state() private problem = ''
  @query('input') declare private readonly field: HTMLInputElement

  override firstUpdated(): void {
    void this.make()
  }

  override render() {
    const sentence = say('device.sentence', { name: this.board.me.value.name })
    return html`<nn-dialog open .heading=${say('device.title')} .sentence=${sentence}>
      <p class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
      ${this.url ? this.way() : nothing}
    </nn-dialog>`
  }

  private way() {
    return html`<div class="way">
      <nn-qr .text=${this.url} .label=${say('device.qr')}></nn-qr>
      <div>
        <input class="field" readonly dir="ltr" aria-label=${say('device.url')} .value=${this.url} />
        <button class="button primary" @click=${this.copy}>${icon('copy', 'small')}${say('device.copy')}</button>
        <p class="hint" role="status">${this.hint}</p>
      </div>
    </div>`
  }

  private async make(): Promise<void> {
    const answer = await this.server.makeOwnLink(this.board.id)
    if (answer.ok) this.url = answer.value.url
    else this.problem = say('device.failed')
  }

  private async copy(): Promise<void> {
    const copied = await copyText(this.url, this.field)
    this.hint = copied ? say('device.copied') : say('share.select', { keys: isApple ? '⌘ C' : 'Ctrl C' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-device': NnDevice
  }
}
