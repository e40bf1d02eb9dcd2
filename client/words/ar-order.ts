/** What is said of notes in lines, near-duplicates and links that suggest themselves, in Arabic: a part of the table in `ar.ts`. */
import type { enOrder } from './en-order.ts'
import type { Part } from './words.ts'

export const arOrder = {
  'command.alignLeft': 'محاذاة الحواف اليسرى',
  'command.alignTop': 'محاذاة الحواف العليا',
  'command.distributeAcross': 'توزيع متساوٍ أفقيًا',
  'command.distributeDown': 'توزيع متساوٍ عموديًا',
  'done.align': 'المحاذاة',
  'done.distribute': 'التوزيع المتساوي',
} satisfies Part<typeof enOrder>
