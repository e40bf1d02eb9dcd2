/** The worst that is true of the connection, in one sentence across the stage; nothing while all is well. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Board, SaveState } from '../editor/board.ts'
import { say } from '../words/words.ts'
import type { IconName } from './icons.ts'
import { icon } from './icons.ts'
import { base } from './theme/look.ts'
import { Watch } from './watch.ts'

export interface Trouble {
  readonly icon: IconName
  readonly what: string
  readonly rest: string
}

/** What is wrong, if anything is; also said to screen readers. */
export function troubleOf(saveState: SaveState): Trouble | undefined {
  switch (saveState.kind) {
    case 'offline':
      return { icon: 'wifi-off', what: say('banner.offline'), rest: say('banner.offline.rest') }
    case 'readOnly':
      return { icon: 'lock', what: say('banner.readOnly'), rest: say('banner.readOnly.rest') }
    case 'closed':
      return {
        icon: 'triangle-alert',
        what: say(`banner.${saveState.why}`),
        rest: say(`banner.${saveState.why}.rest`),
      }
    default:
      return undefined
  }
}

@customElement('nn-banner')
export class NnBanner extends LitElement {
  static override styles = [
    base,
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
      @media (forced-colors: active) {
        .banner {
          border-bottom: 1px solid CanvasText;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare board: Board
  private readonly saveState = new Watch(this, () => this.board.saveState)

  override render() {
    const trouble = troubleOf(this.saveState.value)
    if (!trouble) return nothing
    return html`<div class="banner">
      ${icon(trouble.icon)}<span><b>${trouble.what}</b> ${trouble.rest}</span>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-banner': NnBanner
  }
}
