/** The sheet of keys, drawn from the table of commands. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Store } from '../base/store.ts'
import type { Group } from '../commands/command.ts'
import { GROUPS } from '../commands/command.ts'
import type { KeyLine } from '../commands/keymap.ts'
import { keyLinesOf } from '../commands/keymap.ts'
import { say } from '../words/words.ts'
import { isApple } from './pointer.ts'
import './nn-dialog.ts'
import { letSingleKeysAct, singleKeysAct } from './single-keys.ts'
import { base, controls } from './theme/look.ts'

@customElement('nn-keys')
export class NnKeys extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      nn-dialog {
        --dialog-width: 800px;
      }
      .columns {
        columns: 3 210px;
        column-gap: 28px;
      }
      section {
        padding-bottom: 16px;
      }
      h3 {
        break-after: avoid;
        padding-bottom: 4px;
        font-weight: 620;
      }
      .line {
        break-inside: avoid;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        min-height: 28px;
        padding-block: 2px;
        border-top: 1px solid var(--line);
        font: var(--t-small);
      }
      .keys {
        direction: ltr;
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 3px;
      }
      .or {
        padding: 0 2px;
        color: var(--ink-3);
      }
      label {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 32px;
        padding-bottom: 16px;
      }
      input {
        width: 18px;
        height: 18px;
        accent-color: var(--ink);
      }
      @media (pointer: coarse) {
        label {
          min-height: 44px;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare store: Store
  @state() private single = true

  override willUpdate(): void {
    if (!this.hasUpdated) this.single = singleKeysAct(this.store)
  }

  override render() {
    return html`<nn-dialog open .heading=${say('keys.title')} .sentence=${say('keys.sentence')}>
      <label>
        <input type="checkbox" .checked=${this.single} @change=${this.toggle} />
        ${say('keys.single')}
      </label>
      <div class="columns">${GROUPS.map(group => this.group(group))}</div>
    </nn-dialog>`
  }

  private group(group: Group) {
    const lines = keyLinesOf(group, { apple: isApple })
    if (lines.length === 0) return nothing
    return html`<section>
      <h3>${say(`group.${group}`)}</h3>
      ${lines.map(line => this.line(line))}
    </section>`
  }

  private line({ title, keys }: KeyLine) {
    return html`<div class="line">
      <span>${title}</span>
      <span class="keys">
        ${keys.map(
          (caps, i) =>
            html`${i > 0 ? html`<span class="or">/</span>` : nothing}${caps.map(cap => html`<kbd>${cap}</kbd>`)}`,
        )}
      </span>
    </div>`
  }

  private toggle(event: Event): void {
    this.single = (event.target as HTMLInputElement).checked
    letSingleKeysAct(this.store, this.single)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-keys': NnKeys
  }
}
