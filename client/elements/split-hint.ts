/** A quiet line at a note that is being written: of a list each line could be a note, and much text is more than one idea. Never in the way. */
import { css, html, nothing } from 'lit'
import type { Context } from '../commands/command.ts'
import { capsOf } from '../commands/keymap.ts'
import { splitNote } from '../commands/writing-on.ts'
import { isTall } from '../../shared/canvas/tall.ts'
import { mayI } from '../editor/may.ts'
import { isList, linesOf } from '../editor/list-lines.ts'
import { say } from '../words/words.ts'
import { isApple } from './pointer.ts'

export const splitLook = css`
  .split {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 30px;
    margin-top: 6px;
    padding: 0 10px;
    border-radius: var(--r-control);
    background: var(--sheet);
    color: var(--ink-2);
    font: var(--t-small);
    white-space: nowrap;
  }
  p.split {
    margin-block-end: 0;
    white-space: normal;
  }
  button.split:hover {
    color: var(--ink);
  }
  @media (pointer: coarse) {
    .split {
      min-height: 44px;
    }
    .split kbd {
      display: none;
    }
  }
`

/** Pressing it leaves the field its focus, so that the writing ends here and nowhere before. */
export function splitHint(editor: Context['editor'], id: string | undefined) {
  const text = editor.board.canvas.value.notes.get(id ?? '')?.text ?? ''
  if (id === undefined || !mayI(editor.board, 'add')) return nothing
  if (!isList(text)) return isTall({ text }) ? html`<p class="split">${say('split.oneIdea')}</p>` : nothing
  return html`<button
    class="split"
    tabindex="-1"
    @pointerdown=${(event: Event) => event.preventDefault()}
    @click=${() => splitNote(editor, id)}
  >
    ${say('split.hint', { count: linesOf(text).length })}
    <kbd>${capsOf('Mod+Shift+Enter', { apple: isApple }).join(' ')}</kbd>
  </button>`
}
