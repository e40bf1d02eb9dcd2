/** A corner of a canvas as decoration: the sheet of the first page and of the join page. Screen readers pass it by. */
import type { TemplateResult } from 'lit'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { directionOf } from '../../shared/base/direction.ts'
import type { BlockId } from '../../shared/canvas/blocks.ts'
import { areaNumber } from '../../shared/canvas/blocks.ts'
import type { NoteColor } from '../../shared/canvas/records.ts'
import type { Ink } from '../../shared/workshop/roles.ts'
import { say } from '../words/words.ts'
import { stripe, stripes } from './stripes.ts'
import { base } from './theme/look.ts'
import { vars } from './vars.ts'

export interface PaperNote {
  readonly text: string
  readonly color: NoteColor
  readonly segments: readonly number[]
  readonly by: string
}

export interface PaperCursor {
  readonly name: string
  readonly color: Ink
  readonly x: number
  readonly y: number
  /** The cursor of whoever is about to join. */
  readonly big?: boolean
}

/** The blocks that fit, by the grid area they lie in. */
const SHOWN: readonly (readonly [area: string, block: BlockId])[] = [
  ['vp', 'valuePropositions'],
  ['cr', 'customerRelationships'],
  ['ch', 'channels'],
  ['cs', 'customerSegments'],
  ['rs', 'revenueStreams'],
]

@customElement('nn-paper')
export class NnPaper extends LitElement {
  static override styles = [
    base,
    stripes,
    css`
      :host {
        position: relative;
        overflow: hidden;
        forced-color-adjust: none;
      }
      .place {
        position: absolute;
        inset-inline-start: 48px;
        top: 108px;
      }
      .sheet {
        /* A diagram: its blocks lie the same way on every page. Their titles and notes are read in their own. */
        direction: ltr;
        display: grid;
        grid-template-areas: 'vp vp cr cr cs' 'vp vp ch ch cs' 'ls rs rs rs rs';
        grid-template-columns: 178px 177px 178px 177px 355px;
        grid-template-rows: 367px 367px 261px;
        background: var(--sheet);
      }
      .block {
        border: 0 solid var(--line-2);
        border-inline-start-width: 1px;
        padding: 0 17px;
      }
      .vp {
        grid-area: vp;
      }
      .cr {
        grid-area: cr;
      }
      .ch {
        grid-area: ch;
        border-top-width: 1px;
      }
      .cs {
        grid-area: cs;
      }
      .rs {
        grid-area: rs;
        border-top-width: 1px;
      }
      .ls {
        grid-area: ls;
        border-top-width: 1px;
      }
      .title {
        display: flex;
        gap: 0.55em;
        font: 620 16.3px/41px var(--font);
        color: var(--ink-3);
      }
      .title:dir(rtl) {
        direction: rtl;
      }
      .title b {
        font-weight: 480;
      }
      :host([written]) .title {
        color: var(--ink);
      }
      :host([written]) .title b,
      .count {
        color: var(--ink-3);
      }
      .count {
        margin-inline-start: auto;
        font-weight: 450;
      }
      .notes {
        display: grid;
        grid-template-columns: repeat(2, 154px);
        gap: 12px;
      }
      .rs .notes {
        grid-template-columns: repeat(5, 154px);
      }
      .note {
        position: relative;
        height: 95px;
        padding-block: 7px 0;
        padding-inline: 11px 7px;
        border: 1px solid var(--edge);
        border-radius: var(--r-note);
        background: var(--paper);
        color: var(--note-ink);
        font: 470 16.3px/19px var(--font);
        letter-spacing: -0.006em;
        box-shadow:
          0 1px 1px rgb(58 48 24 / 0.1),
          0 2px 4px -1px rgb(58 48 24 / 0.13);
      }
      .note.striped {
        padding-inline-start: 19px;
      }
      .note.striped .by {
        inset-inline-start: 19px;
      }
      .note .stripe {
        --print: 10.5px;
        position: absolute;
        inset-inline-start: 0;
        top: 0;
        width: 12px;
        height: 93px;
      }
      .note.long {
        font-size: 14.8px;
        line-height: 17px;
      }
      .by {
        position: absolute;
        inset-inline-start: 11px;
        bottom: 4px;
        font: 520 11px/14px var(--font);
        color: var(--note-ink-2);
      }
      .cursor {
        position: absolute;
        inset-inline-start: var(--x);
        top: var(--y);
      }
      .cursor svg {
        display: block;
        width: 18px;
        height: 20px;
        fill: var(--who);
        stroke: var(--sheet);
        stroke-width: 1.6;
        stroke-linejoin: round;
      }
      .cursor b {
        position: absolute;
        inset-inline-start: 13px;
        top: 17px;
        padding: 1px 7px;
        border-radius: 3px;
        background: var(--who);
        color: var(--sheet);
        font: 600 12px/18px var(--font);
        white-space: nowrap;
      }
      .cursor.big svg {
        width: 66px;
        height: 74px;
        stroke-width: 1;
      }
      .cursor.big b {
        inset-inline-start: 42px;
        top: 54px;
        max-width: min(640px, 50vw);
        overflow: hidden;
        text-overflow: ellipsis;
        padding: 0 20px 2px;
        border-radius: 8px;
        font: 600 38px/60px var(--font);
        letter-spacing: -0.015em;
      }
    `,
  ]

  @property({ attribute: false }) notes: Partial<Record<BlockId, readonly PaperNote[]>> = {}
  @property({ attribute: false }) cursors: readonly PaperCursor[] = []
  /** Titles in full ink: something is written on this sheet. */
  @property({ type: Boolean, reflect: true }) written = false

  override connectedCallback(): void {
    super.connectedCallback()
    this.setAttribute('aria-hidden', 'true')
  }

  override render() {
    return html`
      <div class="place">
        <div class="sheet">
          ${SHOWN.map(([area, block]) => this.block(area, block))}
          <div class="block ls"></div>
        </div>
      </div>
      ${this.cursors.map(cursor => paperCursor(cursor))}
    `
  }

  private block(area: string, block: BlockId): TemplateResult {
    const notes = this.notes[block] ?? []
    return html`<div class="block ${area}">
      <div class="title">
        <b>${areaNumber(block)}</b>${say(`area.${block}`)}
        ${notes.length > 0 ? html`<span class="count">${notes.length}</span>` : nothing}
      </div>
      <div class="notes">${notes.map(note => paperNote(note))}</div>
    </div>`
  }
}

const paperNote = ({ text, color, segments, by }: PaperNote): TemplateResult =>
  html`<div
    class="note ${segments.length > 0 ? 'striped' : ''} ${text.length > 40 ? 'long' : ''}"
    dir=${directionOf(text)}
    ${vars({ '--paper': `var(--${color})`, '--edge': `var(--${color}-edge)` })}
  >
    ${segments.length > 0 ? stripe(segments) : nothing}${text}<span class="by">${by}</span>
  </div>`

const paperCursor = ({ name, color, x, y, big }: PaperCursor): TemplateResult =>
  html`<div
    class="cursor ${big ? 'big' : ''}"
    ${vars({ '--x': `${x}px`, '--y': `${y}px`, '--who': `var(--${color})` })}
  >
    <svg viewBox="0 0 18 20"><path d="M1.5 1.2 15.8 8.6 9.2 10.6 6.1 17.4Z" /></svg>${name ? html`<b dir="auto">${name}</b>` : nothing}
  </div>`

declare global {
  interface HTMLElementTagNameMap {
    'nn-paper': NnPaper
  }
}
