/** How the fields of a step look, one below the other in the panel. */
import { css } from 'lit'

export const stepFormLook = css`
  .head {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 48px;
    padding-inline: 12px 20px;
    border-bottom: 1px solid var(--line);
    font-weight: 620;
  }
  form {
    display: grid;
    gap: 16px;
    padding: 16px 20px 24px;
  }
  label,
  legend {
    font-weight: 560;
  }
  legend {
    padding: 0;
  }
  fieldset {
    display: grid;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .pair {
    display: grid;
    gap: 4px;
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 10px;
    min-height: 36px;
  }
  .beside label {
    font-weight: 450;
  }
  .field {
    width: 100%;
  }
  textarea.field {
    min-height: 96px;
    padding-block: 8px;
    resize: vertical;
  }
  .beside .field {
    width: auto;
    max-width: 160px;
  }
  .field.number {
    width: 88px;
  }
  .areas {
    display: flex;
    flex-wrap: wrap;
    gap: 0 18px;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    font-weight: 450;
  }
  .check span {
    min-width: 0;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .check input {
    flex: none;
    width: 18px;
    height: 18px;
    accent-color: var(--ink);
  }
  .hint {
    font: var(--t-small);
    color: var(--ink-2);
  }
  details summary {
    min-height: 32px;
    line-height: 32px;
    border-radius: var(--r-control);
    font: var(--t-small);
    line-height: 32px;
    color: var(--ink-2);
  }
  .problem {
    color: var(--alarm);
    font: var(--t-small);
    font-weight: 560;
  }
  @media (pointer: coarse) {
    .check,
    details summary {
      min-height: 44px;
    }
  }
`
