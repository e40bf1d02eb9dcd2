/** A group in the outline: its name as a heading over its own list; closed, its first lines. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { GroupOfNotes } from '../../shared/canvas/groups.ts'
import type { Editor } from '../editor/editor.ts'
import { makersOfGroup, mayI } from '../editor/may.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import './nn-dots.ts'
import './nn-group-name.ts'

/** As many as stand on the paper of a closed one. */
const FIRST_LINES = 2

@customElement('nn-outline-group')
export class NnOutlineGroup extends LitElement {
  @property({ attribute: false }) declare editor: Editor
  @property({ attribute: false }) declare grouped: GroupOfNotes
  /** Its notes as items; whoever knows how makes them. */
  @property({ attribute: false }) list: unknown = nothing
  /** The name is asked for. */
  @property({ type: Boolean }) naming = false
  /** What was found in a closed one is seen. */
  @property({ type: Boolean }) unfolded = false
  @state() private renaming = false

  /** In the tree of its block, so that its items are plainly in the block's region. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override render() {
    const { group, notes } = this.grouped
    const { board } = this.editor
    const name = group.title || say('grouped.unnamed')
    const count = say('grouped.count', { count: notes.length })
    const may = mayI(board, 'group', makersOfGroup(board.canvas.value, group.id))
    const renames = may && (this.naming || this.renaming)
    return html`<div class="group" @nn-named=${() => (this.renaming = false)}>
        ${
          renames
            ? html`<nn-group-name .editor=${this.editor} .group=${group} ?asked=${renames}></nn-group-name>`
            : html`<h3>
                <button @click=${() => this.editor.select(notes.map(note => note.id))}>
                  <bdi>${name}</bdi> <em>${count}</em>
                </button>
              </h3>`
        }
        ${group.closed ? html`<nn-dots .editor=${this.editor} .candidate=${group.id} .text=${name}></nn-dots>` : nothing}
        ${
          may
            ? html`${this.tile('pencil', say('grouped.name'), () => (this.renaming = true))}
              ${
                group.closed
                  ? this.tile('chevron-right', say('grouped.open', { name }), () => this.editor.openGroup(group.id))
                  : this.tile('chevron-down', say('grouped.close', { name }), () => this.editor.closeGroup(group.id))
              }
              ${this.tile('ungroup', say('grouped.ungroup', { name }), () => this.editor.ungroup(group.id))}`
            : nothing
        }
      </div>
      ${
        group.closed && !this.unfolded
          ? html`<p class="firsts">
              ${notes.slice(0, FIRST_LINES).map(({ text }) => html`<bdi>${text || say('note.empty')}</bdi><br />`)}
            </p>`
          : html`<div class="list" role="list" aria-label=${`${name}, ${count}`}>${this.list}</div>`
      }`
  }

  /** Its name stands for it. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h3 button')?.focus()
  }

  private tile(drawing: Parameters<typeof icon>[0], label: string, run: () => void) {
    return html`<button class="tile" aria-label=${label} data-tip=${label} @click=${run}>${icon(drawing)}</button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-outline-group': NnOutlineGroup
  }
}
