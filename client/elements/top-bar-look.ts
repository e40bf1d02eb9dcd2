/** How the bar over everything looks. */
import { css } from 'lit'

export const topBarLook = css`
  :host {
    position: relative;
    z-index: var(--z-bar);
    border-bottom: 1px solid var(--line-2);
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-height: 51px;
    padding-block: 0;
    padding-inline: 16px 12px;
  }
  .start,
  .end {
    display: flex;
    align-items: center;
    gap: 12px;
    min-width: 0;
  }
  .end {
    gap: 8px;
    flex: none;
  }
  .skip {
    position: absolute;
    inset-inline-start: 8px;
    top: -60px;
    z-index: var(--z-tip);
    padding: 10px 14px;
    border-radius: var(--r-control);
    background: var(--ink);
    color: var(--sheet);
    font-weight: 560;
    text-decoration: none;
  }
  .skip:focus-visible {
    top: 8px;
  }
  .home {
    display: grid;
    place-items: center;
    min-width: 28px;
    min-height: 28px;
    border-radius: var(--r-control);
  }
  h1 {
    min-width: 0;
    margin: 0 -6px;
  }
  .title {
    display: block;
    max-width: 100%;
    min-height: 28px;
    padding: 0 6px;
    border-radius: var(--r-control);
    font: var(--t-bar);
    line-height: 28px;
    letter-spacing: -0.005em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  button.title {
    cursor: text;
  }
  input.title {
    width: 280px;
    background: var(--sheet);
    box-shadow: inset 0 0 0 1px var(--control);
  }
  .slash {
    color: var(--line-2);
  }
  .canvas {
    white-space: nowrap;
  }
  .save {
    display: flex;
    align-items: center;
    gap: 6px;
    font: var(--t-small);
    color: var(--ink-3);
    white-space: nowrap;
    min-width: 76px;
  }
  .save.loud {
    color: var(--ink);
    font-weight: 600;
  }
  .here {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    margin-inline-end: 4px;
    padding: 0 4px;
    border-radius: var(--r-control);
  }
  .who {
    border-radius: 50%;
  }
  @media (pointer: coarse) {
    .who {
      display: grid;
      place-items: center;
      min-width: 44px;
      min-height: 44px;
    }
  }
  .more {
    font: var(--t-small);
    color: var(--ink-2);
  }
  .share {
    margin-inline-start: 4px;
  }
  @media (pointer: coarse) {
    .home,
    .skip,
    .title {
      min-height: 44px;
      line-height: 44px;
    }
    .home {
      min-width: 44px;
      margin-inline: -8px;
    }
    .skip {
      padding-block: 0;
    }
  }
  @media (max-width: 1023px) {
    .slash,
    .canvas {
      display: none;
    }
  }
  @media (max-width: 640px) {
    header {
      min-height: 55px;
      padding-block: 0;
      padding-inline: 16px 8px;
    }
    .start {
      gap: 10px;
      flex: 1;
    }
    .title {
      font-size: 16px;
    }
    .here,
    .react,
    .agenda,
    .people {
      display: none;
    }
    .save {
      min-width: 0;
    }
    :host([running]) .save:not(.loud) span {
      position: absolute;
      clip-path: inset(50%);
    }
    .start {
      overflow: hidden;
    }
  }
`
