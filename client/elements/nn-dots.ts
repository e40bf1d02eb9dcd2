/** My dots on one candidate of an open vote, with a way to give and to take back: on a slip, on a group, below a chosen note. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Editor } from '../editor/editor.ts'
import { faultSentence, leftWords } from '../words/votes.ts'
import { say } from '../words/words.ts'
import { discs, discsLook } from './discs.ts'
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
    discsLook,
    css`
      .dots {
        display: inline-flex;
        align-items: center;
        gap: 2px;
      }
      .discs {
        min-width: 16px;
        justify-content: center;
      }
      .count {
        min-width: 20px;
        padding-inline: 6px 2px;
        font-weight: 620;
        text-align: center;
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
      ${vote.settings.perNote > MOST_DISCS ? discs(mine, 1) : discs(mine, vote.settings.perNote)}
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
