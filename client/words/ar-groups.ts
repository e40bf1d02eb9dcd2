/** What is said of groups, in Arabic: a part of the table in `ar.ts`. */
import type { enGroups } from './en-groups.ts'
import type { Part } from './words.ts'

const NOTES = {
  zero: 'بلا ملاحظات',
  one: 'ملاحظة واحدة',
  two: 'ملاحظتان',
  few: '{count} ملاحظات',
  many: '{count} ملاحظة',
  other: '{count} ملاحظة',
} as const

export const arGroups = {
  'command.group': 'تجميع الملاحظات',
  'command.nameGroup': 'تسمية المجموعة',
  'command.foldGroup': 'إغلاق المجموعة أو فتحها',
  'command.ungroup': 'فك المجموعة',

  'done.group': 'التجميع',
  'done.name': 'تسمية مجموعة',
  'done.close': 'إغلاق مجموعة',
  'done.open': 'فتح مجموعة',
  'done.ungroup': 'فك مجموعة',
  'done.leave': 'الإخراج من مجموعة',

  'said.notOneBlock': 'تقع المجموعة في مربع واحد. اختر ملاحظات من مربع واحد.',

  'grouped.unnamed': 'مجموعة',
  'grouped.count': NOTES,
  'grouped.heard': {
    zero: '{name}، مجموعة بلا ملاحظات',
    one: '{name}، مجموعة من ملاحظة واحدة',
    two: '{name}، مجموعة من ملاحظتين',
    few: '{name}، مجموعة من {count} ملاحظات',
    many: '{name}، مجموعة من {count} ملاحظة',
    other: '{name}، مجموعة من {count} ملاحظة',
  },
} as const satisfies Part<typeof enGroups>
