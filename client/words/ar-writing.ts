/** What is said of writing, placing and taking back notes, in Arabic: a part of the table in `ar.ts`. */
import type { enWriting } from './en-writing.ts'
import type { Part } from './words.ts'

export const arWriting = {
  'command.bin': 'المهملات',
  'command.noteBelow': 'الإبقاء وبدء الملاحظة التالية تحتها',
  'command.noteBeside': 'الإبقاء وبدء الملاحظة التالية بجانبها',
  'note.writeHint': 'Enter: الملاحظة التالية تحتها. Tab: بجانبها. Shift Enter: سطر جديد.',
  'command.tidyBlock': 'ترتيب الخانة',
  'command.tidyCanvas': 'ترتيب المخطط',
  'command.carryUp': 'النقل إلى الخانة في الأعلى',
  'command.carryDown': 'النقل إلى الخانة في الأسفل',
  'command.carryLeft': 'النقل إلى الخانة على اليسار',
  'command.carryRight': 'النقل إلى الخانة على اليمين',
  'command.selectColor': 'تحديد كل ما بهذا اللون',
  'command.selectAuthor': 'تحديد كل ما كتبه هذا الشخص',
  'family.carry': 'النقل إلى الخانة التالية',
  'done.tidy': 'الترتيب',
  'said.tooMany': 'يمكن تغيير {limit} ملاحظة على الأكثر دفعة واحدة. اختر عددًا أقل.',
  'said.tidyAlready': 'كل شيء مرتب بالفعل.',
  'command.selectTag': 'تحديد كل ما يحمل هذا الوسم',
  'command.openAddress': 'فتح العنوان الوارد في الملاحظة',
  'done.reattach': 'نقل طرف الرابط',
  'said.restored': {
    zero: 'لم يعد شيء إلى مكانه.',
    one: 'عاد عنصر واحد إلى مكانه.',
    two: 'عاد عنصران إلى مكانهما.',
    few: 'عادت {count} عناصر إلى أماكنها.',
    many: 'عاد {count} عنصرًا إلى أماكنها.',
    other: 'عاد {count} عنصر إلى أماكنها.',
  },

  'bin.heading': 'المهملات',
} satisfies Part<typeof enWriting>
