/** How a little Markdown looks: paragraphs, lists and links in the type around them. */
import { css } from 'lit'

export const richLook = css`
  .rich {
    overflow-wrap: anywhere;
  }
  .rich + .rich {
    margin-top: 8px;
  }
  ul.rich,
  ol.rich {
    padding-inline-start: 20px;
  }
  ul.rich {
    list-style: disc;
  }
  ol.rich {
    list-style: decimal;
  }
  .rich b {
    font-weight: 620;
  }
  .rich a {
    color: var(--accent);
    text-underline-offset: 3px;
  }
`
