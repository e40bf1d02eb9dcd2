/** Dots of a vote as discs, those that are given full. Their number stands beside in words, so readers do not hear them. */
import { css, html } from 'lit'

export const discs = (given: number, of: number) =>
  html`<span class="discs" aria-hidden="true">${Array.from({ length: of }, (_, n) => html`<i class=${n < given ? 'given' : ''}></i>`)}</span>`

export const discsLook = css`
  .discs {
    display: flex;
    gap: 4px;
  }
  .discs i {
    width: 14px;
    height: 14px;
    border: 2px solid var(--control);
    border-radius: 50%;
  }
  .discs .given {
    border-color: var(--accent);
    background: var(--accent);
  }
  @media (forced-colors: active) {
    .discs .given {
      border-color: Highlight;
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`
