/** Whom I follow: a frame in their ink round the stage and a tag with the way out. In the outline it goes where they go. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Context } from '../commands/command.ts'
import { runCommand } from '../commands/commands.ts'
import type { Ink } from '../../shared/workshop/roles.ts'
import type { Shown as Brought } from '../editor/attention.ts'
import type { Looked } from '../editor/board.ts'
import type { Following } from '../editor/looking.ts'
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
      p.plain {
        padding-inline: 12px;
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
  private readonly brought = new Watch(this, () => this.context.editor.broughtTo)
  private readonly session = new Watch(this, () => this.context.editor.board.workshop.value.session)
  private followed: Following | undefined
  private told: Brought | undefined
  private shown: Looked | undefined

  constructor() {
    super()
    new Watch(this, () => this.context.editor.board.workshop)
  }

  override render() {
    const { person, leads } = this.following.value ?? {}
    if (this.leadsAll) return this.frame('accent', say('lead.mine'), say('command.release'))
    if (!person) return nothing
    const name = firstName(person.name)
    if (leads) return this.frame('accent', say('lead.tag', { name }))
    const text = say(this.outlineOpen ? 'follow.inOutline' : 'follow.tag', { name })
    return this.frame(person.color, text, say('follow.stop'))
  }

  private frame(color: Ink | 'accent', text: string, way?: string) {
    return html`<div class="frame" ${vars({ '--whose': `var(--${color})` })}>
      <div class="tag">
        <p class=${way ? '' : 'plain'}>
          ${text}
          ${
            way
              ? html`<button aria-label=${way} data-tip=${way} @click=${() => this.stop()}>${icon('x', 'small')}</button>`
              : nothing
          }
        </p>
      </div>
    </div>`
  }

  /** I show everybody what they see. */
  private get leadsAll(): boolean {
    return this.session.value.control?.by === this.context.editor.board.me.value.id
  }

  override updated(): void {
    const now = this.following.value
    const { look } = now ?? {}
    const before = this.followed
    this.followed = now
    if (before?.person.id !== now?.person.id || before?.leads !== now?.leads) {
      if (before && !now) announce(this, before.leads ? say('lead.ended') : say('follow.ended', before.person))
      if (now) announce(this, say(now.leads ? 'lead.begun' : 'follow.begun', now.person))
    }
    this.tellBrought()
    const isNews = look !== this.shown
    this.shown = look
    if (look && isNews && this.outlineOpen) this.goTo(look)
  }

  /** The button goes with the tag: its focus goes back to the board. */
  private stop(): void {
    const hadFocus = this.matches(':focus-within')
    if (this.leadsAll) runCommand('session.control', this.context)
    else this.context.editor.unfollow()
    if (hadFocus) this.dispatchEvent(new CustomEvent('nn-back', { bubbles: true, composed: true }))
  }

  private tellBrought(): void {
    const brought = this.brought.value
    if (!brought || brought === this.told) return
    this.told = brought
    if (brought.by) announce(this, say('lead.brought', brought.by))
    const { focus } = brought
    const [area] = focus.kind === 'areas' ? focus.areas : []
    if (!this.outlineOpen) return
    if (focus.kind === 'note') this.goTo({ at: 'note', note: focus.note })
    else if (area) this.goTo({ at: 'block', area })
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
