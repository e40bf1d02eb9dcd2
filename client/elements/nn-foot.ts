/** The foot: what the stripes mean at its start, how near one looks at its end, and the way to the outline. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { BlockId } from '../../shared/canvas/blocks.ts'
import { areaNumber, BLOCK_IDS } from '../../shared/canvas/blocks.ts'
import type { Editor, Level, Shown } from '../editor/editor.ts'
import { segmentsOf } from '../editor/segments.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import { stripe, stripes } from './stripes.ts'
import { base } from './theme/look.ts'
import { Watch } from './watch.ts'

const LEVELS = ['whole', 'block', 'note'] as const satisfies readonly Level[]

/** The block that lies against this one at that side; of several the upper one. */
function neighbourOf(shown: Shown, block: BlockId, side: 'left' | 'right'): BlockId | undefined {
  const own = shown.areaRect(block)
  const touching = BLOCK_IDS.filter(other => {
    const rect = shown.areaRect(other)
    const beside = side === 'left' ? rect.x + rect.width === own.x : rect.x === own.x + own.width
    return beside && rect.y < own.y + own.height && own.y < rect.y + rect.height
  })
  return touching.sort((a, b) => shown.areaRect(a).y - shown.areaRect(b).y)[0]
}

@customElement('nn-foot')
export class NnFoot extends LitElement {
  static override styles = [
    base,
    stripes,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: 40px;
        padding-block: 0;
        padding-inline: 8px 16px;
        font: var(--t-small);
      }
      .legend {
        display: flex;
        align-items: center;
        gap: 4px;
        flex: 1;
        min-width: 0;
        overflow: hidden;
      }
      .segment {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        flex: 0 1 auto;
        min-width: 0;
        max-width: 220px;
        height: 28px;
        padding-block: 0;
        padding-inline: 6px 10px;
        color: var(--ink-2);
      }
      .segment .stripe {
        flex: none;
        width: 10px;
        height: 18px;
        --print: 8.75px;
      }
      .segment span:last-child {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .none {
        padding-inline-start: 6px;
        color: var(--ink-3);
      }
      .view,
      .beside {
        display: flex;
        align-items: center;
        flex: none;
      }
      .beside {
        /* Sides of the sheet, not of the page. */
        direction: ltr;
        gap: 12px;
        margin-inline-end: 20px;
      }
      button {
        display: flex;
        align-items: center;
        gap: 6px;
        position: relative;
        min-height: 28px;
        padding: 0 9px;
        border-radius: var(--r-control);
        color: var(--ink-3);
        white-space: nowrap;
        outline-offset: -3px;
      }
      .beside button {
        color: var(--ink-2);
      }
      button[aria-pressed='true'] {
        color: var(--ink);
        font-weight: 600;
      }
      button[aria-pressed='true']::after {
        content: '';
        position: absolute;
        inset-inline-start: 9px;
        inset-inline-end: 9px;
        bottom: 1px;
        height: 2px;
        background: var(--ink);
      }
      .percent {
        width: 52px;
        color: var(--ink-2);
        text-align: end;
      }
      .rule {
        width: 1px;
        height: 16px;
        margin-block: 0;
        margin-inline: 16px 8px;
        background: var(--line-2);
      }
      .outline {
        margin-inline-end: -9px;
      }
      @media (pointer: coarse) {
        button {
          min-height: 44px;
        }
      }
      @media (max-width: 1100px) {
        .beside {
          display: none;
        }
      }
      @media (max-width: 760px) {
        .legend {
          visibility: hidden;
        }
      }
      @media (forced-colors: active) {
        button[aria-pressed='true']::after {
          background: Highlight;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  @property({ type: Boolean }) outlineOpen = false

  private readonly level = new Watch(this, () => this.editor.level)
  private readonly camera = new Watch(this, () => this.editor.camera)
  private readonly focused = new Watch(this, () => this.editor.focus)

  constructor() {
    super()
    new Watch(this, () => this.editor.layout)
    new Watch(this, () => this.editor.board.canvas)
    new Watch(
      this,
      () => this.editor.board.canvas.value.notes,
      changed => this.concernsLegend(changed),
    )
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.role = 'contentinfo'
  }

  override render() {
    const percent = Math.round(this.camera.value.zoom * 100)
    return html`${this.legend()}
      <div class="view" role="group" aria-label=${say('foot.label')}>
        ${this.outlineOpen ? nothing : this.neighbours()}
        ${LEVELS.map(level => this.levelButton(level))}
        ${
          this.outlineOpen
            ? nothing
            : html`<span class="percent num" aria-label=${say('foot.zoom', { percent })}
                >${say('foot.percent', { percent })}</span
              >`
        }
        <span class="rule" aria-hidden="true"></span>
        <button
          class="outline"
          aria-pressed=${this.outlineOpen}
          data-tip="${say('foot.outline')}  O"
          @click=${() => this.tell('nn-outline', undefined)}
        >
          ${say('foot.outline')}
        </button>
      </div>`
  }

  private legendIds: ReadonlySet<string> = new Set()

  private concernsLegend(changed: ReadonlySet<string>): boolean {
    const { notes } = this.editor.board.canvas.value
    return [...changed].some(id => this.legendIds.has(id) || notes.get(id)?.place[0] === 'customerSegments')
  }

  private legend() {
    const segments = segmentsOf(this.editor.board.canvas.value)
    this.legendIds = new Set(segments.map(segment => segment.id))
    if (segments.length === 0) return html`<div class="legend none">${say('foot.noSegments')}</div>`
    return html`<div class="legend" role="group" aria-label=${say('foot.segments')}>
      ${segments.map(
        (segment, i) =>
          html`<span class="segment" title=${segment.text}
            >${stripe([i])}<span><bdi>${segment.name ?? segment.text}</bdi></span></span
          >`,
      )}
    </div>`
  }

  private levelButton(level: (typeof LEVELS)[number]) {
    return html`<button
      aria-pressed=${!this.outlineOpen && this.level.value === level}
      @click=${() => this.tell('nn-level', level)}
    >
      ${say(`foot.${level}`)}
    </button>`
  }

  private neighbours() {
    const block = BLOCK_IDS.find(each => each === this.focused.value.area)
    if (this.level.value !== 'block' || !block) return nothing
    return html`<span class="beside">${this.neighbour(block, 'left')}${this.neighbour(block, 'right')}</span>`
  }

  private neighbour(block: BlockId, side: 'left' | 'right') {
    const other = neighbourOf(this.editor.shown, block, side)
    if (!other) return nothing
    const text = say('foot.neighbour', { number: areaNumber(other), area: say(`area.${other}`) })
    return html`<button @click=${() => this.editor.look('block', other)}>
      ${side === 'left' ? icon('arrow-left', 'small') : nothing}<bdi>${text}</bdi>
      ${side === 'right' ? icon('arrow-right', 'small') : nothing}
    </button>`
  }

  private tell(type: string, detail: string | undefined): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-foot': NnFoot
  }
}
