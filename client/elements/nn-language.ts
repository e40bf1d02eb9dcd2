/** The way to another language on the pages without a board: each is named in itself, so that anybody finds their own. */
import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LanguageId } from '../words/languages.ts'
import { LANGUAGE_IDS, LANGUAGES } from '../words/languages.ts'
import { say } from '../words/words.ts'
import type { Entry } from './nn-menu-list.ts'
import './nn-menu.ts'
import { base } from './theme/look.ts'

@customElement('nn-language')
export class NnLanguage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        margin-block-start: 12px;
        margin-inline-start: -10px;
      }
    `,
  ]

  @property() current: LanguageId = 'en'

  override render() {
    const entries = LANGUAGE_IDS.map((id): Entry => ({
      id,
      lang: id,
      label: LANGUAGES[id].name,
      checked: id === this.current,
    }))
    return html`<nn-menu
      .label=${say('page.language', { name: LANGUAGES[this.current].name })}
      look="button quiet small"
      .entries=${entries}
      @nn-choose=${(event: CustomEvent<string>) => this.choose(event.detail)}
    ></nn-menu>`
  }

  private choose(id: string): void {
    if (id === this.current) return
    this.dispatchEvent(new CustomEvent<string>('nn-language', { detail: id, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-language': NnLanguage
  }
}
