/** Notes that say nearly the same, side by side: a person groups them, or says that they are not the same. Nothing is done by itself. */
import type { PropertyValues } from 'lit'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { AREAS } from '../../shared/canvas/blocks.ts'
import { isPrivate } from '../../shared/canvas/canvas.ts'
import { duplicateFinder } from '../../shared/canvas/duplicates.ts'
import { groupOf } from '../../shared/canvas/groups.ts'
import type { Note } from '../../shared/canvas/records.ts'
import type { Store } from '../base/store.ts'
import type { Editor } from '../editor/editor.ts'
import { mayI } from '../editor/may.ts'
import { say } from '../words/words.ts'
import { keepApart, keptApart, nameOfPair } from './kept-apart.ts'
import './nn-dialog.ts'
import { base, controls } from './theme/look.ts'
import { vars } from './vars.ts'
import { Watch } from './watch.ts'

/** Rows at once; the rest comes up as these are gone through. */
const MOST = 30

type Pair = readonly [Note, Note]
const idsOf = ([a, b]: Pair): readonly [string, string] => [a.id, b.id]

@customElement('nn-duplicates')
export class NnDuplicates extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      nn-dialog {
        --dialog-width: 640px;
      }
      .pair {
        padding: 14px 0 16px;
        border-top: 1px solid var(--line);
      }
      .where {
        padding-bottom: 6px;
        font: var(--t-small);
        color: var(--ink-2);
      }
      .notes {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 8px;
      }
      .note {
        padding: 8px 12px;
        border: 1px solid var(--edge);
        border-radius: var(--r-note);
        background: var(--paper);
        color: var(--note-ink);
        overflow-wrap: anywhere;
        forced-color-adjust: none;
      }
      .text {
        display: -webkit-box;
        -webkit-line-clamp: 4;
        -webkit-box-orient: vertical;
        overflow: hidden;
        white-space: pre-line;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding-top: 10px;
      }
      .count {
        padding-bottom: 10px;
        outline: none;
      }
      @media (pointer: coarse) {
        .actions .button {
          min-height: 44px;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  @property({ attribute: false }) declare store: Store
  @state() private apart: ReadonlySet<string> = new Set()
  /** Others write on meanwhile: only what stands in their block is compared anew. */
  private readonly find = duplicateFinder()
  private pairs: readonly Pair[] = []
  private answering = false

  constructor() {
    super()
    new Watch(this, () => this.editor.board.canvas)
    new Watch(this, () => this.editor.board.canvas.value.notes)
    new Watch(this, () => this.editor.board.canvas.value.groups)
    new Watch(this, () => this.editor.board.rights)
  }

  override willUpdate(): void {
    const { board, shown } = this.editor
    const { notes, groups } = board.canvas.value
    if (!this.hasUpdated) this.apart = keptApart(this.store, board.id)
    const found = this.find(AREAS.map(area => shown.notesIn(area)))
    this.pairs = found.flatMap(({ pair }) => {
      const [a, b] = [notes.get(pair[0]), notes.get(pair[1])]
      const group = a && groupOf(groups, a)
      const isTogether = group !== undefined && b?.group === group.id
      return !a || !b || isTogether || this.apart.has(nameOfPair(pair)) ? [] : [[a, b] as const]
    })
  }

  override render() {
    const { pairs } = this
    const count = pairs.length > 0 ? say('duplicates.count', { count: pairs.length }) : say('duplicates.none')
    return html`<nn-dialog open .heading=${say('duplicates.heading')} .sentence=${say('duplicates.sentence')}>
      <p class="count" role="status" tabindex="-1">${count}</p>
      ${
        pairs.length > 0
          ? html`<ul aria-label=${say('duplicates.list')}>
              ${repeat(
                pairs.slice(0, MOST),
                pair => nameOfPair(idsOf(pair)),
                pair => this.row(pair),
              )}
            </ul>`
          : nothing
      }
    </nn-dialog>`
  }

  /** The buttons of the pair that had the focus are gone: the next pair has it, or what is said when there is none. */
  override updated(_changed: PropertyValues): void {
    if (!this.answering) return
    this.answering = false
    const find = (what: string) => this.renderRoot.querySelector<HTMLElement>(what)
    const next = find('.actions button') ?? find('.count')
    next?.focus()
  }

  private row(pair: Pair) {
    const [a, b] = pair
    const { board } = this.editor
    const mayGroup = pair.every(
      ({ id, author }) => !isPrivate(board.canvas.value, id) && mayI(board, 'group', [author]),
    )
    return html`<li class="pair">
      <p class="where">${say(`area.${a.place[0]}`)}</p>
      <div class="notes">${this.note(a)}${this.note(b)}</div>
      <div class="actions">
        ${
          mayGroup
            ? html`<button
                class="button small"
                aria-label=${say('duplicates.groupThese', { one: a.text, other: b.text })}
                @click=${() => this.group(pair)}
              >
                ${say('duplicates.group')}
              </button>`
            : nothing
        }
        <button
          class="button small quiet"
          aria-label=${say('duplicates.differ', { one: a.text, other: b.text })}
          @click=${() => this.keepApart(pair)}
        >
          ${say('duplicates.apart')}
        </button>
      </div>
    </li>`
  }

  private note({ text, color }: Note) {
    return html`<div class="note" ${vars({ '--paper': `var(--${color})`, '--edge': `var(--${color}-edge)` })}>
      <p class="text" dir="auto">${text}</p>
    </div>`
  }

  private group(pair: Pair): void {
    this.answering = true
    this.editor.groupNotes(idsOf(pair))
  }

  private keepApart(pair: Pair): void {
    const { id } = this.editor.board
    this.answering = true
    keepApart(this.store, id, idsOf(pair))
    this.apart = keptApart(this.store, id)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-duplicates': NnDuplicates
  }
}
