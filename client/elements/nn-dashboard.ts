/** How people work in the running step, for facilitators: one row a person, here or away, quiet or writing, with how many notes. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Dashboard, DashboardRow } from '../../shared/workshop/dashboard.ts'
import { areasIn, atWorkOf, listOf, sumOf } from '../editor/at-work.ts'
import type { AtWork } from '../editor/at-work.ts'
import type { Board } from '../editor/board.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import './nn-avatar.ts'
import { Poll } from './poll.ts'
import { base, controls } from './theme/look.ts'

/** Asked for only while it is looked at, by this facilitator alone: nothing that others receive depends on it (P17, P19). */
const EVERY_MS = 2_000

@customElement('nn-dashboard')
export class NnDashboard extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        --surround: var(--wash);
      }
      table {
        width: 100%;
        border-collapse: collapse;
        table-layout: fixed;
      }
      col.count {
        width: 36px;
      }
      col.state {
        width: 104px;
      }
      th,
      td {
        height: 30px;
        padding: 0;
        font-weight: 400;
        line-height: 30px;
        text-align: start;
        vertical-align: top;
      }
      td.count {
        padding-inline-end: 8px;
        font-weight: 620;
        text-align: end;
      }
      td.state {
        color: var(--ink-2);
        font-size: 13px;
      }
      .state span {
        display: flex;
        align-items: center;
        gap: 5px;
        white-space: nowrap;
      }
      .ready .state,
      .voted .state {
        color: var(--accent);
        font-weight: 620;
      }
      .who {
        display: flex;
        align-items: center;
        gap: 9px;
        min-width: 0;
        height: 30px;
        --avatar: 22px;
      }
      bdi {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .where {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        padding-block-end: 6px;
        padding-inline-start: 31px;
        color: var(--ink-2);
        font: var(--t-small);
      }
      p {
        margin-block-start: 6px;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        margin-block-start: 6px;
        margin-inline-start: -8px;
      }
      .ways:empty {
        display: none;
      }
    `,
  ]

  @property({ attribute: false }) declare board: Board
  @state() private dashboard: Dashboard | undefined
  /** Also those who need nobody. */
  @state() private all = false
  @state() private byBlock = false

  constructor() {
    super()
    new Poll(this, EVERY_MS, async () => {
      // A line that is lost is told elsewhere; what was known last stays.
      this.dashboard = (await this.board.dashboard()) ?? this.dashboard
    })
  }

  override render() {
    const { dashboard } = this
    if (!dashboard) return nothing
    const list = listOf(dashboard, this.board.me.value.id, { all: this.all })
    const total = sumOf(dashboard.blocks)
    const isNamed = dashboard.people.some(({ blocks }) => blocks !== undefined)
    return html`${list.rows.length > 0 ? this.table(list.rows, dashboard) : nothing}
      ${list.others > 0 ? html`<p class="soft num">${say('dash.others', { count: list.others })}</p>` : nothing}
      ${isNamed ? nothing : html`<p class="soft num">${say('dash.unnamed', { count: total })}</p>`}
      <div class="ways">
        ${
          list.isMany
            ? html`<button class="button small quiet" aria-expanded=${this.all} @click=${() => (this.all = !this.all)}>
                ${say(this.all ? 'dash.few' : 'dash.all', { count: dashboard.people.length })}
              </button>`
            : nothing
        }
        ${
          isNamed && total > 0
            ? html`<button class="button small quiet" aria-expanded=${this.byBlock} @click=${() => (this.byBlock = !this.byBlock)}>
                ${say(this.byBlock ? 'dash.noBlocks' : 'dash.blocks')}
              </button>`
            : nothing
        }
      </div>`
  }

  private table(rows: readonly DashboardRow[], { now }: Dashboard) {
    return html`<table>
      <caption class="unseen">${say('dash.label')}</caption>
      <colgroup>
        <col />
        <col class="count" />
        <col class="state" />
      </colgroup>
      <thead class="unseen">
        <tr>
          <th scope="col">${say('dash.name')}</th>
          <th scope="col">${say('dash.notes')}</th>
          <th scope="col">${say('dash.state')}</th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          rows,
          ({ id }) => id,
          row => this.row(row, now),
        )}
      </tbody>
    </table>`
  }

  private row(row: DashboardRow, now: number) {
    const isMe = row.id === this.board.me.value.id
    const atWork = atWorkOf(row, now)
    const isDone = atWork.kind === 'ready' || atWork.kind === 'voted'
    return html`<tr class=${atWork.kind}>
      <th scope="row">
        <div class="who">
          <nn-avatar named .name=${row.name} .color=${row.color} ?away=${atWork.kind === 'away'}></nn-avatar>
          <bdi>${row.name}</bdi>
        </div>
        ${this.byBlock && row.blocks ? this.where(row.blocks) : nothing}
      </th>
      <td class="count num">${row.blocks && !row.vote ? sumOf(row.blocks) : nothing}</td>
      <td class="state num"><span>${isDone ? icon('check', 'small') : nothing}${isMe && !isDone ? say('dash.you') : stateText(atWork)}</span></td>
    </tr>`
  }

  private where(blocks: NonNullable<DashboardRow['blocks']>) {
    const areas = areasIn(blocks)
    if (areas.length === 0) return nothing
    return html`<ul class="where">
      ${areas.map(([area, count]) => html`<li>${say(`area.${area}`)} <b class="num">${count}</b></li>`)}
    </ul>`
  }
}

function stateText(atWork: AtWork): string {
  switch (atWork.kind) {
    case 'away':
      return atWork.minutes ? say('dash.awayFor', { count: atWork.minutes }) : say('dash.away')
    case 'quiet':
      return say('dash.quiet', { count: atWork.minutes })
    case 'left':
      return say('dash.left', { count: atWork.dots })
    default:
      return say(`dash.${atWork.kind}`)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-dashboard': NnDashboard
  }
}
