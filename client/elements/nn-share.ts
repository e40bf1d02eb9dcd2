/** Share: a link for each role. The server keeps only what a link hashes to, so a link is made on asking and shown once. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Role } from '../../shared/workshop/roles.ts'
import { say } from '../words/words.ts'
import { copyText } from './copy.ts'
import { icon } from './icons.ts'
import './nn-dialog.ts'
import { isApple } from './pointer.ts'
import type { Server, ShareLink } from './server.ts'
import { base, controls } from './theme/look.ts'

const ORDER: readonly Role[] = ['participant', 'commenter', 'observer', 'facilitator']

@customElement('nn-share')
export class NnShare extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      nn-dialog {
        --dialog-width: 580px;
      }
      .row {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 4px 16px;
        padding: 13px 0;
        border-top: 1px solid var(--line);
      }
      b {
        font-weight: 620;
      }
      .joined {
        /* Letters of its neighbour must not join to it. */
        display: inline-block;
        margin-inline-start: 8px;
        font: var(--t-small);
        color: var(--ink-3);
      }
      .may {
        max-width: 320px;
      }
      .url {
        grid-column: 1 / -1;
        display: flex;
        align-items: center;
        gap: 8px;
        margin-top: 6px;
      }
      .url input {
        flex: 1;
        min-width: 0;
        font: var(--t-small);
        font-variant-numeric: tabular-nums;
      }
      .hint {
        grid-column: 1 / -1;
        font: var(--t-small);
      }
      .once {
        display: flex;
        gap: 8px;
        padding-top: 14px;
        border-top: 1px solid var(--line);
        font: var(--t-small);
        color: var(--ink-2);
      }
      .problem {
        color: var(--alarm);
        font-weight: 560;
        padding-bottom: 12px;
      }
    `,
  ]

  @property() board = ''
  @property({ attribute: false }) declare server: Server
  @state() private made: Partial<Record<Role, string>> = {}
  @state() private links: readonly ShareLink[] = []
  @state() private hint: { readonly role: Role; readonly text: string } | undefined
  @state() private problem = ''

  override firstUpdated(): void {
    void this.count()
  }

  override render() {
    return html`<nn-dialog open .heading=${say('share.title')} .sentence=${say('share.sentence')}>
      ${ORDER.map(role => this.row(role))}
      <p class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
      <p class="once">${icon('link', 'small')}${say('share.once')}</p>
    </nn-dialog>`
  }

  private row(role: Role) {
    const url = this.made[role]
    const primary = role === 'participant' ? 'primary' : ''
    const joined = this.links.filter(link => link.role === role).reduce((sum, link) => sum + link.people, 0)
    const name = say(`role.${role}`)
    return html`<div class="row" role="group" aria-label=${name}>
      <div>
        <b>${name}</b
        ><span class="joined num">${joined > 0 ? say('share.joined', { count: joined }) : say('share.nobody')}</span>
        <p class="may soft">${say(`role.${role}.may`)}</p>
      </div>
      ${
        url
          ? html`<button class="button small ${primary}" @click=${() => this.copy(role, url)}>
              ${icon('copy', 'small')}${say('share.copy')}
            </button>`
          : html`<button
              class="button small ${primary}"
              aria-label=${say('share.make', { role: name })}
              @click=${() => this.make(role)}
            >
              ${icon('link', 'small')}${say('share.makeShort')}
            </button>`
      }
      ${
        url
          ? html`<span class="url"
              ><input
                class="field"
                id=${role}
                readonly
                dir="ltr"
                aria-label=${say('share.url', { role: name })}
                .value=${url}
                @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
            /></span>`
          : nothing
      }
      <p class="hint soft" role="status" ?hidden=${this.hint?.role !== role}>${this.hint?.text}</p>
    </div>`
  }

  private async count(): Promise<void> {
    const answer = await this.server.links(this.board)
    if (answer.ok) this.links = answer.value
  }

  private async make(role: Role): Promise<void> {
    const answer = await this.server.makeLink(this.board, role)
    this.problem = answer.ok ? '' : say('share.failed')
    if (!answer.ok) return
    this.made = { ...this.made, [role]: answer.value.url }
    await this.updateComplete
    await this.copy(role, answer.value.url)
  }

  private async copy(role: Role, url: string): Promise<void> {
    const field = this.renderRoot.querySelector<HTMLInputElement>(`#${role}`) ?? undefined
    const copied = await copyText(url, field)
    const text = copied ? say('share.copied') : say('share.select', { keys: isApple ? '⌘ C' : 'Ctrl C' })
    this.hint = { role, text }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-share': NnShare
  }
}
