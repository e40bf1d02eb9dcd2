/** The running step in the bar over everything: which it is, how long still, and what facilitators do with it. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Context } from '../commands/command.ts'
import { commandNamed, runCommand, titleOf } from '../commands/commands.ts'
import type { Session } from '../editor/workshop.ts'
import type { Pressure } from '../words/clock.ts'
import { clockText, pressureOf, shareGone } from '../words/clock.ts'
import { say } from '../words/words.ts'
import { ClockTick } from './clock-tick.ts'
import type { IconName } from './icons.ts'
import { icon, isIcon } from './icons.ts'
import { entriesOf } from './menu-entries.ts'
import './nn-menu.ts'
import { stepBarLook } from './step-bar-look.ts'
import { base, controls } from './theme/look.ts'
import { vars } from './vars.ts'
import { Watch } from './watch.ts'

/** Buttons that go to and fro say what is so, or what would be. */
const SIGN_NOW: Readonly<Record<string, (context: Context) => IconName>> = {
  'session.pause': ({ editor }) => (editor.session.rest()?.isPaused ? 'play' : 'pause'),
  'session.sound': ({ shell }) => (shell.sound.isOn.value ? 'bell' : 'bell-off'),
}

@customElement('nn-step-bar')
export class NnStepBar extends LitElement {
  static override styles = [base, controls, stepBarLook]

  @property({ attribute: false }) declare context: Context
  @property({ type: Boolean }) stepOpen = false

  private readonly run = new Watch(this, () => this.session.run)
  private readonly me = new Watch(this, () => this.context.editor.board.me)

  constructor() {
    super()
    new Watch(this, () => this.session.steps)
    new Watch(this, () => this.context.shell.sound.isOn)
    new ClockTick(this, () => this.session.rest())
  }

  override render() {
    const run = this.run.value
    const rest = this.session.rest()
    if (!run || !rest) return nothing
    const pressure = pressureOf(rest)
    const place = this.session.numberOf(run.step)
    return html`<div class="step ${pressure}" role="group" aria-label=${say('step.running')}>
        ${place ? html`<span class="place num">${say('step.place', place)}</span>` : nothing}
        <button
          class="title"
          aria-expanded=${this.stepOpen}
          data-tip=${titleNow('session.step', this.context)}
          @click=${() => runCommand('session.step', this.context)}
        >
          <bdi>${run.plan.title || say('step.untitled')}</bdi>
        </button>
        <span class="clock num" dir="ltr" role="timer" aria-live="off" aria-label=${say(rest.leftMs === null ? 'timer.gone' : 'timer.left')}
          >${clockText(rest)}</span
        >
        ${wordOf(pressure)} ${this.controls()}
      </div>
      <div class="line ${pressure}" aria-hidden="true"><i ${vars({ '--gone': shareGone(rest) })}></i></div>`
  }

  private get session(): Session {
    return this.context.editor.session
  }

  private controls() {
    const leads = this.me.value.role === 'facilitator'
    if (!leads) return html`<div class="controls"><span class="wide">${this.tile('session.sound')}</span></div>`
    return html`<div class="controls">
      <span class="tablet">${this.tile('session.pause')}</span>
      ${this.more('+1', 'session.more1')}
      ${this.more('+5', 'session.more5')}
      <span class="tablet">${this.tile('session.next')}</span>
      <nn-menu
        .label=${say('menu.session')}
        face="ellipsis"
        .entries=${entriesOf('session', this.context)}
        @nn-choose=${(event: CustomEvent<string>) => runCommand(event.detail, this.context)}
      ></nn-menu>
    </div>`
  }

  private tile(id: string) {
    const command = commandNamed(id)
    if (!command?.when(this.context)) return nothing
    const sign = SIGN_NOW[id]?.(this.context) ?? command.icon ?? ''
    if (!isIcon(sign)) return nothing
    const title = titleOf(command, this.context)
    return html`<button class="tile" aria-label=${title} data-tip=${title} @click=${this.does(id)}>${icon(sign)}</button>`
  }

  /** What is seen is no name, and what is heard no sum. */
  private more(sign: string, id: string) {
    return html`<button class="button small wide num" @click=${this.does(id)}>
      <span aria-hidden="true" dir="ltr">${sign}</span><span class="unseen">${titleNow(id, this.context)}</span>
    </button>`
  }

  private does(id: string): () => void {
    return () => void runCommand(id, this.context)
  }
}

function titleNow(id: string, context: Context): string {
  const command = commandNamed(id)
  return command ? titleOf(command, context) : ''
}

function wordOf(pressure: Pressure) {
  return pressure === 'calm' || pressure === 'open'
    ? nothing
    : html`<span class="word">${say(`timer.${pressure}`)}</span>`
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-step-bar': NnStepBar
  }
}
