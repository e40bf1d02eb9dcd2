/** How the report looks: on the screen a sheet in a dialog, on paper A4, black on white, with nothing of the page around it. */
import { css } from 'lit'

export const reportLook = css`
  nn-dialog {
    --dialog-width: 760px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-bottom: 20px;
    border-bottom: 1px solid var(--line);
  }
  .hint {
    font: var(--t-small);
    color: var(--ink-2);
  }
  article {
    padding-top: 20px;
  }
  h3 {
    font: var(--t-sub);
    letter-spacing: -0.012em;
  }
  section {
    margin-top: 24px;
  }
  section h4 {
    margin: 0 0 8px;
    font: inherit;
    font-weight: 620;
    font-size: 16px;
  }
  section h5 {
    margin: 14px 0 4px;
    font: inherit;
    font-weight: 620;
  }
  li {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding: 5px 0;
    border-top: 1px solid var(--line);
    break-inside: avoid;
  }
  li > :first-child {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  li > :last-child:not(:first-child) {
    flex: none;
    max-width: 50%;
    color: var(--ink-2);
    text-align: end;
  }
  .credit {
    margin-top: 28px;
    font: var(--t-tiny);
    font-weight: 450;
    color: var(--ink-3);
  }
`
