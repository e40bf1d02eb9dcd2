/** The part of `en-ways.ts` in Arabic. */
import type { enWays } from './en-ways.ts'
import type { Part } from './words.ts'

export const arWays: Part<typeof enWays> = {
  // The palette, and fields like it
  'finder.choices': 'ما يطابق',
  'palette.label': 'الأوامر والخانات والملاحظات والأشخاص',
  'palette.hint': 'أمر أو خانة أو كلمات ملاحظة أو اسم',
  'palette.commands': 'الأوامر',
  'palette.blocks': 'الخانات',
  'palette.notes': 'الملاحظات',
  'palette.people': 'الأشخاص',
  'palette.nothing': 'لا شيء يطابق. جرّب حروفًا أقل.',

  // Hints of the first minute
  'hint.label': 'تلميح',
  'hint.away': 'إبعاد التلميح',
  'hint.begin': 'ثلاث طرق للبدء',
  'hint.add': 'انقر نقرًا مزدوجًا في أي خانة لكتابة ملاحظة، أو اضغط {key}.',
  'hint.add.touch': 'انقر مرتين في أي خانة لكتابة ملاحظة.',
  'hint.move': 'اسحب الملاحظة إلى حيث تنتمي. تفسح لها الأخريات مكانًا.',
  'hint.move.touch': 'اسحب الملاحظة إلى حيث تنتمي. تفسح لها الأخريات مكانًا.',
  'hint.link': 'اربط ملاحظتين: اسحب من إحدى حلقات الملاحظة المختارة إلى الأخرى، أو اضغط {key}.',
  'hint.link.touch': 'اربط ملاحظتين: اختر واحدة، ثم اسحب من إحدى حلقاتها إلى الأخرى.',
}
