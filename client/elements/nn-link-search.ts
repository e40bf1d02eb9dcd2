/** Finds the other end of a new link by typing: words of a note, arrows, Enter. */
import { html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Note } from '../../shared/canvas/records.ts'
import type { Board } from '../editor/board.ts'
import { say } from '../words/words.ts'
import { linkChoices } from './link-choices.ts'
import type { Choices } from './nn-finder.ts'
import './nn-finder.ts'

const MOST = 8

@customElement('nn-link-search')
export class NnLinkSearch extends LitElement {
  @property({ attribute: false }) declare board: Board
  /** The note from which the link goes. */
  @property() from = ''

  override render() {
    const from = this.board.canvas.value.notes.get(this.from)
    return html`<nn-finder
      sign="spline"
      .label=${say('link.search', { note: from?.text || say('note.empty') })}
      .placeholder=${say('link.searchHint')}
      .none=${say('link.nothing')}
      .find=${this.find}
    ></nn-finder>`
  }

  private readonly find = (typed: string): Choices => {
    const choices = linkChoices(this.others, typed, { from: this.area, most: MOST }).map(
      ({ thing: { note }, text, marks }) => ({
        ...{ text, marks, sign: { paper: note.color }, side: say(`area.${note.place[0]}`) },
        choose: () => this.choose(note),
      }),
    )
    const title = say('link.choices')
    return { groups: choices.length > 0 ? [{ title, choices }] : [], closest: 0 }
  }

  private get area(): Area {
    return this.board.canvas.value.notes.get(this.from)?.place[0] ?? 'parking'
  }

  /** Notes that this one does not reach yet. */
  private get others(): readonly Note[] {
    const { notes, links } = this.board.canvas.value
    const linked = new Set(links.all().flatMap(({ from, to }) => (from === this.from ? to : [])))
    return notes.all().filter(({ id, text }) => id !== this.from && text && !linked.has(id))
  }

  private choose({ id }: Note): void {
    this.dispatchEvent(new CustomEvent<string>('nn-link-to', { detail: id, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-link-search': NnLinkSearch
  }
}
