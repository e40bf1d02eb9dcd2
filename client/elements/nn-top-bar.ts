/** The bar over everything: which board this is, whether my work is safe, who is here, and the way to share it. */
import type { PropertyValues } from 'lit'
import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { Context } from '../commands/command.ts'
import { runCommand } from '../commands/commands.ts'
import type { Person, SaveState } from '../editor/board.ts'
import type { Editor } from '../editor/editor.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import { entriesOf } from './menu-entries.ts'
import './nn-avatar.ts'
import './nn-mark.ts'
import './nn-menu.ts'
import './nn-step-bar.ts'
import { base, controls } from './theme/look.ts'
import { topBarLook } from './top-bar-look.ts'
import { Watch } from './watch.ts'

const MOST_AVATARS = 7

@customElement('nn-top-bar')
export class NnTopBar extends LitElement {
  static override styles = [base, controls, topBarLook]

  @property({ attribute: false }) declare context: Context
  /** What the server called the board; the canvas may have a newer title. */
  @property() served = ''
  @property({ type: Boolean }) peopleOpen = false
  @property({ type: Boolean }) outlineOpen = false
  @property({ type: Boolean }) agendaOpen = false
  @property({ type: Boolean }) stepOpen = false
  /** Where there is little room, a running step's clock needs it. */
  @property({ type: Boolean, reflect: true }) running = false
  @state() private renaming = false
  @state() private crossing = false
  @query('input.title') declare private readonly titleField: HTMLInputElement | null
  private was: SaveState['kind'] | undefined
  private turns = ''
  private lastHere: readonly Person[] = []

  private readonly saveState = new Watch(this, () => this.editor.board.saveState)
  private readonly here = new Watch(this, () => this.editor.board.here)
  private readonly me = new Watch(this, () => this.editor.board.me)
  private readonly attendance = new Watch(this, () => this.editor.board.attendance)
  private readonly following = new Watch(this, () => this.editor.following)
  private readonly rights = new Watch(this, () => this.editor.board.rights)

  constructor() {
    super()
    new Watch(this, () => this.context.shell.theme.choice)
    new Watch(this, () => this.editor.layout)
    new Watch(this, () => this.editor.session.run)
    new Watch(this, () => this.editor.session.steps)
    new Watch(this, () => this.context.shell.sound.isOn)
    new Watch(this, () => this.editor.board.workshop)
    new Watch(this, () => this.editor.board.workshop.value.session)
    new Watch(this, () => this.editor.board.canvas)
    new Watch(this, () => this.editor.board.canvas.value.about)
    new Watch(this, () => this.editor.board.history)
    // Every letter tells; the menu has only whether there is something to undo or to redo.
    new Watch(
      this,
      () => this.editor.board.history.value,
      () => {
        const { canUndo, canRedo } = this.editor.board.history.value
        const before = this.turns
        this.turns = `${canUndo} ${canRedo}`
        return this.turns !== before
      },
    )
  }

  override willUpdate(): void {
    this.running = this.editor.session.run.value !== undefined
    const { kind } = this.saveState.value
    // Only going offline and coming back is spoken; every "Saving…" would be noise.
    if (kind !== this.was) this.crossing = this.was !== undefined && (kind === 'offline' || this.was === 'offline')
    this.was = kind
  }

  override render() {
    return html`<header>
      <a class="skip" href="?view=outline" @click=${this.skip}
        >${say(this.outlineOpen ? 'skip.canvas' : 'skip.outline')}</a
      >
      <div class="start">
        <a class="home" href="/" aria-label=${say('page.nonagon')}><nn-mark></nn-mark></a>
        <h1>${this.name()}</h1>
        <span class="slash" aria-hidden="true">/</span>
        <span class="canvas soft">${say('bar.mainCanvas')}</span>
        ${this.save()}
      </div>
      ${this.editor.session.run.value ? html`<nn-step-bar .context=${this.context} ?stepOpen=${this.stepOpen}></nn-step-bar>` : nothing}
      <div class="end">${this.avatars()} ${this.buttons()}</div>
    </header>`
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('renaming') && this.renaming) {
      this.titleField?.focus()
      this.titleField?.select()
    }
  }

  private get editor(): Editor {
    return this.context.editor
  }

  private get text(): string {
    return this.editor.board.canvas.value.about.value.title || this.served || say('page.untitled')
  }

  private name() {
    const { text } = this
    if (this.renaming)
      return html`<input
        class="title"
        dir="auto"
        aria-label=${say('bar.title')}
        maxlength=${LIMITS.shortText}
        .value=${text}
        @keydown=${this.titleKey}
        @blur=${this.keepTitle}
      />`
    if (this.rights.value.text !== 'all') return html`<span class="title"><bdi>${text}</bdi></span>`
    return html`<button
      class="title"
      aria-label=${say('bar.rename', { title: text })}
      @click=${() => {
        this.renaming = true
      }}
    >
      <bdi>${text}</bdi>
    </button>`
  }

  private titleKey(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.key === 'Escape') this.renaming = false
    else if (event.key === 'Enter' && !event.isComposing) this.keepTitle()
  }

  private keepTitle(): void {
    if (!this.renaming) return
    const title = this.titleField?.value.trim() ?? ''
    this.renaming = false
    if (title && title !== this.text)
      this.dispatchEvent(new CustomEvent<string>('nn-rename', { detail: title, bubbles: true, composed: true }))
  }

  private save() {
    const { sign, text, loud } = saveText(this.saveState.value)
    return html`<span
      class="save num ${loud ? 'loud' : ''}"
      role="status"
      aria-label=${say('save.label')}
      aria-live=${this.crossing ? 'polite' : 'off'}
      >${sign ? icon(sign, 'small') : nothing}<span>${text}</span></span
    >`
  }

  private avatars() {
    const offline = ['offline', 'closed'].includes(this.saveState.value.kind)
    // Without a line nobody is known to be here: those who were are shown as rings.
    if (!offline) this.lastHere = this.here.value
    const people = facilitatorsFirst(this.lastHere)
    const shown = people.length > MOST_AVATARS + 1 ? people.slice(0, MOST_AVATARS) : people
    const rest = people.length - shown.length
    const mine = this.me.value.id
    return html`<div class="here" role="group" aria-label=${say('bar.here')}>
      ${shown.map(person => this.avatar(person, { mine: person.id === mine, offline, lead: people.length > 1 }))}
      ${rest > 0 ? html`<span class="more num" title=${say('bar.more', { count: rest })}>+${rest}</span>` : nothing}
    </div>`
  }

  /** A press on somebody else follows them. */
  private avatar(person: Person, { mine, offline, lead }: { mine: boolean; offline: boolean; lead: boolean }) {
    const away = offline && !mine
    const ready = !away && this.showsReady(person)
    const face = html`<nn-avatar
      .name=${person.name}
      .color=${person.color}
      .state=${[mine ? say('bar.you') : '', ready ? say('ready.person') : ''].filter(Boolean).join(', ')}
      ?ready=${ready}
      ?lead=${person.role === 'facilitator' && lead}
      ?away=${away}
      data-tip=${mine || away ? person.name : nothing}
    ></nn-avatar>`
    if (mine || away) return face
    const follow = say('follow.person', { name: person.name })
    return html`<button
      class="who"
      aria-label=${ready ? `${follow}, ${say('ready.person')}` : follow}
      aria-pressed=${this.following.value?.person.id === person.id}
      data-tip=${follow}
      @click=${() => this.toggleFollow(person)}
    >
      ${face}
    </button>`
  }

  /** Of others the server tells whom it may: who is not done yet is a facilitator's to see, unless they share it. */
  private showsReady({ id }: Person): boolean {
    const { run } = this.editor.board.workshop.value.session.value
    return run !== undefined && this.attendance.value.some(({ person, ready }) => person.id === id && ready === run.id)
  }

  private toggleFollow({ id }: Person): void {
    if (this.following.value?.person.id === id) runCommand('presence.unfollow', this.context)
    else runCommand('presence.follow', this.context, id)
  }

  private buttons() {
    const facilitates = this.me.value.role === 'facilitator'
    return html`<nn-menu class="react" .label=${say('menu.react')} face="smile" .entries=${entriesOf('react', this.context)} @nn-choose=${(event: CustomEvent<string>) => runCommand(event.detail, this.context)}></nn-menu>
      <button
        class="tile agenda"
        aria-label=${say('agenda.tab')}
        aria-expanded=${this.agendaOpen}
        data-tip="${say('agenda.tab')}  A"
        @click=${() => runCommand('session.agenda', this.context)}
      >
        ${icon('list-checks')}
      </button>
      <button
        class="tile people"
        aria-label=${say('bar.people')}
        aria-expanded=${this.peopleOpen}
        data-tip=${say('bar.people')}
        @click=${() => this.tell('nn-people')}
      >
        ${icon('users')}
      </button>
      <nn-menu .label=${say('bar.menu')} face="ellipsis" .entries=${entriesOf('board', this.context)} @nn-choose=${(event: CustomEvent<string>) => runCommand(event.detail, this.context)}></nn-menu>
      ${
        facilitates && !this.editor.session.run.value
          ? html`<button class="button primary share" @click=${() => this.tell('nn-share')}>${say('bar.share')}</button>`
          : nothing
      }`
  }

  private skip(event: MouseEvent): void {
    event.preventDefault()
    this.tell('nn-outline')
  }

  private tell(type: string, detail?: string): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

/** Whoever leads stands first; the others keep the order in which the board tells them. */
const facilitatorsFirst = (people: readonly Person[]): readonly Person[] =>
  [...people].sort((a, b) => Number(b.role === 'facilitator') - Number(a.role === 'facilitator'))

interface SaveText {
  readonly text: string
  readonly sign?: 'check' | 'wifi-off' | 'lock'
  readonly loud?: boolean
}

function saveText(saveState: SaveState): SaveText {
  switch (saveState.kind) {
    case 'opening':
      return { text: say('save.opening') }
    case 'saved':
      return { text: say('save.saved'), sign: 'check' }
    case 'saving':
      return { text: say('save.saving') }
    case 'offline': {
      const { waiting } = saveState
      const text = waiting > 0 ? say('save.offlineWaiting', { count: waiting }) : say('save.offline')
      return { text, sign: 'wifi-off', loud: true }
    }
    case 'readOnly': {
      const { waiting } = saveState
      const text = waiting > 0 ? say('save.readOnlyWaiting', { count: waiting }) : say('save.readOnly')
      return { text, sign: 'lock', loud: true }
    }
    case 'closed':
      return { text: say('save.closed'), sign: 'lock', loud: true }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-top-bar': NnTopBar
  }
}
