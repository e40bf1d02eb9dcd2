/** A button that opens a menu. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { icon } from './icons.ts'
import type { IconName } from './icons.ts'
import type { Entry, NnMenuList, Opening, RULE } from './nn-menu-list.ts'
import './nn-menu-list.ts'
import { base, controls } from './theme/look.ts'

@customElement('nn-menu')
export class NnMenu extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: inline-grid;
      }
    `,
  ]

  @property() label = ''
  /** What stands on the button; without it the label does. */
  @property() face: IconName | '' = ''
  @property() look = 'tile'
  @property({ attribute: false }) entries: readonly (Entry | typeof RULE)[] = []
  @state() private isOpen = false
  @query('nn-menu-list') declare private readonly list: NnMenuList
  @query('button') declare private readonly button: HTMLButtonElement

  override render() {
    return html`<button
        class=${this.look}
        aria-haspopup="menu"
        aria-expanded=${this.isOpen}
        aria-label=${this.face ? this.label : nothing}
        data-tip=${this.face ? this.label : nothing}
        @click=${this.toggle}
        @keydown=${this.key}
      >
        ${this.face ? icon(this.face) : html`${this.label}${icon('chevron-down', 'small')}`}
      </button>
      <nn-menu-list
        .label=${this.label}
        .entries=${this.entries}
        @nn-opened=${() => {
          this.isOpen = this.list.isOpen
        }}
        @nn-choose=${(event: CustomEvent<string>) => this.dispatchEvent(new CustomEvent('nn-choose', { detail: event.detail }))}
      ></nn-menu-list>`
  }

  override focus(): void {
    this.button.focus()
  }

  private toggle(): void {
    if (this.list.isOpen) this.list.close()
    else this.open('first')
  }

  private open(focus: Opening['focus'] & string): void {
    void this.list.open({ beside: this.button.getBoundingClientRect(), from: this.button, focus })
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    event.stopPropagation()
    this.open(event.key === 'ArrowDown' ? 'first' : 'last')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-menu': NnMenu
  }
}
