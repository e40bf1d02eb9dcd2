/** The boards that were open in this browser: the way back to each, and a way to forget it here. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Store } from '../base/store.ts'
import { say } from '../words/words.ts'
import { lastVisit } from './dates.ts'
import { icon } from './icons.ts'
import type { KeptLink } from './kept-links.ts'
import { keepLinks, keptLinks } from './kept-links.ts'
import type { RecentBoard } from './recent.ts'
import { forgetBoard, recentBoards, rememberBoard } from './recent.ts'
import { base, controls } from './theme/look.ts'

@customElement('nn-recent')
export class NnRecent extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      h2 {
        padding-bottom: 6px;
        border-bottom: 1px solid var(--line-2);
        font: var(--t-small);
        color: var(--ink-3);
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 41px;
        border-bottom: 1px solid var(--line-2);
      }
      a {
        display: flex;
        flex: 1;
        justify-content: space-between;
        gap: 16px;
        min-width: 0;
        padding: 10px 0;
        text-decoration: none;
      }
      b {
        overflow: hidden;
        font-weight: 620;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .visit {
        display: block;
        flex: none;
      }
      .visit::first-letter {
        text-transform: uppercase;
      }
      .gone {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) declare store: Store
  @property({ attribute: false }) declare forget: (board: string) => Promise<void>
  @state() private boards: readonly RecentBoard[] = []
  /** What was forgotten on this visit of the page, to be taken back: by board, with its links. */
  @state() private forgotten: ReadonlyMap<string, readonly KeptLink[]> = new Map()

  private forgetting: Promise<void> | undefined

  override willUpdate(): void {
    if (!this.hasUpdated) this.boards = recentBoards(this.store)
  }

  override render() {
    if (this.boards.length === 0) return nothing
    const now = Date.now()
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${say('first.recent')}</h2>
      <ul>
        ${this.boards.map(board =>
          this.forgotten.has(board.id) ? this.goneRow(board) : this.row(board, lastVisit(board.at, now)),
        )}
      </ul>
    </section>`
  }

  private row(board: RecentBoard, visit: string) {
    const title = board.title || say('page.untitled')
    return html`<li>
      <a href="/b/${board.id}"><b dir="auto">${title}</b><span class="visit soft num">${visit}</span></a>
      <button
        class="tile small"
        aria-label=${say('first.forget', { title })}
        data-board=${board.id}
        @click=${() => this.forgetHere(board)}
      >
        ${icon('x', 'small')}
      </button>
    </li>`
  }

  private goneRow(board: RecentBoard) {
    return html`<li>
      <span class="gone soft" role="status"
        >${say('first.forgotten', { title: board.title || say('page.untitled') })}</span
      >
      <button class="button small" data-board=${board.id} @click=${() => this.keep(board)}>
        ${say('first.keepIt')}
      </button>
    </li>`
  }

  private async forgetHere(board: RecentBoard): Promise<void> {
    this.forgotten = new Map(this.forgotten).set(board.id, keptLinks(this.store, board.id))
    forgetBoard(this.store, board.id)
    this.forgetting = this.forget(board.id)
    await this.stayAt(board)
  }

  private async keep(board: RecentBoard): Promise<void> {
    const links = this.forgotten.get(board.id) ?? []
    // What is put back must not be taken away after all.
    await this.forgetting
    this.forgotten = new Map([...this.forgotten].filter(([id]) => id !== board.id))
    rememberBoard(this.store, board)
    if (links.length > 0) keepLinks(this.store, board.id, links)
    await this.stayAt(board)
  }

  /** The button that was pressed is gone; the one in its place has the focus. */
  private async stayAt({ id }: RecentBoard): Promise<void> {
    await this.updateComplete
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('button')
    ;[...buttons].find(button => button.dataset['board'] === id)?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-recent': NnRecent
  }
}
