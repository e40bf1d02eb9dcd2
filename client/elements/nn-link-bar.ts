/** The chosen link as a sentence in the middle of its curve: label it, turn it around, delete it. */
import type { PropertyValues } from 'lit'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Watchable } from '../../shared/base/observable.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import { middleOf } from '../editor/curves.ts'
import type { Camera, DrawnLink, Editor } from '../editor/editor.ts'
import { verbBetween } from '../words/sayings.ts'
import { say } from '../words/words.ts'
import { Beside, besideLook } from './follow.ts'
import { icon } from './icons.ts'
import { floatingBar } from './theme/bar-look.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

@customElement('nn-link-bar')
export class NnLinkBar extends LitElement {
  static override styles = [
    base,
    controls,
    floatingBar,
    besideLook,
    css`
      .bar {
        gap: 8px;
        padding-inline: 7px 4px;
      }
      input {
        width: 180px;
        min-height: 30px;
        padding: 0 8px;
      }
      .tile {
        width: 32px;
        height: 32px;
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  @property({ attribute: false }) declare camera: Watchable<Camera>
  @property() link = ''
  /** The label is asked for: the field has the focus. */
  @property({ type: Boolean }) asked = false
  @query('input') declare private readonly field: HTMLInputElement | null

  private readonly links = new Watch(this, () => this.editor.links)
  private readonly rights = new Watch(this, () => this.editor.board.rights)
  private readonly stage = new Watch(this, () => this.editor.stage)

  constructor() {
    super()
    new Beside(this, () => {
      const { drawn, camera } = this
      if (!drawn) return undefined
      // The bar is centred on it.
      const middle = middleOf(drawn.curve)
      const half = this.offsetWidth / 2 / camera.value.zoom
      const rect = { x: middle.x - half, y: middle.y, width: 0, height: 0 }
      return { rect, camera: camera.value, stage: this.stage.value }
    })
    new Watch(this, () => this.camera)
    new Watch(this, () => this.editor.board.canvas.value.notes)
  }

  override render() {
    const link = this.drawn
    const { notes } = this.editor.board.canvas.value
    const from = link && notes.get(link.from)
    const to = link && notes.get(link.to)
    if (!link || !from || !to) return nothing
    const writes = this.rights.value.link !== 'none'
    return html`<div class="bar" role="group" aria-label=${say('link.bar')}>
      ${
        writes
          ? html`<input
              class="field"
              dir="auto"
              aria-label=${say('link.label')}
              placeholder=${verbBetween(from.place[0], to.place[0])}
              maxlength=${LIMITS.shortText}
              .value=${link.label}
              @keydown=${this.key}
              @blur=${this.keep}
            />`
          : nothing
      }
      ${
        writes
          ? html`<button
                class="tile"
                aria-label=${say('link.reverse')}
                data-tip=${say('link.reverse')}
                @click=${() => this.editor.reverseLink(link.id)}
              >
                ${icon('arrow-left-right', 'small')}
              </button>
              <button
                class="tile"
                aria-label=${say('link.delete')}
                data-tip=${say('link.delete')}
                @click=${() => this.editor.deleteLink(link.id)}
              >
                ${icon('trash-2', 'small')}
              </button>`
          : nothing
      }
    </div>`
  }

  override updated(changed: PropertyValues<this>): void {
    if ((changed.has('asked') || changed.has('link')) && this.asked) {
      this.field?.focus()
      this.field?.select()
    }
  }

  private get drawn(): DrawnLink | undefined {
    return this.links.value.find(link => link.id === this.link)
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.key === 'Enter' && !event.isComposing) this.leave()
    if (event.key !== 'Escape') return
    if (this.field) this.field.value = this.drawn?.label ?? ''
    this.leave()
  }

  private leave(): void {
    this.field?.blur()
    this.dispatchEvent(new CustomEvent('nn-labelled', { bubbles: true, composed: true }))
  }

  private keep(): void {
    if (this.field) this.editor.labelLink(this.link, this.field.value)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-link-bar': NnLinkBar
  }
}
