/** A field and what it finds, by typing, arrows and Enter: a combobox over one list in groups. What is found is for others to say. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { NoteColor } from '../../shared/canvas/records.ts'
import type { Span } from '../commands/match.ts'
import type { Person } from '../editor/board.ts'
import { say } from '../words/words.ts'
import { finderLook } from './finder-look.ts'
import type { IconName } from './icons.ts'
import { icon } from './icons.ts'
import { marked } from './marked.ts'
import './nn-avatar.ts'
import { base, controls } from './theme/look.ts'
import { vars } from './vars.ts'

export interface Choice {
  readonly text: string
  /** The letters of it that fit. */
  readonly marks: readonly Span[]
  /** What stands before it: an icon, a piece of paper or a person. */
  readonly sign: IconName | { readonly paper: NoteColor } | { readonly person: Person }
  /** What stands after it: where it is, or its keys. */
  readonly side?: string
  readonly keys?: readonly string[]
  /** Why it cannot be done. */
  readonly why?: string
  choose(): void
}

export interface ChoiceGroup {
  readonly title: string
  readonly choices: readonly Choice[]
}

export interface Choices {
  readonly groups: readonly ChoiceGroup[]
  /** The one that Enter means until an arrow says otherwise, counted through all groups. */
  readonly closest: number
}

@customElement('nn-finder')
export class NnFinder extends LitElement {
  static override styles = [base, controls, finderLook]

  @property() label = ''
  @property() placeholder = ''
  @property() sign: IconName = 'search'
  /** Said when nothing fits. */
  @property() none = ''
  @property({ attribute: false }) declare find: (typed: string) => Choices
  @state() private typed = ''
  /** Chosen by an arrow or the pointer; undefined: the closest. */
  @state() private pointed: number | undefined
  @query('dialog') declare private readonly dialog: HTMLDialogElement
  private choices: readonly Choice[] = []
  private at = 0
  private hasClosed = false

  override render() {
    const { groups, closest } = this.find(this.typed)
    this.choices = groups.flatMap(group => group.choices)
    this.at = Math.min(this.pointed ?? closest, Math.max(0, this.choices.length - 1))
    const { label } = this
    return html`<dialog aria-label=${label} @cancel=${this.cancelled} @close=${this.closed} @pointerdown=${this.pressed}>
      <div class="in">
        ${icon(this.sign)}
        <input
          role="combobox"
          aria-label=${label}
          aria-expanded=${this.choices.length > 0}
          aria-controls="choices"
          aria-activedescendant=${this.choices.length > 0 ? `c${this.at}` : nothing}
          aria-autocomplete="list"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          dir="auto"
          enterkeyhint="go"
          placeholder=${this.placeholder}
          @input=${this.input}
          @keydown=${this.key}
        />
        <button class="tile" tabindex="-1" aria-label=${say('page.close')} @click=${this.close}>${icon('x')}</button>
      </div>
      <div class="list" id="choices" role="listbox" aria-label=${say('finder.choices')}>${this.groups(groups)}</div>
      <p class="none" role="status" ?hidden=${this.choices.length > 0}>${this.choices.length > 0 ? '' : this.none}</p>
    </dialog>`
  }

  override firstUpdated(): void {
    this.dialog.showModal()
    this.renderRoot.querySelector('input')?.focus()
  }

  override updated(): void {
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }

  private groups(groups: readonly ChoiceGroup[]) {
    let before = 0
    return groups.map(({ title, choices }, group) => {
      const first = before
      before += choices.length
      return html`<div role="group" aria-labelledby="g${group}">
        <h2 id="g${group}" role="presentation">${title}</h2>
        ${choices.map((choice, i) => this.choice(choice, first + i))}
      </div>`
    })
  }

  private choice(choice: Choice, i: number) {
    const { text, marks, side, keys = [], why } = choice
    return html`<div
      class="choice"
      role="option"
      id="c${i}"
      aria-selected=${i === this.at}
      aria-disabled=${why === undefined ? nothing : 'true'}
      @pointermove=${() => {
        this.pointed = i
      }}
      @click=${() => this.choose(choice)}
    >
      ${signOf(choice)}
      <span class="text" dir="auto"
        >${marked(text, marks)}${why === undefined ? nothing : html`<span class="why">${why}</span>`}</span
      >
      ${side === undefined ? nothing : html`<span class="side">${side}</span>`}
      ${keys.length > 0 ? html`<span class="keys" aria-hidden="true">${keys.map(key => html`<kbd>${key}</kbd>`)}</span>` : nothing}
    </div>`
  }

  private input(event: InputEvent): void {
    this.typed = (event.target as HTMLInputElement).value
    this.pointed = undefined
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.isComposing) return
    const { length } = this.choices
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (way !== 0 && length > 0) {
      event.preventDefault()
      this.pointed = (this.at + way + length) % length
    }
    const chosen = this.choices[this.at]
    if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      this.choose(chosen)
    }
  }

  /** Closed first, and told so: what is chosen may open a dialog of its own, or take the focus that this one gives back. */
  private choose(choice: Choice): void {
    this.close()
    choice.choose()
  }

  private pressed(event: PointerEvent): void {
    if (event.target !== this.dialog) return
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect()
    const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom
    if (!inside) this.close()
  }

  private close(): void {
    this.dialog.close()
    this.closed()
  }

  /** Escape. Told at once: the browser tells of it later, when a quick next key may have opened another dialog. */
  private cancelled(event: Event): void {
    event.preventDefault()
    this.close()
  }

  private closed(): void {
    if (this.hasClosed) return
    this.hasClosed = true
    this.dispatchEvent(new CustomEvent('nn-close', { bubbles: true, composed: true }))
  }
}

function signOf({ sign }: Choice) {
  if (typeof sign === 'string') return icon(sign)
  if ('person' in sign) return html`<nn-avatar named .name=${sign.person.name} .color=${sign.person.color}></nn-avatar>`
  return html`<i ${vars({ '--paper': `var(--${sign.paper})`, '--edge': `var(--${sign.paper}-edge)` })}></i>`
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-finder': NnFinder
  }
}
