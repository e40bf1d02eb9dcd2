/** The panel of people: who is here and who was, what each may do; facilitators change names and roles, and remove. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Role } from '../../shared/workshop/roles.ts'
import { ROLES } from '../../shared/workshop/roles.ts'
import type { Joined, Settings } from '../../shared/workshop/workshop.ts'
import { writeSetting } from '../../shared/workshop/workshop.ts'
import type { Board, Person } from '../editor/board.ts'
import { say } from '../words/words.ts'
import './nn-avatar.ts'
import './nn-dialog.ts'
import type { Entry } from './nn-menu-list.ts'
import { RULE } from './nn-menu-list.ts'
import './nn-menu.ts'
import type { Server } from './server.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

@customElement('nn-people')
export class NnPeople extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        --surround: var(--panel);
      }
      .row {
        display: grid;
        grid-template-columns: 32px minmax(0, 1fr) auto;
        align-items: center;
        gap: 10px;
        min-height: 52px;
        border-top: 1px solid var(--line);
      }
      .row:first-child {
        border-top: 0;
      }
      .name {
        font-weight: 560;
        overflow-wrap: anywhere;
      }
      .under {
        font: var(--t-small);
        color: var(--ink-2);
      }
      .settings {
        margin-top: 8px;
        padding-top: 8px;
        border-top: 1px solid var(--line);
      }
      .setting {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 44px;
      }
      .setting input {
        flex: none;
        width: 18px;
        height: 18px;
        accent-color: var(--ink);
      }
      .problem {
        color: var(--alarm);
        font-weight: 560;
        margin-top: 12px;
      }
      .field {
        width: 100%;
      }
      .actions {
        display: flex;
        gap: 8px;
      }
    `,
  ]

  @property({ attribute: false }) declare board: Board
  @property({ attribute: false }) declare server: Server
  @state() private renaming = ''
  @state() private removing: Person | undefined
  @state() private problem = ''
  /** By person: the label of the link they came by. */
  @state() private labels: ReadonlyMap<string, string> = new Map()
  /** How many people there were when the labels were asked for. */
  private asked = 0

  private readonly people = new Watch(this, () => this.board.people)
  private readonly here = new Watch(this, () => this.board.here)
  private readonly me = new Watch(this, () => this.board.me)

  constructor() {
    super()
    new Watch(this, () => this.board.workshop)
    new Watch(this, () => this.board.workshop.value.people)
    new Watch(this, () => this.board.workshop.value.settings)
  }

  override render() {
    const here = new Set(this.here.value.map(person => person.id))
    return html`<div role="list" aria-label=${say('people.label')}>
        ${repeat(
          this.everybody,
          person => person.id,
          person => this.row(person, here.has(person.id)),
        )}
      </div>
      ${this.me.value.role === 'facilitator' ? this.settings() : nothing}
      <p class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
      ${this.question()}`
  }

  override firstUpdated(): void {
    void this.askLabels()
  }

  /** Who came by a link that was made for somebody in particular. */
  private async askLabels(): Promise<void> {
    const { board, server } = this
    this.asked = board.people.value.size
    if (board.me.value.role !== 'facilitator') return
    const [people, links] = await Promise.all([server.people(board.id), server.links(board.id)])
    if (!people.ok || !links.ok) return
    const labels = new Map(links.value.map(({ id, label }) => [id, label]))
    this.labels = new Map(people.value.map(({ id, link }) => [id, (link && labels.get(link)) || '']))
  }

  override updated(): void {
    if (this.board.people.value.size !== this.asked) void this.askLabels()
    const field = this.renderRoot.querySelector<HTMLInputElement>('.row input')
    if (field && this.shadowRoot?.activeElement !== field) {
      field.focus()
      field.select()
    }
  }

  /** Me first, then who is here, then by name. */
  private get everybody(): readonly Person[] {
    const me = this.me.value
    const here = new Set(this.here.value.map(person => person.id))
    const all = new Map([...this.people.value, ...this.here.value.map(person => [person.id, person] as const)])
    const rank = (person: Person): number => (person.id === me.id ? 0 : here.has(person.id) ? 1 : 2)
    return [...all.set(me.id, me).values()].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
  }

  private row(person: Person, here: boolean) {
    const mine = person.id === this.me.value.id
    const role = say(`role.${person.role}`)
    const label = this.labels.get(person.id)
    const standing = this.standingOf(person)
    return html`<div class="row" role="listitem">
      <nn-avatar named .name=${person.name} .color=${person.color} ?away=${!here}></nn-avatar>
      ${
        this.renaming === person.id
          ? html`<input
              class="field"
              dir="auto"
              aria-label=${say('people.newName', { name: person.name })}
              maxlength="60"
              .value=${person.name}
              @keydown=${(event: KeyboardEvent) => this.nameKey(event, person)}
              @blur=${() => {
                this.renaming = ''
              }}
            />`
          : html`<div>
              <div class="name">${mine ? say('people.you', { name: person.name }) : html`<bdi>${person.name}</bdi>`}</div>
              <div class="under">
                ${standing?.waiting ? say('people.isWaiting') : here ? role : say('people.roleAway', { role })}
                ${standing?.muted ? say('people.isMuted') : nothing}
                ${label ? say('people.by', { label }) : nothing}
              </div>
            </div>`
      }
      ${this.menu(person, mine)}
    </div>`
  }

  private menu(person: Person, mine: boolean) {
    const facilitates = this.me.value.role === 'facilitator'
    const follow: Entry = { id: 'follow', label: say('follow.person', { name: person.name }), icon: 'users' }
    const canFollow = !mine && this.here.value.some(({ id }) => id === person.id)
    if (!mine && !facilitates && !canFollow) return nothing
    const roles = [...ROLES]
      .reverse()
      .map((role): Entry => ({ id: role, label: say(`role.${role}`), checked: person.role === role }))
    const entries: (Entry | typeof RULE)[] = canFollow ? [follow] : []
    if (mine || facilitates) entries.push({ id: 'rename', label: say('people.rename'), icon: 'pencil' })
    if (mine) entries.push({ id: 'device', label: say('command.device'), icon: 'qr-code' })
    const standing = this.standingOf(person)
    if (facilitates && standing?.waiting) entries.push({ id: 'admit', label: say('people.admit'), icon: 'check' })
    if (facilitates && !mine && person.role !== 'facilitator')
      entries.push({ id: 'mute', label: say(standing?.muted ? 'people.unmute' : 'people.mute') })
    if (facilitates && !mine)
      entries.push(RULE, ...roles, RULE, { id: 'remove', label: say('people.remove'), icon: 'x' })
    return html`<nn-menu
      .label=${say('people.menu', { name: person.name })}
      face="ellipsis"
      .entries=${entries}
      @nn-choose=${(event: CustomEvent<string>) => this.chosen(event.detail, person)}
    ></nn-menu>`
  }

  private chosen(id: string, person: Person): void {
    if (id === 'rename') this.renaming = person.id
    else if (id === 'follow') this.dispatchEvent(new CustomEvent('nn-follow', { detail: person.id }))
    else if (id === 'device') this.dispatchEvent(new CustomEvent('nn-device'))
    else if (id === 'remove') this.removing = person
    else if (id === 'admit') void this.ask('person.admit', { person: person.id })
    else if (id === 'mute') void this.ask('person.mute', { person: person.id, muted: !this.standingOf(person)?.muted })
    else if (id !== person.role)
      void this.tell(this.server.changePerson(this.board.id, person.id, { role: id as Role }))
  }

  private nameKey(event: KeyboardEvent, person: Person): void {
    event.stopPropagation()
    if (event.key === 'Escape') this.renaming = ''
    if (event.key !== 'Enter' || event.isComposing) return
    const name = (event.target as HTMLInputElement).value.trim()
    this.renaming = ''
    if (name && name !== person.name) void this.tell(this.server.changePerson(this.board.id, person.id, { name }))
  }

  private question() {
    const person = this.removing
    if (!person) return nothing
    const close = (event: Event) => {
      // The panel below hears a close of its own.
      event.stopPropagation()
      this.removing = undefined
    }
    return html`<nn-dialog
      open
      .heading=${say('people.removeAsk', { name: person.name })}
      .sentence=${say('people.removeSentence', { name: person.name })}
      @nn-close=${close}
    >
      <div class="actions">
        <button
          class="button primary"
          @click=${(event: Event) => {
            void this.tell(this.server.removePerson(this.board.id, person.id))
            close(event)
          }}
        >
          ${say('people.removeYes', { name: person.name })}
        </button>
        <button class="button" @click=${close}>${say('page.cancel')}</button>
      </div>
    </nn-dialog>`
  }

  /** What facilitators decided of them besides their role. */
  private standingOf({ id }: Person): Joined | undefined {
    return this.board.workshop.value.people.get(id)
  }

  private async ask(name: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    const outcome = await this.board.command(name, body)
    this.problem = outcome.kind === 'done' ? '' : say('people.failed')
  }

  /** Whether who is new waits until a facilitator lets them in, and whether everybody sees who is done with a step. */
  private settings() {
    return html`<div class="settings">
      ${this.setting('lobby', say('people.lobby'))} ${this.setting('silentShown', say('people.silentShown'))}
    </div>`
  }

  private setting(key: keyof Settings, label: string) {
    const { document, settings } = this.board.workshop.value
    return html`<label class="setting">
      <input
        type="checkbox"
        .checked=${settings.value[key]}
        @change=${(event: Event) => {
          const { checked } = event.target as HTMLInputElement
          document.transact(() => writeSetting(document, key, checked))
        }}
      />
      <span>${label}</span>
    </label>`
  }

  private async tell(change: ReturnType<Server['changePerson']>): Promise<void> {
    const answer = await change
    this.problem = answer.ok ? '' : say('people.failed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-people': NnPeople
  }
}
