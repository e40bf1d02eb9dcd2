/** Finds the other end of a link, of a new one or of one that moves, by typing: words of a note, arrows, Enter. */
import { html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Note } from '../../shared/canvas/records.ts'
import type { MovedEnd } from '../commands/command.ts'
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
  /** The end of a link that moves, while `from` stays. */
  @property({ attribute: false }) moved: MovedEnd | undefined

  override render() {
    const from = this.board.canvas.value.notes.get(this.from)
    return html`<nn-finder
      sign="spline"
      .label=${say(this.moved?.end === 'tail' ? 'link.searchTail' : 'link.search', { note: from?.text || say('note.empty') })}
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

  /** Notes that this one does not reach yet, or that do not reach it. */
  private get others(): readonly Note[] {
    const { notes, links } = this.board.canvas.value
    const [near, far] = this.moved?.end === 'tail' ? (['to', 'from'] as const) : (['from', 'to'] as const)
    const linked = new Set(links.all().flatMap(link => (link[near] === this.from ? link[far] : [])))
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
