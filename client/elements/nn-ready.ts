/** Done with the step: one button, and how many are. It is there while a step runs, over the canvas and in the outline; on a phone, which has no keys, with a hand. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Context } from '../commands/command.ts'
import { runCommand } from '../commands/commands.ts'
import type { Attending } from '../editor/board.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

@customElement('nn-ready')
export class NnReady extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .both {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 6px;
        padding-inline-start: 14px;
        border-radius: var(--r-float);
        background: var(--sheet);
        box-shadow: var(--float);
        pointer-events: auto;
      }
      .both:not(:has(output)) {
        padding-inline-start: 6px;
      }
      output {
        font: var(--t-small);
        color: var(--ink-2);
      }
      .button {
        min-height: 44px;
      }
      .hand,
      .alone {
        display: none;
      }
      .hand.up {
        background: var(--wash);
        color: var(--accent);
      }
      :host([flat]) .both {
        padding-block: 0 8px;
        padding-inline: 16px 8px;
        border-radius: 0;
        background: none;
        box-shadow: none;
      }
      :host([flat]) output {
        flex: 1;
      }
      @media (max-width: 640px) {
        .alone {
          display: flex;
        }
        .hand {
          display: grid;
          min-width: 44px;
          min-height: 44px;
        }
        .alone .hand {
          margin-inline-start: auto;
        }
      }
      .button[aria-pressed='true'] {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--sheet);
      }
      @media (forced-colors: active) {
        .both {
          border: 1px solid CanvasText;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare context: Context
  /** A row of what is around it, instead of lying over it. */
  @property({ type: Boolean, reflect: true }) flat = false
  private readonly attendance = new Watch(this, () => this.context.editor.board.attendance)
  private readonly session = new Watch(this, () => this.context.editor.board.workshop.value.session)

  constructor() {
    super()
    new Watch(this, () => this.context.editor.board.workshop)
    new Watch(this, () => this.context.editor.board.attendance.readiness)
  }

  override render() {
    const { run } = this.session.value
    if (!run) return nothing
    // A vote has its own.
    const isAsked = run.plan.vote === null
    return html`<div class="both ${isAsked ? '' : 'alone'}">${isAsked ? this.done(run.id) : nothing}${this.hand()}</div>`
  }

  private get mine(): Attending | undefined {
    const me = this.context.editor.board.me.value.id
    return this.attendance.value.find(({ person }) => person.id === me)
  }

  private done(run: string) {
    const isReady = this.mine?.ready === run
    const told = this.context.editor.board.attendance.readiness.value
    const { ready, of } = told?.run === run ? told : { ready: 0, of: 0 }
    return html`${of > 0 ? html`<output class="num">${say('ready.count', { ready, count: of })}</output>` : nothing}
      <button class="button" aria-pressed=${isReady} @click=${() => runCommand('session.ready', this.context)}>
        ${isReady ? icon('check', 'small') : nothing}${say(isReady ? 'ready.done' : 'command.ready')}
      </button>`
  }

  private hand() {
    const isUp = this.mine?.handAt !== undefined
    const label = say(isUp ? 'command.handDown' : 'command.hand')
    return html`<button
      class="tile hand ${isUp ? 'up' : ''}"
      aria-label=${label}
      @click=${() => runCommand('session.hand', this.context)}
    >
      ${icon('hand')}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-ready': NnReady
  }
}
