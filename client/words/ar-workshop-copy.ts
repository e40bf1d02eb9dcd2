/** What is said of making a board once more, in Arabic: a part of the table in `ar.ts`. */
import type { enWorkshopCopy } from './en-workshop-copy.ts'
import type { Part } from './words.ts'

export const arWorkshopCopy = {
  'copyBoard.title': 'العنوان',
  'copyBoard.notes': 'مع ملاحظاته',
  'copyBoard.notes.is': 'ومع الروابط والمجموعات والرسوم والصور أيضًا.',
  'copyBoard.make': 'إنشاء اللوح',
  'copyBoard.operatorOnly': 'في هذا الخادم ينشئ الألواح من يشغّله. اطلب منه لوحًا جديدًا.',
  'copyBoard.made': 'أُنشئ {title} وأنت مالكه. روابطه هناك في المشاركة.',
  'copyBoard.open': 'فتح {title}',
  'copyBoard.copy': 'نسخ رابط المشاركين',
} as const satisfies Part<typeof enWorkshopCopy>
