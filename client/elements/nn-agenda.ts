/** The agenda in the panel: its steps in order, what they take, and which one runs. Facilitators change and start them, others read. */
import type { PropertyValues } from 'lit'
import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Step, StepPlan } from '../../shared/workshop/step.ts'
import { BLANK_PLAN } from '../../shared/workshop/step.ts'
import type { Context } from '../commands/command.ts'
import { commandNamed, runCommand, titleOf } from '../commands/commands.ts'
import { startStep } from '../commands/session.ts'
import type { Editor } from '../editor/editor.ts'
import type { AgendaFormat } from '../files/agenda-file.ts'
import { AGENDA_FORMATS, agendaFile, readAgendaFile } from '../files/agenda-file.ts'
import { saveFile } from '../files/export.ts'
import { say } from '../words/words.ts'
import { agendaLook } from './agenda-look.ts'
import { agendaSum } from './agenda-sum.ts'
import { timesOf } from './agenda-times.ts'
import { ClockTick } from './clock-tick.ts'
import { agendaFault } from './agenda-fault.ts'
import { icon } from './icons.ts'
import './nn-dashboard.ts'
import { announce } from './nn-live.ts'
import type { Entry } from './nn-menu-list.ts'
import { RULE } from './nn-menu-list.ts'
import './nn-menu.ts'
import './nn-ready-agendas.ts'
import './nn-speaker-notes.ts'
import './nn-step-form.ts'
import type { Server } from './server.ts'
import { richLook } from './rich-look.ts'
import { richText } from './rich-text.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

@customElement('nn-agenda')
export class NnAgenda extends LitElement {
  static override styles = [base, controls, richLook, agendaLook]

  @property({ attribute: false }) declare context: Context
  @property({ attribute: false }) declare server: Server
  /** The step whose fields are shown. */
  @state() private editing = ''
  /** Ready agendas are shown instead of this one. */
  @state() private choosing = false
  @state() private dragged = ''
  /** Where what is dragged would go. */
  @state() private over = -1
  @state() private problem = ''
  @query('input[type=file]') declare private readonly files: HTMLInputElement | null
  /** The row that is to have the focus after the next update. */
  private toFocus = ''

  private readonly steps = new Watch(this, () => this.editor.session.steps)
  private readonly run = new Watch(this, () => this.editor.session.run)
  private readonly me = new Watch(this, () => this.editor.board.me)

  constructor() {
    super()
    new Watch(this, () => this.editor.agenda.canUndo)
    new Watch(this, () => this.editor.board.workshop)
    new Watch(this, () => this.editor.board.workshop.value.ran)
    new ClockTick(this, () => this.editor.session.rest())
  }

  override render() {
    const steps = this.steps.value
    const edited = this.leads ? steps.find(({ id }) => id === this.editing) : undefined
    if (edited) return this.form(edited)
    if (steps.length === 0 || this.choosing) return html`${this.between(steps)} ${this.empty(steps.length === 0)}`
    return html`${this.head()} ${this.between(steps)}
      <div class="list ${this.leads ? '' : 'read'}" role="list" aria-label=${say('agenda.label')} @keydown=${this.key}>
        ${repeat(
          steps,
          ({ id }) => id,
          (step, i) => this.row(step, i),
        )}
      </div>
      ${agendaSum(this.times)} ${this.actions()} ${this.fileField()}`
  }

  override updated(_changed: PropertyValues): void {
    const name = this.toFocus ? this.nameOf(this.toFocus) : undefined
    if (!name) return
    this.toFocus = ''
    name.focus()
  }

  private get editor(): Editor {
    return this.context.editor
  }

  private get leads(): boolean {
    return this.me.value.role === 'facilitator'
  }

  private get times() {
    const { session, board } = this.editor
    const ran = board.workshop.value.ran.all()
    return timesOf({ steps: this.steps.value, run: this.run.value, rest: session.rest(), ran, now: board.now() })
  }

  private nameOf(id: string): HTMLElement | undefined {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.name')].find(each => each.dataset['step'] === id)
  }

  private head() {
    if (!this.leads) return nothing
    const entries: readonly (Entry | typeof RULE)[] = [
      { id: 'ready', label: say('agenda.ready') },
      { id: 'import', label: say('agenda.import'), icon: 'upload' },
      ...AGENDA_FORMATS.map((id): Entry => ({ id, label: say(`agenda.export.${id}`), icon: 'download' })),
    ]
    const { agenda } = this.editor
    return html`<div class="head">
        <button class="button small quiet" aria-disabled=${agenda.isFull ? 'true' : nothing} @click=${() => this.add(this.steps.value.length)}>
          ${icon('plus', 'small')}${say('agenda.add')}
        </button>
        <span class="grow"></span>
        ${
          agenda.canUndo.value
            ? html`<button class="tile small" aria-label=${say('agenda.undo')} data-tip=${say('agenda.undo')} @click=${() => agenda.undo()}>
                ${icon('undo-2')}
              </button>`
            : nothing
        }
        <nn-menu .label=${say('agenda.menu')} look="tile small" face="ellipsis" .entries=${entries} @nn-choose=${(event: CustomEvent<string>) => this.file(event.detail)}></nn-menu>
      </div>
      <p class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>`
  }

  private row(step: Step, i: number) {
    const run = this.run.value
    const running = run?.step === step.id
    const ran =
      !running && this.editor.board.workshop.value.ran.all().some(each => each.step === step.id && !each.skipped)
    const marks = [running ? 'running' : ran ? 'ran' : '', this.dragged === step.id ? 'dragged' : '', this.overMark(i)]
    const name = html`<bdi>${step.title || say('step.untitled')}</bdi>`
    return html`<div
      class="row ${marks.join(' ')}"
      role="listitem"
      aria-current=${running ? 'step' : nothing}
      draggable=${this.leads ? 'true' : nothing}
      @dragstart=${(event: DragEvent) => this.takes(event, step.id)}
      @dragover=${(event: DragEvent) => this.passes(event, i)}
      @drop=${this.drops}
      @dragend=${this.letsGo}
    >
      <div class="line">
        <span class="number num">${ran ? icon('check', 'small') : i + 1}${ran ? html`<span class="unseen">${say('agenda.ran')}</span>` : nothing}</span>
        ${
          this.leads
            ? html`<button class="name" data-step=${step.id} aria-describedby="hint" @click=${() => this.edit(step.id)}>${name}</button>`
            : html`<span class="name">${name}</span>`
        }
        <span class="minutes num">${step.minutes === 0 ? '–' : running ? say('agenda.minutes', { count: step.minutes }) : step.minutes}</span>
        ${this.leads ? this.rowMenu(step, i) : nothing}
      </div>
      ${running ? this.details(step) : nothing}
    </div>`
  }

  private details(step: Step) {
    const plan: StepPlan = this.run.value?.plan ?? step
    return html`<div class="what">${richText(plan.instruction)}</div>
      ${this.leads ? this.people() : nothing}
      ${
        this.leads
          ? html`<nn-speaker-notes class="notes" .board=${this.editor.board} .server=${this.server} .step=${step.id}></nn-speaker-notes>`
          : nothing
      }`
  }

  private people() {
    return html`<nn-dashboard class="people" .board=${this.editor.board}></nn-dashboard>`
  }

  /** What was put in between has no row to stand in. */
  private between(steps: readonly Step[]) {
    const run = this.run.value
    if (!this.leads || !run || steps.some(({ id }) => id === run.step)) return nothing
    return html`<div class="row running"><b>${run.plan.title || say('step.untitled')}</b>${this.people()}</div>`
  }

  private rowMenu(step: Step, i: number) {
    const last = this.steps.value.length - 1
    const entries: readonly (Entry | typeof RULE)[] = [
      { id: 'start', label: say('agenda.start'), icon: 'play' },
      { id: 'edit', label: say('agenda.edit'), icon: 'pencil' },
      RULE,
      { id: 'insert', label: say('agenda.insert'), icon: 'plus' },
      { id: 'duplicate', label: say('agenda.duplicate'), icon: 'copy' },
      ...(i > 0 ? [{ id: 'up', label: say('agenda.up'), keys: ['Alt', '↑'] } as const] : []),
      ...(i < last ? [{ id: 'down', label: say('agenda.down'), keys: ['Alt', '↓'] } as const] : []),
      RULE,
      { id: 'delete', label: say('agenda.delete'), icon: 'trash-2' },
    ]
    return html`<nn-menu
      .label=${say('agenda.stepMenu', { title: step.title || say('step.untitled') })}
      look="tile small"
      face="ellipsis"
      .entries=${entries}
      @nn-choose=${(event: CustomEvent<string>) => this.chosen(event.detail, step, i)}
    ></nn-menu>`
  }

  private chosen(id: string, step: Step, i: number): void {
    const { agenda } = this.editor
    if (id === 'start') startStep(this.context, step.id)
    else if (id === 'edit') this.edit(step.id)
    else if (id === 'insert') this.add(i + 1)
    else if (id === 'duplicate') this.toFocus = agenda.duplicate(step.id) ?? ''
    else if (id === 'up') this.moveTo(step, i - 1)
    else if (id === 'down') this.moveTo(step, i + 1)
    else agenda.remove(step.id)
  }

  private actions() {
    if (!this.leads) return nothing
    const main = this.run.value ? 'session.next' : 'session.start'
    const command = commandNamed(main)
    return html`<div class="actions">
      <span class="unseen" id="hint">${say('agenda.hint')}</span>
      ${
        command?.when(this.context)
          ? html`<button class="button primary" @click=${() => runCommand(main, this.context)}>${titleOf(command, this.context)}</button>`
          : nothing
      }
      ${
        this.run.value
          ? html`<button class="button" @click=${() => runCommand('session.end', this.context)}>${say('command.endSession')}</button>`
          : nothing
      }
    </div>`
  }

  private empty(nothingYet: boolean) {
    return html`<div class="empty">
        <p class="soft">${say(this.leads ? (nothingYet ? 'agenda.empty' : 'agenda.instead') : 'agenda.none')}</p>
        ${
          this.leads
            ? html`<nn-ready-agendas @nn-agenda-chosen=${(event: CustomEvent<readonly StepPlan[]>) => this.take(event.detail)}></nn-ready-agendas>
                <button class="button" @click=${() => this.add(0)}>${icon('plus', 'small')}${say('agenda.own')}</button>
                <button class="button" @click=${() => this.files?.click()}>${icon('upload', 'small')}${say('agenda.import')}</button>`
            : nothing
        }
        ${nothingYet ? nothing : html`<button class="button quiet" @click=${this.back}>${say('page.cancel')}</button>`}
        <p class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
      </div>
      ${this.fileField()}`
  }

  private form(step: Step) {
    return html`<nn-step-form
      .editor=${this.editor}
      .server=${this.server}
      .step=${step}
      @nn-back=${() => {
        this.toFocus = step.id
        this.editing = ''
      }}
    ></nn-step-form>`
  }

  private edit(id: string): void {
    this.editing = id
  }

  private add(at: number): void {
    const [id] = this.editor.agenda.insert([BLANK_PLAN], at)
    this.choosing = false
    if (id !== undefined) this.edit(id)
  }

  private take(plans: readonly StepPlan[]): void {
    this.editor.agenda.replace(plans)
    this.choosing = false
    this.problem = ''
  }

  private readonly back = (): void => {
    this.choosing = false
  }

  private moveTo(step: Step, to: number): void {
    if (to < 0 || to >= this.steps.value.length) return
    this.editor.agenda.move(step.id, to)
    this.toFocus = step.id
    announce(this, say('agenda.moved', { title: step.title || say('step.untitled'), number: to + 1 }))
  }

  /** Arrows go from step to step, with Alt they take the step along. */
  private key(event: KeyboardEvent): void {
    const way = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const id = (event.target as HTMLElement).dataset['step']
    const i = this.steps.value.findIndex(step => step.id === id)
    const step = this.steps.value[i]
    if (way === 0 || !step || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.altKey) this.moveTo(step, i + way)
    else this.nameOf(this.steps.value[i + way]?.id ?? '')?.focus()
  }

  // Dragging a row ----------------------------------------------------------------------------------------------------

  private takes(event: DragEvent, id: string): void {
    event.dataTransfer?.setData('text/plain', '')
    this.dragged = id
  }

  private passes(event: DragEvent, i: number): void {
    if (!this.dragged) return
    event.preventDefault()
    this.over = i
  }

  private readonly drops = (event: DragEvent): void => {
    const step = this.steps.value.find(({ id }) => id === this.dragged)
    if (!step) return
    event.preventDefault()
    this.moveTo(step, this.over)
    this.letsGo()
  }

  private readonly letsGo = (): void => {
    this.dragged = ''
    this.over = -1
  }

  private overMark(i: number): string {
    if (!this.dragged || this.over !== i) return ''
    const from = this.steps.value.findIndex(({ id }) => id === this.dragged)
    return from < i ? 'over after' : 'over'
  }

  // Files -------------------------------------------------------------------------------------------------------------

  private fileField() {
    return html`<input type="file" accept=".md,.markdown,.txt,.json,text/markdown,text/plain,application/json" hidden aria-label=${say('agenda.import')} @change=${this.opens} />`
  }

  private file(id: string): void {
    this.problem = ''
    if (id === 'ready') this.choosing = true
    else if (id === 'import') this.files?.click()
    else {
      const { title } = this.editor.board.canvas.value.about.value
      saveFile(...agendaFile(id as AgendaFormat, title, this.steps.value))
    }
  }

  private async opens(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement
    const [file] = field.files ?? []
    if (!file) return
    const read = await readAgendaFile(file)
    field.value = ''
    if (read.ok) this.take(read.steps)
    else this.problem = agendaFault(read.problem)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-agenda': NnAgenda
  }
}
