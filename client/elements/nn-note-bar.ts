/** The bar of the chosen notes: colours, a link, and the rest behind a menu. Only what I may do is on it. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Watchable } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import type { Note, NoteColor } from '../../shared/canvas/records.ts'
import type { Right } from '../../shared/workshop/rights.ts'
import type { Context } from '../commands/command.ts'
import type { Camera, Editor } from '../editor/editor.ts'
import { mayI } from '../editor/may.ts'
import { say } from '../words/words.ts'
import { digitOf } from './digits.ts'
import { around, besideOf } from './follow.ts'
import { icon } from './icons.ts'
import type { Entry } from './nn-menu.ts'
import { RULE } from './nn-menu.ts'
import './nn-menu.ts'
import './nn-swatches.ts'
import { base, controls } from './theme/look.ts'
import { Watch } from './watch.ts'

@customElement('nn-note-bar')
export class NnNoteBar extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        position: absolute;
        left: 0;
        top: 0;
        z-index: var(--z-editor);
        max-width: calc(100% - 16px);
      }
      .bar {
        display: flex;
        align-items: center;
        gap: 2px;
        min-height: 44px;
        padding: 0 6px;
        border-radius: var(--r-float);
        background: var(--sheet);
        box-shadow: var(--float);
      }
      hr {
        width: 1px;
        height: 24px;
        margin: 0 6px;
        border: 0;
        background: var(--line);
      }
      @media (forced-colors: active) {
        .bar {
          border: 1px solid CanvasText;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare context: Context
  @property({ attribute: false }) declare camera: Watchable<Camera>
  private readonly selection = new Watch(this, () => this.editor.selection)
  private readonly hand = new Watch(this, () => this.editor.hand)
  private readonly stage = new Watch(this, () => this.editor.stage)

  constructor() {
    super()
    new Watch(this, () => this.camera)
    new Watch(this, () => this.editor.shown)
    new Watch(this, () => this.editor.board.rights)
  }

  override render() {
    const { notes } = this
    if (notes.length === 0 || this.hand.value.kind !== 'nothing') return nothing
    const [first] = notes
    const color = notes.every(note => note.color === first?.color) ? first?.color : undefined
    const ids = notes.map(note => note.id)
    const label = notes.length > 1 ? say('note.bar.many', { count: notes.length }) : say('note.bar')
    return html`<div class="bar" role="group" aria-label=${label}>
      ${
        this.may('style')
          ? html`<nn-swatches
                .color=${color}
                @nn-color=${(event: CustomEvent<NoteColor>) => this.editor.colorNotes(ids, event.detail)}
              ></nn-swatches>
              <hr />`
          : nothing
      }
      ${
        notes.length === 1 && first && mayI(this.editor.board, 'link')
          ? this.tile('spline', `${say('link.add')}, L`, () => this.context.shell.chooseLinkTarget(first.id))
          : nothing
      }
      ${this.may('delete') ? this.tile('trash-2', say('note.delete'), () => this.editor.deleteNotes(ids)) : nothing}
      ${this.more(ids)}
    </div>`
  }

  override updated(): void {
    const rects = this.notes.flatMap(note => this.editor.shown.noteRect(note.id) ?? [])
    const rect = around(rects)
    const bar = this.renderRoot.querySelector('.bar')
    if (!rect || !bar) return
    const at = besideOf(rect, this.camera.value, this.stage.value, bar.getBoundingClientRect())
    this.style.transform = `translate(${at.x}px, ${at.y}px)`
  }

  private get editor(): Editor {
    return this.context.editor
  }

  /** Chosen notes that are to be seen. */
  private get notes(): readonly Note[] {
    const { value } = this.selection
    if (value.kind !== 'notes') return []
    const { notes } = this.editor.board.canvas.value
    return [...value.ids].flatMap(id => (this.editor.shown.noteRect(id) ? (notes.get(id) ?? []) : []))
  }

  /** To at least one of them. */
  private may(right: Right): boolean {
    return this.notes.some(note => mayI(this.editor.board, right, [note.author]))
  }

  private tile(name: 'spline' | 'trash-2', label: string, run: () => void) {
    return html`<button class="tile" aria-label=${label} data-tip=${label} @click=${run}>${icon(name)}</button>`
  }

  private more(ids: readonly string[]) {
    const one = ids.length === 1
    const entries: (Entry | typeof RULE)[] = []
    if (one && this.may('text')) entries.push({ id: 'write', label: say('note.edit'), icon: 'pencil', keys: ['Enter'] })
    if (mayI(this.editor.board, 'add'))
      entries.push({ id: 'duplicate', label: say('command.duplicate'), icon: 'copy', keys: ['Ctrl', 'D'] })
    if (one) entries.push({ id: 'show', label: say('command.note'), icon: 'search', keys: ['Z'] })
    if (this.may('move')) {
      const areas = AREAS.map(
        (area): Entry => ({
          id: area,
          label: say('command.moveTo', { area: say(`area.${area}`) }),
          keys: ['M', String(digitOf(area))],
        }),
      )
      entries.push(RULE, ...areas)
    }
    if (entries.length === 0) return nothing
    return html`<nn-menu
      .label=${say('note.more')}
      face="ellipsis"
      .entries=${entries}
      @nn-choose=${(event: CustomEvent<string>) => this.choose(event.detail, ids)}
    ></nn-menu>`
  }

  private choose(id: string, ids: readonly string[]): void {
    const [first] = ids
    if (!first) return
    if (id === 'write') this.editor.write(first)
    else if (id === 'duplicate') this.editor.select(this.editor.duplicateNotes(ids))
    else if (id === 'show') this.editor.look('note', first)
    else this.editor.moveTo(ids, id as Area)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-note-bar': NnNoteBar
  }
}
