/** Whom I follow: a frame in their ink round the stage and a tag with the way out. In the outline it goes where they go. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Context } from '../commands/command.ts'
import type { Looked, Person } from '../editor/board.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import { announce } from './nn-live.ts'
import { firstName } from './people-names.ts'
import { base } from './theme/look.ts'
import { vars } from './vars.ts'
import { Watch } from './watch.ts'

@customElement('nn-follow')
export class NnFollow extends LitElement {
  static override styles = [
    base,
    css`
      :host,
      .frame {
        position: absolute;
        inset: 0;
      }
      .frame {
        border: 3px solid var(--whose);
        forced-color-adjust: none;
      }
      .tag {
        position: absolute;
        inset-block-start: 0;
        inset-inline: 0;
        display: flex;
        justify-content: center;
      }
      p {
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: 30px;
        padding-inline: 12px 2px;
        border-radius: 0 0 var(--r-control) var(--r-control);
        background: var(--whose);
        color: var(--sheet);
        font: var(--t-small);
        font-weight: 600;
        pointer-events: auto;
        forced-color-adjust: none;
      }
      button {
        display: grid;
        place-items: center;
        min-width: 28px;
        min-height: 28px;
        border-radius: var(--r-control);
      }
      button:focus-visible {
        outline-color: var(--sheet);
        outline-offset: -4px;
      }
      @media (pointer: coarse) {
        button {
          min-width: 44px;
          min-height: 44px;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare context: Context
  @property({ type: Boolean }) outlineOpen = false
  private readonly following = new Watch(this, () => this.context.editor.following)
  private followed: Person | undefined
  private shown: Looked | undefined

  override render() {
    const person = this.following.value?.person
    if (!person) return nothing
    const name = firstName(person.name)
    return html`<div class="frame" ${vars({ '--whose': `var(--${person.color})` })}>
      <div class="tag">
        <p>
          ${say(this.outlineOpen ? 'follow.inOutline' : 'follow.tag', { name })}
          <button aria-label=${say('follow.stop')} data-tip=${say('follow.stop')} @click=${() => this.stop()}>
            ${icon('x', 'small')}
          </button>
        </p>
      </div>
    </div>`
  }

  override updated(): void {
    const { person, look } = this.following.value ?? {}
    const before = this.followed
    this.followed = person
    if (before && before.id !== person?.id) announce(this, say('follow.ended', { name: before.name }))
    if (person && before?.id !== person.id) announce(this, say('follow.begun', { name: person.name }))
    const isNews = look !== this.shown
    this.shown = look
    if (look && isNews && this.outlineOpen) this.goTo(look)
  }

  /** The button goes with the tag: its focus goes back to the board. */
  private stop(): void {
    const hadFocus = this.matches(':focus-within')
    this.context.editor.unfollow()
    if (hadFocus) this.dispatchEvent(new CustomEvent('nn-back', { bubbles: true, composed: true }))
  }

  private goTo(look: Looked): void {
    const { editor, shell } = this.context
    if (look.at === 'block') shell.goTo(look.area)
    const area = look.at === 'note' ? editor.board.canvas.value.notes.get(look.note)?.place[0] : undefined
    if (look.at === 'note' && area) shell.goTo(area, look.note)
    if (look.at === 'free' && look.middle[0] !== 'desk') shell.goTo(look.middle[0])
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-follow': NnFollow
  }
}
