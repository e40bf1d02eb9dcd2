/** The worst that is true of the connection, in one sentence across the stage; nothing while all is well. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Watchable } from '../../shared/base/observable.ts'
import type { Board, SaveState } from '../editor/board.ts'
import { say } from '../words/words.ts'
import type { IconName } from './icons.ts'
import { icon } from './icons.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

export interface Trouble {
  readonly icon: IconName
  readonly what: string
  readonly rest: string
}

/** What is wrong, if anything is; also said to screen readers. `keeps`: this device keeps what is written on it. */
export function troubleOf(saveState: SaveState, { keeps }: { readonly keeps: boolean }): Trouble | undefined {
  switch (saveState.kind) {
    case 'offline': {
      const rest = say(keeps ? 'banner.offline.rest' : 'banner.offline.unkept')
      return { icon: 'wifi-off', what: say('banner.offline'), rest }
    }
    case 'readOnly':
      return { icon: 'lock', what: say('banner.readOnly'), rest: say('banner.readOnly.rest') }
    case 'closed':
      return {
        icon: 'triangle-alert',
        what: say(`banner.${saveState.why}`),
        rest: say(`banner.${saveState.why}.rest`),
      }
    default:
      return keeps ? undefined : { icon: 'triangle-alert', what: say('banner.unkept'), rest: say('banner.unkept.rest') }
  }
}

@customElement('nn-banner')
export class NnBanner extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .banner {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 40px;
        padding: 8px 16px;
        background: var(--ink);
        color: var(--sheet);
      }
      b {
        font-weight: 620;
      }
      .tile {
        margin-inline-start: auto;
        color: inherit;
      }
      .tile:focus-visible {
        outline-color: var(--sheet);
      }
      @media (forced-colors: active) {
        .banner {
          border-bottom: 1px solid CanvasText;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare board: Board
  @property({ attribute: false }) declare keeps: Watchable<boolean>
  /** That nothing is kept is told once; what is wrong with the line stays as long as it is. */
  @state() private heard = false
  private readonly kept = new Watch(this, () => this.keeps)
  private readonly saveState = new Watch(this, () => this.board.saveState)

  override render() {
    const { kind } = this.saveState.value
    const isPassing = kind === 'opening' || kind === 'saving' || kind === 'saved'
    const trouble = troubleOf(this.saveState.value, { keeps: this.kept.value })
    if (!trouble || (isPassing && this.heard)) return nothing
    return html`<div class="banner">
      ${icon(trouble.icon)}<span><b>${trouble.what}</b> ${trouble.rest}</span>
      ${isPassing ? html`<button class="tile small" aria-label=${say('page.close')} @click=${this.hear}>${icon('x', 'small')}</button>` : nothing}
    </div>`
  }

  private hear(): void {
    this.heard = true
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-banner': NnBanner
  }
}
