/** What is to be done about a note: by whom, and until when. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Action, Note } from '../../shared/canvas/records.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { Editor } from '../editor/editor.ts'
import { mayI } from '../editor/may.ts'
import { say } from '../words/words.ts'
import { actionText } from './action-text.ts'
import { icon } from './icons.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

@customElement('nn-action')
export class NnAction extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .fields {
        display: grid;
        gap: 6px;
      }
      label {
        font: var(--t-small);
        color: var(--ink-2);
      }
      .field {
        width: 100%;
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  @property({ attribute: false }) declare note: Note

  constructor() {
    super()
    new Watch(this, () => this.editor.board.rights)
    new Watch(this, () => this.editor.board.people)
  }

  override render() {
    const { note } = this
    const { action } = note
    const mine = mayI(this.editor.board, 'mark', [note.author])
    if (!action)
      return html`<button class="button small" aria-disabled=${mine ? nothing : 'true'} @click=${() => this.set({ owner: '', due: '' })}>
        ${say('action.make')}
      </button>`
    if (!mine) return html`<bdi>${actionText(action)}</bdi>`
    return html`<div class="fields">
      <label for="owner">${say('action.owner')}</label>
      <input
        id="owner"
        class="field"
        dir="auto"
        list="people"
        maxlength=${LIMITS.shortText}
        .value=${action.owner}
        @keydown=${keptHere}
        @change=${(event: Event) => this.set({ ...action, owner: (event.target as HTMLInputElement).value.trim() })}
      />
      <datalist id="people">
        ${[...this.editor.board.people.value.values()].map(({ name }) => html`<option value=${name}></option>`)}
      </datalist>
      <label for="due">${say('action.due')}</label>
      <input
        id="due"
        class="field"
        type="date"
        .value=${action.due}
        @keydown=${keptHere}
        @change=${(event: Event) => this.set({ ...action, due: (event.target as HTMLInputElement).value })}
      />
      <button class="button small" @click=${() => this.set(undefined)}>${icon('x', 'small')}${say('action.end')}</button>
    </div>`
  }

  private set(action: Action | undefined): void {
    this.editor.setAction(this.note.id, action)
  }
}

/** Keys of the board are not for fields. */
const keptHere = (event: KeyboardEvent): void => event.stopPropagation()

declare global {
  interface HTMLElementTagNameMap {
    'nn-action': NnAction
  }
}
