/** Hands that are up, the first first. Facilitators lower them, everybody their own. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Context } from '../commands/command.ts'
import { runCommand } from '../commands/commands.ts'
import { handsUp } from '../editor/attendance.ts'
import type { Person } from '../editor/board.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import './nn-avatar.ts'
import { announce } from './nn-live.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

@customElement('nn-hands')
export class NnHands extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .hands {
        max-width: 240px;
        padding-block: 8px 6px;
        padding-inline: 12px 6px;
        border-radius: var(--r-float);
        background: var(--sheet);
        box-shadow: var(--float);
        pointer-events: auto;
      }
      h2 {
        display: flex;
        align-items: center;
        gap: 6px;
        padding-block-end: 4px;
        font: var(--t-small);
        font-weight: 620;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 32px;
        --avatar: 22px;
        --surround: var(--sheet);
      }
      bdi {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (forced-colors: active) {
        .hands {
          border: 1px solid CanvasText;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare context: Context
  private readonly attendance = new Watch(this, () => this.context.editor.board.attendance)
  private known: ReadonlySet<string> = new Set()

  override render() {
    const hands = handsUp(this.attendance.value)
    if (hands.length === 0) return nothing
    return html`<section class="hands" aria-label=${say('hands.label')}>
      <h2>${icon('hand', 'small')}${say('hands.label')}</h2>
      <ol>
        ${hands.map(({ person }) => this.hand(person))}
      </ol>
    </section>`
  }

  override updated(): void {
    const { board } = this.context.editor
    const hands = handsUp(this.attendance.value)
    const up = new Set(hands.map(({ person }) => person.id))
    for (const { person } of hands)
      if (!this.known.has(person.id) && person.id !== board.me.value.id)
        announce(this, say('hands.raised', { name: person.name }))
    if (this.known.has(board.me.value.id) && !up.has(board.me.value.id)) announce(this, say('hands.lowered'))
    this.known = up
  }

  private hand(person: Person) {
    const me = this.context.editor.board.me.value
    const isMine = person.id === me.id
    const label = say('hands.lower', { name: person.name })
    return html`<li>
      <nn-avatar named .name=${person.name} .color=${person.color}></nn-avatar>
      <bdi>${isMine ? say('hands.you', { name: person.name }) : person.name}</bdi>
      ${
        isMine || me.role === 'facilitator'
          ? html`<button
              class="tile small"
              aria-label=${isMine ? say('command.handDown') : label}
              data-tip=${isMine ? say('command.handDown') : label}
              @click=${() => this.lower(person, { isMine })}
            >
              ${icon('x', 'small')}
            </button>`
          : nothing
      }
    </li>`
  }

  /** The button goes with the hand: its focus goes back to the board. */
  private lower({ id }: Person, { isMine }: { readonly isMine: boolean }): void {
    if (isMine) runCommand('session.hand', this.context)
    else void this.context.editor.session.hand(false, id)
    this.dispatchEvent(new CustomEvent('nn-back', { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-hands': NnHands
  }
}
