/** The rail: tools, undo and redo, drawn from the table of commands. One stop for Tab, arrows inside. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Command, Context } from '../commands/command.ts'
import { commandNamed, commandsOf, readinessOf, runCommand, titleOf } from '../commands/commands.ts'
import { keysOf } from '../commands/keymap.ts'
import { isTakenAway } from '../editor/workshop.ts'
import { sentenceOf } from '../words/sayings.ts'
import { say } from '../words/words.ts'
import { icon, isIcon } from './icons.ts'
import { isApple } from './pointer.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'
import { wayOf } from './way.ts'

const AT_THE_END = ['board.palette', 'board.keys'] as const

@customElement('nn-rail')
export class NnRail extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        min-height: 0;
      }
      .bar {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: 4px;
        height: 100%;
        padding: 12px 0;
        overflow: auto;
        scrollbar-width: none;
      }
      hr {
        width: 20px;
        margin: 6px 0;
        border: 0;
        border-top: 1px solid var(--line-2);
      }
      .grow {
        flex: 1;
      }
      @media not (forced-colors: active) {
        .tile.denied {
          opacity: 0.3;
        }
      }
      @media (max-width: 1023px) {
        .bar {
          flex-direction: row;
          justify-content: safe center;
          height: auto;
          padding: 6px 8px calc(6px + env(safe-area-inset-bottom));
          border-top: 1px solid var(--line-2);
        }
        hr {
          width: 0;
          height: 20px;
          margin: 0 6px;
          border-top: 0;
          border-inline-start: 1px solid var(--line-2);
        }
        .grow {
          display: none;
        }
      }
      @media (max-width: 640px) {
        .bar {
          gap: 0;
          padding-inline: 4px;
        }
        hr {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare context: Context
  private readonly tool = new Watch(this, () => this.context.editor.tool)

  constructor() {
    super()
    new Watch(this, () => this.context.editor.board.rights)
    new Watch(this, () => this.context.editor.board.history)
    new Watch(this, () => this.context.editor.board.history.value)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.role = 'navigation'
    this.ariaLabel = say('rail.label')
  }

  override render() {
    return html`<div
      class="bar"
      role="toolbar"
      aria-label=${say('rail.label')}
      aria-orientation="vertical"
      @keydown=${this.key}
    >
      ${commandsOf('tools').map(command => this.tile(command))}
      <hr />
      ${commandsOf('history').map(command => this.tile(command))}
      <span class="grow"></span>
      ${AT_THE_END.map(id => this.tile(commandNamed(id)))}
    </div>`
  }

  private tile(command: Command | undefined) {
    if (!command?.icon || !isIcon(command.icon)) return nothing
    const state = readinessOf(command, this.context)
    // What the running step does not allow is not shown; what a role never may is there, with the reason.
    if (state.kind === 'denied' && isTakenAway(this.context.editor, state.right)) return nothing
    const name = titleOf(command)
    const [keys = []] = keysOf(command, { apple: isApple })
    const isTool = command.group === 'tools'
    const chosen = isTool && command.id === `tool.${this.tool.value}`
    const tip =
      state.kind === 'denied' ? sentenceOf({ ...state, kind: 'notAllowed' }) : [name, keys.join(' ')].join('  ')
    return html`<button
      class="tile ${state.kind}"
      tabindex=${chosen ? 0 : -1}
      aria-label=${name}
      aria-pressed=${isTool ? chosen : nothing}
      aria-disabled=${state.kind === 'ready' ? nothing : 'true'}
      data-tip=${tip}
      data-tip-side="end"
      @click=${() => runCommand(command.id, this.context)}
    >
      ${icon(command.icon)}
    </button>`
  }

  private key(event: KeyboardEvent): void {
    const way = wayOf(event, this, { across: true })
    if (way === 0) return
    event.preventDefault()
    event.stopPropagation()
    const tiles = [...this.renderRoot.querySelectorAll('button')]
    const at = tiles.findIndex(tile => tile === this.shadowRoot?.activeElement)
    tiles[(at + way + tiles.length) % tiles.length]?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-rail': NnRail
  }
}
