/** The panel of the bin: what was deleted, newest first, where it was, who deleted it and when; one or many are restored. */
import type { PropertyValues } from 'lit'
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { Editor } from '../editor/editor.ts'
import { dated, listed, say } from '../words/words.ts'
import type { BinEntry } from './bin-list.ts'
import { binEntries, entriesWith } from './bin-list.ts'
import { binLook } from './bin-look.ts'
import { icon } from './icons.ts'
import type { Binned, Server } from './server.ts'
import { base, controls } from './theme/look.ts'
import { vars } from './vars.ts'
import { Watch } from './watch.ts'

/** Rows at once: thousands may lie there after an import was undone. */
const MOST = 100

@customElement('nn-bin')
export class NnBin extends LitElement {
  static override styles = [base, controls, binLook]

  @property({ attribute: false }) declare editor: Editor
  @property({ attribute: false }) declare server: Server
  @state() private words = ''
  @state() private most = MOST
  @state() private chosen: ReadonlySet<string> = new Set()
  @state() private stays: ReadonlyMap<string, Binned> = new Map()
  /** Records that the server was asked about. */
  private asked: ReadonlySet<string> = new Set()
  private entries: readonly BinEntry[] = []

  private readonly people = new Watch(this, () => this.editor.board.people)
  private readonly canvas = new Watch(this, () => this.editor.board.canvas)

  constructor() {
    super()
    new Watch(this, () => this.canvas.value.notes)
    new Watch(this, () => this.canvas.value.links)
    new Watch(this, () => this.canvas.value.groups)
    new Watch(this, () => this.canvas.value.strokes)
    new Watch(this, () => this.editor.board.rights)
  }

  override willUpdate(): void {
    this.entries = binEntries(this.canvas.value, this.stays)
    const keys = new Set(this.entries.map(({ key }) => key))
    if ([...keys].some(key => !this.asked.has(key))) void this.ask(keys)
    else this.asked = keys
  }

  override render() {
    if (this.entries.length === 0)
      return html`<p class="body soft" tabindex="-1">${say('bin.empty', { days: LIMITS.binDays })}</p>`
    const found = entriesWith(this.entries, this.words)
    const free = found.filter(entry => this.editor.mayRestore(entry))
    const chosen = free.filter(({ key }) => this.chosen.has(key))
    return html`<div class="body">
        <input
          class="field"
          type="search"
          dir="auto"
          aria-label=${say('bin.search')}
          placeholder=${say('bin.search')}
          .value=${this.words}
          @input=${(event: InputEvent) => {
            this.words = (event.target as HTMLInputElement).value
            this.most = MOST
          }}
        />
        ${free.length > 0 ? this.all(free, chosen) : nothing}
        <div role="list" aria-label=${say('bin.list')}>
          ${repeat(
            found.slice(0, this.most),
            ({ key }) => key,
            entry => this.row(entry),
          )}
        </div>
        ${found.length === 0 ? html`<p class="none soft">${say('bin.nothing')}</p>` : this.rest(found.length)}
      </div>
      ${free.length > 0 ? this.actions(chosen) : nothing}`
  }

  /** The row that had the focus is gone after it was restored. */
  override updated(_changed: PropertyValues): void {
    if (!this.restoring) return
    this.restoring = false
    this.renderRoot.querySelector<HTMLElement>('.field, p[tabindex]')?.focus()
  }

  private restoring = false

  private all(free: readonly BinEntry[], chosen: readonly BinEntry[]) {
    return html`<label class="all">
      <input
        type="checkbox"
        .checked=${chosen.length === free.length}
        .indeterminate=${chosen.length > 0 && chosen.length < free.length}
        @change=${(event: Event) => {
          const { checked } = event.target as HTMLInputElement
          this.chosen = new Set(checked ? free.map(({ key }) => key) : [])
        }}
      />${say('bin.all')}
    </label>`
  }

  private row(entry: BinEntry) {
    const mayRestore = this.editor.mayRestore(entry)
    const paper = entry.color ?? 'sheet'
    return html`<div class="row" role="listitem">
      <label>
        <input
          type="checkbox"
          ?disabled=${!mayRestore}
          .checked=${mayRestore && this.chosen.has(entry.key)}
          @change=${(event: Event) => this.choose(entry.key, (event.target as HTMLInputElement).checked)}
        />
        <i ${vars({ '--paper': `var(--${paper})`, '--edge': entry.color ? `var(--${paper}-edge)` : 'var(--line-2)' })}></i>
        <span class="words">
          <span class="text" dir="auto">${entry.words}</span>
          <span class="under num">${this.about(entry)}</span>
        </span>
      </label>
      ${
        mayRestore
          ? html`<button
              class="tile small"
              aria-label=${say('bin.restoreOne', { words: entry.words })}
              data-tip=${say('bin.restore')}
              @click=${() => this.restore([entry])}
            >
              ${icon('rotate-ccw', 'small')}
            </button>`
          : nothing
      }
    </div>`
  }

  /** Where it was, who deleted it and when, as far as that is known. */
  private about({ area, stay }: BinEntry): string {
    const who = stay?.person ? this.people.value.get(stay.person)?.name : undefined
    const today = new Date(this.editor.board.now()).toDateString()
    const when = stay && dated(stay.at, new Date(stay.at).toDateString() === today ? 'time' : 'short')
    return listed([say(`area.${area}`), who, when].filter(part => part !== undefined))
  }

  private rest(count: number) {
    const more = Math.min(MOST, count - this.most)
    if (more <= 0) return nothing
    return html`<button
      class="button quiet"
      @click=${() => {
        this.most += MOST
      }}
    >
      ${say('bin.more', { count: more })}
    </button>`
  }

  private actions(chosen: readonly BinEntry[]) {
    return html`<div class="actions">
      <button class="button primary" ?disabled=${chosen.length === 0} @click=${() => this.restore(chosen)}>
        ${chosen.length > 0 ? say('bin.restoreMany', { count: chosen.length }) : say('bin.restore')}
      </button>
    </div>`
  }

  private choose(key: string, isChosen: boolean): void {
    const chosen = new Set(this.chosen)
    if (isChosen) chosen.add(key)
    else chosen.delete(key)
    this.chosen = chosen
  }

  private restore(entries: readonly BinEntry[]): void {
    this.restoring = true
    this.chosen = new Set()
    this.editor.restore(entries)
  }

  /** What others delete is on the server's disk before it is seen here: what it does not know was deleted by me, just now. */
  private async ask(keys: ReadonlySet<string>): Promise<void> {
    this.asked = keys
    const { board } = this.editor
    const answer = await this.server.bin(board.id)
    if (!answer.ok) return
    const stays = new Map(answer.value.map(stay => [stay.record, stay]))
    for (const record of keys)
      if (!stays.has(record)) stays.set(record, { record, at: board.now(), person: board.me.value.id })
    this.stays = stays
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-bin': NnBin
  }
}
