/** My dots on one candidate of an open vote, with a way to give and to take back: on a slip, on a group, below a chosen note. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Editor } from '../editor/editor.ts'
import { faultSentence, leftWords } from '../words/votes.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import { announce } from './nn-live.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

/** More than so many are told by their number alone. */
const MOST_DISCS = 5

@customElement('nn-dots')
export class NnDots extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .dots {
        display: inline-flex;
        align-items: center;
        gap: 2px;
      }
      .discs {
        display: flex;
        gap: 4px;
        min-width: 16px;
        justify-content: center;
      }
      i {
        width: 14px;
        height: 14px;
        border: 2px solid var(--control);
        border-radius: 50%;
      }
      i.given {
        border-color: var(--accent);
        background: var(--accent);
      }
      .count {
        min-width: 20px;
        padding-inline: 6px 2px;
        font-weight: 620;
        text-align: center;
      }
      @media (forced-colors: active) {
        i.given {
          border-color: Highlight;
          background: Highlight;
          forced-color-adjust: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  /** A note, or a closed group. */
  @property() candidate = ''
  /** What its words are. */
  @property() text = ''

  constructor() {
    super()
    new Watch(this, () => this.editor.voting.now)
  }

  override render() {
    const { voting } = this.editor
    const vote = voting.now.value
    if (!vote?.isVoter || !voting.isCandidate(this.candidate)) return nothing
    const mine = vote.mine.get(this.candidate) ?? 0
    const fault = voting.faultOf(this.candidate)
    const text = this.text || say('note.empty')
    return html`<div class="dots" role="group" aria-label=${say('vote.dots', { count: mine })}>
      <button
        class="tile small"
        aria-label=${say('vote.take', { text })}
        data-tip=${say('command.takeDot')}
        aria-disabled=${mine === 0 ? 'true' : nothing}
        @click=${() => this.give(-1)}
      >
        ${icon('minus')}
      </button>
      <span class="discs" aria-hidden="true">${this.discs(mine, vote.settings.perNote)}</span>
      <span class="count num">${mine}</span>
      <button
        class="tile small"
        aria-label=${say('vote.give', { text })}
        data-tip=${fault ? faultSentence(fault, this.area) : say('command.giveDot')}
        aria-disabled=${fault ? 'true' : nothing}
        @click=${() => this.give(1)}
      >
        ${icon('plus')}
      </button>
    </div>`
  }

  private get area() {
    const { notes, groups } = this.editor.board.canvas.value
    return notes.get(this.candidate)?.place[0] ?? groups.get(this.candidate)?.block
  }

  private discs(mine: number, perNote: number) {
    if (perNote > MOST_DISCS) return html`<i class=${mine > 0 ? 'given' : ''}></i>`
    return Array.from({ length: perNote }, (_, n) => html`<i class=${n < mine ? 'given' : ''}></i>`)
  }

  private give(more: 1 | -1): void {
    const { voting } = this.editor
    this.editor.giveDots(this.candidate, more)
    const vote = voting.now.value
    if (vote)
      announce(
        this,
        say('vote.heard.cast', { count: vote.mine.get(this.candidate) ?? 0, left: leftWords(vote.left.dots) }),
      )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-dots': NnDots
  }
}
