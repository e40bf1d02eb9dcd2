/** The panel beside the sheet: tabs, what the chosen one shows, and a way to put it away. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import { base, controls } from './theme/look.ts'
import { wayOf } from './way.ts'

export interface Tab {
  readonly id: string
  readonly label: string
}

@customElement('nn-panel')
export class NnPanel extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        width: 352px;
        min-height: 0;
        border-inline-start: 1px solid var(--line-2);
        background: var(--panel);
        --surround: var(--panel);
      }
      .top {
        display: flex;
        flex: none;
        height: 48px;
        padding-block: 0;
        padding-inline: 20px 8px;
        border-bottom: 1px solid var(--line);
      }
      .tabs {
        display: flex;
        gap: 20px;
      }
      .tab {
        position: relative;
        min-width: 24px;
        color: var(--ink-3);
        text-align: start;
        outline-offset: -4px;
      }
      .tab[aria-selected='true'] {
        color: var(--ink);
        font-weight: 600;
      }
      .tab[aria-selected='true']::after {
        content: '';
        position: absolute;
        inset-inline-start: 0;
        inset-inline-end: 0;
        bottom: -1px;
        height: 2px;
        background: var(--ink);
      }
      .tile {
        align-self: center;
        margin-inline-start: auto;
      }
      .body {
        flex: 1;
        min-height: 0;
        overflow: auto;
        overscroll-behavior: contain;
        outline-offset: -3px;
      }
      @media (pointer: coarse) {
        .tab {
          min-width: 44px;
        }
      }
      @media (forced-colors: active) {
        .tab[aria-selected='true']::after {
          background: Highlight;
        }
      }
    `,
  ]

  @property({ attribute: false }) tabs: readonly Tab[] = []
  @property() current = ''
  @property({ type: Boolean }) stays = false

  override connectedCallback(): void {
    super.connectedCallback()
    this.role = 'complementary'
  }

  override willUpdate(): void {
    this.ariaLabel = this.tabs.find(tab => tab.id === this.current)?.label ?? ''
  }

  override render() {
    const label = this.tabs.find(tab => tab.id === this.current)?.label ?? ''
    return html`<div class="top">
        <div class="tabs" role="tablist" @keydown=${this.key}>
          ${this.tabs.map(tab => this.tab(tab))}
        </div>
        ${
          this.stays
            ? nothing
            : html`<button class="tile" aria-label=${say('page.close')} data-tip=${say('page.close')} @click=${() => this.tell('nn-close', '')}>
                ${icon('x')}
              </button>`
        }
      </div>
      <div class="body" id="body" role="tabpanel" aria-label=${label} tabindex="0"><slot></slot></div>`
  }

  private tab(tab: Tab) {
    const selected = tab.id === this.current
    return html`<button
      class="tab"
      role="tab"
      aria-selected=${selected}
      aria-controls="body"
      tabindex=${selected ? 0 : -1}
      @click=${() => this.tell('nn-tab', tab.id)}
    >
      ${tab.label}
    </button>`
  }

  private key(event: KeyboardEvent): void {
    const way = wayOf(event, this)
    if (way === 0) return
    event.preventDefault()
    event.stopPropagation()
    const at = this.tabs.findIndex(tab => tab.id === this.current)
    const next = this.tabs[(at + way + this.tabs.length) % this.tabs.length]
    if (!next) return
    this.tell('nn-tab', next.id)
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-selected=true]')?.focus())
  }

  private tell(type: string, detail: string): void {
    this.dispatchEvent(new CustomEvent<string>(type, { detail }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-panel': NnPanel
  }
}
