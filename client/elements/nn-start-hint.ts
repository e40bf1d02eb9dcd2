/** On an empty board: where to begin, below the slot that the scene paints. It goes with the first note. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Watchable } from '../../shared/base/observable.ts'
import type { Camera, Editor } from '../editor/editor.ts'
import { mayI } from '../editor/may.ts'
import { say } from '../words/words.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

/** As the scene paints it: the question's place and width in units, the note's height, and the least width for a question. */
const QUESTION = { x: 24, y: 58, width: 432, leastWidth: 140 } as const
const NOTE_HEIGHT = 128

@customElement('nn-start-hint')
export class NnStartHint extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        position: absolute;
        left: 0;
        top: 0;
        width: var(--width);
        pointer-events: none;
      }
      /* The painted question and slot once more, unseen: they say where the hint begins. */
      .question {
        visibility: hidden;
        padding-bottom: 22px;
        font: 450 17px/22px var(--font);
        letter-spacing: -0.006em;
      }
      .slot {
        height: var(--slot);
      }
      .hint {
        /* Below the slot, where the first note will lie: at the left in any language. */
        max-width: 236px;
        margin-right: auto;
        margin-top: 12px;
        font-size: 13px;
        line-height: 19px;
        color: var(--ink-2);
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  @property({ attribute: false }) declare camera: Watchable<Camera>

  constructor() {
    super()
    new Watch(this, () => this.camera)
    new Watch(this, () => this.editor.shown)
    new Watch(this, () => this.editor.board.saveState)
  }

  override render() {
    const { board } = this.editor
    const isEmpty = board.canvas.value.notes.size === 0 && board.saveState.value.kind !== 'opening'
    if (!isEmpty || !mayI(board, 'add')) return nothing
    const rect = this.editor.shown.areaRect('customerSegments')
    if (rect.width * this.camera.value.zoom < QUESTION.leastWidth) return nothing
    const [before, after] = say('start.hint', { key: '|' }).split('|')
    return html`<p class="question" aria-hidden="true">${say('question.customerSegments')}</p>
      <div class="slot"></div>
      <p class="hint">${before}<kbd>N</kbd>${after}</p>`
  }

  override updated(): void {
    const rect = this.editor.shown.areaRect('customerSegments')
    const { x, y, zoom } = this.camera.value
    const width = Math.min(QUESTION.width, rect.width - 2 * QUESTION.x)
    this.style.setProperty('--width', `${width * zoom}px`)
    this.style.setProperty('--slot', `${NOTE_HEIGHT * zoom}px`)
    // As the question: at the start of its block.
    const start = this.matches(':dir(rtl)') ? rect.width - QUESTION.x - width : QUESTION.x
    this.style.transform = `translate(${(rect.x + start - x) * zoom}px, ${(rect.y + QUESTION.y - y) * zoom}px)`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-start-hint': NnStartHint
  }
}
