/** Import: what a file would change is shown first, then done as one step. */
import type { PropertyValues } from 'lit'
import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { Editor } from '../editor/editor.ts'
import { fullWith } from '../editor/room.ts'
import type { Plan, Way } from '../files/import.ts'
import { denialFor, fitsOneChange, runImport, WAYS } from '../files/import.ts'
import type { TakenPlan } from '../files/plan-file.ts'
import { byMe, isReplaceable, planFile } from '../files/plan-file.ts'
import type { FileProblem, ReadCanvas } from '../files/read-canvas.ts'
import { readCanvasFile } from '../files/read-canvas.ts'
import { readWordsFile } from '../files/read-words.ts'
import type { Readable } from '../files/paste.ts'
import { sentenceOf } from '../words/sayings.ts'
import { say } from '../words/words.ts'
import { choicesLook } from './choices-look.ts'
import { fileFault } from './file-fault.ts'
import { icon } from './icons.ts'
import { importLook } from './import-look.ts'
import { leftWords } from './left-words.ts'
import './nn-dialog.ts'
import { planTable } from './plan-table.ts'
import { seen } from './seen.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

/** What others change meanwhile is counted in after a moment, not at every letter. */
const SETTLES_MS = 200
const MOST_FAULTS = 5

type Read = Extract<ReadCanvas, { ok: true }>
type Problem = FileProblem | { readonly kind: 'several' | 'tooMuch' }

@customElement('nn-import')
export class NnImport extends LitElement {
  static override styles = [base, controls, choicesLook, importLook]

  @property({ attribute: false }) declare editor: Editor
  /** What was dropped; without it one is chosen here. */
  @property({ attribute: false }) files: readonly File[] = []
  @state() private read: Read | undefined
  @state() private name = ''
  @state() private problem: Problem | undefined
  @state() private way: Way = 'add'
  @state() private busy: 'reading' | 'writing' | '' = ''
  @query('input[type="file"]') declare private readonly field: HTMLInputElement
  private plans: Readonly<Record<Way, TakenPlan>> | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  /** Counts the files that were taken, so that a slow one is not taken for the last. */
  private taken = 0

  constructor() {
    super()
    const changed = () => {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.replan(), SETTLES_MS)
      return false
    }
    new Watch(this, () => this.editor.board.canvas.value.notes, changed)
    new Watch(this, () => this.editor.board.canvas, changed)
    new Watch(this, () => this.editor.board.rights)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('files') && this.files.length > 0) void this.take(this.files)
  }

  override render() {
    return html`<nn-dialog open .heading=${say('command.importFile')} .sentence=${say('import.sentence')}>
      ${this.chooser()} ${this.faults()} ${this.plans && this.read ? this.preview(this.plans[this.way]) : nothing}
      <p class="soft" role="status">${this.busy ? say(`import.${this.busy}`) : ''}</p>
    </nn-dialog>`
  }

  // Which file ------------------------------------------------------------------------------------------------------

  private chooser() {
    const label = say(this.name ? 'import.another' : 'import.choose')
    return html`<div class="chooser">
      <button class="button ${this.name ? 'small' : 'primary'}" @click=${() => this.field.click()}>
        ${icon('upload', 'small')}${label}
      </button>
      ${
        this.name
          ? html`<b class="name" dir="auto">${this.name}</b>`
          : html`<span class="soft">${say('import.drop')}</span>`
      }
      <input
        type="file"
        class="unseen"
        tabindex="-1"
        aria-label=${label}
        accept=".md,.markdown,.txt,.json,.csv,.tsv,text/markdown,text/plain,text/csv,text/tab-separated-values,application/json"
        @change=${this.chosen}
      />
    </div>`
  }

  private chosen(): void {
    const files = [...(this.field.files ?? [])]
    // The same file chosen again, because it was mended meanwhile, is news.
    this.field.value = ''
    if (files.length > 0) void this.take(files)
  }

  private async take([file, ...more]: readonly File[]): Promise<void> {
    const taken = ++this.taken
    this.read = undefined
    this.plans = undefined
    this.problem = undefined
    this.name = file?.name ?? ''
    if (!file || more.length > 0) {
      this.name = ''
      this.problem = { kind: 'several' }
      return
    }
    this.busy = 'reading'
    await seen(this)
    const read = await readCanvasFile(file, byMe(this.editor.board))
    const detail = await readWordsFile(file, read)
    if (taken !== this.taken) return
    this.busy = ''
    if (detail) {
      this.dispatchEvent(new CustomEvent<Readable>('nn-words', { detail, bubbles: true, composed: true }))
      return
    }
    if (!read.ok) {
      this.problem = read.problem
      return
    }
    this.read = read
    const { board } = this.editor
    this.way = board.canvas.value.notes.size === 0 && isReplaceable(board) ? 'replace' : 'add'
    this.replan()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('input:checked')?.focus()
  }

  private faults() {
    const { problem } = this
    if (!problem) return nothing
    if (problem.kind !== 'notACanvas') return html`<p class="problem" role="alert">${say(`fault.${problem.kind}`)}</p>`
    const { faults } = problem
    const shown = faults.slice(0, MOST_FAULTS)
    const rest = faults.length - shown.length
    return html`<div role="alert">
      <p class="problem">${fileFault(problem)}</p>
      <ul class="faults">
        ${shown.map(
          ({ at, sentence }) =>
            html`<li>
              <b class="num">${typeof at === 'number' ? say('import.line', { line: at }) : at}</b> ${sentence}
            </li>`,
        )}
        ${rest > 0 ? html`<li>${say('import.moreFaults', { count: rest })}</li>` : nothing}
      </ul>
    </div>`
  }

  // What it would do ------------------------------------------------------------------------------------------------

  private replan(): void {
    const { editor, read } = this
    if (read) this.plans = { add: planFile(editor, read, 'add'), replace: planFile(editor, read, 'replace') }
    this.requestUpdate()
  }

  private denial(plan: Plan): string {
    if (plan.way === 'replace' && !isReplaceable(this.editor.board)) return say('import.replaceHeld')
    const denial = denialFor(this.editor.board, plan)
    return denial ? sentenceOf({ kind: 'notAllowed', ...denial }) : ''
  }

  private preview(plan: TakenPlan) {
    const { total, content, isFull, known, unknownMarks, left } = plan
    const title = content.about.title
    const isRenamed = title !== this.editor.board.canvas.value.about.value.title
    const denied = this.denial(plan)
    const isNothing =
      plan.way === 'add' && total.added === 0 && content.links.length === 0 && content.strokes.length === 0
    const full = plan.way === 'add' ? fullWith(this.editor.board.canvas.value, total.added) : undefined
    const obstacle =
      denied ||
      (full?.isAlone ? sentenceOf(full) : '') ||
      (isFull ? say('fault.full', { limit: LIMITS.notes }) : isNothing ? say('import.nothing') : '')
    return html`<form @submit=${this.run}>
      <fieldset>
        <legend class="unseen">${say('import.way')}</legend>
        ${WAYS.map(way => this.choice(way))}
      </fieldset>
      ${planTable(plan)}
      <div class="beside">
        ${known > 0 && total.added > 0 ? html`<p>${say('import.known', { count: known })}</p>` : nothing}
        ${plan.way === 'add' && content.links.length > 0 ? html`<p>${say('import.links', { count: content.links.length })}</p>` : nothing}
        ${plan.way === 'add' && content.strokes.length > 0 ? html`<p>${say('import.drawings', { count: content.strokes.length })}</p>` : nothing}
        ${isRenamed ? html`<p>${say('import.newTitle', { title })}</p>` : nothing}
        ${unknownMarks > 0 ? html`<p>${say('import.unknownMarks', { count: unknownMarks })}</p>` : nothing}
        ${leftWords(left).map(words => html`<p>${words}</p>`)}
      </div>
      <div class="last">
        <button class="button primary" aria-disabled=${obstacle || this.busy ? 'true' : nothing}>
          ${this.buttonOf(plan)}
        </button>
        <span class="soft">${obstacle}</span>
      </div>
    </form>`
  }

  private buttonOf({ way, total, content }: Plan): string {
    if (way === 'replace') return say('import.replace')
    return total.added === 0 && content.links.length > 0
      ? say('import.addLinks', { count: content.links.length })
      : say('import.addButton', { count: total.added })
  }

  private choice(way: Way) {
    const denied = this.plans ? this.denial(this.plans[way]) : ''
    return html`<label class="choice ${denied ? 'denied' : ''}">
      <input
        type="radio"
        name="way"
        .checked=${way === this.way}
        @change=${() => {
          this.way = way
          this.problem = undefined
        }}
      />
      <b>${say(`import.${way}`)}</b>
      <span class="is">${denied || say(`import.${way}.is`)}</span>
    </label>`
  }

  // Doing it --------------------------------------------------------------------------------------------------------

  private async run(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (this.busy || !this.read) return
    this.busy = 'writing'
    this.problem = undefined
    await seen(this)
    this.busy = ''
    // Others went on while this was looked at: what is done is reckoned from what is there now.
    this.replan()
    const plan = this.plans?.[this.way]
    const { history, canvas } = this.editor.board
    const isTooMany = plan?.way === 'add' && fullWith(canvas.value, plan.total.added) !== undefined
    if (!plan || !this.isConnected || plan.isFull || isTooMany || this.denial(plan)) return
    if (!fitsOneChange(canvas.value, plan)) {
      this.problem = { kind: 'tooMuch' }
      return
    }
    runImport(history.value, canvas.value, plan)
    const count = plan.way === 'add' ? plan.total.added : plan.content.notes.length
    const detail = say(`import.${plan.way}Done`, { count })
    this.dispatchEvent(new CustomEvent<string>('nn-imported', { detail, bubbles: true, composed: true }))
    this.renderRoot.querySelector('nn-dialog')?.close()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-import': NnImport
  }
}
