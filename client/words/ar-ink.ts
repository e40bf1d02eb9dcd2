/** What is said of drawing by hand and of labels, in Arabic: a part of the table in `ar.ts`. */
import type { enInk } from './en-ink.ts'
import type { Part } from './words.ts'

export const arInk = {
  'command.penTool': 'القلم',
  'command.highlighterTool': 'قلم التمييز',
  'command.eraserTool': 'الممحاة',
  'command.addLabel': 'إضافة نص بلا ورقة',
  'command.unpaper': 'إزالة الورقة',
  'done.draw': 'الرسم',
  'done.erase': 'المحو',
  'said.erased': {
    zero: 'لم يُحذف أي رسم.',
    one: 'حُذف رسم واحد.',
    two: 'حُذف رسمان.',
    few: 'حُذفت {count} رسوم.',
    many: 'حُذف {count} رسمًا.',
    other: 'حُذف {count} رسم.',
  },

  'ink.bar': 'القلم والحبر',
  'ink.color': 'الحبر',
  'ink.width': 'العرض',
  'ink.ink': 'حبر عادي',
  'ink.thin': 'رفيع',
  'ink.middle': 'متوسط',
  'ink.thick': 'سميك',
} satisfies Part<typeof enInk>
