/** Finds the other end of a new link by typing: words of a note, arrows, Enter. */
import type { PropertyValues } from 'lit'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Note } from '../../shared/canvas/records.ts'
import type { Board } from '../editor/board.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import { notesWith } from './link-choices.ts'
import { base } from './theme/look.ts'
import { vars } from './vars.ts'

const MOST = 8

@customElement('nn-link-search')
export class NnLinkSearch extends LitElement {
  static override styles = [
    base,
    css`
      dialog {
        width: min(620px, calc(100vw - 16px));
        margin: 112px auto auto;
        padding: 0;
        border: 0;
        border-radius: var(--r-float);
        background: var(--sheet);
        color: var(--ink);
        box-shadow: var(--float);
        overflow: hidden;
      }
      dialog::backdrop {
        background: none;
      }
      .in {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 56px;
        padding: 0 20px;
        border-bottom: 1px solid var(--line);
      }
      input {
        flex: 1;
        min-width: 0;
        font-size: 18px;
      }
      input:focus-visible {
        outline: none;
      }
      h2 {
        padding: 14px 20px 6px;
        font: 560 12px/16px var(--font);
        color: var(--ink-3);
      }
      .choice {
        display: grid;
        grid-template-columns: 20px minmax(0, 1fr) auto;
        align-items: center;
        gap: 12px;
        min-height: 40px;
        padding: 4px 20px;
      }
      .choice i {
        width: 16px;
        height: 16px;
        border: 1px solid var(--edge);
        border-radius: var(--r-note);
        background: var(--paper);
        forced-color-adjust: none;
      }
      .choice b {
        font-weight: 450;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .choice span {
        color: var(--ink-3);
        font: var(--t-small);
      }
      .choice[aria-selected='true'] span {
        color: var(--ink-2);
      }
      .choice[aria-selected='true'] {
        background: var(--wash);
        box-shadow: inset 3px 0 0 var(--accent);
      }
      .none {
        padding: 14px 20px;
        color: var(--ink-2);
      }
      .foot {
        height: 10px;
      }
      @media (max-width: 640px) {
        dialog {
          margin-top: 16px;
        }
        .choice {
          min-height: 48px;
        }
      }
      @media (forced-colors: active) {
        dialog {
          border: 1px solid CanvasText;
        }
        .choice[aria-selected='true'] {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare board: Board
  /** The note from which the link goes. */
  @property() from = ''
  @state() private words = ''
  @state() private at = 0
  @query('dialog') declare private readonly dialog: HTMLDialogElement

  override render() {
    const from = this.board.canvas.value.notes.get(this.from)
    const choices = this.choices
    const label = say('link.search', { note: from?.text || say('note.empty') })
    return html`<dialog aria-label=${label} @close=${this.closed} @pointerdown=${this.pressed}>
      <div class="in">
        ${icon('spline')}
        <input
          role="combobox"
          aria-label=${label}
          aria-expanded="true"
          aria-controls="choices"
          aria-activedescendant=${choices.length > 0 ? `c${this.at}` : nothing}
          aria-autocomplete="list"
          autocomplete="off"
          placeholder=${say('link.searchHint')}
          @input=${this.typed}
          @keydown=${this.key}
        />
      </div>
      <h2>${label}</h2>
      <div id="choices" role="listbox" aria-label=${say('link.choices')}>
        ${choices.map((note, i) => this.choice(note, i))}
      </div>
      ${choices.length === 0 ? html`<p class="none">${say('link.nothing')}</p>` : nothing}
      <div class="foot"></div>
    </dialog>`
  }

  override firstUpdated(_changed: PropertyValues): void {
    this.dialog.showModal()
    this.renderRoot.querySelector('input')?.focus()
  }

  private get choices(): readonly Note[] {
    const { notes, links } = this.board.canvas.value
    const linked = new Set(
      links
        .all()
        .filter(link => link.from === this.from)
        .map(link => link.to),
    )
    const others = notes.all().filter(note => note.id !== this.from && note.text && !linked.has(note.id))
    return notesWith(others, this.words, notes.get(this.from)?.place[0] ?? 'parking').slice(0, MOST)
  }

  private choice(note: Note, i: number) {
    return html`<div
      class="choice"
      role="option"
      id="c${i}"
      aria-selected=${i === this.at}
      ${vars({ '--paper': `var(--${note.color})`, '--edge': `var(--${note.color}-edge)` })}
      @pointermove=${() => {
        this.at = i
      }}
      @click=${() => this.choose(note)}
    >
      <i></i><b dir="auto">${note.text}</b><span>${say(`area.${note.place[0]}`)}</span>
    </div>`
  }

  private typed(event: InputEvent): void {
    this.words = (event.target as HTMLInputElement).value
    this.at = 0
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation()
    const choices = this.choices
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (way !== 0 && choices.length > 0) {
      event.preventDefault()
      this.at = (this.at + way + choices.length) % choices.length
    }
    const chosen = choices[this.at]
    if (event.key === 'Enter' && !event.isComposing && chosen) {
      event.preventDefault()
      this.choose(chosen)
    }
  }

  private choose(note: Note): void {
    this.dispatchEvent(new CustomEvent<string>('nn-link-to', { detail: note.id, bubbles: true, composed: true }))
    this.dialog.close()
  }

  private pressed(event: PointerEvent): void {
    if (event.target !== this.dialog) return
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect()
    const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom
    if (!inside) this.dialog.close()
  }

  private closed(): void {
    this.dispatchEvent(new CustomEvent('nn-close', { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-link-search': NnLinkSearch
  }
}
