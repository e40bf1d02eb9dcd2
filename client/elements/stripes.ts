/** The eight stripes of segments as CSS patterns: each differs by shape alone. Same print in both themes, only the ground changes. */
import type { CSSResult, TemplateResult } from 'lit'
import { css, html, unsafeCSS } from 'lit'

/** Ink, width and height of a tile, its drawing. In the order in which segments get them. */
const TILES = [
  ['#2340a8', 16, '<rect width="14" height="16"/>'],
  ['#7a2a6b', 12, '<path d="M-2 14 18 -6M-2 26 18 6M-2 2 18 -18" stroke="currentColor" stroke-width="5.4"/>'],
  ['#8f6608', 14, '<circle cx="7" cy="7" r="5"/>'],
  ['#0f7893', 12, '<rect y="1" width="14" height="6"/>'],
  ['#a93a1f', 16, '<rect width="5" height="16"/><rect x="9" width="5" height="16"/>'],
  ['#44611f', 13, '<path d="M-1 2 7 9.5 15 2" fill="none" stroke="currentColor" stroke-width="4.6"/>'],
  ['#1f6f58', 14, '<rect width="7" height="7"/><rect x="7" y="7" width="7" height="7"/>'],
  ['#2c323b', 30, '<rect width="14" height="16"/><rect y="20.5" width="14" height="5"/>'],
] as const

const picture = ([ink, height, drawing]: (typeof TILES)[number]): string =>
  `url("data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="14" height="${height}" color="${ink}" fill="${ink}">${drawing}</svg>`,
  )}")`

const rules: readonly CSSResult[] = TILES.map((tile, i) =>
  unsafeCSS(`.stripe i.s${i} { background-image: ${picture(tile)}; }`),
)

export const stripes = [
  css`
    .stripe {
      display: flex;
      flex-direction: column;
      gap: 2.5px;
      width: 16px;
      background: var(--p-ground);
      overflow: hidden;
    }
    .stripe i {
      flex: 1;
      background-repeat: repeat-y;
      background-size: var(--print, 14px) auto;
      forced-color-adjust: none;
    }
    .stripe i.again {
      border-inline-end: 1px solid var(--p-slate);
      margin-inline-end: 1px;
    }
  `,
  ...rules,
]

/** The strip at a note's edge; segments share its height from top to bottom, more than four show three. */
export function stripe(orders: readonly number[]): TemplateResult {
  const shown = orders.length > 4 ? orders.slice(0, 3) : orders
  return html`<span class="stripe" aria-hidden="true"
    >${shown.map(order => html`<i class="s${order % TILES.length} ${order >= TILES.length ? 'again' : ''}"></i>`)}</span
  >`
}
