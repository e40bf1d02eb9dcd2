/** The bar of the chosen notes: colours, a link, and the rest behind a menu. Only what I may do is on it. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { around } from '../../shared/base/geometry.ts'
import type { Watchable } from '../../shared/base/observable.ts'
import type { Note, NoteColor } from '../../shared/canvas/records.ts'
import type { Right } from '../../shared/workshop/rights.ts'
import type { Command, Context } from '../commands/command.ts'
import { commandNamed, readinessOf, runCommand, titleOf } from '../commands/commands.ts'
import { chosenGroup } from '../commands/in-mind.ts'
import { keysOf } from '../commands/keymap.ts'
import type { Camera, Editor } from '../editor/editor.ts'
import { mayI } from '../editor/may.ts'
import { say } from '../words/words.ts'
import { Beside, besideLook } from './follow.ts'
import { icon, isIcon } from './icons.ts'
import { entriesOf } from './menu-entries.ts'
import './nn-dots.ts'
import './nn-group-name.ts'
import './nn-menu.ts'
import './nn-swatches.ts'
import { isApple } from './pointer.ts'
import { splitHint, splitLook } from './split-hint.ts'
import { floatingBar } from './theme/bar-look.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

/** With none of these allowed there is nothing to offer: the bar would only stand in the way. */
const SHOWN_FOR = [
  ...['link.add', 'selection.delete', 'note.write', 'note.duplicate', 'note.openAddress'],
  ...['group.make', 'group.fold'],
] as const

@customElement('nn-note-bar')
export class NnNoteBar extends LitElement {
  static override styles = [
    base,
    controls,
    floatingBar,
    besideLook,
    splitLook,
    css`
      :host([aside]) {
        opacity: 0.2;
      }
      .bar {
        gap: 2px;
      }
      nn-group-name {
        width: 150px;
        margin-inline-end: 6px;
      }
      @media (max-width: 640px) {
        nn-swatches,
        hr {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare context: Context
  @property({ attribute: false }) declare camera: Watchable<Camera>
  /** The group whose name is asked for. */
  @property() naming = ''
  /** While Shift is down more notes are chosen, and it may lie over them. */
  @property({ type: Boolean, reflect: true }) aside = false
  private readonly selection = new Watch(this, () => this.editor.selection)
  private readonly hand = new Watch(this, () => this.editor.hand)
  private readonly writing = new Watch(this, () => this.editor.writing)
  private readonly stage = new Watch(this, () => this.editor.stage)

  constructor() {
    super()
    new Beside(this, () => {
      const rect = around(this.notes.flatMap(note => this.editor.shown.seatOf(note.id) ?? []))
      return rect && { rect, camera: this.camera.value, stage: this.stage.value }
    })
    new Watch(this, () => this.camera)
    new Watch(this, () => this.editor.shown)
    new Watch(this, () => this.editor.board.canvas.value.groups)
    new Watch(this, () => this.editor.board.rights)
    new Watch(this, () => this.editor.voting.now)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('keydown', this.shift)
    window.addEventListener('keyup', this.shift)
    window.addEventListener('blur', this.stay)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('keydown', this.shift)
    window.removeEventListener('keyup', this.shift)
    window.removeEventListener('blur', this.stay)
  }

  private readonly shift = (event: KeyboardEvent): void => {
    this.aside = event.shiftKey && this.writing.value === undefined && !event.composedPath().includes(this)
  }

  private readonly stay = (): void => {
    this.aside = false
  }

  override render() {
    const { notes } = this
    if (notes.length === 0 || this.hand.value.kind !== 'nothing') return nothing
    const [first] = notes
    const voted = this.voted
    if (voted === undefined && !SHOWN_FOR.some(id => this.allowed(id)) && !this.may('style')) return nothing
    const color = notes.every(note => !note.paper && note.color === first?.color) ? first?.color : undefined
    const ids = notes.map(note => note.id)
    const group = chosenGroup(this.context)
    const label = group
      ? say('grouped.group')
      : notes.length > 1
        ? say('note.bar.many', { count: notes.length })
        : say('note.bar')
    return html`<div class="bar" role="group" aria-label=${label}>
      ${voted === undefined ? nothing : html`<nn-dots .editor=${this.editor} .candidate=${voted} .text=${group?.title ?? first?.text ?? ''}></nn-dots>`}
      ${
        group && this.allowed('group.name')
          ? html`<nn-group-name .editor=${this.editor} .group=${group} ?asked=${group.id === this.naming}></nn-group-name>`
          : nothing
      }
      ${
        this.may('style')
          ? html`<nn-swatches
                .color=${color}
                @nn-color=${(event: CustomEvent<NoteColor>) => this.editor.colorNotes(ids, event.detail)}
              ></nn-swatches>
              <hr />`
          : nothing
      }
      ${this.tile('link.add')} ${this.tile('group.make')} ${this.tile('group.fold')} ${this.tile('group.ungroup')}
      ${this.tile('note.openAddress')} ${this.tile('selection.delete')} ${this.more()}
    </div>
    ${splitHint(this.editor, this.writing.value)}`
  }

  private get editor(): Editor {
    return this.context.editor
  }

  /** Chosen notes that are to be seen. */
  private get notes(): readonly Note[] {
    const { value } = this.selection
    if (value.kind !== 'notes') return []
    const { notes } = this.editor.board.canvas.value
    return [...value.ids].flatMap(id => (this.editor.shown.seatOf(id) ? (notes.get(id) ?? []) : []))
  }

  /** To at least one of them. */
  private may(right: Right): boolean {
    return this.notes.some(note => mayI(this.editor.board, right, [note.author]))
  }

  /** What of the chosen can be given dots now: a closed group, or the one note. */
  private get voted(): string | undefined {
    const group = chosenGroup(this.context)
    const { voting } = this.editor
    const id = group?.closed ? group.id : this.notes.length === 1 ? this.notes[0]?.id : undefined
    return id !== undefined && voting.now.value?.isVoter && voting.isCandidate(id) ? id : undefined
  }

  private tile(id: string) {
    const command = this.allowed(id)
    if (!command?.icon || !isIcon(command.icon)) return nothing
    const title = titleOf(command)
    const [keys = []] = keysOf(command, { apple: isApple })
    return html`<button
      class="tile"
      aria-label=${title}
      data-tip=${[title, keys.join(' ')].join('  ')}
      @click=${() => runCommand(id, this.context)}
    >
      ${icon(command.icon)}
    </button>`
  }

  private more() {
    const entries = entriesOf('note', this.context)
    if (entries.length === 0) return nothing
    return html`<nn-menu
      .label=${say('note.more')}
      face="ellipsis"
      .entries=${entries}
      @nn-choose=${(event: CustomEvent<string>) => runCommand(event.detail, this.context)}
    ></nn-menu>`
  }

  private allowed(id: string): Command | undefined {
    const command = commandNamed(id)
    return command && readinessOf(command, this.context).kind === 'ready' ? command : undefined
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-note-bar': NnNoteBar
  }
}
