/** Being here with others: whom I follow, what is said in passing, and my own words at my cursor. Lies over stage and outline. */
import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Context } from '../commands/command.ts'
import './nn-follow.ts'
import './nn-hands.ts'
import './nn-heard.ts'
import './nn-ready.ts'
import type { NnRemark } from './nn-remark.ts'
import './nn-remark.ts'
import { base } from './theme/look.ts'

@customElement('nn-company')
export class NnCompany extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0;
        z-index: var(--z-presence);
        pointer-events: none;
        overflow: hidden;
      }
      nn-hands,
      nn-ready {
        position: absolute;
        inset-inline-end: 12px;
      }
      nn-hands {
        inset-block-start: 40px;
      }
      nn-ready {
        inset-block-end: 12px;
      }
      @media (max-width: 640px) {
        /* Above the hint; in the outline it stands with the step. */
        nn-ready {
          inset-block-end: 72px;
        }
        :host([outlineopen]) nn-ready {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare context: Context
  @property({ type: Boolean }) outlineOpen = false
  @query('nn-remark') declare private readonly remark: NnRemark | null

  override render() {
    const { context, outlineOpen } = this
    return html`<nn-follow .context=${context} ?outlineOpen=${outlineOpen}></nn-follow>
      <nn-hands .context=${context}></nn-hands>
      <nn-ready .context=${context}></nn-ready>
      <nn-heard .editor=${context.editor} ?outlineOpen=${outlineOpen}></nn-heard>
      <nn-remark .editor=${context.editor} ?outlineOpen=${outlineOpen}></nn-remark>`
  }

  /** A field for a few words at the cursor. */
  say(): void {
    this.remark?.begin()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-company': NnCompany
  }
}
