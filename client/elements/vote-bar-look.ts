/** How the bar of an open vote looks: one row above the sheet, several on a phone. */
import { css } from 'lit'

export const voteBarLook = css`
  section {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 20px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--line-2);
    background: var(--wash);
    --surround: var(--wash);
  }
  .what {
    flex: 1 1 280px;
    min-width: 0;
  }
  h2 {
    font: var(--t-bar);
    overflow-wrap: anywhere;
  }
  .rules,
  .gone {
    font: var(--t-small);
    color: var(--ink-2);
  }
  .left {
    display: grid;
    gap: 4px;
  }
  p.left,
  .left li {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .left .area {
    flex: 1;
    font: var(--t-small);
  }
  .left b {
    min-width: 56px;
    font-weight: 620;
    text-align: end;
  }
  .finished {
    display: grid;
    gap: 4px;
    min-width: 136px;
    font: var(--t-small);
  }
  .finished small {
    font: inherit;
    color: var(--ink-2);
  }
  .track {
    height: 4px;
    background: var(--line-2);
  }
  .track span {
    display: block;
    width: var(--part);
    height: 100%;
    background: var(--ink);
  }
  .done.is {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--sheet);
  }
  .ends,
  .ask {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .problem {
    flex-basis: 100%;
    font-weight: 560;
    color: var(--alarm);
  }
  @media (max-width: 640px) {
    section {
      gap: 8px 12px;
      max-height: 45dvh;
      overflow: auto;
    }
    .left,
    .what {
      flex-basis: 100%;
    }
    .done {
      flex: 1;
    }
  }
  @media (forced-colors: active) {
    .track span {
      border-color: Highlight;
      background: Highlight;
      forced-color-adjust: none;
    }
    .track {
      outline: 1px solid CanvasText;
    }
  }
`
