/** What is said of writing, placing and taking back notes, in Arabic: a part of the table in `ar.ts`. */
import type { enWriting } from './en-writing.ts'
import type { Part } from './words.ts'

export const arWriting = {
  'command.bin': 'المهملات',
  'command.noteBelow': 'الإبقاء وبدء الملاحظة التالية تحتها',
  'command.noteBeside': 'الإبقاء وبدء الملاحظة التالية بجانبها',
  'note.writeHint': 'Enter: الملاحظة التالية تحتها. Tab: بجانبها. Shift Enter: سطر جديد.',
  'said.restored': {
    zero: 'لم يعد شيء إلى مكانه.',
    one: 'عاد عنصر واحد إلى مكانه.',
    two: 'عاد عنصران إلى مكانهما.',
    few: 'عادت {count} عناصر إلى أماكنها.',
    many: 'عاد {count} عنصرًا إلى أماكنها.',
    other: 'عاد {count} عنصر إلى أماكنها.',
  },

  'bin.heading': 'المهملات',
  'bin.search': 'البحث في المهملات',
  'bin.list': 'في المهملات',
  'bin.empty': 'لم يُحذف شيء. ما يُحذف ينتظر هنا {days} يومًا ويمكن استعادته.',
  'bin.nothing': 'لا شيء في المهملات بهذه الكلمات.',
  'bin.all': 'تحديد الكل',
  'bin.restore': 'استعادة',
  'bin.restoreMany': {
    zero: 'استعادة لا شيء',
    one: 'استعادة عنصر واحد',
    two: 'استعادة عنصرين',
    few: 'استعادة {count} عناصر',
    many: 'استعادة {count} عنصرًا',
    other: 'استعادة {count} عنصر',
  },
  'bin.restoreOne': 'استعادة: {words}',
  'bin.more': {
    zero: 'لا مزيد',
    one: 'عرض عنصر آخر',
    two: 'عرض عنصرين آخرين',
    few: 'عرض {count} عناصر أخرى',
    many: 'عرض {count} عنصرًا آخر',
    other: 'عرض {count} عنصر آخر',
  },
  'bin.link': 'الرابط: «{from}» {verb} «{to}»',
  'bin.group': 'المجموعة «{title}»',
  'bin.drawing': 'رسم',
} satisfies Part<typeof enWriting>
