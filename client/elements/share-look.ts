/** How the dialog of links looks. */
import { css } from 'lit'

export const shareLook = css`
  nn-dialog {
    --dialog-width: 800px;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 4px 8px;
    min-height: 56px;
    padding: 11px 0;
    border-top: 1px solid var(--line);
  }
  b {
    font-weight: 620;
    overflow-wrap: anywhere;
  }
  .joined {
    /* Letters of its neighbour must not join to it. */
    display: inline-block;
    margin-inline-start: 8px;
    font: var(--t-small);
    color: var(--ink-3);
  }
  .may {
    max-width: 310px;
    font: var(--t-small);
    color: var(--ink-2);
  }
  .row nn-menu {
    grid-column: 3;
  }
  .url,
  .hint {
    grid-column: 1 / -1;
  }
  .url {
    width: 100%;
    font: var(--t-small);
  }
  .hint {
    font: var(--t-small);
    color: var(--ink-2);
  }
  .hint:empty {
    display: none;
  }
  h3 {
    margin-top: 18px;
    padding-bottom: 6px;
    font-weight: 620;
  }
  .lost,
  .end {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-top: 14px;
    border-top: 1px solid var(--line);
    font: var(--t-small);
    color: var(--ink-2);
  }
  .end {
    margin-top: 14px;
    padding-top: 10px;
  }
  .end .button {
    padding: 0;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 4px;
  }
  .problem {
    padding-bottom: 12px;
    color: var(--alarm);
    font-weight: 560;
  }
`
