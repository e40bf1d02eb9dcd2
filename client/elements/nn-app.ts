/** The whole page: looks at the address and shows the first page, an invitation, a board, or why there is none. */
import type { PropertyValues } from 'lit'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { atLeast } from '../../shared/workshop/roles.ts'
import type { LanguageChoice, LanguageId } from '../words/languages.ts'
import type { Store } from '../base/store.ts'
import { say } from '../words/words.ts'
import type { Failure } from './nn-error.ts'
import './nn-error.ts'
import type { Desk, Opened } from './desk.ts'
import { keepMadeLinks } from './kept-links.ts'
import { nameHere } from './name-here.ts'
import { forgetBoard, rememberBoard } from './recent.ts'
import type { Invitation, MadeBoard, Problem, Refused, Server } from './server.ts'
import { base } from './theme/look.ts'

type View =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'first' }
  | { readonly kind: 'join'; readonly invitation: Invitation; readonly secret: string }
  | { readonly kind: 'board'; readonly desk: Desk; readonly greeting: string; readonly asksName: boolean }
  | { readonly kind: 'error'; readonly why: Failure }

type Why = Exclude<Failure['kind'], 'deleted'>

interface Opening {
  /** Said once, when the board stands. */
  readonly greeting?: string
  readonly asksName?: boolean
  /** Why there is no board, should this browser be a stranger there. */
  readonly otherwise: Why
}

/** Who waits to be let in asks so often. */
const WAIT_MS = 2_000

/** The first page and the door of a board. Who comes back to a board needs neither. False when they could not be loaded. */
const bringFront = (): Promise<boolean> =>
  import('./front.ts').then(
    () => true,
    () => false,
  )

const BOARD_PATH = /^\/b\/([\w-]{1,64})\/?$/
/** As the server makes them: 128 bits. */
const SECRET = /^[\w-]{22}$/

const FAILURES: Readonly<Partial<Record<Problem, Why>>> = { tooMany: 'tooMany', unreachable: 'unreachable' }

/** A link that opens nothing does not lock out who came in before: of these problems only a stranger is told. */
const OF_THE_LINK: Readonly<Partial<Record<Problem, Why>>> = {
  notFound: 'link',
  expired: 'expired',
  replaced: 'replaced',
  revoked: 'revoked',
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
  @property({ attribute: false }) declare store: Store
  /** Opens what the page shows of a board; `main.ts` knows how. */
  @property({ attribute: false }) declare enter: (board: string) => Promise<Opened>
  /** Brings what a board needs while somebody still writes their name. */
  @property({ attribute: false }) declare prepare: () => void
  /** Takes a board off this device. */
  @property({ attribute: false }) declare forget: (board: string) => Promise<void>
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
          .store=${this.store}
          .forget=${this.forget}
          @nn-made=${(event: CustomEvent<MadeBoard>) => this.enterMade(event.detail)}
          @nn-go=${(event: CustomEvent<string>) => this.go(event.detail)}
        ></nn-first>`
      case 'join':
        return html`<nn-join
          .server=${this.server}
          .language=${this.language.current}
          @nn-language=${this.turn}
          .store=${this.store}
          .invitation=${view.invitation}
          .secret=${view.secret}
          @nn-joined=${() => this.openBoard(view.invitation.board, { otherwise: 'cookies' })}
        ></nn-join>`
      case 'board':
        return html`<nn-board
          .desk=${view.desk}
          .greeting=${view.greeting}
          ?asksName=${view.asksName}
          @nn-deleted=${this.route}
        ></nn-board>`
      case 'error':
        return html`<nn-error .why=${view.why} @nn-again=${this.route}></nn-error>`
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
      const isFirst = location.pathname === '/'
      const hasFront = !isFirst || (await bringFront())
      if (visit !== this.visit) return
      if (!hasFront) this.view = { kind: 'error', why: { kind: 'unreachable' } }
      else this.view = isFirst ? { kind: 'first' } : { kind: 'error', why: { kind: 'page' } }
      return
    }
    void import('./nn-board.ts')
    if (!SECRET.test(secret)) return this.openBoard(id, { otherwise: secret ? 'half' : 'bare' })
    // Asked for with the answer, and light: who is invited waits for neither after the other.
    const door = bringFront()
    const answer = await this.server.invitation(id, secret)
    const hasDoor = await door
    if (visit !== this.visit) return
    if (answer.ok && !hasDoor) {
      this.view = { kind: 'error', why: { kind: 'unreachable' } }
      return
    }
    if (answer.ok) return this.invited(answer.value, secret)
    const otherwise = answer.problem === 'deleted' ? undefined : OF_THE_LINK[answer.problem]
    if (otherwise) return this.openBoard(id, { otherwise })
    this.view = { kind: 'error', why: this.failureOf(answer, id, secret) }
  }

  private async invited(invitation: Invitation, secret: string): Promise<void> {
    const { visit } = this
    const { board, member, personal, role, owner } = invitation
    if (!member || (personal && personal.id !== member.id)) {
      this.view = { kind: 'join', invitation, secret }
      void this.updateComplete.then(() => this.prepare())
      return
    }
    if (atLeast(member.role, role) && !owner) return this.openBoard(board, { otherwise: 'link' })
    // Two links of one board in one browser: the higher role holds, and that is said.
    const joined = await this.server.join(board, { secret, name: member.name, color: member.color })
    const isRaised = joined.ok && joined.value.role !== member.role
    const greeting = isRaised ? say('news.role', { role: say(`role.${role}`) }) : ''
    if (visit === this.visit) await this.openBoard(board, { greeting, otherwise: 'link' })
  }

  /** Whoever made a board goes straight onto it; a name can wait. */
  private async enterMade(made: MadeBoard): Promise<void> {
    const visit = ++this.visit
    const { board, links } = made
    keepMadeLinks(this.store, made)
    history.pushState(null, '', `/b/${board}`)
    const name = nameHere(this.store)
    const secret = new URL(links.owner).hash.slice(1)
    const joined = await this.server.join(board, { secret, name: name || say('first.guest') })
    if (visit !== this.visit) return
    if (joined.ok) return this.openBoard(board, { asksName: !name, otherwise: 'cookies' })
    history.replaceState(null, '', `/b/${board}#${secret}`)
    void this.route()
  }

  private failureOf(refused: Refused, id: string, secret?: string): Failure {
    if (refused.problem !== 'deleted') return { kind: FAILURES[refused.problem] ?? 'failed' }
    const takeBack = async () => (await this.server.undeleteBoard(id, secret)).ok
    return { kind: 'deleted', goneAt: refused.goneAt, takeBack: refused.owner ? takeBack : undefined }
  }

  private async openBoard(id: string, { otherwise, greeting = '', asksName = false }: Opening): Promise<void> {
    const { visit } = this
    const [opened] = await Promise.all([this.enter(id), import('./nn-board.ts')])
    if (visit !== this.visit) {
      if (opened.kind === 'desk') opened.desk.close()
      return
    }
    if (opened.kind === 'deleted') {
      this.view = { kind: 'error', why: this.failureOf({ ok: false, problem: 'deleted', ...opened }, id) }
      return
    }
    if (opened.kind === 'waiting') return this.wait(() => this.openBoard(id, { otherwise, greeting, asksName }))
    if (opened.kind !== 'desk') {
      if (opened.kind === 'stranger') forgetBoard(this.store, id)
      const kind = opened.kind === 'stranger' ? otherwise : 'unreachable'
      this.view = { kind: 'error', why: { kind } }
      return
    }
    // The secret has done its work: it is not left where a shared screen or a copied address would give it away.
    history.replaceState(history.state, '', location.pathname + location.search)
    rememberBoard(this.store, { id, title: opened.desk.title, at: Date.now() })
    this.view = { kind: 'board', desk: opened.desk, greeting, asksName }
  }

  /** Shown until a facilitator lets us in; then the board opens by itself. */
  private wait(again: () => Promise<void>): void {
    const { view, visit } = this
    if (view.kind !== 'error' || view.why.kind !== 'waiting') this.view = { kind: 'error', why: { kind: 'waiting' } }
    setTimeout(() => {
      if (visit === this.visit) void again()
    }, WAIT_MS)
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
