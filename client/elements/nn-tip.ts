/** Shows what a button is called, and its key, when the pointer or the keyboard rests on it. Buttons carry it as `data-tip`. */
import { css, html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { base } from './theme/look.ts'

const REST_MS = 500
const GAP = 6

@customElement('nn-tip')
export class NnTip extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: fixed;
        left: 0;
        top: 0;
        z-index: var(--z-tip);
        pointer-events: none;
      }
      div {
        display: none;
        width: max-content;
        max-width: 280px;
        padding: 5px 10px;
        border-radius: var(--r-control);
        background: var(--ink);
        color: var(--sheet);
        font: var(--t-small);
      }
      div.shown {
        display: block;
      }
      @media (forced-colors: active) {
        div {
          border: 1px solid CanvasText;
        }
      }
    `,
  ]

  @state() private text = ''
  private over: HTMLElement | undefined
  private timer: ReturnType<typeof setTimeout> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.setAttribute('aria-hidden', 'true')
    document.addEventListener('pointerover', this.arrive)
    document.addEventListener('focusin', this.arrive)
    document.addEventListener('pointerdown', this.hide)
    document.addEventListener('keydown', this.hide)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('pointerover', this.arrive)
    document.removeEventListener('focusin', this.arrive)
    document.removeEventListener('pointerdown', this.hide)
    document.removeEventListener('keydown', this.hide)
    clearTimeout(this.timer)
  }

  override render() {
    return html`<div class=${this.text ? 'shown' : ''}>${this.text}</div>`
  }

  override updated(): void {
    if (!this.text || !this.over) return
    const tip = this.renderRoot.querySelector('div')?.getBoundingClientRect()
    if (!tip) return
    const at = this.over.getBoundingClientRect()
    const beside = this.over.dataset['tipSide'] === 'end'
    const end = this.matches(':dir(rtl)') ? at.left - GAP - tip.width : at.right + GAP
    const x = beside ? end : at.left + at.width / 2 - tip.width / 2
    const below = at.bottom + GAP + tip.height < innerHeight
    const y = beside ? at.top + at.height / 2 - tip.height / 2 : below ? at.bottom + GAP : at.top - GAP - tip.height
    this.style.left = `${Math.round(Math.max(4, Math.min(x, innerWidth - tip.width - 4)))}px`
    this.style.top = `${Math.round(Math.max(4, y))}px`
  }

  private readonly arrive = (event: Event): void => {
    if (event instanceof PointerEvent && event.pointerType === 'touch') return
    const over = event
      .composedPath()
      .find((each): each is HTMLElement => each instanceof HTMLElement && each.dataset['tip'] !== undefined)
    if (over === this.over) return
    this.hide()
    this.over = over
    if (!over || (event.type === 'focusin' && !over.matches(':focus-visible'))) return
    this.timer = setTimeout(() => {
      this.text = over.isConnected ? (over.dataset['tip'] ?? '') : ''
    }, REST_MS)
  }

  private readonly hide = (): void => {
    clearTimeout(this.timer)
    this.text = ''
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-tip': NnTip
  }
}
