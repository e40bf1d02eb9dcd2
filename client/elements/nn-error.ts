/** A page that says in one sentence why there is no board here, and the one thing to do about it. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { momentOf } from './dates.ts'
import './nn-mark.ts'
import { pageLook } from './page-look.ts'
import { base, controls } from './theme/look.ts'

export type Failure =
  | {
      readonly kind:
        | 'link'
        | 'half'
        | 'bare'
        | 'expired'
        | 'replaced'
        | 'revoked'
        | 'cookies'
        | 'tooMany'
        | 'unreachable'
        | 'failed'
        | 'page'
        | 'waiting'
    }
  /** `takeBack`: for an owner. */
  | { readonly kind: 'deleted'; readonly goneAt: number; readonly takeBack: (() => Promise<boolean>) | undefined }

/** Of these another try may go better. */
const PASSING: ReadonlySet<Failure['kind']> = new Set(['unreachable', 'failed', 'tooMany', 'cookies'])

@customElement('nn-error')
export class NnError extends LitElement {
  static override styles = [
    base,
    controls,
    pageLook,
    css`
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      h1 {
        font: var(--t-title);
        letter-spacing: -0.026em;
        max-width: 720px;
        text-wrap: balance;
      }
      /* Read first, but no control. */
      h1:focus-visible {
        outline: none;
      }
      .sentence {
        max-width: 640px;
        font-size: 16px;
        line-height: 24px;
        margin: 14px 0 32px;
      }
      .button {
        align-self: flex-start;
      }
      .low {
        flex: 1.6 0 24px;
      }
    `,
  ]

  @property({ attribute: false }) why: Failure = { kind: 'failed' }
  @state() private problem = ''

  override render() {
    return html`<main>
      <div class="brand"><nn-mark></nn-mark>${say('page.nonagon')}</div>
      <div class="grow"></div>
      <h1 tabindex="-1">${say(`error.${this.why.kind}.title`)}</h1>
      <p class="sentence soft">${this.sentence}</p>
      ${this.way()}
      <p class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
      <div class="low"></div>
    </main>`
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('h1')?.focus()
  }

  private get sentence(): string {
    const { why } = this
    if (why.kind !== 'deleted') return say(`error.${why.kind}.sentence`)
    return say(why.takeBack ? 'error.mine.sentence' : 'error.deleted.sentence', { date: momentOf(why.goneAt) })
  }

  private way() {
    const { why } = this
    if (why.kind === 'deleted' && why.takeBack)
      return html`<button class="button primary large" @click=${this.takeBack}>${say('error.takeBack')}</button>`
    // It ends by itself.
    if (why.kind === 'waiting') return nothing
    if (PASSING.has(why.kind))
      return html`<button class="button primary large" @click=${this.again}>${say('error.again')}</button>`
    return html`<a class="button primary large" href="/">${say('error.first')}</a>`
  }

  private again(): void {
    this.dispatchEvent(new CustomEvent('nn-again'))
  }

  private async takeBack(): Promise<void> {
    const { why } = this
    if (why.kind !== 'deleted' || !why.takeBack) return
    if (await why.takeBack()) this.again()
    else this.problem = say('error.takeBackFailed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-error': NnError
  }
}
