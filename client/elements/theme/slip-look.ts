/** How a note looks as a strip of paper: in the lists of the outline and in the panel. */
import { css } from 'lit'

export const slipLook = css`
  .slip {
    position: relative;
    display: flex;
    align-items: flex-start;
    gap: 14px;
    width: 100%;
    min-height: 44px;
    padding: 10px 14px;
    border: 1px solid var(--edge);
    border-radius: var(--r-note);
    background: var(--paper);
    color: var(--note-ink);
    font: 470 16px/22px var(--font);
    text-align: start;
  }
  .slip.striped {
    padding-inline-start: 26px;
  }
  .slip .stripe {
    position: absolute;
    inset-inline-start: 0;
    top: 0;
    bottom: 0;
    width: 14px;
    --print: 12px;
  }
  .slip .picture {
    flex: none;
    width: 120px;
    height: 88px;
    object-fit: contain;
  }
  .slip .text {
    flex: 1;
    min-width: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .slip .text.empty {
    color: var(--note-ink-2);
    font-weight: 450;
  }
  .slip small {
    display: flex;
    align-items: center;
    gap: 4px;
    flex: none;
    margin-top: 2px;
    font: 500 13px/18px var(--font);
    color: var(--note-ink-2);
    white-space: nowrap;
  }
  .slip .hand {
    padding: 0 6px;
    border-radius: 3px;
    background: var(--who);
    color: var(--sheet);
    font-weight: 600;
  }
  .slip.chosen {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
  }
  .slip:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  @media (max-width: 640px) {
    .slip {
      min-height: 72px;
      padding-top: 12px;
      padding-bottom: 12px;
      font-size: 17px;
      line-height: 23px;
      flex-wrap: wrap;
      align-content: center;
      gap: 2px 14px;
    }
    .slip.striped {
      padding-inline-start: 30px;
    }
    .slip .stripe {
      width: 16px;
      --print: 14px;
    }
    .slip .text {
      flex-basis: 100%;
    }
  }
  @media (forced-colors: active) {
    .slip {
      forced-color-adjust: none;
    }
  }
`
