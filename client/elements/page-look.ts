/** The frame of the pages without a board: words at the start, paper at the end, one column where there is no room. */
import { css } from 'lit'

export const pageLook = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 600px) minmax(0, 1fr);
    height: 100%;
    background: var(--desk);
    overflow: hidden;
  }
  main {
    display: flex;
    flex-direction: column;
    padding-block: 40px 36px;
    padding-inline: 72px 24px;
    overflow: auto;
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 12px;
    font: 620 17px/24px var(--font);
  }
  .grow {
    flex: 1 0 24px;
  }
  .problem {
    color: var(--alarm);
    font-weight: 560;
    margin-top: 14px;
  }
  @media (max-width: 900px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
    nn-paper {
      display: none;
    }
    main {
      padding: 24px 24px 20px;
      font-size: 15px;
      line-height: 21px;
    }
  }
`
