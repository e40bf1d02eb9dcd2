/** Share: a link for each role, the code for the room, and what may be done about a link that is out. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Store } from '../base/store.ts'
import type { Board } from '../editor/board.ts'
import { say } from '../words/words.ts'
import { copyText } from './copy.ts'
import { momentOf } from './dates.ts'
import { icon } from './icons.ts'
import type { KeptLink, LinkKind } from './kept-links.ts'
import { keepLinks, keptLinks, kindOf, named } from './kept-links.ts'
import './nn-delete-board.ts'
import './nn-dialog.ts'
import './nn-link-label.ts'
import './nn-link-qr.ts'
import './nn-link-revoke.ts'
import type { Entry } from './nn-menu-list.ts'
import { RULE } from './nn-menu-list.ts'
import './nn-menu.ts'
import './nn-room-code.ts'
import { isApple } from './pointer.ts'
import type { Answer, Problem, Server, ShareLink } from './server.ts'
import { shareLook } from './share-look.ts'
import type { KindRow, OtherRow } from './share-rows.ts'
import { isOver, rowsOf } from './share-rows.ts'
import { base, controls } from './theme/look.ts'

const HOUR_MS = 3_600_000

const EXPIRIES = [
  ['hour', HOUR_MS],
  ['day', 24 * HOUR_MS],
  ['week', 7 * 24 * HOUR_MS],
  ['never', null],
] as const

/** What lies over the dialog. */
type Asked =
  | { readonly kind: 'qr'; readonly url: string; readonly name: string }
  | { readonly kind: 'label' | 'revoke'; readonly link: ShareLink }
  | { readonly kind: 'delete' }

/** Where something is said: at a row of a kind, or at a link below. */
interface Hint {
  readonly at: string
  readonly text: string
  /** To be copied by hand. */
  readonly url?: string
}

const nameOf = (kind: LinkKind): string => say(kind === 'owner' ? 'share.owner' : `role.${kind}`)
const mayOf = (kind: LinkKind): string => say(kind === 'owner' ? 'share.owner.may' : `role.${kind}.may`)

@customElement('nn-share')
export class NnShare extends LitElement {
  static override styles = [base, controls, shareLook]

  @property({ attribute: false }) declare board: Board
  @property({ attribute: false }) declare server: Server
  @property({ attribute: false }) declare store: Store
  @property() boardName = ''
  /** The board is mine to delete, and to make others owners of. */
  @property({ type: Boolean }) owner = false
  @state() private links: readonly ShareLink[] = []
  @state() private kept: readonly KeptLink[] = []
  @state() private hint: Hint | undefined
  @state() private problem = ''
  @state() private asked: Asked | undefined

  override firstUpdated(): void {
    void this.look()
  }

  override render() {
    const { kinds, others } = rowsOf(this.links, this.kept, this.board.now())
    return html`<nn-dialog open split .heading=${say('share.title')} .sentence=${say('share.sentence')}>
        <p class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
        ${kinds.filter(({ kind }) => kind !== 'owner' || this.owner).map(row => this.kindRow(row))}
        <p class="lost">${icon('rotate-ccw', 'small')}${say('share.lost')}</p>
        ${
          others.length > 0
            ? html`<h3>${say('share.others')}</h3>
                ${others.map(row => this.otherRow(row))}`
            : nothing
        }
        ${
          this.owner
            ? html`<p class="end">
                <button class="button quiet small" @click=${() => this.ask({ kind: 'delete' })}>
                  ${say('delete.open')}
                </button>
              </p>`
            : nothing
        }
        <nn-room-code slot="side" .board=${this.board} .server=${this.server} .boardName=${this.boardName}></nn-room-code>
      </nn-dialog>
      ${this.over()}`
  }

  // Rows ------------------------------------------------------------------------------------------------------------

  private kindRow({ kind, link, url, people }: KindRow) {
    const name = nameOf(kind)
    const primary = kind === 'participant' ? 'primary' : ''
    // Nobody else makes an owner's link anew: where its address is unknown it can only be replaced.
    const copies = kind !== 'owner' || url
    return html`<div class="row" role="group" aria-label=${name}>
      <div>
        <b>${name}</b
        ><span class="joined num">${people > 0 ? say('share.joined', { count: people }) : say('share.nobody')}</span>
        <p class="may">${mayOf(kind)}${link ? this.expiry(link) : nothing}</p>
      </div>
      ${
        copies
          ? html`<button class="button small ${primary}" @click=${() => this.copyKind(kind, url)}>
              ${icon('copy', 'small')}${say('share.copy')}
            </button>`
          : nothing
      }
      ${this.menu(link, url, say(`share.link.${kind}`))} ${this.said(kind, say('share.url', { role: name }))}
    </div>`
  }

  private otherRow({ link, url }: OtherRow) {
    const kind = nameOf(kindOf(link))
    const name = link.label || say('share.url', { role: kind })
    return html`<div class="row" role="group" aria-label=${name}>
      <div>
        <b dir="auto">${name}</b
        ><span class="joined num"
          >${link.people > 0 ? say('share.joined', { count: link.people }) : say('share.nobody')}</span
        >
        <p class="may">${kind}${this.expiry(link)}${url ? nothing : html`<br />${say('share.elsewhere')}`}</p>
      </div>
      ${
        url
          ? html`<button class="button small" @click=${() => this.copy(link.id, url, name)}>
              ${icon('copy', 'small')}${say('share.copy')}
            </button>`
          : nothing
      }
      ${this.menu(link, url, name)} ${this.said(link.id, name)}
    </div>`
  }

  private expiry(link: ShareLink) {
    if (link.expiresAt === null) return nothing
    const text = isOver(link, this.board.now())
      ? say('share.expired')
      : say('share.expires', { date: momentOf(link.expiresAt) })
    return html`<br />${text}`
  }

  private said(at: string, label: string) {
    const hint = this.hint?.at === at ? this.hint : undefined
    return html`${
      hint?.url
        ? html`<input
              class="field url"
              readonly
              dir="ltr"
              aria-label=${label}
              .value=${hint.url}
              @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
            />`
        : nothing
    }
      <p class="hint" role="status">${hint?.text ?? ''}</p>`
  }

  private menu(link: ShareLink | undefined, url: string | undefined, name: string) {
    if (!link) return nothing
    const entries: readonly (Entry | typeof RULE)[] = [
      ...(url ? [{ id: 'qr', label: say('share.qr'), icon: 'qr-code' } as const] : []),
      { id: 'label', label: say('share.label'), icon: 'pencil' },
      RULE,
      ...EXPIRIES.map(([id, after]): Entry => ({
        id,
        label: say(`share.${id}`),
        checked: after === null && link.expiresAt === null,
      })),
      RULE,
      { id: 'replace', label: say('share.replace'), icon: 'rotate-ccw' },
      { id: 'revoke', label: say('share.revoke'), icon: 'x' },
    ]
    return html`<nn-menu
      face="ellipsis"
      look="tile small"
      .label=${say('share.more', { link: name })}
      .entries=${entries}
      @nn-choose=${(event: CustomEvent<string>) => this.chosen(event.detail, link, url, name)}
    ></nn-menu>`
  }

  private chosen(id: string, link: ShareLink, url: string | undefined, name: string): void {
    const expiry = EXPIRIES.find(([each]) => each === id)
    if (expiry) void this.change(link, { expiresAt: expiry[1] === null ? null : this.board.now() + expiry[1] })
    else if (id === 'replace') void this.replace(link, name)
    else if (id === 'qr' && url) this.ask({ kind: 'qr', url, name })
    else if (id === 'label' || id === 'revoke') this.ask({ kind: id, link })
  }

  // What lies over it -----------------------------------------------------------------------------------------------

  private ask(asked: Asked): void {
    this.asked = asked
  }

  private over() {
    const { asked } = this
    // The close of what lies over is not the close of what lies below.
    const close = (event: Event) => {
      event.stopPropagation()
      this.asked = undefined
    }
    switch (asked?.kind) {
      case 'qr':
        return html`<nn-link-qr .url=${asked.url} .name=${asked.name} @nn-close=${close}></nn-link-qr>`
      case 'label':
        return html`<nn-link-label
          .label=${asked.link.label}
          @nn-keep=${(event: CustomEvent<string>) => this.change(asked.link, { label: event.detail })}
          @nn-close=${close}
        ></nn-link-label>`
      case 'revoke':
        return html`<nn-link-revoke
          .people=${asked.link.people}
          @nn-revoke=${(event: CustomEvent<'keep' | 'remove'>) => this.revoke(asked.link, event.detail)}
          @nn-close=${close}
        ></nn-link-revoke>`
      case 'delete':
        return html`<nn-delete-board
          .board=${this.board.id}
          .server=${this.server}
          .boardName=${this.boardName}
          @nn-close=${close}
        ></nn-delete-board>`
      default:
        return nothing
    }
  }

  // Links -----------------------------------------------------------------------------------------------------------

  /** Which links there are, and which of those kept here still open. */
  private async look(): Promise<void> {
    const answer = await this.server.links(this.board.id)
    if (!answer.ok) return
    const known = named(keptLinks(this.store, this.board.id), answer.value)
    const open = await Promise.all(known.map(link => this.opens(link)))
    this.links = answer.value
    this.keep(known.filter((_, i) => open[i]))
  }

  /** Somebody else may have replaced it. */
  private async opens({ url }: KeptLink): Promise<boolean> {
    const answer = await this.server.invitation(this.board.id, new URL(url).hash.slice(1))
    const isDead: readonly Problem[] = ['notFound', 'replaced', 'revoked', 'expired']
    return answer.ok || answer.problem === 'deleted' || !isDead.includes(answer.problem)
  }

  private keep(kept: readonly KeptLink[]): void {
    this.kept = kept
    keepLinks(this.store, this.board.id, kept)
  }

  private keepUrl({ url, link }: { readonly url: string; readonly link: ShareLink }): void {
    this.keep([...this.kept.filter(({ id }) => id !== link.id), { kind: kindOf(link), url, id: link.id }])
  }

  private async copyKind(kind: LinkKind, url: string | undefined): Promise<void> {
    const name = say(`share.link.${kind}`)
    if (url || kind === 'owner') return this.copy(kind, url ?? '', name)
    const made = await this.server.makeLink(this.board.id, kind)
    this.problem = made.ok ? '' : say('share.failedLink')
    if (!made.ok) return
    this.links = [...this.links, made.value.link]
    this.keepUrl(made.value)
    await this.copy(kind, made.value.url, name)
  }

  private async copy(at: string, url: string, name: string): Promise<void> {
    const text = say('share.copied', { link: name })
    if (await copyText(url)) {
      this.hint = { at, text }
      return
    }
    this.hint = { at, url, text: say('share.select', { keys: isApple ? '⌘ C' : 'Ctrl C' }) }
    await this.updateComplete
    const field = this.renderRoot.querySelector<HTMLInputElement>('.url') ?? undefined
    if (await copyText(url, field)) this.hint = { at, url, text }
  }

  private async replace(link: ShareLink, name: string): Promise<void> {
    const answer = await this.server.replaceLink(this.board.id, link.id)
    if (!this.took(answer)) return
    this.keepUrl(answer.value)
    const at = link.label || isOver(link, this.board.now()) ? link.id : kindOf(link)
    await this.copy(at, answer.value.url, name)
    if (this.hint && !this.hint.url) this.hint = { at, text: say('share.replaced') }
    await this.look()
  }

  private async change(link: ShareLink, ask: { label?: string; expiresAt?: number | null }): Promise<void> {
    if (this.took(await this.server.changeLink(this.board.id, link.id, ask))) await this.look()
  }

  private async revoke(link: ShareLink, people: 'keep' | 'remove'): Promise<void> {
    if (!this.took(await this.server.revokeLink(this.board.id, link.id, people))) return
    this.hint = { at: kindOf(link), text: say('share.revoked') }
    await this.look()
  }

  private took<T>(answer: Answer<T>): answer is Extract<Answer<T>, { ok: true }> {
    const why = !answer.ok && answer.problem === 'lastFacilitator' ? 'share.lastFacilitator' : 'share.failed'
    this.problem = answer.ok ? '' : say(why)
    return answer.ok
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-share': NnShare
  }
}
