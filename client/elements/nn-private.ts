/** Private writing in a strip across the stage: what others see, whose name is kept, how much is hidden, and the reveal. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { isArea } from '../../shared/canvas/blocks.ts'
import type { Round } from '../../shared/workshop/session.ts'
import type { Progress } from '../editor/board.ts'
import type { Editor } from '../editor/editor.ts'
import type { Chosen, RevealDoubts } from '../editor/revealing.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import { firstName } from './people-names.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

@customElement('nn-private')
export class NnPrivate extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        min-height: 34px;
        padding: 4px 16px;
        background: var(--wash);
        color: var(--ink);
        font-size: 14px;
      }
      p {
        flex: 1 1 16em;
      }
      b {
        font-weight: 620;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
        color: var(--ink-2);
        list-style: none;
      }
      .ask {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 8px;
      }
      .parts {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        flex: 1 0 100%;
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  private readonly partsOpen = new Watch(this, () => this.editor.revealing.partsOpen)
  /** Whose notes wait, where only facilitators may know how many. */
  private readonly waiting = new Watch(this, () => this.editor.revealing.waiting)
  /** Asked whether to reveal, with what speaks against it. */
  private readonly doubts = new Watch(this, () => this.editor.revealing.doubts)
  private readonly round = new Watch(this, () => this.editor.board.privateRound)
  private readonly progress = new Watch(this, () => this.editor.board.progress)
  private readonly faceDown = new Watch(this, () => this.editor.faceDown.counts)
  private readonly session = new Watch(
    this,
    () => this.editor.board.workshop.value.session,
    ({ reveal }) => {
      this.tell(reveal?.at, reveal?.notes ?? 0, reveal?.person ?? null)
      return true
    },
  )
  /** The reveal that was there before, or was told. */
  private told: number | undefined

  override firstUpdated(): void {
    this.told = this.editor.board.workshop.value.session.value.reveal?.at
  }

  override render() {
    const round = this.round.value
    const progress = this.progress.value
    if (!round) return progress && this.faceDown.value.size > 0 ? this.late(progress) : nothing
    const known = progress?.round === round.id ? progress : undefined
    return html`<section aria-label=${say('private.title')}>
      ${icon('eye-off', 'small')}
      <p>
        <b>${say(round.state === 'open' ? 'private.title' : 'private.closed')}.</b>
        ${say(round.state === 'open' ? 'private.rule' : 'private.wait')} ${say(`private.${round.names}`)} ${this.turn(round)}
      </p>
      ${this.people(known)} ${this.isFacilitator ? this.controls(known) : nothing}
    </section>`
  }

  private get isFacilitator(): boolean {
    return this.editor.board.me.value.role === 'facilitator'
  }

  private counts({ blocks }: Progress): number {
    return Object.values(blocks).reduce<number>((sum, count) => sum + (count ?? 0), 0)
  }

  private late(progress: Progress) {
    return html`<section aria-label=${say('private.title')}>
      ${icon('eye-off', 'small')}
      <p>${say('private.late', { count: this.counts(progress) })}</p>
      ${this.isFacilitator ? this.controls(progress) : nothing}
    </section>`
  }

  private turn({ id }: Round) {
    const reveal = this.session.value.reveal
    return reveal?.round === id && reveal.person !== null ? this.turnOf(reveal.person) : ''
  }

  private turnOf(person: string): string {
    return person === this.editor.board.me.value.id
      ? say('private.yourTurn')
      : say('private.turn', { name: this.nameOf(person) })
  }

  private nameOf(person: string): string {
    return firstName(this.editor.board.people.value.get(person)?.name ?? '')
  }

  private people(progress: Progress | undefined) {
    const people = Object.entries(progress?.people ?? {})
    if (people.length === 0) return nothing
    return html`<ul aria-label=${say('private.people')}>
      ${people.map(
        ([person, count = 0]) =>
          html`<li class="num">${say('private.person', { name: this.nameOf(person), count })}</li>`,
      )}
    </ul>`
  }

  private controls(progress: Progress | undefined) {
    const { revealing } = this.editor
    const count = revealing.count()
    if (this.doubts.value) return this.question(this.doubts.value)
    return html`<button class="button small primary" @click=${() => revealing.ask()}>
        ${count > 0 ? say('reveal.all', { count }) : say('reveal.none')}
      </button>
      ${
        progress && count > 0
          ? html`${
              revealing.may('person')
                ? html`<button class="button small" @click=${() => revealing.revealNext()}>${say('reveal.next')}</button>`
                : nothing
            }<button
                class="button small quiet"
                aria-expanded=${this.partsOpen.value}
                @click=${() => revealing.turnParts()}
              >
                ${say(this.partsOpen.value ? 'reveal.partsHide' : 'reveal.parts')}
              </button>
              ${this.partsOpen.value ? this.parts(progress) : nothing}`
          : nothing
      }`
  }

  /** Who has no line may have written meanwhile: that comes later, and waits. */
  private question({ writing, waiting }: RevealDoubts) {
    const { revealing } = this.editor
    const doubts = [
      ...(writing > 0 ? [say('doubt.writing', { count: writing })] : []),
      ...(waiting > 0 ? [say('reveal.waiting', { count: waiting })] : []),
    ]
    return html`<div class="ask" role="group" aria-label=${say('reveal.ask')}>
      <span role="alert">${doubts.join(' ')} ${say('reveal.ask')}</span>
      <button class="button small primary" @click=${() => revealing.reveal({ all: true })}>${say('reveal.yes')}</button>
      <button class="button small" @click=${() => revealing.putOff()}>${say('reveal.no')}</button>
    </div>`
  }

  private parts({ blocks, people = this.waiting.value }: Progress) {
    const areas = Object.entries(blocks).flatMap(([area, count = 0]) => (isArea(area) ? [{ area, count }] : []))
    const part = (label: string, chosen: Chosen) =>
      html`<button class="button small" @click=${() => this.editor.revealing.reveal(chosen)}>${label}</button>`
    return html`<div class="parts" role="group" aria-label=${say('reveal.blocks')}>
        ${areas.map(({ area, count }) =>
          part(say('reveal.block', { block: say(`area.${area}`), count }), { block: area }),
        )}
      </div>
      ${
        Object.keys(people).length > 0
          ? html`<div class="parts" role="group" aria-label=${say('reveal.persons')}>
              ${Object.entries(people).map(([person, count = 0]) =>
                part(say('reveal.person', { name: this.nameOf(person), count }), { person }),
              )}
            </div>`
          : nothing
      }`
  }

  /** Said once to everybody, whoever did it. */
  private tell(at: number | undefined, count: number, person: string | null): void {
    if (at === undefined || at === this.told) return
    this.told = at
    const whose = person === null ? '' : ` ${this.turnOf(person)}`
    this.announce(say('reveal.done', { count }) + whose)
  }

  private announce(text: string): void {
    this.dispatchEvent(new CustomEvent('nn-say', { detail: text, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-private': NnPrivate
  }
}
