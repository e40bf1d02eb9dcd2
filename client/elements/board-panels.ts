/** What the panel beside the sheet can show, as tabs, and what each of them is handed. */
import { html } from 'lit'
import type { Context } from '../commands/command.ts'
import { runCommand } from '../commands/commands.ts'
import { say } from '../words/words.ts'
import type { Desk } from './desk.ts'
import type { Tab } from './nn-panel.ts'

export type PanelTab = 'note' | 'agenda' | 'step' | 'people' | 'bin' | 'results'

/** The board as its panel needs it. */
export interface PanelGround {
  readonly context: Context
  readonly desk: Desk
  readonly outlineOpen: boolean
  /** Of the link that is being labelled. */
  readonly labelling: string
}

export function tabsOf(current: PanelTab, { desk: { editor }, outlineOpen }: PanelGround): readonly Tab[] {
  const isShown: Readonly<Record<PanelTab, boolean>> = {
    note: outlineOpen,
    agenda: true,
    step: editor.session.run.value !== undefined,
    people: true,
    bin: true,
    results: current === 'results' || editor.voting.results.value.length > 0,
  }
  const labels: Readonly<Record<PanelTab, string>> = {
    note: say('note.tab'),
    agenda: say('agenda.tab'),
    step: say('step.tab'),
    people: say('people.heading'),
    bin: say('bin.heading'),
    results: say('results.heading'),
  }
  return (Object.keys(isShown) as PanelTab[]).filter(id => isShown[id]).map(id => ({ id, label: labels[id] }))
}

export function panelOf(tab: PanelTab, { context, desk, labelling }: PanelGround) {
  const { editor, server } = desk
  switch (tab) {
    case 'agenda':
      return html`<nn-agenda .context=${context} .server=${server}></nn-agenda>`
    case 'step':
      return html`<nn-step .context=${context}></nn-step>`
    case 'results':
      return html`<nn-results .editor=${editor}></nn-results>`
    case 'bin':
      return html`<nn-bin .editor=${editor} .server=${server}></nn-bin>`
    case 'people':
      return html`<nn-people
        class="people"
        .board=${editor.board}
        .server=${server}
        @nn-device=${() => context.shell.openDevice()}
        @nn-follow=${(event: CustomEvent<string>) => runCommand('presence.follow', context, event.detail)}
      ></nn-people>`
    case 'note':
      return html`<nn-note-panel
        .editor=${editor}
        .labelling=${labelling}
        @nn-tag=${(event: CustomEvent<string>) => runCommand('selection.sameTag', context, event.detail)}
      ></nn-note-panel>`
  }
}
