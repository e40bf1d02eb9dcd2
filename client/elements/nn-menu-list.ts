/** A menu that opens beside something. Arrows, Home, End and letters go through it; Escape gives the focus back. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Rect } from '../../shared/base/geometry.ts'
import { icon } from './icons.ts'
import type { IconName } from './icons.ts'
import { base, controls } from './theme/look.ts'

export interface Entry {
  readonly id: string
  readonly label: string
  readonly keys?: readonly string[]
  readonly icon?: IconName
  /** One of several: which holds now. */
  readonly checked?: boolean
  /** Why it cannot be chosen now. */
  readonly why?: string
  /** The language of the label, where it is another than the page's. */
  readonly lang?: string
}

/** A rule between entries. */
export const RULE = 'rule'

export interface Opening {
  /** What it opens beside, in pixels of the page. */
  readonly beside: Pick<Rect, 'x' | 'y' | 'width' | 'height'>
  /** Where the focus goes when it closes. */
  readonly from: HTMLElement
  readonly focus?: 'first' | 'last'
}

const GAP = 4
/** At the side it keeps clear of a finger. */
const SIDE = 16
const EDGE = 8

@customElement('nn-menu-list')
export class NnMenuList extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: contents;
      }
      .list {
        position: fixed;
        inset: auto;
        min-width: 200px;
        max-width: min(340px, calc(100vw - 16px));
        max-height: calc(100dvh - 16px);
        margin: 0;
        padding: 6px 0;
        border: 0;
        border-radius: var(--r-float);
        background: var(--sheet);
        color: var(--ink);
        font: var(--t-body);
        box-shadow: var(--float);
        overflow: auto;
        overscroll-behavior: contain;
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
      .name {
        flex: 1;
      }
      .blank {
        flex: none;
        width: 16px;
      }
      .why {
        display: block;
        font: var(--t-small);
        color: var(--ink-2);
      }
      .keys {
        /* Keys are pressed in this order everywhere. */
        direction: ltr;
        display: flex;
        flex: none;
        gap: 4px;
      }
      hr {
        margin: 6px 0;
        border: 0;
        border-block-start: 1px solid var(--line);
      }
      @media (pointer: coarse) {
        .entry {
          min-height: 44px;
        }
        .keys {
          display: none;
        }
      }
      @media (forced-colors: active) {
        .list {
          border: 1px solid CanvasText;
        }
        .entry[aria-disabled='true'] {
          color: GrayText;
        }
      }
    `,
  ]

  @property() label = ''
  @property({ attribute: false }) entries: readonly (Entry | typeof RULE)[] = []
  @state() private opening: Opening | undefined
  @query('.list') declare private readonly list: HTMLElement

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.unhear()
  }

  override render() {
    // It closes by itself only where it says so: the press that asked for it is still down, and its end would close it.
    return html`<div class="list" popover="manual" role="menu" aria-label=${this.label} @keydown=${this.key} @contextmenu=${stop}>
      ${this.opening ? this.entries.map(each => (each === RULE ? html`<hr role="separator" />` : this.entry(each))) : nothing}
    </div>`
  }

  get isOpen(): boolean {
    return this.opening !== undefined
  }

  async open(opening: Opening): Promise<void> {
    if (!this.opening) this.hear()
    this.opening = opening
    await this.updateComplete
    if (!this.list.matches(':popover-open')) this.list.showPopover()
    this.place(opening)
    const { buttons } = this
    ;(opening.focus === 'last' ? buttons.at(-1) : buttons[0])?.focus()
    this.tell()
  }

  close(): void {
    if (!this.opening) return
    this.unhear()
    this.opening = undefined
    this.list.hidePopover()
    this.tell()
  }

  private entry(entry: Entry) {
    const { keys = [], why } = entry
    return html`<button
      class="entry"
      role=${entry.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked=${entry.checked ?? nothing}
      aria-disabled=${why === undefined ? nothing : 'true'}
      lang=${entry.lang ?? nothing}
      tabindex="-1"
      @click=${() => this.choose(entry)}
    >
      ${entry.icon ? icon(entry.icon, 'small') : this.hasIcons ? html`<span class="blank"></span>` : nothing}
      <span class="name">${entry.label}${why === undefined ? nothing : html` <small class="why">${why}</small>`}</span>
      ${entry.checked ? icon('check', 'small') : nothing}
      ${keys.length > 0 ? html`<span class="keys" aria-hidden="true">${keys.map(key => html`<kbd>${key}</kbd>`)}</span>` : nothing}
    </button>`
  }

  /** Names stand in one line below each other. */
  private get hasIcons(): boolean {
    return this.entries.some(entry => entry !== RULE && entry.icon !== undefined)
  }

  private choose(entry: Entry): void {
    if (entry.why !== undefined) return
    this.closeAndReturn()
    this.dispatchEvent(new CustomEvent<string>('nn-choose', { detail: entry.id }))
  }

  private closeAndReturn(): void {
    const from = this.opening?.from
    this.close()
    from?.focus({ preventScroll: true })
  }

  /** Below where there is room, else above, else at the side: never off the page, nor over what it is about. */
  private place({ beside: { x, y, width, height } }: Opening): void {
    const own = this.list.getBoundingClientRect()
    const isRtl = this.matches(':dir(rtl)')
    const below = y + height + GAP
    const above = y - GAP - own.height
    const fits = below + own.height + EDGE < innerHeight ? below : above >= EDGE ? above : undefined
    const [after, before] = [x + width + SIDE, x - SIDE - own.width]
    const atSide = after + own.width + EDGE < innerWidth ? after : before
    const left = fits === undefined ? atSide : isRtl ? x + width - own.width : x
    const top = fits ?? Math.min(y, innerHeight - own.height - EDGE)
    this.list.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - own.width - EDGE))}px`
    this.list.style.top = `${Math.max(EDGE, top)}px`
  }

  private hear(): void {
    document.addEventListener('pointerdown', this.pressed, { capture: true })
    window.addEventListener('resize', this.closed)
    window.addEventListener('blur', this.closed)
  }

  private unhear(): void {
    document.removeEventListener('pointerdown', this.pressed, { capture: true })
    window.removeEventListener('resize', this.closed)
    window.removeEventListener('blur', this.closed)
  }

  private readonly closed = (): void => this.close()

  /** A press elsewhere; a button that opened it closes it by itself. */
  private readonly pressed = (event: PointerEvent): void => {
    const path = event.composedPath()
    const from = this.opening?.from
    if (!path.includes(this) && !(from instanceof HTMLButtonElement && path.includes(from))) this.close()
  }

  private tell(): void {
    this.dispatchEvent(new CustomEvent('nn-opened'))
  }

  private get buttons(): readonly HTMLButtonElement[] {
    return [...this.list.querySelectorAll<HTMLButtonElement>('.entry')]
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation()
    const { buttons } = this
    const at = buttons.findIndex(button => button === this.shadowRoot?.activeElement)
    const go = (to: number): void => {
      event.preventDefault()
      buttons.at(to % buttons.length)?.focus()
    }
    if (event.key === 'ArrowDown') go(at + 1)
    else if (event.key === 'ArrowUp') go(at < 0 ? -1 : at - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(-1)
    else if (event.key === 'Tab') this.closeAndReturn()
    else if (event.key === 'Escape') {
      event.preventDefault()
      this.closeAndReturn()
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

function stop(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-menu-list': NnMenuList
  }
}
