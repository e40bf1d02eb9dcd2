/** What is said of notes in lines, near-duplicates and links that suggest themselves, in German: a part of the table in `de.ts`. */
import type { enOrder } from './en-order.ts'
import type { Part } from './words.ts'

export const deOrder = {
  'duplicates.heading': 'Ähnliche Notizen',
  'duplicates.sentence': 'Notizen eines Blocks, die fast dasselbe sagen. Du entscheidest.',
  'duplicates.list': 'Paare von Notizen',
  'duplicates.count': { one: '{count} Paar.', other: '{count} Paare.' },
  'duplicates.none': 'Keine ähnlichen Notizen.',
  'duplicates.group': 'Gruppieren',
  'duplicates.groupThese': 'Gruppieren: {one}, {other}',
  'duplicates.apart': 'Nicht dasselbe',
  'duplicates.differ': 'Nicht dasselbe: {one}, {other}',

  'link.toSegment': 'Mit einem Segment verbinden?',
} satisfies Part<typeof enOrder>
