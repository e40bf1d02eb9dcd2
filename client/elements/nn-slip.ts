/** A note in a list of the outline: an item whose text is content, and a field beside it while it is written. */
import type { PropertyValues } from 'lit'
import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { directionOf } from '../../shared/base/direction.ts'
import { isPrivate } from '../../shared/canvas/canvas.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { addressesIn } from '../../shared/canvas/signs.ts'
import type { Person } from '../editor/board.ts'
import type { Editor } from '../editor/editor.ts'
import { say } from '../words/words.ts'
import { actionText } from './action-text.ts'
import { icon } from './icons.ts'
import './nn-dots.ts'
import { firstName } from './people-names.ts'
import { SharedField } from './shared-field.ts'
import { picture } from './picture.ts'
import { splitHint } from './split-hint.ts'
import { stripe } from './stripes.ts'
import { paperOf } from './paper.ts'
import { vars } from './vars.ts'

const sameNumbers = (a: readonly number[], b: readonly number[] | undefined): boolean =>
  a.length === b?.length && a.every((each, i) => each === b[i])

@customElement('nn-slip')
export class NnSlip extends LitElement {
  @property({ attribute: false }) declare editor: Editor
  @property({ attribute: false }) declare note: Note
  @property({ attribute: false, hasChanged: (a: readonly number[], b?: readonly number[]) => !sameNumbers(a, b) })
  prints: readonly number[] = []
  @property() author = ''
  @property({ type: Number }) links = 0
  /** Another whose caret is in it. */
  @property({ attribute: false }) writer: Person | undefined
  @property({ type: Boolean }) chosen = false
  @property({ type: Boolean }) writing = false
  /** Where Tab comes into the list. */
  @property({ type: Boolean }) entry = false
  private readonly field = new SharedField(this, () => this.editor)

  /** In the list's own tree, so that an item's text is plainly its content. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.role = 'listitem'
  }

  override render() {
    const { note, prints, writer } = this
    const striped = prints.length > 0
    return html`<button
        class="slip ${striped ? 'striped' : ''} ${this.chosen ? 'chosen' : ''} ${this.writing ? 'written' : ''}"
        tabindex=${this.entry ? 0 : -1}
        aria-pressed=${this.chosen}
        dir=${note.text ? directionOf(note.text) : nothing}
        ${vars(paperOf(note))}
        @mousedown=${this.pressed}
        @click=${this.clicked}
        @focus=${this.focused}
        @dblclick=${() => this.editor.write(note.id)}
      >
        ${striped ? stripe(prints) : nothing}
        ${picture(this.editor.board.id, note)}
        <span class="text ${note.text ? '' : 'empty'}" dir="auto">${note.text || (note.image ? '' : say('note.empty'))}</span>
        ${
          writer
            ? html`<small class="hand" ${vars({ '--who': `var(--${writer.color})` })}><bdi>${firstName(writer.name)}</bdi></small>`
            : nothing
        }
        ${note.action ? html`<small>${icon('check', 'small')}<bdi>${actionText(note.action)}</bdi></small>` : nothing}
        ${this.links > 0 ? html`<small class="num" title=${say('note.links', { count: this.links })}>${icon('spline', 'small')}${this.links}</small>` : nothing}
        ${
          isPrivate(this.editor.board.canvas.value, note.id)
            ? html`<small class="only-you">${icon('eye-off', 'small')}${say('private.onlyYouSee')}</small>`
            : nothing
        }
        ${this.author ? html`<small><bdi>${firstName(this.author)}</bdi></small>` : nothing}
      </button>
      ${this.addresses()} ${this.writing ? html`${this.editing()} ${splitHint(this.editor, note.id)}` : nothing}
      <nn-dots .editor=${this.editor} .candidate=${note.id} .text=${note.text}></nn-dots>`
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('writing')) return
    const area = this.querySelector('textarea')
    if (!area) {
      this.field.close()
      return
    }
    this.field.open(area, this.note.id)
    grow(area)
    area.focus()
    area.setSelectionRange(area.value.length, area.value.length)
  }

  override focus(): void {
    this.querySelector<HTMLElement>(this.writing ? 'textarea' : 'button')?.focus()
  }

  /** Beside the words, as a button holds no links: of the web and of mail, nothing that could run. */
  private addresses() {
    const addresses = this.writing ? [] : addressesIn(this.note.text)
    if (addresses.length === 0) return nothing
    return html`<div class="addresses">
      ${addresses.map(
        address => html`<a href=${address} target="_blank" rel="noopener noreferrer" dir="ltr">${address}</a>`,
      )}
    </div>`
  }

  private editing() {
    return html`<textarea
      class="slip-field"
      rows="1"
      dir="auto"
      aria-label=${say('note.text')}
      maxlength=${LIMITS.noteLength}
      ${vars(paperOf(this.note))}
      @input=${(event: InputEvent) => grow(event.target as HTMLTextAreaElement)}
      @keydown=${this.key}
      @blur=${this.left}
    ></textarea>`
  }

  /** Enter keeps, as in every list; with Shift it breaks the line. */
  private key(event: KeyboardEvent): void {
    if (event.isComposing || event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    this.editor.endWriting()
    void this.updateComplete.then(() => this.focus())
  }

  private left(): void {
    if (document.hasFocus() && this.writing) this.editor.endWriting()
  }

  private get chosenNow(): ReadonlySet<string> {
    const { value } = this.editor.selection
    return value.kind === 'notes' ? value.ids : new Set()
  }

  /** With Shift the press adds or takes away; focus would choose this one alone. */
  private pressed(event: MouseEvent): void {
    if (event.shiftKey) event.preventDefault()
  }

  private clicked({ shiftKey }: MouseEvent): void {
    const { id } = this.note
    const others = [...this.chosenNow].filter(each => each !== id)
    if (!shiftKey) this.editor.select([id])
    else this.editor.select(this.chosenNow.has(id) ? others : [...others, id])
  }

  /** Focus that comes back from a menu, or to a list that was put in order anew, leaves what else is chosen. */
  private focused(): void {
    if (!this.chosenNow.has(this.note.id)) this.editor.select([this.note.id])
  }
}

/** As high as its text. */
export function grow(area: HTMLTextAreaElement): void {
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px`
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-slip': NnSlip
  }
}
