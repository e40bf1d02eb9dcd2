/** Asks for whom a link is. */
import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import type { NnDialog } from './nn-dialog.ts'
import './nn-dialog.ts'
import { base, controls } from './theme/look.ts'

/** As the server takes it. */
const LONGEST_LABEL = 60

@customElement('nn-link-label')
export class NnLinkLabel extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .field {
        flex: 1 1 220px;
        min-width: 0;
      }
    `,
  ]

  @property() label = ''
  @query('input') declare private readonly field: HTMLInputElement
  @query('nn-dialog') declare private readonly dialog: NnDialog

  override render() {
    return html`<nn-dialog open .heading=${say('label.title')} .sentence=${say('label.sentence')}>
      <form @submit=${this.submit}>
        <input
          class="field"
          aria-label=${say('label.field')}
          maxlength=${LONGEST_LABEL}
          autocomplete="off"
          autofocus
          .value=${this.label}
        />
        <button class="button primary" type="submit">${say('label.keep')}</button>
      </form>
    </nn-dialog>`
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault()
    this.dispatchEvent(new CustomEvent<string>('nn-keep', { detail: this.field.value.trim() }))
    this.dialog.close()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-link-label': NnLinkLabel
  }
}
