/** Pasting several notes: how many would come into which block is shown first, then done as one step. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS, isArea } from '../../shared/canvas/blocks.ts'
import type { Editor } from '../editor/editor.ts'
import { isTooLong } from '../editor/note-length.ts'
import type { Goal, Readable } from '../files/paste.ts'
import { namesBlocks, planPaste, runPaste } from '../files/paste.ts'
import { say } from '../words/words.ts'
import { choicesLook } from './choices-look.ts'
import { importLook } from './import-look.ts'
import { leftWords } from './left-words.ts'
import './nn-dialog.ts'
import { planTable } from './plan-table.ts'
import { base, controls } from './theme/look.ts'

/** The choice that is no area. */
const SORTED = 'sorted'

@customElement('nn-paste')
export class NnPaste extends LitElement {
  static override styles = [base, controls, choicesLook, importLook]

  @property({ attribute: false }) declare editor: Editor
  @property({ attribute: false }) declare pasted: Readable
  /** Where they go that nothing else says where. */
  @property() area: Area = 'parking'
  @state() private into: Area | typeof SORTED | undefined
  @query('.primary') declare private readonly button: HTMLButtonElement

  override render() {
    const plan = planPaste(this.editor, this.pasted, this.goal)
    const count = plan.content.notes.length
    const links = plan.content.links.length
    const long = this.pasted.kind === 'notes' ? this.pasted.notes.filter(({ text }) => isTooLong(text)).length : 0
    // Of blocks that get nothing there is nothing to say.
    const areas = plan.areas.flatMap(({ area, added }) => (added > 0 ? { area, ...ONLY_NEW, added } : []))
    return html`<nn-dialog open .heading=${say('paste.title', { count })} .sentence=${say('paste.sentence')}>
      <form @submit=${this.run}>
        <label class="chooser">
          ${say('paste.into')}
          <select class="field" .value=${this.choice} @change=${this.chosen}>
            ${namesBlocks(this.pasted) ? this.option(SORTED, say('paste.sorted')) : nothing}
            ${AREAS.map(area => this.option(area, say(`area.${area}`)))}
          </select>
        </label>
        ${planTable({ areas, total: { ...ONLY_NEW, added: count } })}
        <div class="beside">
          ${links > 0 ? html`<p>${say('import.links', { count: links })}</p>` : nothing}
          ${leftWords(plan.left).map(words => html`<p>${words}</p>`)}
          ${long > 0 ? html`<p>${say('paste.cut', { count: long })}</p>` : nothing}
        </div>
        <div class="last"><button class="button primary">${say('paste.button', { count })}</button></div>
      </form>
    </nn-dialog>`
  }

  override firstUpdated(): void {
    // Enter pastes.
    void this.renderRoot.querySelector('nn-dialog')?.updateComplete.then(() => this.button.focus())
  }

  private get choice(): Area | typeof SORTED {
    return this.into ?? (namesBlocks(this.pasted) ? SORTED : this.area)
  }

  private get goal(): Goal {
    const { choice } = this
    return choice === SORTED ? { area: this.area, sorted: true } : { area: choice, sorted: false }
  }

  private option(value: string, label: string) {
    return html`<option value=${value} ?selected=${value === this.choice}>${label}</option>`
  }

  private chosen(event: Event): void {
    const { value } = event.target as HTMLSelectElement
    this.into = isArea(value) ? value : SORTED
  }

  private run(event: SubmitEvent): void {
    event.preventDefault()
    // Others went on while this was looked at: what is done is reckoned from what is there now.
    const detail = runPaste(this.editor, planPaste(this.editor, this.pasted, this.goal))
    this.renderRoot.querySelector('nn-dialog')?.close()
    if (detail)
      this.dispatchEvent(new CustomEvent<readonly string[]>('nn-pasted', { detail, bubbles: true, composed: true }))
  }
}

const ONLY_NEW = { changed: 0, removed: 0, stays: 0 } as const

declare global {
  interface HTMLElementTagNameMap {
    'nn-paste': NnPaste
  }
}
