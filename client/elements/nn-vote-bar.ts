/** The bar of an open vote: what it is, its rules, the dots I have left, who is done, and for facilitators its end. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Editor } from '../editor/editor.ts'
import type { Extension, Standing } from '../editor/polls.ts'
import type { Vote } from '../editor/voting.ts'
import { leftWords, rulesOf } from '../words/votes.ts'
import { say } from '../words/words.ts'
import { discs, discsLook } from './discs.ts'
import { icon } from './icons.ts'
import type { Entry } from './nn-menu-list.ts'
import './nn-menu.ts'
import { announce } from './nn-live.ts'
import { base, controls } from './theme/look.ts'
import { vars } from './vars.ts'
import { voteBarLook } from './vote-bar-look.ts'
import { Watch } from './watch.ts'

const DAY_MS = 86_400_000
const DAYS = [1, 3, 7] as const
/** More than so many are told by their number alone. */
const MOST_DISCS = 8

@customElement('nn-vote-bar')
export class NnVoteBar extends LitElement {
  static override styles = [base, controls, discsLook, voteBarLook]

  @property({ attribute: false }) declare editor: Editor
  /** Asked whether to close, with what stands against it. */
  @state() private closing: Standing | undefined
  /** Who a facilitator waits for, asked anew with each progress. */
  @state() private standing: Standing | undefined
  @state() private problem = ''
  private heard: { readonly id: string; readonly title: string } | undefined

  private readonly vote = new Watch(this, () => this.editor.voting.now)
  private readonly progress = new Watch(
    this,
    () => this.editor.voting.progress,
    () => {
      void this.askStanding()
      return true
    },
  )
  private readonly me = new Watch(this, () => this.editor.board.me)
  private readonly run = new Watch(this, () => this.editor.session.run)

  constructor() {
    super()
    new Watch(this, () => this.editor.board.canvas)
    new Watch(this, () => this.editor.voting.open)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('visibilitychange', this.returned)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('visibilitychange', this.returned)
  }

  override render() {
    const vote = this.vote.value
    if (!vote) return nothing
    const title = vote.round.title || say('vote.label')
    return html`<section aria-label=${say('vote.label')}>
      <div class="what">
        ${this.titleOf(vote, title)}
        <p class="rules">${vote.isVoter ? rulesOf(vote.settings, vote.round.until) : say('vote.notVoter')}</p>
        ${this.gone(vote)}
      </div>
      ${vote.isVoter ? this.left(vote) : nothing} ${this.finished(vote)}
      ${
        vote.isVoter
          ? html`<button
              class="button done ${vote.isDone ? 'is' : ''}"
              aria-pressed=${vote.isDone}
              @click=${() => this.editor.voting.finish(!vote.isDone)}
            >
              ${icon('check', 'small')}${say(vote.isDone ? 'vote.undone' : 'vote.done')}
            </button>`
          : nothing
      }
      ${this.me.value.role === 'facilitator' ? this.facilitator(vote) : nothing}
      <p class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
    </section>`
  }

  /** Begin and end are heard wherever one is. */
  override updated(): void {
    const vote = this.vote.value
    if (vote?.round.id === this.heard?.id) return
    if (this.heard) announce(this, say('vote.heard.ended', { title: this.heard.title }))
    this.heard = vote && { id: vote.round.id, title: vote.round.title || say('vote.label') }
    this.closing = undefined
    this.problem = ''
    if (!this.heard || !vote) return
    announce(this, say('vote.heard.began', { title: this.heard.title, count: vote.settings.dots }))
    void this.askStanding()
  }

  private titleOf(vote: Vote, title: string) {
    const { open } = this.editor.voting
    // The running step says it already, above and in the panel.
    const isStep = vote.round.title === this.run.value?.plan.title
    if (open.value.length < 2) return html`<h2 class=${isStep ? 'unseen' : ''}>${title}</h2>`
    return html`<select
      class="field"
      aria-label=${say('vote.label')}
      @change=${(event: Event) => this.editor.voting.choose((event.target as HTMLSelectElement).value)}
    >
      ${open.value.map(
        round =>
          html`<option value=${round.id} ?selected=${round.id === vote.round.id}>
            ${round.title || say('vote.label')}
          </option>`,
      )}
    </select>`
  }

  private left({ settings, left, mine }: Vote) {
    if (left.areas.length > 0 && settings.perBlock !== null && settings.blocks.length > 0)
      return html`<ul class="left">
        ${left.areas.map(([area, count]) => {
          const most = Math.min(settings.perBlock ?? 0, settings.dots)
          return html`<li><span class="area">${say(`area.${area}`)}</span>${dotsOf(most - count, most)}<b class="num">${leftWords(count)}</b></li>`
        })}
      </ul>`
    const given = [...mine.values()].reduce((sum, dots) => sum + dots, 0)
    return html`<p class="left">${dotsOf(given, settings.dots)}<b class="num">${leftWords(left.dots)}</b></p>`
  }

  /** Dots on what was deleted, grouped or moved away meanwhile are still mine to take back. */
  private gone({ mine }: Vote) {
    const gone = [...mine].filter(([note]) => !this.editor.voting.isCandidate(note))
    if (gone.length === 0) return nothing
    return html`<p class="gone">
      ${say('vote.gone', { count: gone.reduce((sum, [, dots]) => sum + dots, 0) })}
      <button
        class="button small"
        @click=${() => {
          for (const [note, dots] of gone) this.editor.voting.give(note, -dots)
        }}
      >
        ${say('vote.takeGone')}
      </button>
    </p>`
  }

  private finished({ round }: Vote) {
    const progress = this.progress.value
    if (progress?.round !== round.id) return nothing
    const { done, of } = progress
    return html`<div class="finished">
      <span class="num">${say('vote.progress', { done, of })}</span>
      <span class="track" aria-hidden="true"><span ${vars({ '--part': `${of === 0 ? 0 : (100 * done) / of}%` })}></span></span>
      ${
        this.standing && this.me.value.role === 'facilitator'
          ? html`<small class="num">${say('vote.standing', { count: this.standing.withLeft })}</small>`
          : nothing
      }
    </div>`
  }

  private facilitator({ settings }: Vote) {
    if (this.closing) {
      const count = this.closing.of - this.closing.done
      return html`<div class="ask" role="group" aria-label=${say('vote.close')}>
        <span>${say('vote.closeAsk', { count })}</span>
        <button class="button small primary" @click=${() => this.close()}>${say('vote.close')}</button>
        <button class="button small" @click=${() => (this.closing = undefined)}>${say('vote.keep')}</button>
      </div>`
    }
    const entries: readonly Entry[] = [
      { id: 'dot', label: say('vote.extend.dot') },
      ...DAYS.map(count => ({ id: `${count}`, label: say('vote.extend.days', { count }) })),
    ]
    return html`<div class="ends">
      <button class="button" @click=${() => this.askToClose()}>${say('vote.close')}</button>
      <nn-menu
        .label=${say('vote.extend')}
        face="ellipsis"
        .entries=${entries}
        @nn-choose=${({ detail }: CustomEvent<string>) =>
          this.extend(
            detail === 'dot'
              ? { dots: settings.dots + 1 }
              : { until: this.editor.board.now() + Number(detail) * DAY_MS },
          )}
      ></nn-menu>
    </div>`
  }

  private async askStanding(): Promise<void> {
    if (this.editor.board.me.value.role !== 'facilitator') return
    this.standing = await this.editor.voting.standing()
  }

  private async askToClose(): Promise<void> {
    const standing = await this.editor.voting.standing()
    if (standing && standing.done < standing.of) this.closing = standing
    else await this.close()
  }

  private async close(): Promise<void> {
    this.closing = undefined
    this.problem = (await this.editor.voting.close()) ? '' : say('vote.failed.command')
  }

  private async extend(more: Extension): Promise<void> {
    this.problem = (await this.editor.voting.extend(more)) ? '' : say('vote.failed.command')
  }

  private readonly returned = (): void => {
    if (!document.hidden) this.editor.voting.refresh()
  }
}

const dotsOf = (given: number, of: number) => (of > MOST_DISCS ? nothing : discs(given, of))

declare global {
  interface HTMLElementTagNameMap {
    'nn-vote-bar': NnVoteBar
  }
}
