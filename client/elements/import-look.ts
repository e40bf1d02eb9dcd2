/** How the import looks: the file, and the counts of what it would change. */
import { css } from 'lit'

export const importLook = css`
  nn-dialog {
    --dialog-width: 560px;
  }
  .chooser {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
    padding-bottom: 18px;
  }
  .name {
    min-width: 0;
    font-weight: 620;
    overflow-wrap: anywhere;
  }
  .faults {
    padding-bottom: 12px;
    font: var(--t-small);
    color: var(--ink-2);
  }
  .faults li {
    padding: 5px 0;
    border-top: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .faults b {
    margin-inline-end: 6px;
    font-weight: 620;
    color: var(--ink);
  }
  .scroll {
    max-height: 44dvh;
    overflow: auto;
    margin-bottom: 14px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font: var(--t-small);
  }
  th,
  td {
    padding-block: 5px;
    padding-inline: 16px 0;
    text-align: end;
    border-bottom: 1px solid var(--line);
  }
  th:first-child {
    padding-inline-start: 0;
    text-align: start;
    font-weight: 450;
  }
  thead th {
    color: var(--ink-3);
    font-weight: 450;
    border-color: var(--line-2);
  }
  tfoot th:first-child,
  tfoot td {
    font-weight: 620;
    border: 0;
  }
  .beside {
    font: var(--t-small);
    color: var(--ink-2);
    padding-bottom: 14px;
    overflow-wrap: anywhere;
  }
  .beside:empty {
    padding: 0;
  }
`
