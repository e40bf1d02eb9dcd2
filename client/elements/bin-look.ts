/** How the panel of the bin looks. */
import { css } from 'lit'

export const binLook = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100%;
    --surround: var(--panel);
  }
  .body {
    flex: 1;
    padding: 20px;
    outline: none;
  }
  .field {
    width: 100%;
  }
  label {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    min-width: 0;
  }
  .all {
    align-items: center;
    min-height: 48px;
    font-weight: 560;
  }
  input[type='checkbox'] {
    flex: none;
    width: 16px;
    height: 16px;
    margin-top: 2px;
    accent-color: var(--ink);
  }
  .all input {
    margin-top: 0;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    border-top: 1px solid var(--line);
  }
  .row label {
    padding: 10px 0;
  }
  .row .tile {
    margin-top: 5px;
  }
  i {
    flex: none;
    width: 16px;
    height: 16px;
    margin-top: 2px;
    border: 1px solid var(--edge);
    border-radius: var(--r-note);
    background: var(--paper);
    forced-color-adjust: none;
  }
  .words {
    min-width: 0;
  }
  .text {
    display: -webkit-box;
    -webkit-line-clamp: 3;
    -webkit-box-orient: vertical;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .under {
    display: block;
    font: var(--t-small);
    color: var(--ink-2);
  }
  .none {
    padding-top: 12px;
  }
  .actions {
    position: sticky;
    bottom: 0;
    display: flex;
    align-items: center;
    min-height: 64px;
    padding: 12px 20px;
    border-top: 1px solid var(--line);
    background: var(--panel);
  }
  @media (pointer: coarse) {
    .all,
    .row label {
      min-height: 44px;
    }
  }
`
