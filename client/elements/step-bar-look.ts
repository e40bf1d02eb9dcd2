/** How the running step looks in the bar: its place, its name, its clock, and the bar's rule, which is the timer. */
import { css } from 'lit'

export const stepBarLook = css`
  :host {
    display: flex;
    flex: 1;
    justify-content: center;
    min-width: 0;
  }
  .step {
    display: flex;
    align-items: center;
    gap: 10px;
    min-width: 0;
  }
  .place {
    flex: none;
    color: var(--ink-2);
    white-space: nowrap;
  }
  .title {
    min-width: 40px;
    min-height: 28px;
    padding: 0 4px;
    border-radius: var(--r-control);
    font-weight: 620;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .clock {
    flex: none;
    min-width: 68px;
    margin-inline: 6px 2px;
    font: var(--t-clock);
    letter-spacing: -0.01em;
    text-align: center;
  }
  .clock[dir] {
    unicode-bidi: isolate;
  }
  .word {
    flex: none;
    font: var(--t-small);
    font-weight: 600;
    white-space: nowrap;
  }
  .controls {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .controls .button {
    padding: 0 9px;
  }
  .open .clock,
  .paused .clock,
  .paused .word {
    color: var(--ink-3);
  }
  .soon .clock,
  .soon .word {
    color: var(--warn);
  }
  .last .clock,
  .last .word,
  .over .clock,
  .over .word {
    color: var(--alarm);
  }
  /* The bar's rule is the timer: it grows from the start, and thicker as the time runs out. */
  .line {
    position: absolute;
    inset-inline: 0;
    bottom: -1px;
    height: 3px;
    pointer-events: none;
  }
  .line i {
    display: block;
    width: calc(var(--gone, 0) * 100%);
    height: 100%;
    background: var(--accent);
  }
  .line.soon {
    height: 4px;
  }
  .line.soon i {
    background: var(--warn);
  }
  .line.last,
  .line.over {
    height: 6px;
  }
  .line.last i,
  .line.over i {
    background: var(--alarm);
  }
  .line.paused i {
    background: var(--control);
  }
  @media (pointer: coarse) {
    .title {
      min-height: 44px;
    }
  }
  @media (max-width: 1279px) {
    .place,
    .word {
      display: none;
    }
  }
  @media (max-width: 1023px) {
    :host {
      justify-content: flex-end;
    }
    .controls .wide {
      display: none;
    }
  }
  @media (max-width: 640px) {
    :host {
      flex: none;
    }
    .title,
    .controls .tablet {
      display: none;
    }
    .clock {
      min-width: 0;
      margin-inline: 0;
    }
  }
  @media (forced-colors: active) {
    .line i {
      background: Highlight;
    }
  }
`
