/** How the panel of the chosen note looks. */
import { css } from 'lit'

export const notePanelLook = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100%;
  }
  .body {
    flex: 1;
    padding: 20px;
  }
  .slip {
    margin-bottom: 24px;
    padding: 16px 16px 18px;
    font-size: 20px;
    line-height: 26px;
  }
  .slip.striped {
    padding-inline-start: 32px;
  }
  .slip .stripe {
    width: 16px;
    --print: 14px;
  }
  dl {
    display: grid;
    grid-template-columns: 92px minmax(0, 1fr);
    row-gap: 14px;
    align-items: start;
  }
  dt {
    color: var(--ink-3);
  }
  .segment {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .segment .stripe {
    width: 10px;
    height: 18px;
    flex: none;
    --print: 8.75px;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  h3 {
    margin: 28px 0 8px;
    font-weight: 620;
  }
  .none {
    padding-bottom: 12px;
  }
  nn-swatches {
    margin-block: -6px 0;
    margin-inline: -4px 0;
  }
  .link {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 4px 0;
    border-top: 1px solid var(--line);
    line-height: 22px;
  }
  .link p {
    padding: 5px 0;
    overflow-wrap: anywhere;
  }
  .link i {
    font-style: normal;
    color: var(--ink-3);
  }
  .link b {
    font-weight: 600;
  }
  .link .field {
    flex: 1;
    min-width: 0;
  }
  .lacks {
    display: block;
    min-height: 32px;
    margin-bottom: 6px;
    color: var(--ink-2);
    text-decoration: underline;
    text-decoration-color: var(--line-2);
    text-underline-offset: 3px;
  }
  .new {
    display: flex;
    align-items: center;
    gap: 6px;
    width: 100%;
    min-height: 44px;
    border-top: 1px solid var(--line);
    color: var(--ink-2);
    font-weight: 560;
  }
  .new kbd {
    margin-inline-start: auto;
  }
  @media (pointer: coarse) {
    nn-swatches {
      margin-inline-start: -12px;
    }
    .new kbd {
      display: none;
    }
    .lacks {
      min-height: 44px;
    }
  }
  .actions {
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-height: 64px;
    padding: 12px 20px;
    border-top: 1px solid var(--line);
    background: var(--panel);
  }
  .actions .tile {
    margin-inline-start: auto;
  }
`
