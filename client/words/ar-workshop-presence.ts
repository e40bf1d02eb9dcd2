/** What is said of being in a session together, in Arabic: a part of the table in `ar.ts`. */
import type { enWorkshopPresence } from './en-workshop-presence.ts'
import type { Part } from './words.ts'

export const arWorkshopPresence = {
  'command.ready': 'انتهيت',
  'command.notReady': 'لم أنته بعد',
  'command.hand': 'ارفع يدك',
  'command.handDown': 'أنزل يدك',
  'command.bring': 'إحضار الجميع إلى هنا',
  'command.control': 'عرض ما تعرضه على الجميع',
  'command.release': 'ترك الجميع',

  'ready.count': '{ready} من {count} جاهزون',
  'ready.done': 'انتهيت. تراجع',
  'ready.person': 'جاهز',
  'hands.label': 'الأيدي المرفوعة',
  'hands.you': '{name} (أنت)',
  'hands.lower': 'إنزال يد {name}',
  'hands.raised': 'رفع {name} يده.',
  'hands.lowered': 'يدك منخفضة.',

  'lead.tag': 'يعرض لك {name} هذا.',
  'lead.mine': 'يرى الجميع ما تعرضه.',
  'lead.begun': 'يعرض لك {name} هذا. يمكنك الكتابة من جديد عندما يتركك {name}.',
  'lead.ended': 'يمكنك الذهاب حيث تشاء من جديد.',
  'lead.brought': 'أحضرك {name} إلى هنا.',

  'dash.heading': 'أين كل شخص',
  'dash.notes': {
    zero: 'لا ملاحظات',
    one: 'ملاحظة واحدة',
    two: 'ملاحظتان',
    few: '{count} ملاحظات',
    many: '{count} ملاحظة',
    other: '{count} ملاحظة',
  },
  'dash.blocks': 'الملاحظات في كل خانة',
  'dash.idle': {
    zero: 'ساكن الآن',
    one: 'ساكن منذ دقيقة',
    two: 'ساكن منذ دقيقتين',
    few: 'ساكن منذ {count} دقائق',
    many: 'ساكن منذ {count} دقيقة',
    other: 'ساكن منذ {count} دقيقة',
  },
  'dash.gone': 'غير متصل',
  'dash.dots': {
    zero: 'لم تبق نقاط',
    one: 'بقيت نقطة واحدة',
    two: 'بقيت نقطتان',
    few: 'بقيت {count} نقاط',
    many: 'بقيت {count} نقطة',
    other: 'بقيت {count} نقطة',
  },
  'dash.ready': 'جاهز',
  'dash.failed': 'تعذّر السؤال عن هذا الآن.',

  'next.notVoted': {
    zero: 'صوّت الجميع. هل نتابع؟',
    one: 'لم يصوّت شخص واحد. هل نتابع؟',
    two: 'لم يصوّت شخصان. هل نتابع؟',
    few: 'لم يصوّت {count} أشخاص. هل نتابع؟',
    many: 'لم يصوّت {count} شخصًا. هل نتابع؟',
    other: 'لم يصوّت {count} شخص. هل نتابع؟',
  },
  'next.notReady': {
    zero: 'انتهى الجميع. هل نتابع؟',
    one: 'لم ينته شخص واحد بعد. هل نتابع؟',
    two: 'لم ينته شخصان بعد. هل نتابع؟',
    few: 'لم ينته {count} أشخاص بعد. هل نتابع؟',
    many: 'لم ينته {count} شخصًا بعد. هل نتابع؟',
    other: 'لم ينته {count} شخص بعد. هل نتابع؟',
  },
} satisfies Part<typeof enWorkshopPresence>
