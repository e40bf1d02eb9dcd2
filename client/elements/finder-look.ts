/** How a field with findings below it looks: 620 wide, 112 from the top, without a scrim. On a phone it takes the width. */
import { css } from 'lit'

export const finderLook = css`
  dialog {
    width: min(620px, calc(100vw - 16px));
    max-height: calc(100dvh - 112px - 16px);
    margin: 112px auto auto;
    padding: 0;
    border: 0;
    border-radius: var(--r-float);
    background: var(--sheet);
    color: var(--ink);
    box-shadow: var(--float);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: none;
  }
  .in {
    display: flex;
    flex: none;
    align-items: center;
    gap: 12px;
    min-height: 56px;
    padding-inline: 20px 8px;
    border-block-end: 1px solid var(--line);
  }
  input {
    flex: 1;
    min-width: 0;
    min-height: 44px;
    font-size: 18px;
  }
  input:focus-visible {
    outline: none;
  }
  input::placeholder {
    color: var(--ink-3);
  }
  .list {
    padding-block-end: 10px;
    overflow: auto;
    overscroll-behavior: contain;
  }
  h2 {
    padding: 14px 20px 6px;
    font: 560 12px/16px var(--font);
    color: var(--ink-3);
  }
  .choice {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    align-items: center;
    gap: 12px;
    min-height: 40px;
    padding: 4px 20px;
    border-inline-start: 3px solid transparent;
    padding-inline-start: 17px;
    scroll-margin-block: 8px;
  }
  .choice .icon {
    color: var(--ink-2);
  }
  .choice i {
    justify-self: center;
    width: 16px;
    height: 16px;
    border: 1px solid var(--edge);
    border-radius: var(--r-note);
    background: var(--paper);
    forced-color-adjust: none;
  }
  .choice nn-avatar {
    --avatar: 22px;
    margin-inline: -1px;
  }
  .text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    text-align: start;
  }
  mark {
    background: none;
    color: inherit;
    font-weight: 660;
  }
  .side {
    color: var(--ink-3);
    font: var(--t-small);
  }
  .choice[aria-selected='true'] {
    border-inline-start-color: var(--accent);
    background: var(--wash);
  }
  .choice[aria-selected='true'] .side {
    color: var(--ink-2);
  }
  .choice[aria-disabled='true'] .text,
  .choice[aria-disabled='true'] .icon {
    color: var(--ink-3);
  }
  .choice[aria-disabled='true'][aria-selected='true'] .text {
    color: var(--ink-2);
  }
  .why {
    display: block;
    white-space: normal;
    font: var(--t-small);
    color: var(--ink-2);
  }
  .keys {
    direction: ltr;
    display: flex;
    gap: 4px;
  }
  .none {
    padding: 14px 20px 6px;
    color: var(--ink-2);
  }
  @media (pointer: coarse) {
    .choice {
      min-height: 48px;
    }
    .keys {
      display: none;
    }
  }
  @media (max-width: 640px), (max-height: 560px) {
    dialog {
      max-height: calc(100dvh - 16px);
      margin-block-start: 8px;
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 1px solid CanvasText;
    }
    mark {
      text-decoration: underline;
    }
    .choice {
      border-inline-start-color: Canvas;
    }
    .choice[aria-selected='true'] {
      border-inline-start-color: Highlight;
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .choice[aria-disabled='true'] .text {
      color: GrayText;
    }
  }
`
