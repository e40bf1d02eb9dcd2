/** The mark: the sheet in ink lines, its middle block filled. */
import { css, html, LitElement } from 'lit'
import { customElement } from 'lit/decorators.js'

@customElement('nn-mark')
export class NnMark extends LitElement {
  static override styles = css`
    :host {
      display: block;
      flex: none;
      width: 28px;
      height: 20px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      fill: none;
    }
    .middle {
      fill: var(--accent);
    }
    .lines {
      stroke: var(--ink);
      stroke-width: 1.5;
    }
  `

  override render() {
    return html`<svg viewBox="0 0 28 20" aria-hidden="true">
      <path class="middle" d="M11 1h6v12.5h-6z" />
      <path
        class="lines"
        d="M1 1h26v18H1zM6 1v12.5M11 1v12.5M17 1v12.5M22 1v12.5M6 7.2h5M17 7.2h5M1 13.5h26M14 13.5V19"
      />
    </svg>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-mark': NnMark
  }
}
