/** What the agenda adds up to, in a few words below its steps. */
import type { TemplateResult } from 'lit'
import { html, nothing } from 'lit'
import { dated, say } from '../words/words.ts'
import type { AgendaTimes } from './agenda-times.ts'

export const agendaSum = ({ minutes, endsAt, behind }: AgendaTimes): TemplateResult => html`<div class="sum num">
  <span>${say('agenda.total', { count: minutes })}</span>
  <span>${say(behind === undefined ? 'agenda.wouldEnd' : 'agenda.ends', { time: dated(endsAt, 'time') })}</span>
  ${behind === undefined ? nothing : pace(behind)}
</div>`

function pace(behind: number) {
  if (behind === 0) return html`<span>${say('agenda.onTime')}</span>`
  return behind > 0
    ? html`<b class="late">${say('agenda.behind', { count: behind })}</b>`
    : html`<b>${say('agenda.ahead', { count: -behind })}</b>`
}
