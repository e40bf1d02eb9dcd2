/** Takes a file that is dropped anywhere on the page, and says beforehand what will happen to it. */
import { css, html, LitElement } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { icon } from './icons.ts'
import { base } from './theme/look.ts'

/** A file that is held over the page says so all the time; after this long without a word it was taken elsewhere. */
const GONE_MS = 400

@customElement('nn-drop')
export class NnDrop extends LitElement {
  static override styles = [
    base,
    css`
      div {
        position: fixed;
        inset: 12px;
        width: auto;
        height: auto;
        margin: 0;
        padding: 24px;
        place-content: center;
        justify-items: center;
        gap: 10px;
        border: 2px dashed var(--accent);
        border-radius: var(--r-float);
        background: var(--wash);
        color: var(--ink);
        font: var(--t-sub);
        text-align: center;
        pointer-events: none;
        opacity: 0.94;
      }
      div:popover-open {
        display: grid;
      }
      .refused {
        border-color: var(--control);
        background: var(--well);
      }
      @media (forced-colors: active) {
        div {
          border-color: Highlight;
        }
      }
    `,
  ]

  /** What will happen to the file. */
  @property() hint = ''
  /** Why nothing will. The page still does not open the file in place of itself. */
  @property() refusal = ''
  @state() private over = false
  @query('div') declare private readonly sheet: HTMLElement | null
  private timer: ReturnType<typeof setTimeout> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    for (const [type, listener] of this.listeners) window.addEventListener(type, listener)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const [type, listener] of this.listeners) window.removeEventListener(type, listener)
    this.leave()
  }

  /** In the top layer, so that it also lies over a dialog. */
  override render() {
    return html`<div popover="manual" class=${this.refusal ? 'refused' : ''}>
      ${icon(this.refusal ? 'x' : 'upload')}<span>${this.refusal || this.hint}</span>
    </div>`
  }

  override updated(): void {
    const { sheet, over } = this
    if (sheet && sheet.matches(':popover-open') !== over) sheet.togglePopover(over)
  }

  private readonly hold = (event: DragEvent): void => {
    const { dataTransfer } = event
    if (!dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    dataTransfer.dropEffect = this.refusal ? 'none' : 'copy'
    this.over = true
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.leave(), GONE_MS)
  }

  private readonly drop = (event: DragEvent): void => {
    const { dataTransfer } = event
    if (!dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    this.leave()
    if (this.refusal || dataTransfer.files.length === 0) return
    const detail = [...dataTransfer.files]
    this.dispatchEvent(new CustomEvent<readonly File[]>('nn-files', { detail, bubbles: true, composed: true }))
  }

  private readonly listeners = [
    ['dragenter', this.hold],
    ['dragover', this.hold],
    ['drop', this.drop],
  ] as const

  private leave(): void {
    clearTimeout(this.timer)
    this.over = false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-drop': NnDrop
  }
}
