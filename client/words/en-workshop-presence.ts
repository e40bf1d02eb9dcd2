/** What is said of being in a session together, in English: a part of the table in `en.ts`. */
export const enWorkshopPresence = {
  'command.ready': 'I’m done',
  'command.notReady': 'Not done yet',
  'command.hand': 'Raise your hand',
  'command.handDown': 'Lower your hand',
  'command.bring': 'Bring everyone here',
  'command.control': 'Show everyone what you show',
  'command.release': 'Let everyone go',

  'ready.count': '{ready} of {count} ready',
  'ready.done': 'Done. Undo',
  'ready.person': 'ready',
  'hands.label': 'Hands up',
  'hands.you': '{name} (you)',
  'hands.lower': 'Lower the hand of {name}',
  'hands.raised': '{name} raised a hand.',
  'hands.lowered': 'Your hand is down.',

  'lead.tag': '{name} is showing you this.',
  'lead.mine': 'Everyone sees what you show.',
  'lead.begun': '{name} is showing you this. You can write again when {name} lets go.',
  'lead.ended': 'You can go where you like again.',
  'lead.brought': '{name} brought you here.',

  'doubt.notVoted': { one: 'One person has not finished voting.', other: '{count} people have not finished voting.' },
  'doubt.notReady': { one: 'One person is not done yet.', other: '{count} people are not done yet.' },
} as const
