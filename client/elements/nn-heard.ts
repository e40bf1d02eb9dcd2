/** What others say in passing: told to screen readers, and written where no cursor shows it. */
import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Unsubscribe } from '../../shared/base/observable.ts'
import type { ReactionKind } from '../../shared/workshop/remarks.ts'
import type { Ink } from '../../shared/workshop/roles.ts'
import type { Other } from '../editor/board.ts'
import type { Editor } from '../editor/editor.ts'
import { say } from '../words/words.ts'
import type { Hearing } from './hearing.ts'
import { createHearing } from './hearing.ts'
import { announce } from './nn-live.ts'
import { firstName } from './people-names.ts'
import { base } from './theme/look.ts'
import { vars } from './vars.ts'
import { Watch } from './watch.ts'

interface Line {
  readonly color: Ink
  readonly text: string
}

@customElement('nn-heard')
export class NnHeard extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        inset-block-end: 12px;
        inset-inline-start: 12px;
        max-width: min(320px, calc(100% - 24px));
      }
      .all {
        display: grid;
        justify-items: start;
        gap: 4px;
      }
      p {
        padding: 2px 8px;
        border-radius: 3px;
        background: var(--whose);
        color: var(--sheet);
        font: var(--t-small);
        font-weight: 600;
        overflow-wrap: anywhere;
        forced-color-adjust: none;
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  @property({ type: Boolean }) outlineOpen = false
  private hearing: Hearing | undefined
  private stops: readonly Unsubscribe[] = []
  /** What was written here last: cursors move all the time. */
  private written = ''

  private readonly others = new Watch(
    this,
    () => this.editor.board.presence.others,
    others => {
      this.hearing?.hear(this.withoutMe(others))
      return JSON.stringify(this.lines) !== this.written
    },
  )

  override render() {
    const { lines } = this
    this.written = JSON.stringify(lines)
    return html`<div class="all" role="group" aria-label=${say('remark.heard')}>
      ${lines.map(({ color, text }) => html`<p dir="auto" ${vars({ '--whose': `var(--${color})` })}>${text}</p>`)}
    </div>`
  }

  override firstUpdated(): void {
    this.begin()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.begin()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.hearing?.destroy()
    for (const stop of this.stops) stop()
  }

  private begin(): void {
    this.hearing = createHearing(
      {
        said: ({ name }, words) => announce(this, say('remark.said', { name, words })),
        reacted: ({ name }, kind) => announce(this, reactionOf(name, kind)),
      },
      {
        start: (run, ms) => setTimeout(run, ms),
        stop: pause => clearTimeout(pause as ReturnType<typeof setTimeout>),
      },
      () => performance.now(),
    )
    this.stops = [this.editor.reacted.subscribe(({ kind }) => announce(this, say(`command.react.${kind}`)))]
    this.hearing.hear(this.withoutMe(this.others.value))
  }

  private withoutMe(others: readonly Other[]): readonly Other[] {
    return others.filter(({ person }) => person.id !== this.editor.board.me.value.id)
  }

  private get lines(): readonly Line[] {
    return this.withoutMe(this.others.value).flatMap(({ person: { name, color }, pointing }) => {
      const { chat, reaction, cursor } = pointing
      const words =
        !chat || (cursor && !this.outlineOpen) ? [] : [say('remark.said', { name: firstName(name), words: chat })]
      const told = reaction && this.outlineOpen ? [reactionOf(firstName(name), reaction.kind)] : []
      return [...words, ...told].map(text => ({ color, text }))
    })
  }
}

const reactionOf = (name: string, kind: ReactionKind): string =>
  say('remark.reacted', { name, reaction: say(`command.react.${kind}`) })

declare global {
  interface HTMLElementTagNameMap {
    'nn-heard': NnHeard
  }
}
