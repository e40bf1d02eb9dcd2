/** Styles that every element shares: type, buttons, fields, keys, focus. An element lists the ones it uses. */
import { css } from 'lit'

export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  /* Letters that join are set as they are drawn. */
  :host(:lang(ar)) * {
    letter-spacing: 0 !important;
  }
  /* Their dots and tails need the room that capitals do not. */
  :host(:lang(ar)) h1 {
    line-height: 1.35;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  h1,
  h2,
  h3 {
    font: inherit;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  input,
  textarea,
  select {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    background: none;
    border: 0;
    border-radius: 0;
    margin: 0;
    padding: 0;
    text-align: inherit;
  }
  button {
    cursor: default;
    -webkit-tap-highlight-color: transparent;
  }
  a {
    color: inherit;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .icon {
    display: block;
    flex: none;
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :host(:dir(rtl)) .icon.turns {
    transform: scaleX(-1);
  }
  .icon.small {
    width: 16px;
    height: 16px;
    stroke-width: 1.7;
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  .soft {
    color: var(--ink-2);
  }
  .muted {
    color: var(--ink-3);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`

export const controls = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 36px;
    padding: 0 14px;
    border: 1px solid var(--control);
    border-radius: var(--r-control);
    background: var(--sheet);
    color: var(--ink);
    font-weight: 560;
    white-space: nowrap;
    text-decoration: none;
  }
  .button.primary {
    background: var(--ink);
    border-color: var(--ink);
    color: var(--sheet);
  }
  .button.quiet {
    border-color: transparent;
    background: none;
    padding: 0 10px;
  }
  .button.small {
    min-height: 30px;
    padding: 0 10px;
    font-size: 13px;
  }
  .button.large {
    min-height: 48px;
    padding: 0 22px;
    font-size: 16px;
  }
  .tile {
    display: grid;
    place-items: center;
    flex: none;
    width: 36px;
    height: 36px;
    border-radius: var(--r-control);
    color: var(--ink-2);
    position: relative;
  }
  .tile.small {
    width: 30px;
    height: 30px;
  }
  .tile[aria-expanded='true'],
  .tile.open {
    background: var(--sheet);
    color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--line-2);
  }
  .tile[aria-pressed='true'] {
    background: var(--ink);
    color: var(--sheet);
  }
  .tile[aria-disabled='true'],
  .button[aria-disabled='true'],
  .tile:disabled,
  .button:disabled {
    opacity: 0.35;
  }
  .field {
    min-height: 36px;
    padding: 0 12px;
    border: 1px solid var(--control);
    border-radius: var(--r-control);
    background: var(--sheet);
  }
  kbd {
    display: inline-block;
    min-width: 20px;
    padding: 0 5px;
    border: 1px solid var(--line-2);
    border-radius: 3px;
    background: var(--sheet);
    color: var(--ink-2);
    font: 560 11px/18px var(--font);
    text-align: center;
  }
  @media (pointer: coarse) {
    .button,
    .button.small,
    .field {
      min-height: 44px;
    }
    .tile,
    .tile.small {
      width: 44px;
      height: 44px;
    }
    .field {
      font-size: 16px;
    }
  }
  @media (forced-colors: active) {
    .tile[aria-disabled='true'],
    .button[aria-disabled='true'],
    .tile:disabled,
    .button:disabled {
      opacity: 1;
      color: GrayText;
    }
    .button,
    .tile[aria-pressed='true'],
    .tile[aria-expanded='true'] {
      border: 1px solid ButtonText;
    }
    .button.primary,
    .tile[aria-pressed='true'] {
      border: 2px solid Highlight;
      background: ButtonFace;
      color: ButtonText;
    }
  }
`
