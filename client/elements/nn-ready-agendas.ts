/** Agendas to begin with: what each is for and how long it takes. */
import { css, html, LitElement } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { StepPlan } from '../../shared/workshop/step.ts'
import { minutesOf } from '../../shared/workshop/agenda.ts'
import type { ReadyAgendaId } from '../../shared/workshop/agendas.ts'
import { READY_AGENDAS } from '../../shared/workshop/agendas.ts'
import { readyPlans } from '../words/ready-agendas.ts'
import { say } from '../words/words.ts'
import { agendaLook } from './agenda-look.ts'
import { base, controls } from './theme/look.ts'

@customElement('nn-ready-agendas')
export class NnReadyAgendas extends LitElement {
  static override styles = [
    base,
    controls,
    agendaLook,
    css`
      :host {
        gap: 8px;
      }
    `,
  ]

  override render() {
    return READY_AGENDAS.map(id => this.choice(id, readyPlans(id)))
  }

  private choice(id: ReadyAgendaId, plans: readonly StepPlan[]) {
    return html`<button class="ready" @click=${() => this.choose(plans)}>
      <b>${say(`ready.${id}`)}<span class="num">${say('agenda.minutes', { count: minutesOf(plans) })}</span></b>
      <span>${say(`ready.${id}.is`, { count: plans.length })}</span>
    </button>`
  }

  private choose(plans: readonly StepPlan[]): void {
    this.dispatchEvent(new CustomEvent<readonly StepPlan[]>('nn-agenda-chosen', { detail: plans }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-ready-agendas': NnReadyAgendas
  }
}
