/** The whole page: looks at the address and shows the first page, an invitation, a board, or why there is none. */
import type { PropertyValues } from 'lit'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { atLeast } from '../../shared/workshop/roles.ts'
import type { LanguageChoice, LanguageId } from '../words/languages.ts'
import { say } from '../words/words.ts'
import type { Failure } from './nn-error.ts'
import './nn-error.ts'
import './nn-join.ts'
import type { Desk, Opened } from './desk.ts'
import { forgetBoard, rememberBoard } from './recent.ts'
import type { Invitation, Problem, Server } from './server.ts'
import { base } from './theme/look.ts'

type View =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'first' }
  | { readonly kind: 'join'; readonly invitation: Invitation; readonly secret: string }
  | { readonly kind: 'board'; readonly desk: Desk; readonly greeting: string }
  | { readonly kind: 'error'; readonly why: Failure; readonly again?: () => void }

const BOARD_PATH = /^\/b\/([\w-]{1,64})\/?$/

const FAILURES: Readonly<Record<Problem, Failure>> = {
  notFound: 'link',
  forbidden: 'link',
  tooMany: 'failed',
  unreachable: 'unreachable',
  failed: 'failed',
}

@customElement('nn-app')
export class NnApp extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        height: 100dvh;
      }
      :host > * {
        height: 100%;
      }
    `,
  ]

  @property({ attribute: false }) declare server: Server
  @property({ attribute: false }) declare language: LanguageChoice
  /** Opens what the page shows of a board; `main.ts` knows how. */
  @property({ attribute: false }) declare enter: (board: string) => Promise<Opened>
  @state() private view: View = { kind: 'nothing' }
  /** Counts the addresses that were gone to, so that a late answer to an earlier one is not shown. */
  private visit = 0

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('popstate', this.route)
    window.addEventListener('hashchange', this.route)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('popstate', this.route)
    window.removeEventListener('hashchange', this.route)
  }

  override firstUpdated(): void {
    void this.route()
  }

  override updated(changed: PropertyValues): void {
    if (!changed.has('view')) return
    const title = this.view.kind === 'join' ? this.view.invitation.title : ''
    if (this.view.kind !== 'board') document.title = title ? `${title} · ${say('page.nonagon')}` : say('page.nonagon')
  }

  override render() {
    const { view } = this
    switch (view.kind) {
      case 'nothing':
        return nothing
      case 'first':
        return html`<nn-first
          .server=${this.server}
          .language=${this.language.current}
          @nn-language=${this.turn}
          @nn-go=${(event: CustomEvent<string>) => this.go(event.detail)}
        ></nn-first>`
      case 'join':
        return html`<nn-join
          .server=${this.server}
          .language=${this.language.current}
          @nn-language=${this.turn}
          .invitation=${view.invitation}
          .secret=${view.secret}
          @nn-joined=${() => this.openBoard(view.invitation.board)}
        ></nn-join>`
      case 'board':
        return html`<nn-board .desk=${view.desk} .greeting=${view.greeting}></nn-board>`
      case 'error':
        return html`<nn-error .why=${view.why} @nn-again=${view.again ?? this.route}></nn-error>`
    }
  }

  private turn(event: CustomEvent<LanguageId>): void {
    this.language.choose(event.detail)
  }

  private go(address: string): void {
    history.pushState(null, '', address)
    void this.route()
  }

  private readonly route = async (): Promise<void> => {
    const visit = ++this.visit
    this.leave()
    const id = BOARD_PATH.exec(location.pathname)?.[1]
    const secret = location.hash.slice(1)
    if (!id) {
      if (location.pathname === '/') await import('./nn-first.ts')
      if (visit === this.visit)
        this.view = location.pathname === '/' ? { kind: 'first' } : { kind: 'error', why: 'page' }
      return
    }
    void import('./nn-board.ts')
    if (!secret) return this.openBoard(id)
    const answer = await this.server.invitation(id, secret)
    if (visit !== this.visit) return
    if (!answer.ok) {
      // A link that was revoked does not lock out who came in by it before.
      if (answer.problem === 'notFound') return this.openBoard(id)
      this.view = { kind: 'error', why: FAILURES[answer.problem] }
      return
    }
    const { member, role } = answer.value
    if (!member) {
      this.view = { kind: 'join', invitation: answer.value, secret }
      return
    }
    if (atLeast(member.role, role)) return this.openBoard(id)
    // Two links of one board in one browser: the higher role holds, and that is said.
    const joined = await this.server.join(id, { secret, name: member.name, color: member.color })
    const greeting = joined.ok ? say('news.role', { role: say(`role.${role}`) }) : ''
    if (visit === this.visit) await this.openBoard(id, greeting)
  }

  private async openBoard(id: string, greeting = ''): Promise<void> {
    const visit = this.visit
    const [opened] = await Promise.all([this.enter(id), import('./nn-board.ts')])
    if (visit !== this.visit) {
      if (opened.kind === 'desk') opened.desk.close()
      return
    }
    if (opened.kind !== 'desk') {
      if (opened.kind === 'stranger') forgetBoard(localStorage, id)
      const why = opened.kind === 'stranger' ? 'link' : 'unreachable'
      this.view = { kind: 'error', why, again: () => void this.openBoard(id) }
      return
    }
    // The secret has done its work: it is not left where a shared screen or a copied address would give it away.
    history.replaceState(history.state, '', location.pathname + location.search)
    rememberBoard(localStorage, { id, title: opened.desk.title, at: Date.now() })
    this.view = { kind: 'board', desk: opened.desk, greeting }
  }

  private leave(): void {
    if (this.view.kind === 'board') this.view.desk.close()
    this.view = { kind: 'nothing' }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-app': NnApp
  }
}
