/** What is said of notes in lines, near-duplicates and links that suggest themselves, in English: a part of the table in `en.ts`. */
export const enOrder = {
  'command.alignLeft': 'Align left edges',
  'command.alignTop': 'Align upper edges',
  'command.distributeAcross': 'Space out evenly across',
  'command.distributeDown': 'Space out evenly down',
  'done.align': 'aligning',
  'done.distribute': 'spacing out',
} as const
