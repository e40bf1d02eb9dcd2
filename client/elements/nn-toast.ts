/** One sentence at the bottom for six seconds, with at most one thing to do about it. It waits while looked at. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { base } from './theme/look.ts'

export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

const SHOWN_MS = 6000

@customElement('nn-toast')
export class NnToast extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        inset-inline-start: 0;
        inset-inline-end: 0;
        bottom: 16px;
        display: flex;
        justify-content: center;
        padding: 0 16px;
        z-index: var(--z-toast);
        pointer-events: none;
      }
      div {
        display: flex;
        align-items: center;
        gap: 14px;
        min-height: 44px;
        max-width: 640px;
        padding: 8px 14px;
        border-radius: var(--r-control);
        background: var(--ink);
        color: var(--sheet);
        pointer-events: auto;
        animation: rise var(--quick) var(--ease);
      }
      button {
        min-height: 28px;
        padding: 0 6px;
        font-weight: 620;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      button:focus-visible {
        outline-color: var(--sheet);
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        div {
          animation: none;
        }
      }
      @media (forced-colors: active) {
        div {
          border: 1px solid CanvasText;
        }
      }
    `,
  ]

  @state() private text = ''
  @state() private action: ToastAction | undefined
  private timer: ReturnType<typeof setTimeout> | undefined

  override render() {
    if (!this.text) return nothing
    return html`<div
      @pointerenter=${this.hold}
      @pointerleave=${this.count}
      @focusin=${this.hold}
      @focusout=${this.count}
    >
      <span>${this.text}</span>
      ${this.action ? html`<button @click=${this.act}>${this.action.label}</button>` : nothing}
    </div>`
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.hold()
  }

  show(text: string, action?: ToastAction): void {
    this.text = text
    this.action = action
    this.count()
  }

  private act(): void {
    this.action?.run()
    this.text = ''
  }

  private hold(): void {
    clearTimeout(this.timer)
  }

  private count(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.text = ''
    }, SHOWN_MS)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-toast': NnToast
  }
}
