/** What is said of images on notes, in Arabic: a part of the table in `ar.ts`. */
import type { enImages } from './en-images.ts'
import type { Part } from './words.ts'

export const arImages = {
  'command.addImage': 'إضافة صورة…',
  'command.removeImage': 'إزالة الصورة',
  'done.image': 'صورة الملاحظة',
  'image.alt': 'صورة',
  'image.coming': 'الصورة في الطريق…',
  'image.added': 'أُضيفت الصورة.',
  'export.noImages': 'الصور ليست في Markdown. يذكرها JSON، وهي عند هذه اللوحة وحدها؛ وتظهر في PNG وSVG.',
  'image.kind': 'تُقبل الصور بصيغة PNG وJPEG وWebP فقط. هذا الملف ليس منها، أيًّا كان اسمه.',
  'image.heavy': 'هذه الصورة أكبر من 5 ميغابايت. تصلح صورة أصغر.',
  'image.pixels': 'في هذه الصورة أكثر من 25 مليون بكسل. تصلح صورة أصغر.',
  'image.moves': 'الصور على الملاحظات ثابتة، وهذه متحركة.',
  'image.broken': 'هذه الصورة تالفة، أو لا يستطيع هذا المتصفح قراءتها.',
  'image.full': 'في هذه اللوحة كل ما يُسمح به من الصور. الصورة التي لا تعرضها أي ملاحظة تزول بعد ثلاثين يومًا.',
  'image.offline': 'تحتاج الصورة إلى الاتصال، ولا اتصال الآن. لم تُضف؛ وكل ما عداها مستمر.',
  'image.failed': 'لم يقبل الخادم الصورة. لم تُضف.',
} satisfies Part<typeof enImages>
