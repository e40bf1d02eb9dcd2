/** One block of the outline: its name and question, its notes as a list, and a way to add one. */
import type { PropertyValues } from 'lit'
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS, areaNumber } from '../../shared/canvas/blocks.ts'
import { groupOf, groupsAmong } from '../../shared/canvas/groups.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import { isVoted, shuffled } from '../../shared/workshop/ballots.ts'
import type { Person } from '../editor/board.ts'
import type { Editor } from '../editor/editor.ts'
import { printsOf } from '../editor/segments.ts'
import { isTakenAway } from '../editor/workshop.ts'
import { say } from '../words/words.ts'
import type { Handed } from './clipboard.ts'
import { handedBy } from './clipboard.ts'
import { icon } from './icons.ts'
import type { NnOutlineGroup } from './nn-outline-group.ts'
import './nn-outline-group.ts'
import type { NnSlip } from './nn-slip.ts'
import { grow } from './nn-slip.ts'
import type { NoteLists } from './note-lists.ts'
import { splitLook } from './split-hint.ts'
import { stripes } from './stripes.ts'
import { privateWords } from './private-words.ts'
import { base, controls } from './theme/look.ts'
import { outlineAreaLook } from './outline-area-look.ts'
import { slipLook } from './theme/slip-look.ts'
import { Watch } from './watch.ts'

@customElement('nn-outline-area')
export class NnOutlineArea extends LitElement {
  static override styles = [base, controls, stripes, slipLook, splitLook, outlineAreaLook]

  @property({ attribute: false }) declare editor: Editor
  @property({ attribute: false }) declare lists: NoteLists
  @property() area: Area = 'parking'
  /** The group whose name is asked for. */
  @property() naming = ''
  @state() private adding = false
  private shown: readonly Note[] = []
  private wasChosen: ReadonlySet<string> = new Set()
  private wasWriting: string | undefined

  private readonly people = new Watch(this, () => this.editor.board.people)

  constructor() {
    super()
    new Watch(
      this,
      () => this.lists,
      changed => changed.has(this.area),
    )
    // Choosing and writing concern one block of ten: the others do not draw anew.
    new Watch(
      this,
      () => this.editor.selection,
      () => this.concerns([...this.wasChosen, ...this.chosen]),
    )
    new Watch(
      this,
      () => this.editor.writing,
      now => this.concerns([this.wasWriting, now]),
    )
    new Watch(
      this,
      () => this.editor.board.presence.others,
      others => this.writers.size > 0 || others.some(({ pointing }) => this.concerns([pointing.caret?.note])),
    )
    new Watch(this, () => this.editor.found)
    new Watch(this, () => this.editor.board.rights)
    new Watch(this, () => this.editor.faceDown.counts)
    new Watch(this, () => this.editor.board.canvas.value.strokes)
    new Watch(
      this,
      () => this.editor.board.canvas.value.groups,
      () => this.hasGroups,
    )
    new Watch(this, () => this.editor.board.canvas)
    new Watch(this, () => this.editor.voting.open)
  }

  override render() {
    const { area } = this
    const name = say(`area.${area}`)
    const found = this.editor.found.value?.ids
    this.shown = this.inOrder(this.lists.in(area).filter(({ id }) => !found || found.has(id)))
    this.wasChosen = this.chosen
    this.wasWriting = this.editor.writing.value
    this.writers = this.writersNow()
    const { groups } = this.editor.board.canvas.value
    const hidden = this.editor.faceDown.counts.value.get(area) ?? 0
    const entry = this.shown.find(note => this.wasChosen.has(note.id)) ?? this.shown[0]
    return html`<section aria-label=${name}>
      <div class="head">
        <h2><b class="num" aria-hidden="true">${areaNumber(area)}</b>${name}</h2>
        ${this.steps()}
      </div>
      <p class="question">${say(`question.${area}`)}</p>
      <div class="list" role="list" aria-label=${say('outline.count', { count: this.shown.length })}>
        ${this.slips(
          this.shown.filter(note => groupOf(groups, note) === undefined),
          entry,
        )}
      </div>
      ${repeat(
        groupsAmong(groups, this.shown),
        ({ group }) => group.id,
        group =>
          html`<nn-outline-group
            .editor=${this.editor}
            .grouped=${group}
            ?naming=${group.group.id === this.naming}
            ?unfolded=${found !== undefined}
            .list=${group.group.closed && !found ? nothing : this.slips(group.notes, entry)}
          ></nn-outline-group>`,
      )}
      ${hidden > 0 ? html`<p class="hidden">${icon('eye-off', 'small')}${say('private.hiddenHere', { count: hidden })}</p>` : nothing}
      ${this.adding ? this.newNote() : nothing} ${this.drawings()}
      ${
        isTakenAway(this.editor, 'add')
          ? nothing
          : html`<div class="addline">
              <button
                class="add"
                aria-disabled=${this.editor.board.rights.value.add === 'none'}
                @click=${this.beginAdding}
              >
                ${icon('plus')}${say('outline.add', { area: name })}
              </button>
            </div>`
      }
    </section>`
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('adding') && this.adding) this.field?.focus()
  }

  /** Opens the field for a new note, or goes to it. */
  beginAdding(): void {
    this.adding = true
    this.field?.focus()
  }

  /** Its first note, else the way to add one. */
  focusFirst(): void {
    this.renderRoot.querySelector<HTMLElement>('.slip, .add')?.focus({ preventScroll: true })
  }

  slipOf(id: string): NnSlip | undefined {
    return [...this.renderRoot.querySelectorAll('nn-slip')].find(slip => slip.note.id === id)
  }

  /** The closed group that a note lies in. */
  groupOver(id: string): NnOutlineGroup | undefined {
    return [...this.renderRoot.querySelectorAll('nn-outline-group')].find(({ grouped: { group, notes } }) =>
      Boolean(group.closed && notes.some(note => note.id === id)),
    )
  }

  private writers: ReadonlyMap<string, Person> = new Map()

  private get field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('.new textarea')
  }

  private get chosen(): ReadonlySet<string> {
    const { value } = this.editor.selection
    return value.kind === 'notes' ? value.ids : new Set()
  }

  private concerns(ids: readonly (string | undefined)[]): boolean {
    return this.shown.some(note => ids.includes(note.id))
  }

  private writersNow(): ReadonlyMap<string, Person> {
    const here = new Set(this.shown.map(note => note.id))
    return new Map(
      this.editor.board.presence.others.value.flatMap(({ person, pointing: { caret } }) =>
        caret && here.has(caret.note) ? [[caret.note, person] as const] : [],
      ),
    )
  }

  /** While a vote is open that says so, each voter reads its blocks in an order of their own. */
  private inOrder(notes: readonly Note[]): readonly Note[] {
    const { round, settings } = this.editor.voting.now.value ?? {}
    if (!round || !settings?.shuffled || !isVoted(settings, this.area)) return notes
    return shuffled(notes, `${round.id}/${this.editor.board.me.value.id}`)
  }

  /** A group was made, named or let go: whose notes these are is asked of the notes. */
  private get hasGroups(): boolean {
    return this.shown.some(note => note.group !== undefined)
  }

  private slips(notes: readonly Note[], entry: Note | undefined) {
    return html`${repeat(
      notes,
      note => note.id,
      note => this.slip(note, note === entry),
    )}`
  }

  private slip(note: Note, entry: boolean) {
    return html`<nn-slip
      .editor=${this.editor}
      .note=${note}
      .prints=${printsOf(note, this.lists.segments)}
      .author=${this.people.value.get(note.author)?.name ?? ''}
      .links=${this.lists.linksOf(note.id).length}
      .writer=${this.writers.get(note.id)}
      .chosen=${this.wasChosen.has(note.id)}
      .writing=${this.wasWriting === note.id}
      .entry=${entry}
    ></nn-slip>`
  }

  /** On the phone: to the block before and after. */
  private steps() {
    const at = AREAS.indexOf(this.area)
    const step = (area: Area | undefined, way: 'previous' | 'next') =>
      area
        ? html`<button
            class="tile step"
            aria-label=${say(`outline.${way}`, { area: say(`area.${area}`) })}
            @click=${() => this.dispatchEvent(new CustomEvent<Area>('nn-go-to', { detail: area, bubbles: true, composed: true }))}
          >
            ${icon(way === 'previous' ? 'chevron-left' : 'chevron-right')}
          </button>`
        : nothing
    return html`${step(AREAS[at - 1], 'previous')}${step(AREAS[at + 1], 'next')}`
  }

  /** A drawing has no words: here it can be counted, and taken away. */
  private drawings() {
    const strokes = this.editor.board.canvas.value.strokes.all().filter(({ anchor }) => anchor[0] === this.area)
    if (strokes.length === 0) return nothing
    const mine = strokes.some(({ author }) => this.editor.mayErase(author))
    return html`<p class="drawings">
      ${say('outline.drawings', { count: strokes.length })}
      ${
        mine
          ? html`<button class="button" @click=${() => this.editor.deleteStrokes(strokes.map(({ id }) => id))}>
              ${icon('trash-2', 'small')}${say('outline.deleteDrawings')}
            </button>`
          : nothing
      }
    </p>`
  }

  private newNote() {
    return html`<div class="new">
      <textarea
        rows="1"
        dir="auto"
        aria-label=${say('outline.newNote', { area: say(`area.${this.area}`) })}
        aria-describedby="hint"
        maxlength=${LIMITS.noteLength}
        @input=${(event: InputEvent) => grow(event.target as HTMLTextAreaElement)}
        @keydown=${this.newKey}
        @paste=${this.pasted}
      ></textarea>
      <p id="hint">${privateWords(this.editor.board)} ${say('outline.newHint')}</p>
    </div>`
  }

  /** One line is text like any other; of several it is asked what they become. */
  private pasted(event: ClipboardEvent): void {
    const detail = event.clipboardData && handedBy(event.clipboardData)
    if (!detail || !/[\r\n]/.test(detail.text.trim())) return
    event.preventDefault()
    this.dispatchEvent(new CustomEvent<Handed>('nn-lines', { detail, bubbles: true, composed: true }))
  }

  private newKey(event: KeyboardEvent): void {
    event.stopPropagation()
    const field = event.target as HTMLTextAreaElement
    if (event.key === 'Escape') {
      this.adding = false
      this.renderRoot.querySelector<HTMLElement>('.add')?.focus()
    }
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    const text = field.value.trim()
    if (!text || this.editor.addNote(this.area, { text }) === undefined) return
    field.value = ''
    grow(field)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-outline-area': NnOutlineArea
  }
}
