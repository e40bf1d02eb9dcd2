/** What is said of being in a session together, in German: a part of the table in `de.ts`. */
import type { enWorkshopPresence } from './en-workshop-presence.ts'
import type { Part } from './words.ts'

export const deWorkshopPresence = {
  'command.ready': 'Ich bin fertig',
  'command.notReady': 'Noch nicht fertig',
  'command.hand': 'Hand heben',
  'command.handDown': 'Hand senken',
  'command.bring': 'Alle hierher holen',
  'command.control': 'Allen zeigen, was du zeigst',
  'command.release': 'Alle gehen lassen',

  'ready.person': 'fertig',

  'doubt.notVoted': {
    one: 'Eine Person hat noch nicht fertig abgestimmt.',
    other: '{count} Menschen haben noch nicht fertig abgestimmt.',
  },
  'doubt.notReady': { one: 'Eine Person ist noch nicht fertig.', other: '{count} Menschen sind noch nicht fertig.' },
} satisfies Part<typeof enWorkshopPresence>
