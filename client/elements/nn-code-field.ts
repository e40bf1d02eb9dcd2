/** The way in for people in a room: the code that is on the wall, typed. */
import { css, html, LitElement } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import type { Server } from './server.ts'
import { base, controls } from './theme/look.ts'

@customElement('nn-code-field')
export class NnCodeField extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
      }
      input {
        width: 132px;
        min-height: 40px;
        border-bottom: 1.5px solid var(--control);
        font: 560 17px/40px var(--font);
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.06em;
        text-transform: uppercase;
      }
      input::placeholder {
        color: var(--ink-3);
        font-weight: 450;
        text-transform: none;
      }
      @media (pointer: coarse) {
        input {
          min-height: 44px;
          line-height: 44px;
        }
      }
      .problem {
        flex-basis: 100%;
        max-width: 480px;
        color: var(--alarm);
        font-weight: 560;
      }
    `,
  ]

  @property({ attribute: false }) declare server: Server
  @state() private problem = ''
  @query('input') declare private readonly field: HTMLInputElement
  private busy = false

  override render() {
    return html`<form @submit=${this.submit}>
      <label for="code" class="soft">${say('first.invited')}</label>
      <input
        id="code"
        placeholder=${say('first.code')}
        aria-label=${say('first.code')}
        aria-describedby="problem"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        maxlength="20"
        @input=${() => {
          this.problem = ''
        }}
      />
      <button class="button" type="submit">${say('first.join')}</button>
      <p id="problem" class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
    </form>`
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const code = this.field.value.trim()
    if (this.busy) return
    this.busy = code !== ''
    this.problem = code ? await this.enter(code) : say('first.needCode')
    this.busy = false
    if (this.problem) this.field.select()
  }

  /** Goes to the board, or says why not. */
  private async enter(code: string): Promise<string> {
    const answer = await this.server.enterCode(code)
    if (answer.ok) {
      const { board, secret } = answer.value
      const detail = `/b/${board}#${secret}`
      this.dispatchEvent(new CustomEvent<string>('nn-go', { detail, bubbles: true, composed: true }))
      return ''
    }
    if (answer.problem === 'tooMany') return say('first.tooManyCodes')
    return answer.problem === 'unreachable' ? say('first.unreachable') : say('first.wrongCode')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-code-field': NnCodeField
  }
}
