/** A field at my cursor for a few words that others read while I type. Escape takes them back, Enter leaves them for a moment. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { clamp } from '../../shared/base/geometry.ts'
import { remarkOf } from '../../shared/workshop/remarks.ts'
import type { Editor } from '../editor/editor.ts'
import { say } from '../words/words.ts'
import { base } from './theme/look.ts'
import { vars } from './vars.ts'
import { Watch } from './watch.ts'

/** Below the pointer, where others see the flag. */
const OFF = { x: 13, y: 17 } as const
const SIZE = { width: 260, height: 44 } as const
const EDGE = 8

@customElement('nn-remark')
export class NnRemark extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        left: 0;
        top: 0;
      }
      input {
        field-sizing: content;
        min-width: 140px;
        max-width: 260px;
        min-height: 32px;
        padding: 0 10px;
        border-radius: var(--r-control);
        background: var(--mine);
        color: var(--sheet);
        box-shadow: var(--float);
        font-weight: 600;
        pointer-events: auto;
        forced-color-adjust: none;
      }
      input::placeholder {
        color: inherit;
        opacity: 1;
        font-weight: 450;
      }
      @media (pointer: coarse) {
        input {
          min-height: 44px;
          font-size: 16px;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  @property({ type: Boolean }) outlineOpen = false
  @state() private isOpen = false
  @query('input') declare private readonly field: HTMLInputElement | null
  private readonly me = new Watch(this, () => this.editor.board.me)

  constructor() {
    super()
    new Watch(
      this,
      () => this.editor.pointer,
      () => this.isOpen,
    )
  }

  override render() {
    if (!this.isOpen) return nothing
    return html`<input
      type="text"
      dir="auto"
      autocomplete="off"
      aria-label=${say('remark.label')}
      placeholder=${say('remark.hint')}
      ${vars({ '--mine': `var(--${this.me.value.color})` })}
      @input=${this.type}
      @keydown=${this.key}
      @blur=${() => this.close({ goes: true })}
    />`
  }

  override updated(): void {
    const { x, y } = this.spot
    this.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  }

  begin(): void {
    this.isOpen = true
    void this.updateComplete.then(() => this.field?.focus())
  }

  /** At the pointer; without one in the middle of what is seen. */
  private get spot() {
    const { clientWidth, clientHeight } = this.offsetParent ?? document.documentElement
    const { pointer } = this.editor
    const at = !this.outlineOpen && pointer.value ? this.editor.toScreen(pointer.value) : undefined
    const { x, y } = at ?? { x: (clientWidth - SIZE.width) / 2 - OFF.x, y: clientHeight * 0.6 }
    return {
      x: clamp(x + OFF.x, EDGE, Math.max(EDGE, clientWidth - SIZE.width - EDGE)),
      y: clamp(y + OFF.y, EDGE, Math.max(EDGE, clientHeight - SIZE.height - EDGE)),
    }
  }

  private type(): void {
    const { field } = this
    if (!field) return
    const words = remarkOf(field.value)
    if (words !== field.value) field.value = words
    this.editor.saying(words)
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.isComposing || (event.key !== 'Escape' && event.key !== 'Enter')) return
    event.preventDefault()
    this.close({ goes: event.key === 'Enter' })
    this.dispatchEvent(new CustomEvent('nn-back', { bubbles: true, composed: true }))
  }

  /** Words that were said stay for a moment, or are taken back. */
  private close({ goes }: { readonly goes: boolean }): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.editor.saying(goes ? this.editor.remark.value : '', { goes })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-remark': NnRemark
  }
}
