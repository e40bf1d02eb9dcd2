/** What is said of finding, in Arabic: a part of the table in `ar.ts`. */
import type { enFind } from './en-find.ts'
import type { Part } from './words.ts'

export const arFind = {
  'find.label': 'بحث',
  'find.field': 'البحث في الملاحظات',
  'find.hint': 'كلمات أو #وسم أو @كاتب',
  'find.next': 'التالية',
  'find.previous': 'السابقة',
  'find.close': 'إغلاق',
  'find.none': 'لا نتائج',
  'find.count': {
    zero: 'بلا ملاحظات',
    one: 'ملاحظة واحدة',
    two: 'ملاحظتان',
    few: '{count} ملاحظات',
    many: '{count} ملاحظة',
    other: '{count} ملاحظة',
  },
  'find.at': '{position} من {count}',
} as const satisfies Part<typeof enFind>
