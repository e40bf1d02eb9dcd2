/** Asks for an operator's secret, on a server where only operators make boards. */
import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import './nn-dialog.ts'
import { base, controls } from './theme/look.ts'

@customElement('nn-operator')
export class NnOperator extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      label {
        display: block;
        margin-bottom: 6px;
        font-weight: 600;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .field {
        flex: 1 1 220px;
        min-width: 0;
      }
      .problem {
        margin-top: 12px;
        color: var(--alarm);
        font-weight: 560;
      }
    `,
  ]

  /** The one given last is unknown to the server. */
  @property({ type: Boolean }) wrong = false
  @query('input') declare private readonly field: HTMLInputElement

  override render() {
    return html`<nn-dialog open .heading=${say('operator.title')} .sentence=${say('operator.sentence')}>
      <form @submit=${this.submit}>
        <label for="secret">${say('operator.secret')}</label>
        <div class="row">
          <input id="secret" class="field" type="password" autocomplete="off" autofocus />
          <button class="button primary" type="submit">${say('operator.button')}</button>
        </div>
        <p class="problem" role="alert" ?hidden=${!this.wrong}>${say('operator.wrong')}</p>
      </form>
    </nn-dialog>`
  }

  override updated(): void {
    if (this.wrong) this.field.select()
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault()
    const detail = this.field.value.trim()
    if (detail) this.dispatchEvent(new CustomEvent<string>('nn-secret', { detail }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-operator': NnOperator
  }
}
