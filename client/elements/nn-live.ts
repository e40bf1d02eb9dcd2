/** The one live region: what happens elsewhere on the board, said to screen readers without haste. */
import { css, html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Editor } from '../editor/editor.ts'
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

  @property({ attribute: false }) declare editor: Editor
  @state() private lines: readonly { readonly id: number; readonly text: string }[] = []
  private announcer: Announcer | undefined
  private known = new Set<string>()
  private count = 0

  constructor() {
    super()
    new Watch(
      this,
      () => this.editor.board.canvas.value.notes,
      changed => {
        this.heed(changed)
        return false
      },
    )
    new Watch(
      this,
      () => this.editor.board.canvas,
      () => {
        this.learn()
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

  override firstUpdated(): void {
    this.learn()
  }

  say(text: string): void {
    this.announcer?.say(text)
  }

  stand(text: string): void {
    this.announcer?.stand(text)
  }

  private add(text: string): void {
    this.lines = [...this.lines, { id: this.count++, text }].slice(-KEPT)
  }

  /** Notes that others made since the canvas was opened; what arrives while it opens is no news, and a reveal is told as one. */
  private heed(changed: ReadonlySet<string>): void {
    const { board, faceDown } = this.editor
    const { notes } = board.canvas.value
    const isNews = board.saveState.value.kind !== 'opening'
    for (const id of changed) {
      const note = notes.get(id)
      if (!note || this.known.has(id)) continue
      this.known.add(id)
      const name = board.people.value.get(note.author)?.name
      if (faceDown.isTurned(id)) continue
      if (isNews && name && note.author !== board.me.value.id) this.announcer?.added(name, note.place[0])
    }
  }

  private learn(): void {
    this.known = new Set(this.editor.board.canvas.value.notes.all().map(note => note.id))
  }
}

/** Says it through the live region of the board that the element stands in. */
export function announce(from: HTMLElement, text: string): void {
  from.dispatchEvent(new CustomEvent<string>('nn-say', { detail: text, bubbles: true, composed: true }))
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-live': NnLive
  }
}
