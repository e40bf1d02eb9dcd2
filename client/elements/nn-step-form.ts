/** The fields of one step: what it is called and says, how long it takes, what it shows and lets people do. Each is written when it is left. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import type { Extent, Right, Rights } from '../../shared/workshop/rights.ts'
import { EXTENTS } from '../../shared/workshop/rights.ts'
import type { Step, StepPlan, VoteSettings } from '../../shared/workshop/step.ts'
import {
  BLANK_VOTE,
  NAMES_SHOWN,
  OVERTIMES,
  STEP_KINDS,
  STEP_LIMITS,
  VISIBILITIES,
} from '../../shared/workshop/step.ts'
import type { Editor } from '../editor/editor.ts'
import type { WordKey } from '../words/words.ts'
import { say, sayAny } from '../words/words.ts'
import { icon } from './icons.ts'
import './nn-speaker-notes.ts'
import type { Preset } from './rights-presets.ts'
import { isYesOrNo, PRESET_IDS, presetOf, PRESETS } from './rights-presets.ts'
import type { Server } from './server.ts'
import { stepFormLook } from './step-form-look.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

/** What a step can give and take of what can be done on a board by now. */
const ASKED = [
  'add',
  'text',
  'style',
  'move',
  'group',
  'link',
  'mark',
  'delete',
  'vote',
] as const satisfies readonly Right[]

@customElement('nn-step-form')
export class NnStepForm extends LitElement {
  static override styles = [base, controls, stepFormLook]

  @property({ attribute: false }) declare editor: Editor
  @property({ attribute: false }) declare server: Server
  @property({ attribute: false }) declare step: Step
  @query('#title') declare private readonly titleField: HTMLInputElement | null
  private readonly run = new Watch(this, () => this.editor.session.run)

  override render() {
    const { step } = this
    return html`<div class="head">
        <button class="tile" aria-label=${say('agenda.back')} data-tip=${say('agenda.back')} @click=${this.back}>${icon('chevron-left')}</button>
        <h2><bdi>${step.title || say('step.untitled')}</bdi></h2>
      </div>
      <form @submit=${(event: Event) => event.preventDefault()} @keydown=${this.key}>
        ${this.run.value?.step === step.id ? html`<p class="hint">${say('form.runs')}</p>` : nothing}
        ${this.words(step)} ${this.minutes(step)}
        ${this.choice('visibility', VISIBILITIES, step.visibility, visibility => this.change({ visibility }))}
        ${step.visibility === 'private' ? this.choice('names', NAMES_SHOWN, step.names, names => this.change({ names })) : nothing}
        ${this.areas('form.focus', step.focus, focus => this.change({ focus }))} ${this.rights(step.rights)}
        ${this.vote(step.vote)} ${this.check(say('form.questions'), step.questions, questions => this.change({ questions }))}
        ${this.choice('overtime', OVERTIMES, step.overtime, overtime => this.change({ overtime }))}
        ${this.choice('kind', STEP_KINDS, step.kind, kind => this.change({ kind }))}
        <nn-speaker-notes edits .board=${this.editor.board} .server=${this.server} .step=${step.id}></nn-speaker-notes>
      </form>`
  }

  override firstUpdated(): void {
    this.titleField?.focus()
    this.titleField?.select()
  }

  private change(part: Partial<StepPlan>): void {
    this.editor.agenda.change(this.step.id, part)
  }

  private words({ title, instruction }: Step) {
    return html`<div class="pair">
        <label for="title">${say('form.title')}</label>
        <input
          id="title"
          class="field"
          dir="auto"
          maxlength=${STEP_LIMITS.title}
          .value=${title}
          @change=${(event: Event) => this.change({ title: valueOf(event).trim() })}
        />
      </div>
      <div class="pair">
        <label for="instruction">${say('form.instruction')}</label>
        <textarea
          id="instruction"
          class="field"
          dir="auto"
          maxlength=${STEP_LIMITS.instruction}
          aria-describedby="markdown"
          .value=${instruction}
          @change=${(event: Event) => this.change({ instruction: valueOf(event) })}
        ></textarea>
        <span class="hint" id="markdown">${say('form.markdown')}</span>
      </div>`
  }

  private minutes({ minutes }: Step) {
    return this.number('minutes', say('form.minutes'), minutes, { least: 0, most: STEP_LIMITS.minutes }, value =>
      this.change({ minutes: value }),
    )
  }

  /** A whole number; what is none, or lies beyond, is put back. */
  private number(
    id: string,
    label: string,
    value: number,
    { least, most }: { readonly least: number; readonly most: number },
    take: (value: number) => void,
  ) {
    return html`<div class="beside">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        class="field number num"
        type="number"
        inputmode="numeric"
        min=${least}
        max=${most}
        .value=${String(value)}
        @change=${(event: Event) => {
          const field = event.target as HTMLInputElement
          const next = Number(field.value)
          if (field.value !== '' && Number.isInteger(next) && next >= least && next <= most) take(next)
          else field.value = String(value)
        }}
      />
    </div>`
  }

  private choice<T extends string>(
    name: 'visibility' | 'names' | 'overtime' | 'kind',
    words: readonly T[],
    now: T,
    take: (word: T) => void,
  ) {
    return html`<div class="pair">
      <label for=${name}>${say(`form.${name}`)}</label>
      <select id=${name} class="field" @change=${(event: Event) => take(valueOf(event) as T)}>
        ${words.map(word => html`<option value=${word} ?selected=${word === now}>${sayOf(name, word)}</option>`)}
      </select>
    </div>`
  }

  private check(label: string, checked: boolean, take: (on: boolean) => void) {
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${checked}
        @change=${(event: Event) => take((event.target as HTMLInputElement).checked)}
      /><span>${label}</span>
    </label>`
  }

  private areas(
    label: 'form.focus' | 'form.voteBlocks',
    chosen: readonly Area[],
    take: (areas: readonly Area[]) => void,
  ) {
    return html`<fieldset>
      <legend>${say(label)}</legend>
      <p class="hint">${say(`${label}.none`)}</p>
      <div class="areas">
        ${AREAS.map(area =>
          this.check(say(`area.${area}`), chosen.includes(area), on =>
            take(on ? [...chosen, area] : chosen.filter(each => each !== area)),
          ),
        )}
      </div>
    </fieldset>`
  }

  private rights(rights: Rights) {
    const preset = presetOf(rights)
    return html`<fieldset>
      <legend>${say('form.rights')}</legend>
      <select
        class="field"
        aria-label=${say('form.rights')}
        @change=${(event: Event) => this.change({ rights: PRESETS[valueOf(event) as Preset] })}
      >
        ${preset ? nothing : html`<option value="" selected disabled>${say('form.rights.mixed')}</option>`}
        ${PRESET_IDS.map(id => html`<option value=${id} ?selected=${id === preset}>${say(`form.rights.${id}`)}</option>`)}
      </select>
      <details ?open=${!preset}>
        <summary>${say('form.rights.each')}</summary>
        ${ASKED.map(right => this.right(right, rights))}
      </details>
    </fieldset>`
  }

  private right(right: (typeof ASKED)[number], rights: Rights) {
    const extents: readonly Extent[] = isYesOrNo(right) ? ['none', 'all'] : EXTENTS
    const now = isYesOrNo(right) && rights[right] === 'own' ? 'all' : rights[right]
    return html`<div class="beside">
      <label for="right-${right}">${say(`right.${right}`)}</label>
      <select
        id="right-${right}"
        class="field"
        @change=${(event: Event) => this.change({ rights: { ...rights, [right]: valueOf(event) as Extent } })}
      >
        ${extents.map(
          extent =>
            html`<option value=${extent} ?selected=${extent === now}>
              ${say(isYesOrNo(right) ? `extent.${extent === 'none' ? 'no' : 'yes'}` : `extent.${extent}`)}
            </option>`,
        )}
      </select>
    </div>`
  }

  private vote(vote: VoteSettings | null) {
    return html`<fieldset>
      <legend class="unseen">${say('form.vote')}</legend>
      ${this.check(say('form.vote'), vote !== null, on => this.change({ vote: on ? BLANK_VOTE : null }))}
      ${vote ? this.voteFields(vote) : nothing}
    </fieldset>`
  }

  private voteFields(vote: VoteSettings) {
    const change = (part: Partial<VoteSettings>) => {
      const next = { ...vote, ...part }
      const perBlock = next.perBlock === null ? null : Math.min(next.perBlock, next.dots)
      this.change({ vote: { ...next, perNote: Math.min(next.perNote, next.dots), perBlock } })
    }
    const upTo = { least: 1, most: vote.dots }
    return html`${this.number('dots', say('form.dots'), vote.dots, { least: 1, most: STEP_LIMITS.dots }, dots => change({ dots }))}
      ${this.number('perNote', say('form.perNote'), vote.perNote, upTo, perNote => change({ perNote }))}
      ${this.number('perBlock', say('form.perBlock'), vote.perBlock ?? 0, { least: 0, most: vote.dots }, perBlock =>
        change({ perBlock: perBlock === 0 ? null : perBlock }),
      )}
      ${this.areas('form.voteBlocks', vote.blocks, blocks => change({ blocks }))}
      ${this.check(say('form.live'), vote.live, live => change({ live }))}
      ${this.check(say('form.named'), vote.named, named => change({ named }))}
      ${this.check(say('form.shuffled'), vote.shuffled, shuffled => change({ shuffled }))}`
  }

  /** Keys of the board are not for fields; Escape goes back to the agenda. */
  private key(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.key === 'Escape') this.back()
  }

  /** What stands in a field is taken first. */
  private back(): void {
    const field = this.shadowRoot?.activeElement
    if (field instanceof HTMLElement) field.blur()
    this.dispatchEvent(new CustomEvent('nn-back'))
  }
}

const valueOf = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value

/** The words of a choice are in the table under its name. */
const sayOf = (name: 'visibility' | 'names' | 'overtime' | 'kind', word: string): string =>
  sayAny(`form.${name}.${word}` as WordKey)

declare global {
  interface HTMLElementTagNameMap {
    'nn-step-form': NnStepForm
  }
}
