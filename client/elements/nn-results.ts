/** The panel of results: what votes came to, side by side, as one list or by block, and what one does with the first of them. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import { membersOf } from '../../shared/canvas/groups.ts'
import type { Ranked } from '../../shared/workshop/ballots.ts'
import { rankedOf, topOf } from '../../shared/workshop/ballots.ts'
import type { Results } from '../../shared/workshop/session.ts'
import type { ResultFormat } from '../../shared/workshop/vote-files.ts'
import { RESULT_FILES, resultsText } from '../../shared/workshop/vote-files.ts'
import type { Editor } from '../editor/editor.ts'
import { mayI } from '../editor/may.ts'
import { saveFile } from '../files/export.ts'
import { listed, say } from '../words/words.ts'
import { resultsLook } from './results-look.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

const TOP = 3
const FORMATS = Object.keys(RESULT_FILES) as ResultFormat[]
const FORMAT_NAMES: Readonly<Record<ResultFormat, string>> = { csv: 'CSV', json: 'JSON', markdown: 'Markdown' }

@customElement('nn-results')
export class NnResults extends LitElement {
  static override styles = [base, controls, resultsLook]

  @property({ attribute: false }) declare editor: Editor
  /** The vote that decides the order; the latest, until another is chosen. */
  @state() private sortBy = ''
  @state() private byBlock = false
  @state() private target: Area = 'parking'

  private readonly results = new Watch(this, () => this.editor.voting.results)
  private readonly shown = new Watch(this, () => this.editor.voting.shown)

  constructor() {
    super()
    new Watch(this, () => this.editor.board.canvas)
    new Watch(this, () => this.editor.board.canvas.value.notes)
    new Watch(this, () => this.editor.board.canvas.value.groups)
    new Watch(this, () => this.editor.board.people)
    new Watch(this, () => this.editor.board.rights)
    new Watch(this, () => this.editor.voting.now)
  }

  override render() {
    const all = this.results.value
    const chosen = all.find(({ round }) => round === this.sortBy) ?? all[0]
    if (!chosen) return html`<p class="body soft">${say('results.empty')}</p>`
    const { dots, voters, of } = chosen
    return html`<div class="body">
        <h2>${chosen.title || say('vote.label')}</h2>
        <p class="soft">${say('results.of', { voters, of, count: dots })} ${chosen.names ? '' : say('results.anonymous')}</p>
        ${this.choices(chosen)}
        ${dots === 0 && all.length < 2 ? html`<p class="soft">${say('results.noDots')}</p>` : this.table(chosen, all)}
      </div>
      <div class="actions">
        ${this.moving(chosen)}
        <div class="row" role="group" aria-label=${say('results.save')}>
          <span class="soft" aria-hidden="true">${say('results.save')}</span>
          ${FORMATS.map(
            format =>
              html`<button class="button small" @click=${() => this.save(format)}>${FORMAT_NAMES[format]}</button>`,
          )}
        </div>
      </div>`
  }

  private choices(chosen: Results) {
    const order = (byBlock: boolean) => html`<button
      class="button small"
      aria-pressed=${this.byBlock === byBlock}
      @click=${() => (this.byBlock = byBlock)}
    >
      ${say(byBlock ? 'results.byBlock' : 'results.list')}
    </button>`
    return html`<div class="row">
      <span class="row" role="group" aria-label=${say('results.order')}>${order(false)}${order(true)}</span>
      ${
        this.editor.voting.now.value
          ? nothing
          : html`<label class="check">
              <input
                type="checkbox"
                .checked=${this.shown.value?.round === chosen.round}
                @change=${(event: Event) =>
                  this.editor.voting.show((event.target as HTMLInputElement).checked ? chosen.round : undefined)}
              />
              ${say('results.show')}
            </label>`
      }
    </div>`
  }

  private table(chosen: Results, all: readonly Results[]) {
    const columns = all.map(result => new Map(rankedOf(result.totals).map(ranked => [ranked.note, ranked])))
    const at = all.indexOf(chosen)
    const dotsIn = (column: number, note: string): number => columns[column]?.get(note)?.dots ?? 0
    const notes = [...new Set([chosen, ...all].flatMap(({ totals }) => totals.map(([note]) => note)))]
    notes.sort((a, b) => dotsIn(at, b) - dotsIn(at, a))
    const blocks = this.byBlock ? [...AREAS, undefined] : [undefined]
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${say('results.note')}</th>
          ${all.map((result, n) => this.heading(result, all.length - n, n === at))}
        </tr>
      </thead>
      ${blocks.map(block => {
        const own = this.byBlock ? notes.filter(note => this.candidate(note)?.area === block) : notes
        if (own.length === 0) return nothing
        return html`<tbody>
          ${
            block
              ? html`<tr>
                  <th class="block" scope="colgroup" colspan=${all.length + 1}>${say(`area.${block}`)}</th>
                </tr>`
              : nothing
          }
          ${repeat(
            own,
            note => note,
            note => this.row(note, columns, chosen),
          )}
        </tbody>`
      })}
    </table>`
  }

  private heading({ round, title }: Results, number: number, isChosen: boolean) {
    const name = title || say('vote.label')
    return html`<th scope="col" aria-sort=${isChosen ? 'descending' : nothing}>
      <button
        class="sort ${isChosen ? 'is' : ''}"
        aria-label=${say('results.sortBy', { number, title: name })}
        data-tip=${name}
        @click=${() => (this.sortBy = round)}
      >
        ${say('results.column', { number })}
      </button>
    </th>`
  }

  private row(note: string, columns: readonly ReadonlyMap<string, Ranked>[], { names = [] }: Results) {
    const called = this.candidate(note)
    const who = names.filter(([on]) => on === note).map(([, person, dots]) => `${this.personName(person)} ${dots}`)
    return html`<tr>
      <th scope="row" class="note">
        ${
          called
            ? html`<button class="go" dir="auto" @click=${() => this.show(note)}>${called.text || say('note.empty')}</button>`
            : html`<span class="soft">${say('results.goneNote')}</span>`
        }
        ${who.length > 0 ? html`<small><bdi>${listed(who)}</bdi></small>` : nothing}
      </th>
      ${columns.map(column => this.cell(column.get(note)))}
    </tr>`
  }

  private cell(ranked: Ranked | undefined) {
    if (!ranked) return html`<td class="num none">–</td>`
    const { dots, isTied } = ranked
    return html`<td class="num">
      <span aria-hidden=${isTied ? 'true' : nothing}>${dots}${isTied ? ' =' : ''}</span>
      ${isTied ? html`<span class="unseen">${say('results.tie', { dots })}</span>` : nothing}
    </td>`
  }

  private moving(chosen: Results) {
    const top = topOf(rankedOf(chosen.totals), TOP).filter(({ note }) => this.candidate(note))
    const ids = top.flatMap(({ note }) => this.notesOf(note))
    if (ids.length === 0 || !mayI(this.editor.board, 'move')) return nothing
    return html`<form
      class="row"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault()
        if (this.target === 'parking') this.editor.parkingOpen.set(true)
        this.editor.moveTo(ids, this.target)
      }}
    >
      <label
        >${say('results.moveTop', { count: top.length })}
        <select
          class="field"
          @change=${(event: Event) => (this.target = (event.target as HTMLSelectElement).value as Area)}
        >
          ${AREAS.map(area => html`<option value=${area} ?selected=${area === this.target}>${say(`area.${area}`)}</option>`)}
        </select></label
      >
      <button class="button primary">${say('results.move')}</button>
    </form>`
  }

  /** Its words and where it is: a note, or a group as a whole. */
  private candidate(id: string): { readonly text: string; readonly area: Area } | undefined {
    const { notes, groups } = this.editor.board.canvas.value
    const note = notes.get(id)
    if (note) return { text: note.text, area: note.place[0] }
    const group = groups.get(id)
    return group && { text: group.title || say('grouped.unnamed'), area: group.block }
  }

  private notesOf(candidate: string): readonly string[] {
    const canvas = this.editor.board.canvas.value
    return canvas.notes.get(candidate) ? [candidate] : membersOf(canvas, candidate).map(({ id }) => id)
  }

  private personName(id: string): string {
    return this.editor.board.people.value.get(id)?.name ?? ''
  }

  private show(candidate: string): void {
    const ids = this.notesOf(candidate)
    const [first] = ids
    if (first === undefined) return
    if (this.candidate(candidate)?.area === 'parking') this.editor.parkingOpen.set(true)
    this.editor.select(ids)
    this.editor.reveal(first)
  }

  private save(format: ResultFormat): void {
    const text = resultsText(format, this.results.value, {
      candidate: id => this.candidate(id),
      person: id => this.personName(id),
      area: area => say(`area.${area}`),
    })
    const { type, extension } = RESULT_FILES[format]
    saveFile(new Blob([text], { type }), `${say('results.file')}.${extension}`)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-results': NnResults
  }
}
