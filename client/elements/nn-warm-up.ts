/** The list of a warm-up step: what to try on a practice note. It ticks itself. */
import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Editor } from '../editor/editor.ts'
import type { Practice } from '../editor/warm-up.ts'
import { PRACTICES } from '../editor/warm-up.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import { base } from './theme/look.ts'
import { Watch } from './watch.ts'

@customElement('nn-warm-up')
export class NnWarmUp extends LitElement {
  static override styles = [
    base,
    css`
      li {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 32px;
      }
      .box {
        display: grid;
        flex: none;
        place-items: center;
        width: 20px;
        height: 20px;
        border: 1px solid var(--control);
        border-radius: var(--r-control);
      }
      .done .box {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--sheet);
      }
      @media (forced-colors: active) {
        .done .box {
          border-color: Highlight;
          color: Highlight;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  private readonly done = new Watch(this, () => this.editor.warmUp.done)
  private readonly run = new Watch(this, () => this.editor.session.run)

  override render() {
    const votes = this.run.value?.plan.vote != null
    return html`<ul aria-label=${say('warmUp.label')}>
      ${PRACTICES.filter(practice => practice !== 'vote' || votes).map(practice => this.line(practice))}
    </ul>`
  }

  private line(practice: Practice) {
    const done = this.done.value.has(practice)
    return html`<li class=${done ? 'done' : ''}>
      <span class="box">${done ? icon('check', 'small') : ''}</span>
      <span>${say(`warmUp.${practice}`)}</span>
      <span class="unseen">${done ? say('warmUp.done') : ''}</span>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-warm-up': NnWarmUp
  }
}
