/** What facilitators noted for themselves to a step. Nobody else receives it. */
import type { PropertyValues } from 'lit'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Board } from '../editor/board.ts'
import { say } from '../words/words.ts'
import { richLook } from './rich-look.ts'
import { richText } from './rich-text.ts'
import type { Server } from './server.ts'
import { base, controls } from './theme/look.ts'

const LONGEST = 4_000

@customElement('nn-speaker-notes')
export class NnSpeakerNotes extends LitElement {
  static override styles = [
    base,
    controls,
    richLook,
    css`
      label {
        font-weight: 560;
      }
      textarea {
        width: 100%;
        min-height: 72px;
        margin-top: 4px;
        padding-block: 8px;
        resize: vertical;
      }
      .hint {
        font: var(--t-small);
        color: var(--ink-2);
      }
      h3 {
        font-weight: 620;
      }
      .words {
        margin-top: 8px;
        padding-top: 8px;
        border-top: 1px solid var(--line-2);
        font: var(--t-small);
      }
    `,
  ]

  @property({ attribute: false }) declare board: Board
  @property({ attribute: false }) declare server: Server
  @property() step = ''
  /** A field instead of the words. */
  @property({ type: Boolean }) edits = false
  @state() private text = ''
  @state() private problem = false

  override render() {
    if (this.edits) return this.field()
    if (!this.text) return nothing
    return html`<div class="words">
      <h3>${say('notes.heading')}</h3>
      ${richText(this.text)}
    </div>`
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('step') && this.step) void this.bring()
  }

  private field() {
    return html`<label for="notes">${say('notes.heading')}</label>
      <textarea
        id="notes"
        class="field"
        dir="auto"
        maxlength=${LONGEST}
        aria-describedby="hint"
        .value=${this.text}
        @change=${(event: Event) => void this.keep((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <span class="hint" id="hint" role="status">${say(this.problem ? 'notes.failed' : 'notes.hint')}</span>`
  }

  private async bring(): Promise<void> {
    const { step } = this
    const answer = await this.server.speakerNotes(this.board.id)
    if (step === this.step) this.text = answer.ok ? (answer.value[step] ?? '') : ''
  }

  private async keep(text: string): Promise<void> {
    const { board, step } = this
    this.text = text
    const outcome = await board.command('notes.set', { step, text })
    this.problem = outcome.kind !== 'done'
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-speaker-notes': NnSpeakerNotes
  }
}
