/** The running step for whoever works in it: what to do, what one may do, and the questions that help. On a phone it folds. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Area } from '../../shared/canvas/blocks.ts'
import { effectiveRights } from '../../shared/workshop/rights.ts'
import type { StepPlan } from '../../shared/workshop/step.ts'
import type { Context } from '../commands/command.ts'
import { showArea } from '../commands/show.ts'
import type { Session } from '../editor/workshop.ts'
import { allowanceOf } from '../words/allowances.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import './nn-ready.ts'
import './nn-warm-up.ts'
import { richLook } from './rich-look.ts'
import { richText } from './rich-text.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

@customElement('nn-step')
export class NnStep extends LitElement {
  static override styles = [
    base,
    controls,
    richLook,
    css`
      .body {
        display: grid;
        gap: 16px;
        padding: 20px;
      }
      .place {
        color: var(--ink-2);
      }
      h2 {
        font: var(--t-sub);
        letter-spacing: -0.012em;
        overflow-wrap: anywhere;
      }
      .what {
        margin-top: 6px;
        color: var(--ink-2);
      }
      .may {
        padding-top: 14px;
        border-top: 1px solid var(--line);
      }
      .questions {
        padding-top: 14px;
        border-top: 1px solid var(--line);
      }
      .questions li {
        margin-top: 6px;
      }
      .area {
        min-height: 28px;
        margin-inline: -4px;
        padding: 0 4px;
        border-radius: var(--r-control);
        font-weight: 620;
        text-decoration: underline;
        text-decoration-color: var(--line-2);
        text-underline-offset: 3px;
      }
      :host([folds]) {
        border-bottom: 1px solid var(--line-2);
        background: var(--desk);
      }
      :host([folds]) .body {
        gap: 10px;
        max-height: 40dvh;
        padding: 4px 16px 12px;
        overflow: auto;
        font-size: 15px;
        line-height: 21px;
      }
      .fold {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: 44px;
        padding: 0 16px;
        outline-offset: -3px;
      }
      .fold b {
        flex: 1;
        min-width: 0;
        font-weight: 620;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .fold .place {
        white-space: nowrap;
      }
      @media (pointer: coarse) {
        .area {
          min-height: 44px;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare context: Context
  /** One line that opens, above everything. */
  @property({ type: Boolean, reflect: true }) folds = false
  @state() private folded = false

  private readonly run = new Watch(this, () => this.session.run)
  private readonly me = new Watch(this, () => this.context.editor.board.me)

  constructor() {
    super()
    new Watch(this, () => this.session.steps)
  }

  override render() {
    const plan = this.run.value?.plan
    if (!plan) return nothing
    return this.folds ? this.folding(plan) : html`<div class="body">${this.heading(plan)} ${this.rest(plan)}</div>`
  }

  private get session(): Session {
    return this.context.editor.session
  }

  private get place() {
    const place = this.session.numberOf(this.run.value?.step ?? null)
    return place ? html`<span class="place num">${say('step.place', place)}</span>` : nothing
  }

  private heading(plan: StepPlan) {
    return html`<div>
      ${this.place}
      <h2 dir="auto">${plan.title || say('step.untitled')}</h2>
      <div class="what">${richText(plan.instruction)}</div>
    </div>`
  }

  private folding(plan: StepPlan) {
    return html`<section aria-label=${say('step.running')}>
      <button
        class="fold"
        aria-expanded=${!this.folded}
        @click=${() => {
          this.folded = !this.folded
        }}
      >
        ${this.place}<b dir="auto">${plan.title || say('step.untitled')}</b>
        ${icon(this.folded ? 'chevron-down' : 'chevron-up', 'small')}
      </button>
      ${this.folded ? nothing : html`<div class="body"><div>${richText(plan.instruction)}</div>${this.rest(plan)}</div>`}
      <nn-ready flat .context=${this.context}></nn-ready>
    </section>`
  }

  private rest(plan: StepPlan) {
    return html`${plan.kind === 'warmUp' ? html`<nn-warm-up .editor=${this.context.editor}></nn-warm-up>` : nothing}
      <p class="may soft">${allowanceOf(effectiveRights(this.me.value.role, plan.rights))}</p>
      ${plan.questions && plan.focus.length > 0 && !this.folds ? this.questions(plan.focus) : nothing}`
  }

  private questions(areas: readonly Area[]) {
    return html`<div class="questions">
      <h3 class="unseen">${say('step.questions')}</h3>
      <ul>
        ${areas.map(
          area => html`<li>
            <button class="area" @click=${() => showArea(this.context, area)}>${say(`area.${area}`)}</button>
            <p class="soft">${say(`question.${area}`)}</p>
          </li>`,
        )}
      </ul>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-step': NnStep
  }
}
