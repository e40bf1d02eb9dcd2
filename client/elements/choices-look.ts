/** How a choice among a few looks in a dialog: a row each, its name and what it means. */
import { css } from 'lit'

export const choicesLook = css`
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0 0 18px;
    border: 0;
  }
  legend {
    padding: 0 0 6px;
    font-weight: 620;
  }
  .choice {
    display: grid;
    grid-template-columns: 18px minmax(0, 1fr);
    gap: 0 12px;
    align-items: center;
    min-height: 36px;
    padding: 7px 0;
    border-top: 1px solid var(--line);
  }
  .choice b {
    font-weight: 560;
  }
  .choice .is {
    grid-column: 2;
    font: var(--t-small);
    color: var(--ink-2);
  }
  .choice.denied b {
    color: var(--ink-3);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    border-top: 1px solid var(--line);
  }
  .row .choice {
    grid-template-columns: 18px auto;
    border: 0;
  }
  input[type='radio'],
  input[type='checkbox'] {
    width: 18px;
    height: 18px;
    accent-color: var(--ink);
  }
  .last {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .last .button {
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .problem {
    padding-bottom: 12px;
    color: var(--alarm);
    font-weight: 560;
  }
  @media (pointer: coarse) {
    .choice {
      min-height: 44px;
    }
  }
`
