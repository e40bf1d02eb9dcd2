/** The one live region: what happens elsewhere on the board, said to screen readers without haste. */
import { css, html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Board } from '../editor/board.ts'
import { say } from '../words/words.ts'
import type { Announcer } from './announcer.ts'
import { createAnnouncer } from './announcer.ts'
import { base } from './theme/look.ts'
import { Watch } from './watch.ts'

const KEPT = 3

@customElement('nn-live')
export class NnLive extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
      }
    `,
  ]

  @property({ attribute: false }) declare board: Board
  @state() private lines: readonly { readonly id: number; readonly text: string }[] = []
  private announcer: Announcer | undefined
  private known: Set<string> | undefined
  private count = 0

  constructor() {
    super()
    new Watch(
      this,
      () => this.board.canvas.value.notes,
      changed => {
        this.heed(changed)
        return false
      },
    )
    new Watch(
      this,
      () => this.board.canvas,
      () => {
        this.known = undefined
        return false
      },
    )
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.announcer = createAnnouncer(text => this.add(text), {
      start: (run, ms) => setTimeout(run, ms),
      stop: pause => clearTimeout(pause as ReturnType<typeof setTimeout>),
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.announcer?.destroy()
    this.announcer = undefined
  }

  override render() {
    return html`<div class="unseen" aria-live="polite">
      ${repeat(
        this.lines,
        line => line.id,
        line => html`<p>${line.text}</p>`,
      )}
    </div>`
  }

  say(text: string): void {
    this.announcer?.say(text)
  }

  private add(text: string): void {
    this.lines = [...this.lines, { id: this.count++, text }].slice(-KEPT)
  }

  /** Notes that others made since the canvas was opened. */
  private heed(changed: ReadonlySet<string>): void {
    const { notes } = this.board.canvas.value
    if (!this.known) {
      // The first news after opening is the board itself arriving.
      this.known = new Set(notes.all().map(note => note.id))
      return
    }
    for (const id of changed) {
      const note = notes.get(id)
      if (!note || this.known.has(id)) continue
      this.known.add(id)
      if (note.author === this.board.me.value.id || this.board.saveState.value.kind === 'opening') continue
      const name = this.board.people.value.get(note.author)?.name
      if (name) this.announcer?.added(name, note.place[0])
    }
  }
}

/** Says it through the live region of the page an element stands in. */
export function announce(from: HTMLElement, text: string): void {
  from.dispatchEvent(new CustomEvent<string>('nn-say', { detail: text, bubbles: true, composed: true }))
}

export const sayPosition = (text: string, area: string, position: number, count: number): string =>
  say('live.note', { text, area, position, count })

declare global {
  interface HTMLElementTagNameMap {
    'nn-live': NnLive
  }
}
