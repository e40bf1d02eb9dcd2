/** What is said of links, codes, other devices and the end of a board, in Arabic: a part of the table in `ar.ts`. */
import type { enShare } from './en-share.ts'
import type { Part } from './words.ts'

export const arShare = {
  // Share
  'share.title': 'مشاركة هذا اللوح',
  'share.sentence': 'من لديه رابط يدخل باسم وبلا حساب.',
  'share.owner': 'مالك',
  'share.owner.may': 'ميسّر يحق له أيضًا حذف اللوح واستعادته',
  'share.joined': 'انضم {count}',
  'share.nobody': 'لا أحد بعد',
  'share.copy': 'نسخ الرابط',
  'share.copied': 'نُسخ: {link}.',
  'share.select': 'اضغط {keys} لنسخ الرابط.',
  'share.url': 'رابط: {role}',
  'share.link.participant': 'رابط المشاركين',
  'share.link.commenter': 'رابط المعلّقين',
  'share.link.observer': 'رابط المراقبين',
  'share.link.facilitator': 'رابط الميسّرين',
  'share.link.owner': 'رابط المالكين',
  'share.more': 'المزيد: {link}',
  'share.qr': 'عرض رمز QR',
  'share.label': 'وضع تسمية',
  'share.hour': 'ينتهي بعد ساعة',
  'share.day': 'ينتهي بعد يوم',
  'share.week': 'ينتهي بعد أسبوع',
  'share.never': 'لا ينتهي أبدًا',
  'share.expires': 'ينتهي {date}',
  'share.expired': 'انتهى',
  'share.replace': 'استبدال',
  'share.revoke': 'سحب',
  'share.replaced': 'استُبدل ونُسخ. لم يعد القديم يفتح شيئًا.',
  'share.revoked': 'سُحب. لن يدخل به أحد بعد الآن.',
  'share.others': 'روابط أخرى',
  'share.elsewhere': 'عنوانه معروف حيث أُنشئ فقط.',
  'share.lost': 'هل وصل رابط إلى غير أهله؟ استبدله: يتوقف القديم فورًا.',
  'share.failed': 'لم يُقبل ذلك. أعد المحاولة.',
  'share.failedLink': 'تعذر إنشاء الرابط. أعد المحاولة.',
  'share.lastFacilitator': 'هذا يزيل الميسّر الوحيد. اجعل شخصًا آخر ميسّرًا أولًا.',

  'qr.title': 'رمز QR',
  'qr.label': 'رمز QR: ‏{link}',
  'label.title': 'تسمية الرابط',
  'label.sentence': 'لمن هو. لا يراها إلا الميسّرون.',
  'label.field': 'التسمية',
  'label.keep': 'إبقاء',

  'revoke.title': 'سحب هذا الرابط؟',
  'revoke.sentence': 'لن يدخل به أحد بعد الآن. لا يمكن التراجع عن ذلك؛ ويمكن إنشاء رابط جديد.',
  'revoke.people': {
    zero: 'لم يدخل به أحد',
    one: 'إزالة الشخص الذي دخل به أيضًا',
    two: 'إزالة الشخصين اللذين دخلا به أيضًا',
    few: 'إزالة {count} أشخاص دخلوا به أيضًا',
    many: 'إزالة {count} شخصًا دخلوا به أيضًا',
    other: 'إزالة {count} شخص دخلوا به أيضًا',
  },
  'revoke.button': 'سحب الرابط',

  // The code of the room
  'code.for': 'للقاعة',
  'code.as': 'الانضمام مشاركًا',
  'code.enter': 'أو أدخله في {host}',
  'code.label': 'الرمز {code}',
  'code.qr': 'رمز QR لرابط المشاركين',
  'code.full': 'العرض على الشاشة كاملة',
  'code.none': 'لا رمز الآن: تعذر الوصول إلى الخادم.',
  'code.lasts': 'يعمل الرمز ما دام معروضًا.',
  'sign.title': 'انضم إلى «{title}»',
  'sign.scan': 'وجّه الكاميرا إليه',
  'sign.open': 'أو افتح {host} وأدخل',
  'sign.leave': 'مغادرة الشاشة الكاملة',

  // Oneself, elsewhere
  'device.title': 'المتابعة على جهاز آخر',
  'device.url': 'رابطك',
  'device.copy': 'نسخ الرابط',
  'device.copied': 'نُسخ: رابطك.',
  'device.qr': 'رمز QR لرابطك',
  'device.failed': 'تعذر إنشاء الرابط. أعد المحاولة.',

  // People
  'people.by': 'عبر «{label}»',

  // The end of a board
  'delete.open': 'حذف هذا اللوح',
  'delete.title': 'حذف «{title}»؟',
  'delete.button': 'حذف اللوح',
  'delete.failed': 'لم يُحذف اللوح. أعد المحاولة.',
} as const satisfies Part<typeof enShare>
