/** How the outline looks: blocks at the start, the column of notes, on the phone a bar to write. */
import { css } from 'lit'

export const outlineLook = css`
  :host {
    display: grid;
    grid-template-columns: 256px minmax(0, 1fr);
    height: 100%;
    min-height: 0;
  }
  nav {
    padding-block: 20px 0;
    padding-inline: 8px 12px;
    overflow: auto;
  }
  nav button {
    display: grid;
    grid-template-columns: 28px 1fr auto;
    align-items: center;
    width: 100%;
    min-height: 36px;
    padding-block: 0;
    padding-inline: 8px 12px;
    border-radius: var(--r-control);
    color: var(--ink-2);
    outline-offset: -1px;
  }
  nav b,
  nav em {
    font-weight: 450;
    font-style: normal;
    color: var(--ink-3);
  }
  nav b {
    padding-inline-end: 8px;
    text-align: center;
  }
  nav button[aria-current] {
    background: var(--sheet);
    box-shadow: inset 0 0 0 1px var(--line-2);
    color: var(--ink);
    font-weight: 620;
  }
  nav hr {
    margin-block: 12px;
    margin-inline: 8px 12px;
    border: 0;
    border-top: 1px solid var(--line-2);
  }
  .column {
    min-width: 0;
    padding: 0 56px 40px;
    border-inline-start: 1px solid var(--line-2);
    background: var(--sheet);
    overflow: auto;
    overscroll-behavior: contain;
  }
  /* A place to begin reading from, not a control. */
  .column:focus-visible {
    outline: none;
  }
  .write {
    display: none;
  }
  @media (max-width: 900px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
    nav {
      display: none;
    }
    .column {
      border-inline-start: 0;
      padding: 0 24px 40px;
    }
  }
  @media (max-width: 640px) {
    :host {
      grid-template-rows: minmax(0, 1fr) auto;
    }
    .column {
      padding: 0;
    }
    .write {
      display: flex;
      gap: 10px;
      padding: 12px 16px calc(12px + env(safe-area-inset-bottom));
      border-top: 1px solid var(--line-2);
      background: var(--panel);
    }
    .write .button {
      flex: 1;
      min-height: 52px;
      font-size: 16px;
    }
    .write .more {
      flex: none;
      width: 60px;
    }
  }
  @media (forced-colors: active) {
    nav button[aria-current] {
      border: 1px solid CanvasText;
    }
  }
`
