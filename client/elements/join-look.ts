/** How the page of an invitation looks. */
import { css } from 'lit'

export const joinLook = css`
  h1 {
    font: var(--t-title);
    letter-spacing: -0.026em;
    overflow-wrap: anywhere;
  }
  .above {
    font-size: 16px;
    line-height: 24px;
    margin-bottom: 8px;
  }
  .role {
    font-size: 16px;
    line-height: 24px;
    margin: 14px 0 40px;
  }
  label.name {
    display: block;
    font-weight: 600;
    margin-bottom: 8px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .row input {
    flex: 0 1 320px;
    min-width: 0;
    height: 52px;
    padding: 0 16px;
    border: 1.5px solid var(--ink);
    border-radius: var(--r-control);
    background: var(--sheet);
    font: 480 19px/28px var(--font);
  }
  .row .button {
    min-height: 52px;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0;
    min-width: 0;
    margin-block: 9px 0;
    margin-inline: -5px 0;
    padding: 0;
    border: 0;
  }
  .ink {
    position: relative;
    display: grid;
    place-items: center;
    width: 34px;
    height: 34px;
  }
  .ink input {
    position: absolute;
    inset: 0;
    appearance: none;
    border-radius: 50%;
    outline-offset: 0;
  }
  .ink span {
    width: 24px;
    height: 24px;
    border-radius: 50%;
    background: var(--ink-of);
    pointer-events: none;
    forced-color-adjust: none;
  }
  .ink input:checked + span {
    outline: 2px solid var(--ink);
    outline-offset: 3px;
  }
  .free,
  .privacy {
    font: var(--t-small);
  }
  .free {
    margin-top: 10px;
  }
  .low {
    flex: 1.15 0 24px;
  }
  @media (pointer: coarse) {
    .ink {
      width: 44px;
      height: 44px;
    }
  }
`
