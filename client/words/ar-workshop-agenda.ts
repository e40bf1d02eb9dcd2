/** What is said of the agenda, the running step, its timer and the report, in Arabic: a part of the table in `ar.ts`. */
import type { enWorkshopAgenda } from './en-workshop-agenda.ts'
import type { Part } from './words.ts'

export const arWorkshopAgenda = {
  // Commands
  'command.agenda': 'جدول الأعمال',
  'command.step': 'الخطوة الجارية',
  'command.startSession': 'بدء الجلسة',
  'command.nextStep': 'الخطوة التالية',
  'command.previousStep': 'الخطوة السابقة',
  'command.skipStep': 'تخطي هذه الخطوة',
  'command.pauseStep': 'إيقاف المؤقت',
  'command.resumeStep': 'متابعة المؤقت',
  'command.moreTime': {
    ...{ zero: 'بلا إضافة', one: 'إضافة دقيقة', two: 'إضافة دقيقتين' },
    ...{ few: 'إضافة {count} دقائق', many: 'إضافة {count} دقيقة', other: 'إضافة {count} دقيقة' },
  },
  'command.lessTime': {
    ...{ zero: 'بلا إنقاص', one: 'إنقاص دقيقة', two: 'إنقاص دقيقتين' },
    ...{ few: 'إنقاص {count} دقائق', many: 'إنقاص {count} دقيقة', other: 'إنقاص {count} دقيقة' },
  },
  'command.endSession': 'إنهاء الجلسة',
  'command.report': 'تقرير الجلسة',
  'command.mute': 'كتم الثواني العشر الأخيرة',
  'command.unmute': 'إسماع الثواني العشر الأخيرة',

  // The running step
  'step.running': 'الخطوة الجارية',
  'step.untitled': 'خطوة بلا عنوان',
  'step.place': 'الخطوة {number} من {of}',
  'menu.session': 'المزيد لهذه الخطوة',
  'step.tab': 'الخطوة',
  'may.all': 'في هذه الخطوة يمكنك فعل كل شيء.',
  'may.some': 'في هذه الخطوة يمكنك: {acts}.',
  'may.none': 'في هذه الخطوة تبقى الملاحظات كما هي: اقرأ وتحدث.',
  'may.act.add': 'إضافة الملاحظات',
  'may.act.text': 'الكتابة في الملاحظات',
  'may.act.style': 'تلوين الملاحظات',
  'may.act.move': 'نقل الملاحظات',
  'may.act.group': 'تجميع الملاحظات',
  'may.act.link': 'تغيير الروابط',
  'may.act.mark': 'وسم الملاحظات',
  'may.act.delete': 'حذف الملاحظات',
  'may.act.vote': 'التصويت',
  'may.change.all': 'تغيير الملاحظات',
  'may.change.own': 'تغيير ملاحظاتك',

  // The timer
  'timer.left': 'الوقت المتبقي',
  'timer.gone': 'الوقت حتى الآن',
  'timer.soon': 'ينتهي قريبًا',
  'timer.last': 'اللحظات الأخيرة',
  'timer.over': 'انتهى الوقت',
  'timer.paused': 'متوقف',
  'live.began': 'الخطوة {number} من {of}: {title}. {may}',
  'live.beganAlone': 'الآن: {title}. {may}',
  'live.ended': 'انتهت الجلسة. اللوح مفتوح.',
  'live.half': {
    ...{ zero: 'مضى نصف الوقت.', one: 'مضى نصف الوقت: بقيت دقيقة.', two: 'مضى نصف الوقت: بقيت دقيقتان.' },
    few: 'مضى نصف الوقت: بقيت {count} دقائق.',
    many: 'مضى نصف الوقت: بقيت {count} دقيقة.',
    other: 'مضى نصف الوقت: بقيت {count} دقيقة.',
  },
  'live.minute': 'بقيت دقيقة واحدة.',
  'live.end': 'انتهى الوقت.',
  'live.paused': 'المؤقت متوقف.',
  'live.resumed': 'المؤقت يستمر.',
  'live.longer': {
    ...{ zero: 'لم تُضف دقائق.', one: 'أُضيفت دقيقة.', two: 'أُضيفت دقيقتان.' },
    ...{ few: 'أُضيفت {count} دقائق.', many: 'أُضيفت {count} دقيقة.', other: 'أُضيفت {count} دقيقة.' },
  },
  'live.shorter': {
    ...{ zero: 'لم تُنقص دقائق.', one: 'أُنقصت دقيقة.', two: 'أُنقصت دقيقتان.' },
    ...{ few: 'أُنقصت {count} دقائق.', many: 'أُنقصت {count} دقيقة.', other: 'أُنقصت {count} دقيقة.' },
  },

  // Leaving a step
  'doubt.writing': {
    ...{ zero: 'لا أحد يكتب.', one: 'شخص واحد ما زال يكتب.', two: 'شخصان ما زالا يكتبان.' },
    few: '{count} أشخاص ما زالوا يكتبون.',
    many: '{count} شخصًا ما زالوا يكتبون.',
    other: '{count} شخص ما زالوا يكتبون.',
  },
  'said.notLed.stale': 'كان ميسّر آخر أسرع. انظر ما يجري الآن، ثم حاول مرة أخرى.',
  'said.notLed.role': 'الميسّرون وحدهم يقودون الجلسة.',
  'said.notLed.unreachable': 'لا يمكن الوصول إلى الخادم، فلم يتغير شيء. حاول مرة أخرى عند وجود اتصال.',
  'said.notLed.failed': 'لم يُقبل ذلك، ولم يتغير شيء.',

  // The agenda
  'agenda.tab': 'جدول الأعمال',
  'agenda.empty':
    'يقود جدول الأعمال الجميع عبر الجلسة خطوة خطوة. اختر جدولًا جاهزًا للبداية ثم ابدأه؛ وكل ما فيه يمكن تغييره.',

  // People
  'people.admit': 'السماح بالدخول',
  'people.waits': '{name} ينتظر السماح بالدخول.',
} satisfies Part<typeof enWorkshopAgenda>
