/** Makes this board once more, for another team or another day, and shows the way to it. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { LIMITS } from '../../shared/canvas/schema.ts'
import { say } from '../words/words.ts'
import { choicesLook } from './choices-look.ts'
import { copyText } from './copy.ts'
import type { Desk } from './desk.ts'
import { icon } from './icons.ts'
import { keepMadeLinks } from './kept-links.ts'
import './nn-dialog.ts'
import { isApple } from './pointer.ts'
import type { MadeBoard, Refused } from './server.ts'
import { base, controls } from './theme/look.ts'

interface Made {
  readonly title: string
  /** Where it is, for whoever made it. */
  readonly address: string
  /** The link for participants. */
  readonly link: string
}

@customElement('nn-board-copy')
export class NnBoardCopy extends LitElement {
  static override styles = [
    base,
    controls,
    choicesLook,
    css`
      .title {
        display: grid;
        gap: 4px;
        padding-bottom: 18px;
        font-weight: 620;
      }
      .title .field {
        font-weight: 400;
      }
      .link {
        width: 100%;
        margin-top: 12px;
        font: var(--t-small);
      }
      .made {
        padding-bottom: 16px;
      }
    `,
  ]

  @property({ attribute: false }) declare desk: Desk
  @property() boardName = ''
  @state() private made: Made | undefined
  @state() private making = false
  @state() private problem = ''
  /** What became of copying the link. */
  @state() private copied = ''
  @query('input.field') declare private readonly field: HTMLInputElement
  @query('input[type="checkbox"]') declare private readonly notes: HTMLInputElement

  override render() {
    return html`<nn-dialog open .heading=${say('command.copyBoard')} .sentence=${say('copyBoard.sentence')}>
      ${this.made ? this.way(this.made) : this.form()}
    </nn-dialog>`
  }

  private form() {
    return html`<form @submit=${this.make}>
      <label class="title">
        ${say('copyBoard.title')}
        <input
          class="field"
          dir="auto"
          autocomplete="off"
          autofocus
          maxlength=${LIMITS.shortText}
          .value=${this.boardName}
          @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
        />
      </label>
      <fieldset>
        <label class="choice">
          <input type="checkbox" checked />
          <b>${say('copyBoard.notes')}</b>
          <span class="is">${say('copyBoard.notes.is')}</span>
        </label>
      </fieldset>
      <p class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
      <button class="button primary" aria-disabled=${this.making ? 'true' : nothing}>${say('copyBoard.make')}</button>
    </form>`
  }

  private way({ title, address, link }: Made) {
    return html`<p class="made" role="status">${say('copyBoard.made', { title })}</p>
      <div class="last">
        <a class="button primary" href=${address} target="_blank" rel="noopener">${say('copyBoard.open', { title })}</a>
        <button class="button" @click=${() => this.copy(link)}>${icon('copy', 'small')}${say('copyBoard.copy')}</button>
        <span class="soft" role="status">${this.copied}</span>
      </div>
      <input
        class="field link"
        readonly
        dir="ltr"
        aria-label=${say('share.link.participant')}
        .value=${link}
        @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
      />`
  }

  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (this.making) return
    this.making = true
    this.problem = ''
    const title = this.field.value.trim() || this.boardName
    const { editor, server, store } = this.desk
    const answer = await server.duplicateBoard(editor.board.id, { title, notes: this.notes.checked })
    if (answer.ok) {
      keepMadeLinks(store, answer.value)
      this.made = { title, address: await this.enters(answer.value), link: answer.value.links.participant }
      await this.updateComplete
      this.renderRoot.querySelector('a')?.focus()
    } else this.problem = problemOf(answer)
    this.making = false
  }

  /** Whoever makes a board is on it, under the name they have here; else its owner's link leads there. */
  private async enters({ board, links }: MadeBoard): Promise<string> {
    const { name, color } = this.desk.editor.board.me.value
    const secret = new URL(links.owner).hash.slice(1)
    const joined = await this.desk.server.join(board, { secret, name, color })
    return joined.ok ? `/b/${board}` : links.owner
  }

  private async copy(link: string): Promise<void> {
    const field = this.renderRoot.querySelector<HTMLInputElement>('.link') ?? undefined
    const isCopied = await copyText(link, field)
    this.copied = isCopied
      ? say('share.copied', { link: say('share.link.participant') })
      : say('share.select', { keys: isApple ? '⌘ C' : 'Ctrl C' })
  }
}

function problemOf({ problem }: Refused): string {
  if (problem === 'operatorOnly') return say('copyBoard.operatorOnly')
  return problem === 'tooMany' || problem === 'unreachable' ? say(`first.${problem}`) : say('first.failed')
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-board-copy': NnBoardCopy
  }
}
