/** Done with the step: one button, and how many are. It is there while a step runs, over the canvas and in the outline. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Context } from '../commands/command.ts'
import { runCommand } from '../commands/commands.ts'
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
  private readonly attendance = new Watch(this, () => this.context.editor.board.attendance)
  private readonly session = new Watch(this, () => this.context.editor.board.workshop.value.session)

  constructor() {
    super()
    new Watch(this, () => this.context.editor.board.workshop)
    new Watch(this, () => this.context.editor.board.attendance.readiness)
  }

  override render() {
    const { run } = this.session.value
    // A vote has its own.
    if (!run || run.plan.vote) return nothing
    const {
      me: {
        value: { id: me },
      },
      attendance,
    } = this.context.editor.board
    const isReady = this.attendance.value.find(({ person }) => person.id === me)?.ready === run.id
    const told = attendance.readiness.value
    const { ready, of } = told?.run === run.id ? told : { ready: 0, of: 0 }
    return html`<div class="both">
      ${of > 0 ? html`<output class="num">${say('ready.count', { ready, count: of })}</output>` : nothing}
      <button
        class="button"
        aria-pressed=${isReady}
        @click=${() => runCommand('session.ready', this.context)}
      >
        ${isReady ? icon('check', 'small') : nothing}${say(isReady ? 'ready.done' : 'command.ready')}
      </button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-ready': NnReady
  }
}
