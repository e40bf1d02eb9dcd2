/** What is said of notes in lines, near-duplicates and links that suggest themselves, in Arabic: a part of the table in `ar.ts`. */
import type { enOrder } from './en-order.ts'
import type { Part } from './words.ts'

export const arOrder = {
  'duplicates.heading': 'ملاحظات متشابهة',
  'duplicates.sentence': 'ملاحظات من خانة واحدة تقول الشيء نفسه تقريبًا. القرار لك.',
  'duplicates.list': 'أزواج الملاحظات',
  'duplicates.count': {
    zero: 'لا أزواج.',
    one: 'زوج واحد.',
    two: 'زوجان.',
    few: '{count} أزواج.',
    many: '{count} زوجًا.',
    other: '{count} زوج.',
  },
  'duplicates.none': 'لا ملاحظات متشابهة.',
  'duplicates.group': 'جمعهما في مجموعة',
  'duplicates.groupThese': 'جمعهما في مجموعة: {one}، {other}',
  'duplicates.apart': 'ليستا الشيء نفسه',
  'duplicates.differ': 'ليستا الشيء نفسه: {one}، {other}',

  'link.toSegment': 'الربط بشريحة؟',
} satisfies Part<typeof enOrder>
