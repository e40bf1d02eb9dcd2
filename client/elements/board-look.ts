/** The frame of a board: bar 52, tools 52, foot 40, panel 352; the stage has the rest. Tablet and phone rearrange it. */
import { css } from 'lit'

export const boardLook = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / 52px minmax(0, 1fr) auto;
    height: 100dvh;
    background: var(--desk);
    color: var(--ink);
    font: var(--t-body);
    overflow: hidden;
  }
  /* While a step runs nothing covers its clock. */
  :host([running]) {
    --below-bar: 58px;
  }
  nn-top-bar {
    grid-area: 1 / 1 / 2 / -1;
  }
  nn-rail {
    grid-area: 2 / 1 / 4 / 2;
  }
  .middle {
    grid-area: 2 / 2 / 3 / 3;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  :host([outline]) .middle {
    grid-column: 1 / 3;
  }
  .view {
    position: relative;
    flex: 1;
    min-height: 0;
  }
  nn-stage,
  nn-outline {
    position: absolute;
    inset: 0;
  }
  nn-stage:focus-visible {
    outline-offset: -3px;
  }
  /* What is chosen wears the ring of the keyboard itself. */
  nn-stage[chosen]:focus-visible {
    outline: none;
  }
  nn-panel {
    grid-area: 2 / 3 / 4 / 4;
  }
  nn-foot {
    grid-area: 3 / 2 / 4 / 3;
  }
  :host([outline]) nn-foot {
    grid-column: 1 / 3;
    border-top: 1px solid var(--line-2);
  }
  .people {
    padding: 8px 20px 20px;
  }
  @media (max-width: 1023px) {
    :host {
      grid-template: auto minmax(0, 1fr) auto auto / minmax(0, 1fr) auto;
    }
    .middle,
    :host([outline]) .middle {
      grid-area: 2 / 1 / 3 / 2;
    }
    nn-foot,
    :host([outline]) nn-foot {
      grid-area: 3 / 1 / 4 / -1;
    }
    nn-rail {
      grid-area: 4 / 1 / 5 / -1;
    }
    nn-panel {
      grid-area: 2 / 1 / 3 / -1;
      justify-self: end;
      width: min(352px, 50vw);
      z-index: var(--z-panel);
      box-shadow: var(--float);
    }
  }
  @media (max-width: 640px) {
    nn-panel {
      grid-area: 2 / 1 / 5 / -1;
      align-self: end;
      width: 100vw;
      max-height: 80dvh;
      border-inline-start: 0;
      border-top: 1px solid var(--line-2);
      border-radius: var(--r-float) var(--r-float) 0 0;
    }
    :host([outline]) nn-foot {
      display: none;
    }
  }
  @media (forced-colors: active) {
    nn-panel {
      border: 1px solid CanvasText;
    }
  }
`
