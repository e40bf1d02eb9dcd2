/** Bars that float over the board: of the chosen notes, of the chosen link, of the pen. */
import { css } from 'lit'

export const floatingBar = css`
  .bar {
    display: flex;
    align-items: center;
    min-height: 44px;
    padding: 0 6px;
    border-radius: var(--r-float);
    background: var(--sheet);
    box-shadow: var(--float);
  }
  hr {
    width: 1px;
    height: 24px;
    margin: 0 6px;
    border: 0;
    background: var(--line);
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
    }
  }
`
