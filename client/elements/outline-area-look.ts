/** How one block of the outline looks, on the desk and on the phone. */
import { css } from 'lit'

export const outlineAreaLook = css`
  :host {
    max-width: 660px;
    padding-top: 32px;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  h2 {
    display: flex;
    flex: 1;
    align-items: baseline;
    gap: 12px;
    min-width: 0;
    font: var(--t-head);
    letter-spacing: -0.018em;
  }
  h2 b {
    font-weight: 450;
    color: var(--ink-3);
  }
  .question {
    margin: 2px 0 14px;
    padding-inline-start: 26px;
    color: var(--ink-2);
  }
  nn-outline-group {
    display: block;
    margin-block: 10px 16px;
    padding: 2px 14px 8px;
    border: 1px dashed var(--control);
  }
  .group {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .group h3 {
    flex: 1;
    min-width: 0;
    margin: 0;
    font: var(--t-bar);
    overflow-wrap: anywhere;
  }
  .group h3 button {
    min-height: 36px;
    text-align: start;
  }
  .group em {
    font: var(--t-small);
    color: var(--ink-3);
  }
  .group nn-group-name {
    flex: 1;
  }
  .firsts {
    margin: 0 0 4px;
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  nn-slip {
    display: block;
    position: relative;
    margin-bottom: 6px;
  }
  .slip.written {
    position: absolute;
    inset: 0;
    opacity: 0;
    pointer-events: none;
  }
  textarea {
    display: block;
    width: 100%;
    padding: 10px 14px;
    border: 1px solid var(--control);
    border-radius: var(--r-note);
    background: var(--sheet);
    font: 470 16px/22px var(--font);
    resize: none;
    overflow: hidden;
    outline: 3px solid var(--accent);
    outline-offset: 0;
  }
  .slip-field {
    position: relative;
    background: var(--paper);
    border-color: transparent;
    color: var(--note-ink);
  }
  .addresses {
    display: grid;
    justify-items: start;
    padding: 6px 15px;
    font: var(--t-small);
    color: var(--ink-2);
  }
  .addresses a {
    max-width: 100%;
    min-height: 24px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .add {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 40px;
    padding-block: 0;
    padding-inline: 0 10px;
    border-radius: var(--r-control);
    color: var(--ink-2);
    font-weight: 560;
  }
  .new {
    margin: 8px 0 4px;
  }
  .new p {
    margin-top: 6px;
    font: var(--t-small);
    color: var(--ink-3);
  }
  .drawings {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 44px;
    color: var(--ink-2);
  }
  .step {
    display: none;
  }
  @media (pointer: coarse) {
    .add {
      min-height: 44px;
    }
  }
  @media (max-width: 640px) {
    :host {
      padding: 0;
    }
    .head {
      position: sticky;
      top: 0;
      z-index: 1;
      min-height: 60px;
      padding-block: 0;
      padding-inline: 16px 4px;
      border-bottom: 1px solid var(--line);
      background: var(--sheet);
    }
    h2 {
      font-size: 19px;
      line-height: 26px;
      gap: 10px;
    }
    .step {
      display: grid;
    }
    .question {
      margin: 12px 16px;
      padding: 0;
      font-size: 15px;
      line-height: 21px;
    }
    .list,
    .new,
    .addline {
      padding: 0 16px;
    }
    nn-slip {
      margin-bottom: 8px;
    }
    .addline {
      padding-bottom: 24px;
    }
    textarea {
      font-size: 17px;
      line-height: 23px;
    }
  }
  .hidden,
  .only-you {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--ink-3);
    font-size: 13px;
  }
  .hidden {
    margin-block: 6px;
  }
`
