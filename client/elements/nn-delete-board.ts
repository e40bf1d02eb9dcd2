/** Asks an owner before the board goes, and says until when it can come back. */
import { css, html, LitElement } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { momentOf } from './dates.ts'
import type { NnDialog } from './nn-dialog.ts'
import './nn-dialog.ts'
import type { Server } from './server.ts'
import { base, controls } from './theme/look.ts'

/** As the server keeps it. */
const WEEK_MS = 7 * 86_400_000

@customElement('nn-delete-board')
export class NnDeleteBoard extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .problem {
        padding-bottom: 12px;
        color: var(--alarm);
        font-weight: 560;
      }
    `,
  ]

  @property() board = ''
  @property() boardName = ''
  @property({ attribute: false }) declare server: Server
  @state() private problem = ''
  @query('nn-dialog') declare private readonly dialog: NnDialog

  override render() {
    const heading = say('delete.title', { title: this.boardName })
    const sentence = say('delete.sentence', { date: momentOf(Date.now() + WEEK_MS) })
    return html`<nn-dialog open .heading=${heading} .sentence=${sentence}>
      <p class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
      <div class="actions">
        <button class="button primary" @click=${this.end}>${say('delete.button')}</button>
        <button class="button" autofocus @click=${() => this.dialog.close()}>${say('page.cancel')}</button>
      </div>
    </nn-dialog>`
  }

  private async end(): Promise<void> {
    const answer = await this.server.deleteBoard(this.board)
    this.problem = answer.ok ? '' : say('delete.failed')
    if (answer.ok) this.dispatchEvent(new CustomEvent('nn-deleted', { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-delete-board': NnDeleteBoard
  }
}
