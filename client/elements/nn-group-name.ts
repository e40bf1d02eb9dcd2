/** The name of a group as a field: Enter and leaving keep it, Escape does not. */
import type { PropertyValues } from 'lit'
import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Group } from '../../shared/canvas/records.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { Editor } from '../editor/editor.ts'
import { say } from '../words/words.ts'
import { base, controls } from './theme/look.ts'

@customElement('nn-group-name')
export class NnGroupName extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      input {
        width: 100%;
        min-height: 30px;
        padding: 0 8px;
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  @property({ attribute: false }) declare group: Group
  /** The name is asked for: the field has the focus. */
  @property({ type: Boolean }) asked = false
  @query('input') declare private readonly field: HTMLInputElement

  override render() {
    return html`<input
      class="field"
      dir="auto"
      aria-label=${say('grouped.name')}
      placeholder=${say('grouped.unnamed')}
      maxlength=${LIMITS.shortText}
      .value=${this.group.title}
      @keydown=${this.key}
      @blur=${() => this.editor.nameGroup(this.group.id, this.field.value)}
    />`
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('asked') || !this.asked) return
    this.field.focus()
    this.field.select()
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.key === 'Escape') this.field.value = this.group.title
    if (event.key !== 'Escape' && (event.key !== 'Enter' || event.isComposing)) return
    this.field.blur()
    this.dispatchEvent(new CustomEvent('nn-named', { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-group-name': NnGroupName
  }
}
