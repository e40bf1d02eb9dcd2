/** On an empty board: where to begin, below the slot that the scene paints. It goes with the first note. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Watchable } from '../../shared/base/observable.ts'
import type { Camera, Editor } from '../editor/editor.ts'
import { mayI } from '../editor/may.ts'
import { say } from '../words/words.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

/** Where the hint begins in Customer Segments, in units: below the question and the slot. */
const AT = { x: 24, y: 284 }

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
        width: 236px;
        font-size: 13px;
        line-height: 19px;
        color: var(--ink-2);
        pointer-events: none;
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
    const [before, after] = say('start.hint', { key: '|' }).split('|')
    return html`<p>${before}<kbd>N</kbd>${after}</p>`
  }

  override updated(): void {
    const rect = this.editor.shown.areaRect('customerSegments')
    const { x, y, zoom } = this.camera.value
    this.style.transform = `translate(${(rect.x + AT.x - x) * zoom}px, ${(rect.y + AT.y - y) * zoom}px)`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-start-hint': NnStartHint
  }
}
