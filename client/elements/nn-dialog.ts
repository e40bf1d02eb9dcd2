/** A dialog with a title, one sentence and a way out. Native: the browser keeps focus inside and gives Escape. */
import type { PropertyValues } from 'lit'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import { base, controls } from './theme/look.ts'

@customElement('nn-dialog')
export class NnDialog extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      dialog {
        width: min(var(--dialog-width, 520px), calc(100vw - 32px));
        inset-block-start: var(--below-bar, 0px);
        max-height: calc(100dvh - 32px - var(--below-bar, 0px));
        padding: 28px 32px;
        border: 0;
        border-radius: var(--r-float);
        background: var(--sheet);
        color: var(--ink);
        box-shadow: var(--float);
        overflow: auto;
      }
      dialog::backdrop {
        inset-block-start: var(--below-bar, 0px);
        background: var(--scrim);
      }
      @media (forced-colors: active) {
        dialog {
          border: 1px solid CanvasText;
        }
      }
      h2 {
        font: var(--t-sub);
        font-size: 22px;
        line-height: 28px;
        letter-spacing: -0.012em;
        padding-inline-end: 40px;
      }
      .under {
        margin-top: 4px;
        padding-inline-end: 24px;
      }
      .content {
        margin-top: 18px;
      }
      /* Two sheets side by side, ruled apart. */
      :host([split]) dialog[open] {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        padding: 0;
      }
      :host([split]) .main {
        padding: 28px 32px 24px;
      }
      .side {
        border-inline-start: 1px solid var(--line);
      }
      .close {
        position: absolute;
        top: 10px;
        inset-inline-end: 10px;
      }
      @media (max-width: 720px) {
        :host([split]) dialog[open] {
          display: block;
        }
        .side {
          border-inline-start: 0;
          border-top: 1px solid var(--line);
        }
      }
      @media (max-width: 640px) {
        :host([split]) .main {
          padding: 24px 16px;
        }
        dialog {
          width: 100%;
          max-width: none;
          margin: auto 0 0;
          padding: 24px 16px;
          border-radius: var(--r-float) var(--r-float) 0 0;
        }
      }
    `,
  ]

  @property() heading = ''
  @property() sentence = ''
  @property({ type: Boolean }) open = false
  /** There is something in the slot `side`. */
  @property({ type: Boolean, reflect: true }) split = false
  @query('dialog') declare private readonly dialog: HTMLDialogElement | null

  override render() {
    return html`<dialog aria-labelledby="heading" @cancel=${this.cancelled} @close=${this.closed} @pointerdown=${this.pressed}>
      <div class="main">
        <h2 id="heading">${this.heading}</h2>
        ${this.sentence ? html`<p class="under soft">${this.sentence}</p>` : nothing}
        <div class="content"><slot></slot></div>
      </div>
      ${this.split ? html`<div class="side"><slot name="side"></slot></div>` : nothing}
      <button class="tile close" aria-label=${say('page.close')} @click=${this.close}>${icon('x')}</button>
    </dialog>`
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.dialog) return
    if (this.open && !this.dialog.open) this.dialog.showModal()
    else if (!this.open && this.dialog.open) this.dialog.close()
  }

  close(): void {
    this.dialog?.close()
    this.closed()
  }

  /** Escape. Told at once: the browser tells of it later, when a quick next key may have opened another dialog. */
  private cancelled(event: Event): void {
    // A file field within says the same when nothing was chosen.
    if (event.target !== this.dialog) return
    event.preventDefault()
    this.close()
  }

  private closed(): void {
    if (!this.open) return
    this.open = false
    this.dispatchEvent(new CustomEvent('nn-close', { bubbles: true, composed: true }))
  }

  /** A press beside the sheet puts the dialog away, as Escape does. */
  private pressed(event: PointerEvent): void {
    const { dialog } = this
    if (!dialog || event.target !== dialog) return
    const { left, right, top, bottom } = dialog.getBoundingClientRect()
    const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom
    if (!inside) this.close()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-dialog': NnDialog
  }
}
