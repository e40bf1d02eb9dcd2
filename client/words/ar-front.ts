/** What is said before there is a board, and when there is none any more, in Arabic: a part of the table in `ar.ts`. */
import type { enFront } from './en-front.ts'
import type { Part } from './words.ts'

export const arFront = {
  // The first page
  'first.new': 'لوح جديد',
  'first.example': 'البدء من مثال',
  'first.spotify': 'Spotify',
  'first.airbnb': 'Airbnb',
  'first.file': 'فتح ملف',
  'first.fileHint':
    'مخطط بصيغة Markdown أو JSON، أو جدول (.csv)، يصبح لوحًا مستقلًا. ويمكنك أيضًا إفلات الملف على هذه الصفحة.',
  'first.drop': 'أفلت الملف ليصبح لوحًا.',
  'first.several': 'يمكن لملف واحد فقط أن يصبح لوحًا في كل مرة.',
  'first.failed': 'تعذر إنشاء اللوح. أعد المحاولة.',
  'first.tooMany': 'أُنشئت ألواح كثيرة من هنا للتو. أعد المحاولة بعد دقيقة.',
  'first.tooLarge': 'هذا المخطط أكبر مما يقبله الخادم دفعة واحدة. أنشئ لوحًا جديدًا واستورده على أجزاء.',
  'first.unreachable': 'تعذر الوصول إلى الخادم. تحقق من اتصالك، ثم أعد المحاولة.',
  'first.invited': 'هل دُعيت؟',
  'first.code': 'الرمز',
  'first.join': 'انضمام',
  'first.needCode': 'أدخل الحروف والأرقام الستة المعروضة في القاعة.',
  'first.wrongCode': 'لا لوح يعرض هذا الرمز الآن. انظر إليه مرة أخرى؛ ربما تغيّر.',
  'first.tooManyCodes': 'جُرّبت رموز كثيرة للتو. انتظر دقيقة ثم أدخله مرة أخرى.',
  'first.recent': 'على هذا الجهاز',
  'first.forget': 'نسيان {title}',
  'first.forgotten': 'نُسي {title} هنا.',
  'first.keepIt': 'إبقاء',
  'first.guest': 'ضيف',

  // A server on which not everybody makes boards
  'operator.title': 'من يشغّل هذا الخادم هو من ينشئ ألواحه',
  'operator.sentence': 'أدخل سرّ المشغّل. يحتفظ به هذا المتصفح فلا يسأل عنه إلا مرة واحدة.',
  'operator.secret': 'سرّ المشغّل',
  'operator.button': 'إنشاء اللوح',
  'operator.wrong': 'لا يعرف الخادم هذا السرّ. اطلب سرًّا ممن يشغّله.',

  // The maker of a board, already on it
  'naming.label': 'اسمك',
  'naming.sentence': 'يراك الآخرون باسم {name}.',
  'naming.keep': 'إبقاء',
  'naming.failed': 'لم يُقبل اسمك. أعد المحاولة.',

  // Joining
  'join.continue': 'المتابعة باسم {name}',
  'join.continueAs': 'هذا الرابط هو {name} على جهاز آخر.',
  'join.instead': 'أنت في هذا المتصفح {name} على هذا اللوح حتى الآن.',

  // Pages that say why there is no board
  'error.half.title': 'ينقص جزء من هذا الرابط.',
  'error.half.sentence': 'انسخ الرابط مرة أخرى حتى آخر حرف، أو اطلبه من جديد.',
  'error.bare.title': 'هذا المتصفح غير مسجل على ذلك اللوح.',
  'error.bare.sentence': 'افتح الرابط كاملًا كما أُرسل إليك، مع ما يلي #. وإن لم يعد يعمل فاطلب رابطًا جديدًا.',
  'error.expired.title': 'انتهت صلاحية هذا الرابط.',
  'error.expired.sentence': 'اطلب رابطًا جديدًا ممن أرسله.',
  'error.replaced.title': 'استُبدل هذا الرابط.',
  'error.replaced.sentence': 'اطلب الرابط الجديد ممن أرسله.',
  'error.revoked.title': 'سُحب هذا الرابط.',
  'error.revoked.sentence': 'اسأل ميسّر اللوح إن كان لك رابط آخر.',
  'error.deleted.title': 'حُذف هذا اللوح.',
  'error.deleted.sentence': 'يمكن لمالك اللوح استعادته حتى {date}.',
  'error.mine.sentence': 'يمكنك استعادته حتى {date}، بكل ما عليه.',
  'error.tooMany.title': 'جاءت من هنا روابط كثيرة لا تفتح شيئًا.',
  'error.tooMany.sentence': 'انتظر دقيقة ثم افتح الرابط مرة أخرى.',
  'error.cookies.title': 'لم يُبقك هذا المتصفح مسجلًا.',
  'error.cookies.sentence':
    'نجح الانضمام، لكن ملفات الارتباط ممنوعة هنا. اسمح بها لهذا الموقع، ثم افتح الرابط مرة أخرى.',
  'error.takeBack': 'استعادة اللوح',
  'error.takeBackFailed': 'تعذرت استعادة اللوح. أعد المحاولة.',

  // A browser that keeps nothing
  'banner.unkept': 'لا يحتفظ هذا المتصفح بشيء.',
  'banner.unkept.rest': 'ما يُقال إنه محفوظ آمن على الخادم؛ وما عداه يبقى ما دامت هذه الصفحة مفتوحة.',
  'banner.offline.unkept': 'واصل الكتابة واترك هذه الصفحة مفتوحة: هذا المتصفح نفسه لا يحتفظ بشيء.',
} as const satisfies Part<typeof enFront>
