/** The chosen note in the panel: its paper, where it lies, its colour, and its links as sentences. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS, areaNumber } from '../../shared/canvas/blocks.ts'
import { isPrivate } from '../../shared/canvas/canvas.ts'
import { groupOf, groupsAmong } from '../../shared/canvas/groups.ts'
import { headingTag } from '../../shared/canvas/markdown-groups.ts'
import type { Group, Link, Note } from '../../shared/canvas/records.ts'
import { directionOf } from '../../shared/base/direction.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import { tagsOf } from '../../shared/canvas/signs.ts'
import type { Editor } from '../editor/editor.ts'
import { printsOf, segmentOrder } from '../editor/segments.ts'
import { verbBetween } from '../words/sayings.ts'
import { say } from '../words/words.ts'
import type { LinkAsked } from './board-dialogs.ts'
import { icon } from './icons.ts'
import { lacksSegment } from './link-choices.ts'
import './nn-action.ts'
import type { Entry } from './nn-menu-list.ts'
import { RULE } from './nn-menu-list.ts'
import './nn-menu.ts'
import './nn-swatches.ts'
import { stripe, stripes } from './stripes.ts'
import { base, controls } from './theme/look.ts'
import { notePanelLook } from './note-panel-look.ts'
import { slipLook } from './theme/slip-look.ts'
import { paperOf } from './paper.ts'
import { picture } from './picture.ts'
import { vars } from './vars.ts'
import { Watch } from './watch.ts'

/** Entries of the menu of groups that are no group. */
const NEW = 'new group'
const LEAVE = 'leave'

@customElement('nn-note-panel')
export class NnNotePanel extends LitElement {
  static override styles = [base, controls, stripes, slipLook, notePanelLook]

  @property({ attribute: false }) declare editor: Editor
  /** The link whose label is asked for. */
  @property() labelling = ''
  @state() private editedLink = ''

  private readonly selection = new Watch(this, () => this.editor.selection)
  private readonly people = new Watch(this, () => this.editor.board.people)
  private readonly rights = new Watch(this, () => this.editor.board.rights)

  constructor() {
    super()
    new Watch(this, () => this.editor.board.canvas)
    new Watch(this, () => this.editor.board.canvas.value.notes)
    new Watch(this, () => this.editor.board.canvas.value.links)
    new Watch(this, () => this.editor.board.canvas.value.groups)
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('labelling') && this.labelling) this.editedLink = this.labelling
  }

  override render() {
    const { note } = this
    if (!note) return html`<div class="body"><p class="soft">${say('note.choose')}</p></div>`
    return html`<div class="body">${this.paper(note)} ${this.facts(note)} ${this.links(note)}</div>
      ${this.actions(note)}`
  }

  override updated(): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>('.link .field')
    if (field && this.shadowRoot?.activeElement !== field) {
      field.focus()
      field.select()
    }
  }

  private get note(): Note | undefined {
    const { value } = this.selection
    const { notes, links } = this.editor.board.canvas.value
    const id =
      value.kind === 'notes' ? [...value.ids][0] : value.kind === 'link' ? links.get(value.id)?.from : undefined
    return id === undefined ? undefined : notes.get(id)
  }

  private paper(note: Note) {
    const prints = printsOf(note, segmentOrder(this.editor.board.canvas.value))
    return html`<div
      class="slip ${prints.length > 0 ? 'striped' : ''}"
      dir=${note.text ? directionOf(note.text) : nothing}
      ${vars(paperOf(note))}
    >
      ${prints.length > 0 ? stripe(prints) : nothing}${picture(this.editor.board.id, note)}<span class="text ${note.text ? '' : 'empty'}" dir="auto"
        >${note.text || (note.image ? '' : say('note.empty'))}</span
      >
    </div>`
  }

  private facts(note: Note) {
    const { canvas } = this.editor.board
    const order = segmentOrder(canvas.value)
    const author = this.people.value.get(note.author)?.name
    const segments = note.segments.flatMap(id => {
      const segment = canvas.value.notes.get(id)
      const place = order.get(id)
      return segment && place !== undefined ? [{ name: segment.name ?? segment.text, place }] : []
    })
    return html`<dl>
      <dt>${say('note.block')}</dt>
      <dd>${say(`area.${note.place[0]}`)}</dd>
      ${
        segments.length > 0
          ? html`<dt>${say('note.for')}</dt>
              <dd>${segments.map(({ name, place }) => html`<div class="segment">${stripe([place])}<bdi>${name}</bdi></div>`)}</dd>`
          : nothing
      }
      ${this.rights.value.group === 'none' || isPrivate(canvas.value, note.id) ? nothing : html`<dt>${say('grouped.group')}</dt><dd>${this.grouping(note)}</dd>`}
      ${this.tags(note)} ${author ? html`<dt>${say('note.author')}</dt><dd><bdi>${author}</bdi></dd>` : nothing}
      ${
        this.rights.value.style === 'none'
          ? nothing
          : html`<dt>${say('note.color')}</dt>
              <dd>
                <nn-swatches
                  .color=${note.paper ? undefined : note.color}
                  @nn-color=${(event: CustomEvent<Note['color']>) => this.editor.colorNotes([note.id], event.detail)}
                ></nn-swatches>
              </dd>`
      }
      ${this.rights.value.mark === 'none' && !note.action ? nothing : html`<dt>${say('action.heading')}</dt><dd><nn-action .editor=${this.editor} .note=${note}></nn-action></dd>`}
    </dl>`
  }

  /** Each chooses all notes that have it. */
  private tags(note: Note) {
    // Those that stand for the headings of a file are no words of anybody.
    const headings = new Set(Object.keys(this.editor.board.canvas.value.about.value.headings).map(headingTag))
    const tags = new Set(tagsOf(note).filter(tag => !headings.has(tag)))
    if (tags.size === 0) return nothing
    return html`<dt>${say('note.tags')}</dt>
      <dd class="tags">
        ${[...tags].map(
          tag => html`<button
            class="button small"
            aria-label=${say('note.selectTag', { tag: `#${tag}` })}
            data-tip=${say('note.selectTag', { tag: `#${tag}` })}
            @click=${() => this.ask('nn-tag', tag)}
          >
            <bdi>#${tag}</bdi>
          </button>`,
        )}
      </dd>`
  }

  /** Which group it is in, as a menu of those in its block. */
  private grouping(note: Note) {
    const canvas = this.editor.board.canvas.value
    const mine = groupOf(canvas.groups, note)
    const nameOf = (group: Group) => group.title || say('grouped.unnamed')
    const inBlock = canvas.notes.all().filter(({ place }) => place[0] === note.place[0])
    const there = groupsAmong(canvas.groups, inBlock).filter(({ group }) => group !== mine)
    const joins = there.map(({ group }): Entry => ({ id: group.id, label: nameOf(group) }))
    const joined: readonly (Entry | typeof RULE)[] = joins.length === 0 ? [] : [RULE, ...joins]
    const entries: readonly (Entry | typeof RULE)[] = [
      ...(mine ? [{ id: LEAVE, label: say('grouped.leave') }] : [{ id: NEW, label: say('grouped.new') }]),
      ...(mine ? [] : joined),
    ]
    const choose = (id: string) => {
      const first = there.find(({ group }) => group.id === id)?.notes[0]
      if (id === LEAVE) this.editor.leaveGroup([note.id])
      else this.editor.groupNotes(first ? [note.id, first.id] : [note.id])
    }
    return html`<nn-menu
      .label=${mine ? nameOf(mine) : say('grouped.none')}
      look="button"
      .entries=${entries}
      @nn-choose=${(event: CustomEvent<string>) => choose(event.detail)}
    ></nn-menu>`
  }

  private links(note: Note) {
    const { notes, links } = this.editor.board.canvas.value
    const mine = links
      .all()
      .filter(link => (link.from === note.id || link.to === note.id) && notes.get(link.from) && notes.get(link.to))
    return html`<h3>${say('note.linksHeading')}</h3>
      ${mine.length === 0 ? html`<p class="none soft">${say('note.noLinks')}</p>` : nothing}
      ${repeat(
        mine,
        link => link.id,
        link => (link.id === this.editedLink ? this.labelField(link) : this.sentence(link, note)),
      )}
      ${
        this.rights.value.link === 'none'
          ? nothing
          : html`${
              lacksSegment(this.editor.board.canvas.value, note)
                ? html`<button class="lacks" @click=${() => this.askLink(note.id)}>${say('link.toSegment')}</button>`
                : nothing
            }<button class="new" @click=${() => this.askLink(note.id)}>
              ${icon('plus')}${say('link.add')}<kbd>L</kbd>
            </button>`
      }`
  }

  private sentence(link: Link, note: Note) {
    const { notes } = this.editor.board.canvas.value
    const areaOf = (id: string): Area => notes.get(id)?.place[0] ?? 'parking'
    const end = (id: string) => {
      const text = notes.get(id)?.text || say('note.empty')
      return id === note.id ? html`<b><bdi>${text}</bdi></b>` : html`<bdi>${text}</bdi>`
    }
    const entries: readonly Entry[] = [
      { id: 'label', label: say('link.edit'), icon: 'pencil' },
      { id: 'reverse', label: say('link.reverse'), icon: 'arrow-left-right' },
      { id: 'head', label: say('command.reattachHead'), icon: 'spline' },
      { id: 'tail', label: say('command.reattachTail'), icon: 'spline' },
      { id: 'delete', label: say('link.delete'), icon: 'trash-2' },
    ]
    return html`<div class="link">
      <p>${end(link.from)} <i><bdi>${link.label || verbBetween(areaOf(link.from), areaOf(link.to))}</bdi></i> ${end(link.to)}</p>
      ${
        this.rights.value.link === 'none'
          ? nothing
          : html`<nn-menu
              .label=${say('link.bar')}
              look="tile small"
              face="ellipsis"
              .entries=${entries}
              @nn-choose=${(event: CustomEvent<string>) => this.change(link, event.detail)}
            ></nn-menu>`
      }
    </div>`
  }

  private change(link: Link, way: string): void {
    if (way === 'label') this.editedLink = link.id
    else if (way === 'reverse') this.editor.reverseLink(link.id)
    else if (way === 'head') this.askLink(link.from, { link: link.id, end: way })
    else if (way === 'tail') this.askLink(link.to, { link: link.id, end: way })
    else this.editor.deleteLink(link.id)
  }

  private labelField(link: Link) {
    const done = (keep: boolean) => (event: Event) => {
      if (keep) this.editor.labelLink(link.id, (event.target as HTMLInputElement).value)
      this.editedLink = ''
      this.dispatchEvent(new CustomEvent('nn-labelled', { bubbles: true, composed: true }))
    }
    return html`<div class="link">
      <input
        class="field"
        dir="auto"
        aria-label=${say('link.label')}
        placeholder=${say('link.labelHint')}
        maxlength=${LIMITS.shortText}
        .value=${link.label}
        @blur=${done(true)}
        @keydown=${(event: KeyboardEvent) => {
          event.stopPropagation()
          if (event.key === 'Enter' && !event.isComposing) done(true)(event)
          else if (event.key === 'Escape') done(false)(event)
        }}
      />
    </div>`
  }

  private actions(note: Note) {
    const rights = this.rights.value
    const areas = AREAS.filter(area => area !== note.place[0]).map((area): Entry => ({
      id: area,
      label: say(`area.${area}`),
      keys: ['M', String(areaNumber(area))],
    }))
    return html`<div class="actions">
      ${
        rights.move === 'none'
          ? nothing
          : html`<nn-menu
              .label=${say('note.move')}
              look="button"
              .entries=${areas}
              @nn-choose=${(event: CustomEvent<Area>) => this.editor.moveTo([note.id], event.detail)}
            ></nn-menu>`
      }
      ${
        rights.text === 'none'
          ? nothing
          : html`<button class="button" @click=${() => this.editor.write(note.id)}>${say('note.edit')}</button>`
      }
      ${
        rights.delete === 'none'
          ? nothing
          : html`<button
              class="tile"
              aria-label=${say('note.delete')}
              data-tip=${say('note.delete')}
              @click=${() => this.editor.deleteNotes([note.id])}
            >
              ${icon('trash-2')}
            </button>`
      }
    </div>`
  }

  private ask(type: string, detail: string | LinkAsked): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }

  private askLink(...asked: LinkAsked): void {
    this.ask('nn-link-target', asked)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-note-panel': NnNotePanel
  }
}
