/** What is said of the clipboard, in Arabic: a part of the table in `ar.ts`. */
import type { enPaste } from './en-paste.ts'
import type { Part } from './words.ts'

export const arPaste = {
  'command.paste': 'لصق',
  'done.paste': 'اللصق',
  'paste.title': {
    zero: 'لا ملاحظات للصق',
    one: 'لصق ملاحظة واحدة',
    two: 'لصق ملاحظتين',
    few: 'لصق {count} ملاحظات',
    many: 'لصق {count} ملاحظة',
    other: 'لصق {count} ملاحظة',
  },
  'paste.sentence': 'هذا عدد ما يأتي إلى كل خانة. تراجع واحد يستعيد الكل.',
  'paste.into': 'إلى',
  'paste.sorted': 'الخانات المسماة في النص',
  'paste.button': {
    zero: 'لا ملاحظات للصق',
    one: 'لصق ملاحظة واحدة',
    two: 'لصق ملاحظتين',
    few: 'لصق {count} ملاحظات',
    many: 'لصق {count} ملاحظة',
    other: 'لصق {count} ملاحظة',
  },
  'paste.done': {
    zero: 'لم تُلصق ملاحظات.',
    one: 'لُصقت ملاحظة واحدة.',
    two: 'لُصقت ملاحظتان.',
    few: 'لُصقت {count} ملاحظات.',
    many: 'لُصقت {count} ملاحظة.',
    other: 'لُصقت {count} ملاحظة.',
  },
  'paste.cut': {
    zero: 'لا ملاحظات أطول من اللازم.',
    one: 'ملاحظة واحدة أطول من اللازم. تُترك نهايتها.',
    two: 'ملاحظتان أطول من اللازم. تُترك نهايتاهما.',
    few: '{count} ملاحظات أطول من اللازم. تُترك نهاياتها.',
    many: '{count} ملاحظة أطول من اللازم. تُترك نهاياتها.',
    other: '{count} ملاحظة أطول من اللازم. تُترك نهاياتها.',
  },
  'paste.nothing': 'ليس في الحافظة ما يمكن أن يصير ملاحظة.',
  'paste.tooMuch': 'هذا أكثر مما يُلصق: يتسع المخطط لـ {limit} ملاحظة. الصقه على أجزاء.',
  'paste.press': 'اضغط {keys} للصق.',
  'said.tooMuch': 'هذا أكثر مما يتسع له تغيير واحد. خذه على أجزاء.',
} as const satisfies Part<typeof enPaste>
