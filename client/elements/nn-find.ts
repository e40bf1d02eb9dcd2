/** The find bar: words, `#tag`, `@author` or a colour; Enter goes to the next that was found, Escape closes. */
import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { NoteColor } from '../../shared/canvas/records.ts'
import type { Editor } from '../editor/editor.ts'
import type { Found } from '../editor/finding.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import './nn-swatches.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

@customElement('nn-find')
export class NnFind extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        position: absolute;
        inset-block-start: 12px;
        inset-inline-end: 12px;
        z-index: var(--z-editor);
        width: min(400px, calc(100% - 24px));
      }
      .bar {
        padding: 6px;
        border-radius: var(--r-float);
        background: var(--sheet);
        box-shadow: var(--float);
      }
      .line {
        display: flex;
        align-items: center;
        gap: 2px;
      }
      input {
        flex: 1;
        min-width: 0;
        min-height: 32px;
        margin-inline-end: 6px;
        padding: 0 8px;
      }
      .under {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 12px;
        padding-block-start: 4px;
        padding-inline-end: 6px;
      }
      output {
        font: var(--t-small);
        color: var(--ink-2);
      }
      @media (forced-colors: active) {
        .bar {
          border: 1px solid CanvasText;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  @query('input') declare private readonly field: HTMLInputElement | null
  private readonly found = new Watch(this, () => this.editor.found)

  override render() {
    const found = this.found.value
    return html`<div class="bar" role="search" aria-label=${say('find.label')} @keydown=${this.key}>
      <div class="line">
        <input
          class="field"
          type="text"
          dir="auto"
          autocomplete="off"
          spellcheck="false"
          aria-label=${say('find.field')}
          placeholder=${say('find.hint')}
          .value=${found?.query.text ?? ''}
          @input=${() => this.ask({ text: this.field?.value ?? '' })}
        />
        ${this.tile('chevron-up', say('find.previous'), () => this.editor.findNext(-1))}
        ${this.tile('chevron-down', say('find.next'), () => this.editor.findNext(1))}
        ${this.tile('x', say('find.close'), () => this.close())}
      </div>
      <div class="under">
        <nn-swatches
          keyless
          .color=${found?.query.color}
          @nn-color=${({ detail }: CustomEvent<NoteColor>) =>
            this.ask({ color: detail === found?.query.color ? undefined : detail })}
        ></nn-swatches>
        <output>${found ? this.count(found) : ''}</output>
      </div>
    </div>`
  }

  override firstUpdated(): void {
    this.begin()
  }

  /** To the field, its words chosen to be written over. */
  begin(): void {
    this.field?.focus()
    this.field?.select()
  }

  /** The focus was in the bar: whoever holds it takes the focus back. */
  private close(): void {
    this.editor.endFinding()
    this.dispatchEvent(new CustomEvent('nn-close'))
  }

  private tile(drawing: Parameters<typeof icon>[0], label: string, run: () => void) {
    return html`<button class="tile small" aria-label=${label} data-tip=${label} @click=${run}>${icon(drawing)}</button>`
  }

  private ask(part: { readonly text?: string; readonly color?: NoteColor | undefined }): void {
    const { text = '', color } = this.found.value?.query ?? {}
    this.editor.find({ text, color, ...part })
  }

  /** How many, and which; whoever hears it hears the note as well. */
  private count({ ids, at }: Found) {
    if (!ids) return ''
    const count = ids.size
    if (count === 0) return say('find.none')
    const note = at === undefined ? undefined : this.editor.board.canvas.value.notes.get(at)
    if (!note) return say('find.count', { count })
    const position = [...ids].indexOf(note.id) + 1
    const area = say(`area.${note.place[0]}`)
    return html`${say('find.at', { position, count })}<span class="unseen"
        >: ${note.text || say('note.empty')}, ${area}</span
      >`
  }

  private key(event: KeyboardEvent): void {
    const inField = event.composedPath()[0] === this.field
    if (event.isComposing) return
    if (event.key === 'Escape') this.close()
    else if (event.code === 'KeyF' && (event.ctrlKey || event.metaKey)) this.begin()
    else if (event.key === 'Enter' && inField) this.editor.findNext(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-find': NnFind
  }
}
