/** The note being written: a text field over the painted note, of the same type, with the carets of others in it. */
import type { PropertyValues } from 'lit'
import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { directionOf } from '../../shared/base/direction.ts'
import type { Watchable } from '../../shared/base/observable.ts'
import { indexesOf } from '../../shared/canvas/caret.ts'
import { NOTE } from '../../shared/canvas/layouts.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import { downOf, roomOf } from '../editor/anatomy.ts'
import type { Camera, Editor } from '../editor/editor.ts'
import { printsOf, segmentOrder } from '../editor/segments.ts'
import { say } from '../words/words.ts'
import { firstName } from './people-names.ts'
import { SharedField } from './shared-field.ts'
import { base } from './theme/look.ts'
import { paperOf } from './paper.ts'
import { privateWords } from './private-words.ts'
import { vars } from './vars.ts'
import { Watch } from './watch.ts'

/** Sizes of note text with their line heights, largest first. */
const SIZES = [22, 21, 20, 19, 18, 16, 14] as const
const lineHeight = (size: number): number => Math.round(size * 1.16)

@customElement('nn-note-editor')
export class NnNoteEditor extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        left: 0;
        top: 0;
        width: 208px;
        transform-origin: 0 0;
        z-index: var(--z-editor);
        font-weight: 470;
        letter-spacing: -0.006em;
        color: var(--note-ink);
      }
      .paper {
        position: relative;
        margin-block: 1px 0;
        margin-inline: var(--inset, 3px) 1px;
        padding-block: 8px 0;
        padding-inline: calc(14px - 3px) 9px;
        min-height: calc(var(--room) + 9px);
        background: var(--paper);
        color: var(--note-ink);
      }
      .long .paper {
        border: 1px solid var(--edge);
        border-top: 0;
        margin-block: 1px 0;
        margin-inline: calc(var(--inset, 3px) - 1px) 0;
        padding-inline-end: 8px;
        padding-bottom: 8px;
      }
      .striped {
        --inset: 16px;
      }
      .striped .paper {
        padding-inline-start: 9px;
      }
      .field {
        position: relative;
        min-height: var(--room);
        font-size: var(--size);
        line-height: var(--line);
      }
      textarea,
      .mirror {
        display: block;
        width: 100%;
        white-space: pre-wrap;
        overflow-wrap: break-word;
        word-break: normal;
      }
      textarea {
        position: absolute;
        inset: 0;
        height: 100%;
        resize: none;
        overflow: hidden;
        caret-color: var(--note-ink);
        line-height: inherit;
      }
      textarea::placeholder {
        color: currentColor;
        font-size: 16px;
        line-height: 20px;
        opacity: 0.8;
      }
      /* The painted ring says that it is written in. */
      textarea:focus-visible {
        outline: none;
      }
      .mirror {
        visibility: hidden;
        min-height: var(--room);
        pointer-events: none;
      }
      .at {
        visibility: visible;
        position: relative;
      }
      .at i {
        position: absolute;
        left: -1px;
        top: 0;
        width: 2.5px;
        height: 1.1em;
        background: var(--who);
      }
      .at b {
        position: absolute;
        inset-inline-start: -1px;
        bottom: 1.05em;
        padding: 0 7px;
        border-radius: 3px;
        background: var(--who);
        color: var(--sheet);
        font: 600 15px/22px var(--font);
        white-space: nowrap;
        /* Two seconds after the last key only the bar stays. */
        animation: fade var(--quick) linear 2s forwards;
      }
      @keyframes fade {
        to {
          opacity: 0;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  @property({ attribute: false }) declare camera: Watchable<Camera>
  @property() note = ''
  @query('textarea') declare private readonly area: HTMLTextAreaElement
  @query('.mirror') declare private readonly mirror: HTMLElement
  private readonly field = new SharedField(this, () => this.editor)
  /** How high the words may stand. */
  private room = roomOf(NOTE.height)

  constructor() {
    super()
    new Watch(this, () => this.camera)
    new Watch(this, () => this.editor.shown)
    new Watch(this, () => this.editor.board.presence.others)
  }

  override render() {
    const { board } = this.editor
    const canvas = board.canvas.value
    const note = canvas.notes.get(this.note)
    const striped = note ? printsOf(note, segmentOrder(canvas)).length > 0 : false
    return html`<div
      class=${striped ? 'striped' : ''}
      dir=${directionOf(note?.text ?? '')}
      ${vars(paperOf(note))}
    >
      <div class="paper">
        <div class="field">
          <div class="mirror" aria-hidden="true">${this.mirrored(note?.text ?? '')}</div>
          <textarea
            dir="auto"
            aria-label=${say('note.label', { area: say(`area.${note?.place[0] ?? 'parking'}`) })}
            maxlength=${LIMITS.noteLength}
            enterkeyhint="next"
            placeholder=${privateWords(this.editor.board) ?? say('note.writeHint')}
            @input=${() => this.requestUpdate()}
            @blur=${this.left}
          ></textarea>
        </div>
      </div>
    </div>`
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('note')) {
      this.field.open(this.area, this.note)
      this.area.focus({ preventScroll: true })
      this.area.setSelectionRange(this.area.value.length, this.area.value.length)
    }
    this.place()
    this.fit()
  }

  private place(): void {
    const rect = this.editor.shown.noteRect(this.note)
    if (!rect) return
    const { x, y, zoom } = this.camera.value
    const down = downOf(this.editor.board.canvas.value.notes.get(this.note)?.image, rect.height)
    this.style.transform = `translate(${(rect.x - x) * zoom}px, ${(rect.y + down - y) * zoom}px) scale(${zoom})`
    this.room = roomOf(rect.height - down)
    this.style.setProperty('--room', `${this.room}px`)
  }

  /** The largest size at which the text keeps to the note; a longer one lets the paper grow. */
  private fit(): void {
    const { mirror } = this
    const box = this.renderRoot.querySelector('div')
    for (const size of SIZES) {
      this.style.setProperty('--size', `${size}px`)
      this.style.setProperty('--line', `${lineHeight(size)}px`)
      const fits = mirror.scrollHeight <= this.room && mirror.scrollWidth <= mirror.clientWidth
      box?.classList.toggle('long', !fits)
      if (fits) return
    }
  }

  /** The text once more, unseen, with the others' carets at their letters. */
  private mirrored(text: string) {
    const canvas = this.editor.board.canvas.value
    const carets = this.editor.board.presence.others.value
      .flatMap(({ tab, person, pointing: { caret } }) => {
        const at = caret?.note === this.note ? indexesOf(canvas, caret)?.head : undefined
        return at === undefined ? [] : [{ tab, person, at: Math.min(at, text.length) }]
      })
      .sort((a, b) => a.at - b.at)
    const parts = carets.map(({ person, at }, i) => {
      const from = carets[i - 1]?.at ?? 0
      const flag = keyed(at, html`<b dir="auto">${firstName(person.name)}</b>`)
      return html`${text.slice(from, at)}<span class="at" ${vars({ '--who': `var(--${person.color})` })}
          ><i></i>${flag}</span
        >`
    })
    return html`${parts}${text.slice(carets.at(-1)?.at ?? 0)}\u200b`
  }

  /** Focus that goes elsewhere ends the writing; the note bar and another window do not. */
  private left(event: FocusEvent): void {
    const to = event.relatedTarget
    if (!document.hasFocus() || (to instanceof Element && to.closest('nn-note-bar'))) return
    if (to instanceof Element) this.editor.endWriting()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-note-editor': NnNoteEditor
  }
}
