/** What commands and deeds are called whose own words come with the parts, in Arabic: a part of the table in `ar.ts`. */
import type { enCommands } from './en-commands.ts'
import type { Part } from './words.ts'

export const arCommands = {
  'command.exportCanvas': 'تصدير المخطط',
  'command.importFile': 'استيراد ملف',
  'done.import': 'استيراد ملف',
  'fault.tooLarge': 'هذا الملف أكبر من 2 ميغابايت. استورد ملفًا أصغر، أو قسّمه إلى أجزاء.',
  'fault.empty': 'هذا الملف فارغ.',
  'fault.unreadable': 'تعذرت قراءة هذا الملف. هل هو مجلد؟',
  'fault.notText': 'ليس هذا ملفًا نصيًا. يأتي المخطط بصيغة Markdown ‏(.md) أو JSON ‏(.json) أو جدول ‏(.csv).',
  'fault.notJson': 'يبدأ هذا الملف مثل JSON ولا ينتهي مثله. صدّره مرة أخرى.',
  'fault.notMarkdown': 'ليس هذا النص مخططًا. العناوين تسمّي الخانات، والملاحظات نقاط تحتها.',
  'fault.notCanvas': 'ملف JSON هذا ليس مخططًا يمكن قراءته هنا.',
  'fault.several': 'لا يمكن استيراد أكثر من ملف واحد في المرة.',
  'fault.full': 'سيصير في المخطط أكثر من {limit} ملاحظة. استورد أقل، أو استبدل المخطط.',
  'fault.tooMuch': 'هذا أكثر مما يتسع له تغيير واحد. استورد الملف على أجزاء.',
  'import.line': 'السطر {line}',
  'import.moreFaults': {
    zero: 'ولا شيء غير ذلك.',
    one: 'وخطأ واحد آخر.',
    two: 'وخطآن آخران.',
    few: 'و{count} أخطاء أخرى.',
    many: 'و{count} خطأ آخر.',
    other: 'و{count} خطأ آخر.',
  },
  'drop.hint': 'أفلت الملف لترى ما سيغيّره.',

  'command.device': 'المتابعة على جهاز آخر',
  'device.sentence': 'من يفتح هذا الرابط يكون {name} على هذا اللوح، فاحتفظ به لنفسك. ويتوقف ما أُنشئ قبله.',
  'delete.sentence': 'يُغلق فورًا أمام الجميع، ولا تفتح روابطه شيئًا. يمكنك استعادته حتى {date}؛ وبعدها يزول إلى الأبد.',

  'command.copyBoard': 'تكرار هذا اللوح',
  'copyBoard.sentence':
    'لوح لفريق آخر أو ليوم آخر. ينتقل معه جدول الأعمال بحقوقه، وكذلك الإعدادات وملاحظات الميسّرين. ويبقى هنا الأشخاص والأصوات وما كُتب سرًا.',

  'report.sentence': 'ما جرى وما تقرر وما يجب فعله. صُنع على هذا الجهاز مما على اللوح الآن.',
  'done.action': 'تغيير المهمة',

  'command.palette': 'ابحث عن أي شيء أو نفّذه',
  'command.people': 'الأشخاص',
  'command.menu': 'قائمة ما تم اختياره',
  'menu.note': 'قائمة الملاحظة',
  'menu.link': 'قائمة الرابط',
  'menu.area': 'قائمة الورقة',
  'menu.board': 'قائمة اللوح',
  'command.example': 'إلقاء نظرة على Spotify',

  'command.paste': 'لصق',
  'done.paste': 'اللصق',
  'paste.done': {
    zero: 'لم تُلصق ملاحظات.',
    one: 'لُصقت ملاحظة واحدة.',
    two: 'لُصقت ملاحظتان.',
    few: 'لُصقت {count} ملاحظات.',
    many: 'لُصقت {count} ملاحظة.',
    other: 'لُصقت {count} ملاحظة.',
  },
  'said.tooMuch': 'هذا أكثر مما يتسع له تغيير واحد. خذه على أجزاء.',
  'command.copy': 'نسخ',
  'command.copyMarkdown': 'نسخ بصيغة Markdown',
  'command.cut': 'قص',
  'clipboard.copy': 'اضغط {keys} للنسخ.',
  'clipboard.cut': 'اضغط {keys} للقص.',
  'clipboard.paste': 'اضغط {keys} للصق.',
  'paste.copied': {
    zero: 'لم تُنسخ ملاحظات.',
    one: 'نُسخت ملاحظة واحدة.',
    two: 'نُسخت ملاحظتان.',
    few: 'نُسخت {count} ملاحظات.',
    many: 'نُسخت {count} ملاحظة.',
    other: 'نُسخت {count} ملاحظة.',
  },
  'paste.coming': 'تأتي الملاحظات مع صورها…',
  'command.split': 'توزيع الأسطر على ملاحظات',
  'done.split': 'تقسيم ملاحظة',

  'command.find': 'البحث في الملاحظات',

  'command.alignLeft': 'محاذاة الحواف اليسرى',
  'command.alignTop': 'محاذاة الحواف العليا',
  'command.distributeAcross': 'توزيع متساوٍ أفقيًا',
  'command.distributeDown': 'توزيع متساوٍ عموديًا',
  'done.align': 'المحاذاة',
  'done.distribute': 'التوزيع المتساوي',
  'command.duplicates': 'البحث عن ملاحظات متشابهة',
} as const satisfies Part<typeof enCommands>
