/** What is said of dot voting and its results, in Arabic: a part of the table in `ar.ts`. */
import type { enVotes } from './en-workshop-votes.ts'
import type { Part } from './words.ts'

const DOTS = {
  zero: 'بلا نقاط',
  one: 'نقطة واحدة',
  two: 'نقطتان',
  few: '{count} نقاط',
  many: '{count} نقطة',
  other: '{count} نقطة',
} as const

/** The same sentence around every number of dots. */
export const around = <const Before extends string, const After extends string>(before: Before, after: After) =>
  ({
    zero: `${before}${DOTS.zero}${after}`,
    one: `${before}${DOTS.one}${after}`,
    two: `${before}${DOTS.two}${after}`,
    few: `${before}${DOTS.few}${after}`,
    many: `${before}${DOTS.many}${after}`,
    other: `${before}${DOTS.other}${after}`,
  }) as const

export const arVotes = {
  'command.giveDot': 'منح نقطة',
  'command.takeDot': 'استرجاع نقطة',
  'command.voteDone': 'انتهيت من التصويت',
  'command.voteResults': 'نتائج التصويت',

  'vote.label': 'تصويت',
  'vote.rules.free': around('لديك ', '، ويجوز وضعها كلها على ملاحظة واحدة.'),
  'vote.rules.most': around('لديك ', '، وعلى الملاحظة الواحدة {most} على الأكثر.'),
  'vote.rules.block': around('في كل مربع ', ' على الأكثر.'),
  'vote.rules.areas': 'فقط في {areas}.',
  'vote.rules.secret': 'لا أحد يرى نقاطك. تظهر المجاميع عند إغلاق التصويت.',
  'vote.rules.live': 'يرى الجميع المجاميع، ولا يرى أحد لمن النقاط.',
  'vote.rules.named': 'عند إغلاق التصويت يرى الجميع من منح أي نقاط.',
  'vote.rules.until': 'مفتوح حتى {date}.',
  'vote.notVoter': 'جئت بعد بدء هذا التصويت. ترى المجاميع عند إغلاقه.',
  'vote.left': around('بقي ', ''),
  'vote.none': 'لم يبق شيء',
  'vote.progress': 'انتهى {done} من {of}',
  'vote.done': 'انتهيت',
  'vote.undone': 'انتهيت. تراجع',
  'vote.close': 'إغلاق التصويت',
  'vote.closeAsk': {
    zero: 'انتهى الجميع. إغلاق التصويت؟',
    one: 'شخص واحد لم ينته بعد. إغلاق التصويت؟',
    two: 'شخصان لم ينتهيا بعد. إغلاق التصويت؟',
    few: '{count} أشخاص لم ينتهوا بعد. إغلاق التصويت؟',
    many: '{count} شخصًا لم ينتهوا بعد. إغلاق التصويت؟',
    other: '{count} شخص لم ينتهوا بعد. إغلاق التصويت؟',
  },
  'vote.keep': 'إبقاؤه مفتوحًا',
  'vote.extend': 'إبقاؤه مفتوحًا مدة أطول',
  'vote.extend.dot': 'نقطة إضافية لكل شخص',
  'vote.extend.days': {
    zero: 'مفتوح اليوم',
    one: 'مفتوح يومًا واحدًا',
    two: 'مفتوح يومين',
    few: 'مفتوح {count} أيام',
    many: 'مفتوح {count} يومًا',
    other: 'مفتوح {count} يوم',
  },
  'vote.standing': {
    zero: 'لم تبق نقاط لأحد',
    one: 'بقيت نقاط لشخص واحد',
    two: 'بقيت نقاط لشخصين',
    few: 'بقيت نقاط لـ {count} أشخاص',
    many: 'بقيت نقاط لـ {count} شخصًا',
    other: 'بقيت نقاط لـ {count} شخص',
  },
  'vote.gone': around('لك ', ' على ملاحظات لا تصويت عليها الآن.'),
  'vote.takeGone': 'استرجاع',

  'vote.give': 'منح نقطة لـ {text}',
  'vote.take': 'استرجاع نقطة من {text}',
  'vote.dots': around('لك ', ''),
  'vote.fault.number': 'لا نقطة لك هنا لتسترجعها.',
  'vote.fault.gone': 'لم تعد هذه الملاحظة موجودة.',
  'vote.fault.notVoted': 'لا تصويت على هذا.',
  'vote.fault.perNote': 'لا مزيد من النقاط على ملاحظة واحدة.',
  'vote.fault.perBlock': 'لم تبق نقاط في {area}.',
  'vote.fault.noneLeft': 'لم تبق نقاط.',
  'vote.failed.refused': 'لم تؤخذ هذه النقطة. ربما أُغلق التصويت.',
  'vote.failed.unreachable': 'لا اتصال. لم تصل هذه النقطة.',
  'vote.failed.command': 'لم ينجح ذلك. حاول مرة أخرى.',

  'vote.heard.began': around('بدأ تصويت: {title}. لديك ', '.'),
  'vote.heard.ended': 'أُغلق التصويت: {title}. ظهرت النتائج.',
  'vote.heard.cast': around('هناك ', '، {left}.'),

  'results.heading': 'النتائج',
} as const satisfies Part<typeof enVotes>
