/** The palette: any command, block, note or person by some of its letters. */
import { html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Context } from '../commands/command.ts'
import type { Found, Thing } from '../commands/find.ts'
import { choose, closestOf, find } from '../commands/find.ts'
import { areaNumber } from '../../shared/canvas/blocks.ts'
import { capsOf, keysOf } from '../commands/keymap.ts'
import { sentenceOf } from '../words/sayings.ts'
import { say } from '../words/words.ts'
import { isIcon } from './icons.ts'
import type { Choice, Choices } from './nn-finder.ts'
import './nn-finder.ts'
import { isApple } from './pointer.ts'

@customElement('nn-palette')
export class NnPalette extends LitElement {
  @property({ attribute: false }) declare context: Context

  override render() {
    return html`<nn-finder
      .label=${say('palette.label')}
      .placeholder=${say('palette.hint')}
      .none=${say('palette.nothing')}
      .find=${this.find}
    ></nn-finder>`
  }

  private readonly find = (typed: string): Choices => {
    const findings = find(this.context, typed)
    const all = findings.flatMap(({ found }) => found)
    const closest = closestOf(findings)
    return {
      groups: findings.map(({ group, found }) => ({
        title: say(`palette.${group}`),
        choices: found.map(each => this.choiceOf(each)),
      })),
      closest: closest ? all.indexOf(closest) : 0,
    }
  }

  private choiceOf({ thing, text, marks }: Found): Choice {
    return { text, marks, ...faceOf(thing), choose: () => choose(this.context, thing) }
  }
}

/** What stands before and after it. */
function faceOf(thing: Thing): Pick<Choice, 'sign' | 'side' | 'keys' | 'why'> {
  switch (thing.kind) {
    case 'command': {
      const { command, state } = thing
      const { icon = '' } = command
      const [keys = []] = keysOf(command, { apple: isApple })
      const why = state.kind === 'denied' ? { why: sentenceOf({ ...state, kind: 'notAllowed' }) } : {}
      return { sign: isIcon(icon) ? icon : 'chevron-right', keys, ...why }
    }
    case 'block':
      return { sign: 'crosshair', keys: capsOf(`${areaNumber(thing.area)}`, { apple: isApple }) }
    case 'note':
      return { sign: { paper: thing.note.color }, side: say(`area.${thing.note.place[0]}`) }
    case 'person':
      return { sign: { person: thing.person }, side: say(`role.${thing.person.role}`) }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-palette': NnPalette
  }
}
