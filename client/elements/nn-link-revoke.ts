/** Asks before a link is revoked, and whether those who came by it go as well. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import type { NnDialog } from './nn-dialog.ts'
import './nn-dialog.ts'
import { base, controls } from './theme/look.ts'

@customElement('nn-link-revoke')
export class NnLinkRevoke extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      label {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 36px;
        margin-bottom: 16px;
      }
      input {
        width: 18px;
        height: 18px;
        accent-color: var(--ink);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ]

  /** How many came by it. */
  @property({ type: Number }) people = 0
  @state() private isRemoving = false
  @query('nn-dialog') declare private readonly dialog: NnDialog

  override render() {
    const { people } = this
    return html`<nn-dialog open .heading=${say('revoke.title')} .sentence=${say('revoke.sentence')}>
      ${
        people > 0
          ? html`<label
              ><input
                type="checkbox"
                .checked=${this.isRemoving}
                @change=${(event: Event) => {
                  this.isRemoving = (event.target as HTMLInputElement).checked
                }}
              />${say('revoke.people', { count: people })}</label
            >`
          : nothing
      }
      <div class="actions">
        <button class="button primary" @click=${this.revoke}>${say('revoke.button')}</button>
        <button class="button" @click=${() => this.dialog.close()}>${say('page.cancel')}</button>
      </div>
    </nn-dialog>`
  }

  private revoke(): void {
    const detail = this.isRemoving ? 'remove' : 'keep'
    this.dispatchEvent(new CustomEvent<'keep' | 'remove'>('nn-revoke', { detail }))
    this.dialog.close()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-link-revoke': NnLinkRevoke
  }
}
