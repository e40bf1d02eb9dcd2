/** The page of an invitation: a name, a colour, in. The name becomes the cursor's flag as it is typed. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Ink } from '../../shared/workshop/roles.ts'
import { INKS } from '../../shared/workshop/roles.ts'
import type { Person } from '../editor/board.ts'
import type { LanguageId } from '../words/languages.ts'
import { listed, say } from '../words/words.ts'
import './nn-language.ts'
import './nn-mark.ts'
import type { PaperCursor } from './nn-paper.ts'
import './nn-paper.ts'
import { firstName } from './people-names.ts'
import { pageLook } from './page-look.ts'
import type { Invitation, Server } from './server.ts'
import { base, controls } from './theme/look.ts'
import { joinLook } from './join-look.ts'
import { vars } from './vars.ts'

const NAME_KEY = 'nonagon.name'
const MAX_NAME = 60
/** Where the cursors of those who are here already stand on the paper. */
const SEATS = [
  [560, 236],
  [640, 640],
  [150, 720],
  [330, 560],
] as const

@customElement('nn-join')
export class NnJoin extends LitElement {
  static override styles = [base, controls, pageLook, joinLook]

  @property({ attribute: false }) declare invitation: Invitation
  @property({ attribute: false }) declare server: Server
  @property() language: LanguageId = 'en'
  @property() secret = ''
  @state() private name = localStorage.getItem(NAME_KEY) ?? ''
  @state() private color: Ink | undefined
  @state() private problem = ''
  private busy = false

  override render() {
    const { title, role, invitedBy, taken } = this.invitation
    const above = invitedBy
      ? say('join.invitedBy', { name: invitedBy })
      : role === 'facilitator' && taken.length === 0
        ? say('join.own')
        : say('join.invited')
    return html`<main>
        <div class="brand"><nn-mark></nn-mark>${say('page.nonagon')}</div>
        <div class="grow"></div>
        <p class="above soft">${above}</p>
        <h1>${title || say('page.untitled')}</h1>
        <p class="role soft">${say(`join.as.${role}`)}</p>
        <form @submit=${this.submit}>
          <label class="name" for="name">${say('join.name')}</label>
          <div class="row">
            <input
              id="name"
              name="name"
              type="text"
              autocomplete="name"
              autocapitalize="words"
              spellcheck="false"
              maxlength=${MAX_NAME}
              .value=${this.name}
              aria-describedby="problem"
              @input=${this.typed}
            />
            <button class="button primary large" type="submit">${say('join.button')}</button>
          </div>
          ${this.colors()}
          <p id="problem" class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
        </form>
        <div class="low"></div>
        <p class="privacy muted">${say('join.privacy')}</p>
        <nn-language .current=${this.language}></nn-language>
      </main>
      <nn-paper .cursors=${this.cursors}></nn-paper>`
  }

  override firstUpdated(): void {
    const field = this.renderRoot.querySelector('input')
    field?.focus()
    field?.select()
  }

  private get free(): readonly Ink[] {
    const worn = new Set(this.invitation.taken.map(person => person.color))
    const free = INKS.filter(ink => !worn.has(ink))
    return free.length > 0 ? free : INKS
  }

  private get chosen(): Ink {
    return this.color ?? this.free[0] ?? 'slate'
  }

  private colors() {
    return html`<fieldset>
        <legend class="unseen">${say('join.color')}</legend>
        ${this.free.map(
          ink =>
            html`<label class="ink" ${vars({ '--ink-of': `var(--${ink})` })}>
              <input
                type="radio"
                name="color"
                .value=${ink}
                .checked=${ink === this.chosen}
                aria-label=${say(`ink.${ink}`)}
                @change=${() => {
                  this.color = ink
                }}
              /><span></span
            ></label>`,
        )}
      </fieldset>
      ${this.wornBy()}`
  }

  /** Whose colours are gone; after three people only how many more. */
  private wornBy() {
    const { taken } = this.invitation
    if (taken.length === 0) return nothing
    if (taken.length >= INKS.length && this.free === INKS)
      return html`<p class="free muted">${say('join.allTaken')}</p>`
    const named = taken
      .slice(0, 3)
      .map(person => say('join.has', { name: firstName(person.name), color: say(`ink.${person.color}`) }))
    const more = taken.length > 3 ? [say('join.others', { count: taken.length - 3 })] : []
    return html`<p class="free muted">${say('join.free', { taken: listed([...named, ...more]) })}</p>`
  }

  private get cursors(): readonly PaperCursor[] {
    const others = this.invitation.taken.slice(0, SEATS.length).map((person, i): PaperCursor => {
      const [x, y] = SEATS[i] ?? SEATS[0]
      return { name: firstName(person.name), color: person.color, x, y }
    })
    return [...others, { name: this.name.trim(), color: this.chosen, x: 88, y: 300, big: true }]
  }

  private typed(event: InputEvent): void {
    this.name = (event.target as HTMLInputElement).value
    this.problem = ''
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const name = this.name.trim()
    if (!name) {
      this.problem = say('join.needName')
      this.renderRoot.querySelector('input')?.focus()
      return
    }
    if (this.busy) return
    this.busy = true
    const answer = await this.server.join(this.invitation.board, { secret: this.secret, name, color: this.chosen })
    this.busy = false
    if (!answer.ok) {
      this.problem = answer.problem === 'unreachable' ? say('first.unreachable') : say('join.failed')
      return
    }
    localStorage.setItem(NAME_KEY, name)
    this.dispatchEvent(new CustomEvent<Person>('nn-joined', { detail: answer.value }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-join': NnJoin
  }
}
