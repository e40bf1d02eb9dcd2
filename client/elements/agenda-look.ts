/** How the agenda looks in its panel: rows of steps, the running one on its wash, and what the whole takes. */
import { css } from 'lit'

export const agendaLook = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100%;
  }
  .list {
    flex: 1;
    padding-block: 12px;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    padding-inline: 20px 8px;
    color: var(--ink-2);
  }
  .head .grow {
    flex: 1;
  }
  .row {
    position: relative;
    padding-inline: 20px;
  }
  .line {
    display: grid;
    grid-template-columns: 28px minmax(0, 1fr) auto 30px;
    align-items: center;
    min-height: 31px;
  }
  .read .line {
    grid-template-columns: 28px minmax(0, 1fr) auto;
  }
  .number {
    color: var(--ink-3);
  }
  .name {
    min-height: 28px;
    padding: 4px;
    margin-inline-start: -4px;
    border-radius: var(--r-control);
    overflow-wrap: anywhere;
  }
  .minutes {
    padding-inline-end: 6px;
    color: var(--ink-2);
    white-space: nowrap;
  }
  .ran .name,
  .ran .number {
    color: var(--ink-3);
  }
  .running {
    padding-block: 6px 12px;
    background: var(--wash);
    box-shadow: inset 3px 0 0 var(--accent);
  }
  .running:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--accent);
  }
  .running .name,
  .running .minutes,
  .running .number {
    color: var(--ink);
    font-weight: 620;
  }
  .running .what,
  .notes {
    padding-inline-start: 28px;
    color: var(--ink-2);
  }
  .people {
    margin-block-start: 8px;
  }
  .dragged {
    opacity: 0.4;
  }
  .over::before {
    content: '';
    position: absolute;
    inset-inline: 20px;
    top: -1px;
    height: 2px;
    background: var(--accent);
  }
  .over.after::before {
    top: auto;
    bottom: -1px;
  }
  .sum {
    display: grid;
    gap: 2px;
    padding: 12px 20px;
    border-top: 1px solid var(--line);
    font: var(--t-small);
    color: var(--ink-2);
  }
  .sum b {
    color: var(--ink);
    font-weight: 620;
  }
  .late {
    color: var(--warn);
  }
  .actions {
    position: sticky;
    bottom: 0;
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 64px;
    padding: 0 20px;
    border-top: 1px solid var(--line-2);
    background: var(--panel);
  }
  .actions .primary {
    flex: 1;
  }
  .empty {
    display: grid;
    gap: 14px;
    padding: 20px;
  }
  .ready {
    display: grid;
    gap: 2px;
    width: 100%;
    min-height: 52px;
    padding: 8px 12px;
    border: 1px solid var(--control);
    border-radius: var(--r-control);
    background: var(--sheet);
  }
  .ready b {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    font-weight: 620;
  }
  .ready span {
    font: var(--t-small);
    color: var(--ink-2);
  }
  .problem {
    padding: 0 20px 12px;
    color: var(--alarm);
    font-weight: 560;
  }
  @media (pointer: coarse) {
    .line {
      grid-template-columns: 28px minmax(0, 1fr) auto 44px;
      min-height: 44px;
    }
    .name {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .running {
      border-inline-start: 3px solid Highlight;
    }
  }
`
