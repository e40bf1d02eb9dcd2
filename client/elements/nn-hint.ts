/** One quiet line over the foot: ways to begin on an empty board, later the next thing a newcomer may try. It goes by doing it, or when it is put away. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Store } from '../base/store.ts'
import type { Command, Context } from '../commands/command.ts'
import { commandNamed, readinessOf, runCommand, titleOf } from '../commands/commands.ts'
import { mayI } from '../editor/may.ts'
import { say } from '../words/words.ts'
import type { HintId } from './hints.ts'
import { isHint, learn, learned, nextHint } from './hints.ts'
import { icon, isIcon } from './icons.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

const WAYS = ['note.add', 'board.example', 'board.import'] as const

const isTouched = matchMedia('(pointer: coarse)')

@customElement('nn-hint')
export class NnHint extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        position: absolute;
        inset-inline: 0;
        /* Below the notes; on a board without any, over the room of the toast. */
        bottom: 6px;
        display: flex;
        justify-content: center;
        padding-inline: 8px;
        /* What one has chosen lies over it. */
        z-index: var(--z-presence);
        pointer-events: none;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 20px;
        min-height: 40px;
        max-width: 100%;
        padding-inline: 18px 4px;
        border-radius: var(--r-float);
        background: var(--sheet);
        box-shadow: var(--float);
        pointer-events: auto;
      }
      p {
        flex: 1 1 auto;
        max-width: 60ch;
      }
      .begin {
        min-height: 52px;
        margin-block-end: 70px;
      }
      .begin p {
        font-weight: 600;
      }
      .way {
        display: inline-flex;
        align-items: center;
        gap: 10px;
        min-height: 36px;
        border-radius: var(--r-control);
        font-weight: 560;
      }
      @media (pointer: coarse) {
        .way {
          min-height: 44px;
        }
        .way kbd {
          display: none;
        }
      }
      @media (max-width: 640px) {
        .line {
          flex-wrap: nowrap;
        }
        .begin {
          flex-wrap: wrap;
        }
      }
      @media (forced-colors: active) {
        .line {
          border: 1px solid CanvasText;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare context: Context
  @property({ attribute: false }) declare store: Store

  constructor() {
    super()
    new Watch(this, () => this.board.canvas)
    new Watch(this, () => this.board.canvas.value.notes)
    new Watch(this, () => this.board.rights)
    new Watch(this, () => this.board.saveState)
    new Watch(
      this,
      () => this.board.history.value,
      () => this.notices(),
    )
    new Watch(this, () => this.context.editor.hand)
    new Watch(this, () => this.context.editor.tool)
    new Watch(this, () => this.context.editor.writing)
    new Watch(this, () => this.context.editor.voting.now)
  }

  /** What is told now. */
  get hint(): HintId | undefined {
    const { editor } = this.context
    const isVoting = editor.voting.now.value !== undefined
    const isBusy = editor.writing.value !== undefined || !['nothing', 'place'].includes(editor.hand.value.kind)
    // The bar of pen and highlighter lies where this would.
    const isDrawing = ['pen', 'highlighter'].includes(editor.tool.value)
    const isOpen = !['opening', 'closed'].includes(this.board.saveState.value.kind)
    if (isVoting || isBusy || isDrawing || !isOpen) return undefined
    const isEmpty = this.board.canvas.value.notes.size === 0
    return nextHint(this.known, { isEmpty, may: right => mayI(this.board, right) })
  }

  override render() {
    const { hint } = this
    if (!hint) return nothing
    return html`<div class="line ${hint}" role="group" aria-label=${say('hint.label')}>
      ${hint === 'begin' ? this.ways() : html`<p>${sentenceOf(hint)}</p>`}
      <button class="tile" aria-label=${say('hint.away')} data-tip=${say('hint.away')} @click=${this.putAway}>
        ${icon('x')}
      </button>
    </div>`
  }

  putAway(): void {
    const { hint } = this
    if (hint) this.learns(hint)
  }

  private ways() {
    const ways = WAYS.flatMap(id => commandNamed(id) ?? []).filter(
      command => readinessOf(command, this.context).kind === 'ready',
    )
    return html`<p>${say('hint.begin')}</p>
      ${ways.map(command => this.way(command))}`
  }

  private way(command: Command) {
    const { icon: name = '', keys } = command
    return html`<button class="way" @click=${() => runCommand(command.id, this.context)}>
      ${isIcon(name) ? icon(name) : nothing}${titleOf(command)}${keys[0] ? html`<kbd>${keys[0]}</kbd>` : nothing}
    </button>`
  }

  /** The last thing I did is one that a hint would tell of. */
  private notices(): boolean {
    const { undoTitle } = this.board.history.value
    if (!isHint(undoTitle) || this.known.has(undoTitle)) return false
    this.learns(undoTitle)
    return true
  }

  private learns(hint: HintId): void {
    learn(this.store, hint)
    this.requestUpdate()
  }

  private get known(): ReadonlySet<HintId> {
    return learned(this.store)
  }

  private get board() {
    return this.context.editor.board
  }
}

/** Keys are for who has some. */
function sentenceOf(hint: Exclude<HintId, 'begin'>) {
  if (isTouched.matches) return say(`hint.${hint}.touch`)
  if (hint === 'move') return say('hint.move')
  const [before, after] = say(`hint.${hint}`, { key: '|' }).split('|')
  return html`${before}<kbd>${hint === 'add' ? 'N' : 'L'}</kbd>${after}`
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-hint': NnHint
  }
}
