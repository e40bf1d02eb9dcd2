/** What is said of being in a session together, in English: a part of the table in `en.ts`. */
export const enWorkshopPresence = {
  'command.ready': 'I’m done',
  'command.notReady': 'Not done yet',
  'command.hand': 'Raise your hand',
  'command.handDown': 'Lower your hand',
  'command.bring': 'Bring everyone here',
  'command.control': 'Show everyone what you show',
  'command.release': 'Let everyone go',

  'ready.person': 'ready',

  'doubt.notVoted': { one: 'One person has not finished voting.', other: '{count} people have not finished voting.' },
  'doubt.notReady': { one: 'One person is not done yet.', other: '{count} people are not done yet.' },
} as const
