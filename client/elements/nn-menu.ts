/** A button that opens a menu. Arrows, Home, End and letters go through it; Escape gives the focus back. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { icon } from './icons.ts'
import type { IconName } from './icons.ts'
import { base, controls } from './theme/look.ts'

export interface Entry {
  readonly id: string
  readonly label: string
  readonly keys?: readonly string[]
  readonly icon?: IconName
  /** The language of the label, where it is not that of the page. */
  readonly lang?: string
  /** One of several: which holds now. */
  readonly checked?: boolean
  /** Why it cannot be chosen now. */
  readonly idle?: boolean
}

/** A rule between entries. */
export const RULE = 'rule'

const GAP = 4

@customElement('nn-menu')
export class NnMenu extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: inline-block;
      }
      .list {
        position: fixed;
        inset: auto;
        min-width: 200px;
        max-width: min(320px, calc(100vw - 16px));
        max-height: calc(100dvh - 16px);
        margin: 0;
        padding: 6px 0;
        border: 0;
        border-radius: var(--r-float);
        background: var(--sheet);
        color: var(--ink);
        box-shadow: var(--float);
        overflow: auto;
      }
      .entry {
        display: flex;
        align-items: center;
        gap: 12px;
        width: 100%;
        min-height: 34px;
        padding: 4px 14px;
        outline-offset: -3px;
      }
      .entry .icon {
        color: var(--ink-2);
      }
      .entry:hover,
      .entry:focus {
        background: var(--well);
      }
      .entry[aria-disabled='true'] {
        color: var(--ink-3);
      }
      .entry span {
        flex: 1;
      }
      .keys {
        /* Keys are pressed in this order everywhere. */
        direction: ltr;
        display: flex;
        gap: 4px;
      }
      hr {
        margin: 6px 0;
        border: 0;
        border-top: 1px solid var(--line);
      }
      @media (pointer: coarse) {
        .entry {
          min-height: 44px;
        }
      }
      @media (forced-colors: active) {
        .list {
          border: 1px solid CanvasText;
        }
      }
    `,
  ]

  @property() label = ''
  /** What stands on the button; without it the label does. */
  @property() face: IconName | '' = ''
  @property() look = 'tile'
  @property({ attribute: false }) entries: readonly (Entry | typeof RULE)[] = []
  @state() private open = false
  @query('.list') declare private readonly list: HTMLElement
  @query('button') declare private readonly button: HTMLButtonElement

  override render() {
    return html`<button
        class=${this.look}
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label=${this.face ? this.label : nothing}
        data-tip=${this.face ? this.label : nothing}
        @click=${this.toggle}
        @keydown=${this.buttonKey}
      >
        ${this.face ? icon(this.face) : html`${this.label}${icon('chevron-down', 'small')}`}
      </button>
      <div class="list" popover="auto" role="menu" aria-label=${this.label} @toggle=${this.toggled} @keydown=${this.key}>
        ${this.open ? this.entries.map(each => (each === RULE ? html`<hr role="separator" />` : this.entry(each))) : nothing}
      </div>`
  }

  override focus(): void {
    this.button.focus()
  }

  private entry(entry: Entry) {
    const keys = entry.keys ?? []
    return html`<button
      class="entry"
      role=${entry.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked=${entry.checked ?? nothing}
      aria-disabled=${entry.idle ? 'true' : nothing}
      lang=${entry.lang ?? nothing}
      tabindex="-1"
      @click=${() => this.choose(entry)}
    >
      ${entry.icon ? icon(entry.icon, 'small') : nothing}<span>${entry.label}</span>
      ${entry.checked ? icon('check', 'small') : nothing}
      ${keys.length > 0 ? html`<span class="keys" aria-hidden="true">${keys.map(key => html`<kbd>${key}</kbd>`)}</span>` : nothing}
    </button>`
  }

  private choose(entry: Entry): void {
    if (entry.idle) return
    this.list.hidePopover()
    this.button.focus()
    this.dispatchEvent(new CustomEvent<string>('nn-choose', { detail: entry.id }))
  }

  private toggle(): void {
    if (this.open) this.list.hidePopover()
    else void this.show('first')
  }

  private async show(focus: 'first' | 'last'): Promise<void> {
    this.open = true
    await this.updateComplete
    this.list.showPopover()
    this.place()
    const buttons = this.buttons
    ;(focus === 'first' ? buttons[0] : buttons.at(-1))?.focus()
  }

  /** Below the button where there is room, else above it; never off the page. */
  private place(): void {
    const at = this.button.getBoundingClientRect()
    const { width, height } = this.list.getBoundingClientRect()
    const start = this.matches(':dir(rtl)') ? at.right - width : at.left
    const x = Math.min(start, innerWidth - width - 8)
    const y = at.bottom + GAP + height < innerHeight ? at.bottom + GAP : Math.max(8, at.top - GAP - height)
    this.list.style.left = `${Math.max(8, x)}px`
    this.list.style.top = `${y}px`
  }

  private toggled(event: ToggleEvent): void {
    this.open = event.newState === 'open'
  }

  private get buttons(): readonly HTMLButtonElement[] {
    return [...this.list.querySelectorAll<HTMLButtonElement>('.entry')]
  }

  private buttonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    event.stopPropagation()
    void this.show(event.key === 'ArrowDown' ? 'first' : 'last')
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation()
    const buttons = this.buttons
    const at = buttons.findIndex(button => button === this.shadowRoot?.activeElement)
    const go = (to: number): void => {
      event.preventDefault()
      buttons.at(to % buttons.length)?.focus()
    }
    if (event.key === 'ArrowDown') go(at + 1)
    else if (event.key === 'ArrowUp') go(at < 0 ? -1 : at - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(-1)
    else if (event.key === 'Tab') this.list.hidePopover()
    else if (event.key === 'Escape') {
      event.preventDefault()
      this.list.hidePopover()
      this.button.focus()
    } else if (event.key.length === 1 && event.key !== ' ') {
      const letter = event.key.toLocaleLowerCase()
      const from = buttons.findIndex((button, i) => i > at && startsWith(button, letter))
      const next = from >= 0 ? from : buttons.findIndex(button => startsWith(button, letter))
      if (next >= 0) go(next)
    }
  }
}

const startsWith = (button: HTMLElement, letter: string): boolean =>
  (button.textContent ?? '').trim().toLocaleLowerCase().startsWith(letter)

declare global {
  interface HTMLElementTagNameMap {
    'nn-menu': NnMenu
  }
}
