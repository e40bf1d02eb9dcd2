/** The menu of what is chosen or lies under a spot: what it was asked about last, and opening it there. */
import type { ReactiveControllerHost } from 'lit'
import { html, nothing } from 'lit'
import type { Context } from '../commands/command.ts'
import { runCommand } from '../commands/commands.ts'
import type { MenuId } from '../commands/menus.ts'
import { menuNow } from '../commands/menus.ts'
import { say } from '../words/words.ts'
import type { MenuAsked } from './menu-asked.ts'
import { entriesOf } from './menu-entries.ts'
import './nn-menu-list.ts'

export class BoardMenu {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode }
  #asked: { readonly context: Context; readonly id: MenuId } | undefined

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.#host = host
  }

  /** `id` undefined: the one of what the context is about. */
  open(context: Context, { beside, from, spot }: MenuAsked, id?: MenuId): void {
    const asked: Context = { ...context, spot }
    this.#asked = { context: asked, id: id ?? menuNow(asked) }
    this.#host.requestUpdate()
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector('nn-menu-list')?.open({ beside, from }),
    )
  }

  /** To be rendered by the host. */
  list() {
    if (!this.#asked) return nothing
    const { context, id } = this.#asked
    return html`<nn-menu-list
      .label=${say(`menu.${id}`)}
      .entries=${entriesOf(id, context)}
      @nn-choose=${(event: CustomEvent<string>) => runCommand(event.detail, context)}
    ></nn-menu-list>`
  }
}
