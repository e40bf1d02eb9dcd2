/** Whoever made a board is on it at once, as a guest: a quiet line asks for the name, and goes when there is something better to do. */
import type { PropertyValues } from 'lit'
import { css, html, LitElement } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Watchable } from '../../shared/base/observable.ts'
import type { Store } from '../base/store.ts'
import type { Board } from '../editor/board.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import { keepName, LONGEST_NAME } from './name-here.ts'
import type { Server } from './server.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

@customElement('nn-naming')
export class NnNaming extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        min-height: 44px;
        padding-block: 4px;
        padding-inline: 16px 8px;
        border-bottom: 1px solid var(--line);
        background: var(--panel);
      }
      label {
        color: var(--ink-2);
      }
      .field {
        flex: 0 1 200px;
        min-width: 0;
        min-height: 30px;
        padding: 0 10px;
      }
      .tile {
        margin-inline-start: auto;
      }
      .problem {
        color: var(--alarm);
        font-weight: 560;
      }
    `,
  ]

  @property({ attribute: false }) declare board: Board
  @property({ attribute: false }) declare server: Server
  @property({ attribute: false }) declare store: Store
  /** The note that is being written, if one is. */
  @property({ attribute: false }) declare writing: Watchable<unknown>
  @state() private problem = ''
  @query('input') declare private readonly field: HTMLInputElement
  private readonly me = new Watch(this, () => this.board.me)

  constructor() {
    super()
    new Watch(this, () => this.writing)
  }

  override willUpdate(_changed: PropertyValues): void {
    if (this.writing.value) this.close()
  }

  override render() {
    return html`<form @submit=${this.keep} @keydown=${this.key}>
      <label for="name">${say('naming.sentence', { name: this.me.value.name })}</label>
      <input
        id="name"
        class="field"
        autocomplete="name"
        autocapitalize="words"
        spellcheck="false"
        maxlength=${LONGEST_NAME}
        placeholder=${say('naming.label')}
        aria-label=${say('naming.label')}
      />
      <button class="button small" type="submit">${say('naming.keep')}</button>
      <span class="problem" role="alert">${this.problem}</span>
      <button class="tile small" type="button" aria-label=${say('page.close')} @click=${this.close}>
        ${icon('x', 'small')}
      </button>
    </form>`
  }

  /** Elsewhere Escape is a command of the board. */
  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.isComposing) this.close()
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('nn-close'))
  }

  private async keep(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const name = this.field.value.trim()
    if (!name) return this.close()
    const { board } = this
    const answer = await this.server.changePerson(board.id, board.me.value.id, { name })
    if (!answer.ok) {
      this.problem = say('naming.failed')
      return
    }
    keepName(this.store, name)
    this.close()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-naming': NnNaming
  }
}
