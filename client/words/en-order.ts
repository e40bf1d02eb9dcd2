/** What is said of notes in lines, near-duplicates and links that suggest themselves, in English: a part of the table in `en.ts`. */
export const enOrder = {
  'duplicates.heading': 'Near-duplicates',
  'duplicates.sentence': 'Notes of one block that say nearly the same. It is yours to decide.',
  'duplicates.list': 'Pairs of notes',
  'duplicates.count': { one: '{count} pair.', other: '{count} pairs.' },
  'duplicates.none': 'No near-duplicates.',
  'duplicates.group': 'Group them',
  'duplicates.groupThese': 'Group them: {one}, {other}',
  'duplicates.apart': 'Not the same',
  'duplicates.differ': 'Not the same: {one}, {other}',

  'link.toSegment': 'Link to a segment?',
} as const
