/** The page of an invitation: a name, a colour, in. The name becomes the cursor's flag as it is typed. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Ink } from '../../shared/workshop/roles.ts'
import { INKS } from '../../shared/workshop/roles.ts'
import type { Store } from '../base/store.ts'
import type { Person } from '../editor/board.ts'
import type { LanguageId } from '../words/languages.ts'
import { listed, say } from '../words/words.ts'
import './nn-language.ts'
import './nn-mark.ts'
import type { PaperCursor } from './nn-paper.ts'
import './nn-paper.ts'
import { keepName, LONGEST_NAME, nameHere } from './name-here.ts'
import { firstName } from './people-names.ts'
import { pageLook } from './page-look.ts'
import type { Invitation, Server } from './server.ts'
import { base, controls } from './theme/look.ts'
import { joinLook } from './join-look.ts'
import { vars } from './vars.ts'

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
  @property({ attribute: false }) declare store: Store
  @property() secret = ''
  @state() private name = ''
  @state() private color: Ink | undefined
  @state() private problem = ''
  private busy = false

  override render() {
    const { title, role, invitedBy, taken, personal } = this.invitation
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
        ${personal ? nothing : html`<p class="role soft">${say(`join.as.${role}`)}</p>`}
        ${this.invitation.personal ? this.asPerson(this.invitation.personal) : this.form()}
        <div class="low"></div>
        <p class="privacy muted">${say('join.privacy')}</p>
        <nn-language .current=${this.language}></nn-language>
      </main>
      <nn-paper .cursors=${this.cursors}></nn-paper>`
  }

  override willUpdate(): void {
    if (!this.hasUpdated) this.name = this.invitation.personal?.name ?? nameHere(this.store)
  }

  /** A personal link: who comes is known. */
  private asPerson({ name }: Person) {
    const { member } = this.invitation
    return html`<form @submit=${this.submit}>
      <p class="role soft">
        ${say('join.continueAs', { name })}
        ${member ? say('join.instead', { name: member.name }) : nothing}
      </p>
      <button class="button primary large" type="submit">${say('join.continue', { name })}</button>
      ${this.complaint()}
    </form>`
  }

  private complaint() {
    return html`<p id="problem" class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>`
  }

  private form() {
    return html`<form @submit=${this.submit}>
          <label class="name" for="name">${say('join.name')}</label>
          <div class="row">
            <input
              id="name"
              name="name"
              type="text"
              autocomplete="name"
              autocapitalize="words"
              spellcheck="false"
              maxlength=${LONGEST_NAME}
              .value=${this.name}
              aria-describedby="problem"
              @input=${this.typed}
            />
            <button class="button primary large" type="submit">${say('join.button')}</button>
          </div>
          ${this.colors()} ${this.complaint()}
        </form>`
  }

  override firstUpdated(): void {
    const field = this.renderRoot.querySelector('input')
    field?.focus()
    field?.select()
    if (!field) this.renderRoot.querySelector('button')?.focus()
  }

  private get free(): readonly Ink[] {
    const worn = new Set(this.invitation.taken.map(person => person.color))
    const free = INKS.filter(ink => !worn.has(ink))
    return free.length > 0 ? free : INKS
  }

  private get chosen(): Ink {
    return this.invitation.personal?.color ?? this.color ?? this.free[0] ?? 'slate'
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
    const { taken, personal } = this.invitation
    const there = taken.filter(({ name }) => name !== personal?.name)
    const others = there.slice(0, SEATS.length).map((person, i): PaperCursor => {
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
    const { board, personal } = this.invitation
    const color = personal ? {} : { color: this.chosen }
    const answer = await this.server.join(board, { secret: this.secret, name, ...color })
    this.busy = false
    if (!answer.ok) {
      this.problem = answer.problem === 'unreachable' ? say('first.unreachable') : say('join.failed')
      return
    }
    keepName(this.store, name)
    this.dispatchEvent(new CustomEvent<Person>('nn-joined', { detail: answer.value }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-join': NnJoin
  }
}
