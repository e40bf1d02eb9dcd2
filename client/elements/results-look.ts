/** How the panel of results looks. */
import { css } from 'lit'

export const resultsLook = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100%;
  }
  .body {
    flex: 1;
    display: grid;
    align-content: start;
    gap: 12px;
    padding: 20px;
    overflow-x: auto;
  }
  h2 {
    font: var(--t-sub);
    letter-spacing: -0.012em;
    overflow-wrap: anywhere;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 30px;
  }
  input {
    accent-color: var(--ink);
  }
  .button[aria-pressed='true'] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--sheet);
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding-block: 7px;
    padding-inline: 8px 0;
    border-bottom: 1px solid var(--line);
    vertical-align: top;
    font-weight: 450;
    text-align: end;
    white-space: nowrap;
  }
  th:first-child {
    padding-inline-start: 0;
    text-align: start;
    white-space: normal;
  }
  thead th {
    color: var(--ink-3);
    font: var(--t-small);
    vertical-align: bottom;
  }
  .sort {
    min-height: 24px;
    padding-inline: 2px;
  }
  .sort.is {
    color: var(--ink);
    font-weight: 600;
    box-shadow: inset 0 -2px 0 var(--ink);
  }
  .block {
    padding-top: 16px;
    font: var(--t-bar);
  }
  .go {
    min-height: 24px;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .go:hover {
    text-decoration: underline;
  }
  .note small {
    display: block;
    font: var(--t-small);
    color: var(--ink-2);
  }
  td {
    font-weight: 620;
    line-height: 24px;
  }
  .none {
    color: var(--ink-3);
    font-weight: 450;
  }
  .actions {
    position: sticky;
    bottom: 0;
    display: grid;
    gap: 10px;
    padding: 14px 20px;
    border-top: 1px solid var(--line);
    background: var(--panel);
  }
  form.row {
    align-items: end;
  }
  .actions label {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  select {
    max-width: 100%;
    flex: 1;
  }
  @media (pointer: coarse) {
    .go,
    .sort,
    .check {
      min-height: 44px;
    }
    td {
      line-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .button[aria-pressed='true'],
    .sort.is {
      outline: 2px solid Highlight;
    }
  }
`
