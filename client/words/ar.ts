/** Everything the product says, in Arabic. */
import { arCommands } from './ar-commands.ts'
import { arParts } from './ar-parts.ts'
import { arWorkshopParts } from './ar-workshop-parts.ts'
import { arFiles } from './ar-files.ts'
import { arImages } from './ar-images.ts'
import { arInk } from './ar-ink.ts'
import { arFind } from './ar-find.ts'
import { arGroups } from './ar-groups.ts'
import { arFront } from './ar-front.ts'
import { arOrder } from './ar-order.ts'
import { arPage } from './ar-page.ts'
import { arPaste } from './ar-paste.ts'
import { arPresence } from './ar-presence.ts'
import { arReadyAgendas } from './ar-ready-agendas.ts'
import { arShare } from './ar-share.ts'
import { arWriting } from './ar-writing.ts'
import { arWorkshopPresence } from './ar-workshop-presence.ts'
import { arWays } from './ar-ways.ts'
import { arWorkshopAgenda } from './ar-workshop-agenda.ts'
import { arWorkshopCopy } from './ar-workshop-copy.ts'
import { arWorkshopDashboard } from './ar-workshop-dashboard.ts'
import { arWorkshopDrafts } from './ar-workshop-drafts.ts'
import { arWorkshopReport } from './ar-workshop-report.ts'
import { arVotes } from './ar-workshop-votes.ts'
import type { Language } from './words.ts'

export const ar: Language = {
  // Places: the nine blocks and the parking lot
  'area.customerSegments': 'شرائح العملاء',
  'area.valuePropositions': 'القيمة المقترحة',
  'area.channels': 'القنوات',
  'area.customerRelationships': 'العلاقات مع العملاء',
  'area.revenueStreams': 'مصادر الإيرادات',
  'area.keyResources': 'الموارد الرئيسية',
  'area.keyActivities': 'الأنشطة الرئيسية',
  'area.keyPartnerships': 'الشراكات الرئيسية',
  'area.costStructure': 'هيكل التكاليف',
  'area.parking': 'ساحة الانتظار',

  // How a link reads, from its first note to its second
  'verb.bringsIn': 'يجلب',
  'verb.carries': 'يحمل',
  'verb.causes': 'يسبّب',
  'verb.changes': 'يغيّر',
  'verb.chooses': 'يختار',
  'verb.comesFrom': 'يأتي من',
  'verb.comesThrough': 'يأتي عبر',
  'verb.covers': 'يغطّي',
  'verb.delivers': 'يقدّم',
  'verb.dependsOn': 'يعتمد على',
  'verb.does': 'ينجز',
  'verb.earns': 'يدرّ',
  'verb.expects': 'يتوقع',
  'verb.growsWith': 'ينمو مع',
  'verb.isChangedBy': 'يتغير بفعل',
  'verb.isCoveredBy': 'يغطّيه',
  'verb.isDoneWith': 'يُنجز مع',
  'verb.isFor': 'موجّه إلى',
  'verb.isPaidBy': 'يدفعه',
  'verb.isReachedBy': 'يصل إليه',
  'verb.isUsedIn': 'يُستخدم في',
  'verb.livesIn': 'يعيش في',
  'verb.makesPossible': 'يتيح',
  'verb.needs': 'يحتاج إلى',
  'verb.pays': 'يدفع',
  'verb.paysFor': 'يدفع مقابل',
  'verb.provides': 'يوفّر',
  'verb.reaches': 'يصل إلى',
  'verb.relatesTo': 'يرتبط بـ',
  'verb.serves': 'يخدم',
  'verb.supports': 'يدعم',
  'verb.sustains': 'يُديم',
  'verb.uses': 'يستخدم',

  // Colours of paper
  'color.straw': 'قشّي',
  'color.apricot': 'مشمشي',
  'color.rose': 'وردي',
  'color.lilac': 'ليلكي',
  'color.sky': 'سماوي',
  'color.lagoon': 'فيروزي',
  'color.leaf': 'ورقي',
  'color.stone': 'حجري',

  // Commands: verbs with their object
  'command.selectTool': 'تحديد',
  'command.noteTool': 'وضع ملاحظة',
  'command.linkTool': 'رسم الروابط',
  'command.handTool': 'تحريك الورقة',
  'command.addNote': 'إضافة ملاحظة',
  'command.write': 'الكتابة في الملاحظة',
  'command.nextNote': 'الإبقاء وبدء الملاحظة التالية',
  'command.deleteSelection': 'حذف',
  'command.duplicate': 'تكرار',
  'command.color': 'اللون: {color}',
  'command.moveTo': 'نقل إلى {area}',
  'command.orderUp': 'تحريك الملاحظة إلى أعلى',
  'command.orderDown': 'تحريك الملاحظة إلى أسفل',
  'command.orderLeft': 'تحريك الملاحظة إلى اليسار',
  'command.orderRight': 'تحريك الملاحظة إلى اليمين',
  'command.link': 'ربط الملاحظة بأخرى',
  'command.reverseLink': 'عكس الرابط',
  'command.reattachHead': 'توجيه الرابط إلى ملاحظة أخرى',
  'command.reattachTail': 'بدء الرابط من ملاحظة أخرى',
  'command.labelLink': 'تسمية الرابط',
  'command.undo': 'تراجع',
  'command.redo': 'إعادة',
  'command.restore': 'استعادة',
  'command.whole': 'عرض المخطط كله',
  'command.block': 'عرض الخانة',
  'command.note': 'عرض الملاحظة',
  'command.goTo': 'الذهاب إلى {area}',
  'command.zoomIn': 'تكبير',
  'command.zoomOut': 'تصغير',
  'command.layout.classic': 'التخطيط التقليدي',
  'command.layout.grid': 'تخطيط 3 × 3',
  'command.up': 'الملاحظة التالية إلى أعلى',
  'command.down': 'الملاحظة التالية إلى أسفل',
  'command.left': 'الملاحظة التالية إلى اليسار',
  'command.right': 'الملاحظة التالية إلى اليمين',
  'command.selectAll': 'تحديد كل ما في الخانة',
  'command.out': 'خطوة إلى الخارج',
  'command.outline': 'القائمة',
  'command.keys': 'المفاتيح',
  'command.share': 'مشاركة',

  // Families of commands, one line each on the sheet of keys
  'family.color': 'تلوين الملاحظة',
  'family.moveTo': 'نقل إلى خانة',
  'family.order': 'تغيير الترتيب',
  'family.goTo': 'الذهاب إلى خانة',
  'family.arrows': 'الملاحظة التالية؛ تحريك عدة ملاحظات',

  // What was done, as undo names it
  'done.add': 'إضافة ملاحظة',
  'done.write': 'الكتابة',
  'done.move': 'النقل',
  'done.order': 'تغيير الترتيب',
  'done.color': 'التلوين',
  'done.delete': 'الحذف',
  'done.restore': 'الاستعادة',
  'done.duplicate': 'التكرار',
  'done.link': 'رسم رابط',
  'done.label': 'تسمية رابط',
  'done.reverse': 'عكس رابط',
  'done.unlink': 'إزالة رابط',

  // What the rights are to, and the same of one's own
  'act.add': 'إضافة الملاحظات',
  'act.text': 'الكتابة في الملاحظات',
  'act.style': 'تلوين الملاحظات',
  'act.move': 'نقل الملاحظات',
  'act.group': 'تجميع الملاحظات',
  'act.link': 'تغيير الروابط',
  'act.mark': 'وسم الملاحظات',
  'act.numbers': 'تغيير الأرقام',
  'act.delete': 'حذف الملاحظات',
  'act.comment': 'التعليق',
  'act.vote': 'التصويت',
  'act.react': 'التفاعل',
  'own.add': 'إضافة ملاحظاتك',
  'own.text': 'الكتابة في ملاحظاتك',
  'own.style': 'تلوين ملاحظاتك',
  'own.move': 'نقل ملاحظاتك',
  'own.group': 'تجميع ملاحظاتك',
  'own.link': 'تغيير روابط ملاحظاتك',
  'own.mark': 'وسم ملاحظاتك',
  'own.numbers': 'تغيير أرقامك',
  'own.delete': 'حذف ملاحظاتك',
  'own.comment': 'تغيير تعليقاتك',
  'own.vote': 'تغيير نقاطك',
  'own.react': 'تغيير تفاعلاتك',

  // What the editor says
  'said.role': 'لا يتيح لك دورك {act}.',
  'said.step': 'لا تتيح لك هذه الخطوة {act}.',
  'said.notYours': 'تتيح لك هذه الخطوة {own} فقط.',
  'said.partly': {
    zero: 'تم {done}. لم يبق شيء على حاله.',
    one: 'تم {done}. واحدة تبقى كما هي: تتركها هذه الخطوة لمن صنعها.',
    two: 'تم {done}. اثنتان تبقيان كما هما: تتركهما هذه الخطوة لمن صنعهما.',
    few: 'تم {done}. {count} تبقى كما هي: تتركها هذه الخطوة لمن صنعها.',
    many: 'تم {done}. {count} تبقى كما هي: تتركها هذه الخطوة لمن صنعها.',
    other: 'تم {done}. {count} تبقى كما هي: تتركها هذه الخطوة لمن صنعها.',
  },
  'said.undone': 'تم التراجع: {deed}.',
  'said.redone': 'أُعيد: {deed}.',
  'said.undoneButKept': {
    zero: 'تم التراجع: {deed}. لم تبق ملاحظات.',
    one: 'تم التراجع: {deed}. ملاحظة واحدة تبقى: عمل عليها آخرون.',
    two: 'تم التراجع: {deed}. ملاحظتان تبقيان: عمل عليهما آخرون.',
    few: 'تم التراجع: {deed}. {count} ملاحظات تبقى: عمل عليها آخرون.',
    many: 'تم التراجع: {deed}. {count} ملاحظة تبقى: عمل عليها آخرون.',
    other: 'تم التراجع: {deed}. {count} ملاحظة تبقى: عمل عليها آخرون.',
  },
  'said.redoneButKept': {
    zero: 'أُعيد: {deed}. لم تبق ملاحظات.',
    one: 'أُعيد: {deed}. ملاحظة واحدة تبقى: عمل عليها آخرون.',
    two: 'أُعيد: {deed}. ملاحظتان تبقيان: عمل عليهما آخرون.',
    few: 'أُعيد: {deed}. {count} ملاحظات تبقى: عمل عليها آخرون.',
    many: 'أُعيد: {deed}. {count} ملاحظة تبقى: عمل عليها آخرون.',
    other: 'أُعيد: {deed}. {count} ملاحظة تبقى: عمل عليها آخرون.',
  },
  'said.kept': 'لم يتم التراجع: {deed}. عمل آخرون عليه منذ ذلك الحين.',
  'said.nothingToUndo': 'لا شيء للتراجع عنه.',
  'said.nothingToRedo': 'لا شيء لإعادته.',
  'said.undoSkipped': 'جرى تجاوز: {deeds}. غيّره آخرون منذ ذلك الحين، أو لا تسمح به هذه الخطوة.',
  'said.deleted': {
    zero: 'لم تُحذف ملاحظات.',
    one: 'حُذفت ملاحظة واحدة.',
    two: 'حُذفت ملاحظتان.',
    few: 'حُذفت {count} ملاحظات.',
    many: 'حُذفت {count} ملاحظة.',
    other: 'حُذفت {count} ملاحظة.',
  },
  'said.unlinked': 'أُزيل الرابط.',
  'said.goneWhileWriting': 'حُذفت هذه الملاحظة وأنت تكتب فيها. إن استُعيدت ففيها كلماتك.',
  'said.tooLong': 'تتسع الملاحظة إلى {limit} حرف. لم تؤخذ البقية.',
  'said.noRoom.up': 'لا مكان لهذه الملاحظات أعلى في خانتها.',
  'said.noRoom.down': 'لا مكان لهذه الملاحظات أسفل في خانتها.',
  'said.noRoom.left': 'لا مكان لهذه الملاحظات أبعد يسارًا في خانتها.',
  'said.noRoom.right': 'لا مكان لهذه الملاحظات أبعد يمينًا في خانتها.',
  'said.full': 'المخطط ممتلئ: الحد {limit}. احذف شيئًا أولًا.',
  'said.fullAlone': 'هذه ملاحظات أكثر مما يتسع لكتابتك الخاصة: الحد {limit}.',

  // The page around the canvas
  ...arPage,
  ...arFront,
  ...arShare,
  ...arFiles,
  ...arWorkshopParts,
  ...arParts,
  ...arCommands,
  ...arPaste,
  ...arImages,
  ...arInk,
  ...arFind,
  ...arGroups,
  ...arOrder,
  ...arWriting,
  ...arWays,
  ...arPresence,
  ...arWorkshopAgenda,
  ...arWorkshopReport,
  ...arWorkshopDashboard,
  ...arWorkshopDrafts,
  ...arWorkshopCopy,
  ...arReadyAgendas,
  ...arWorkshopPresence,
  ...arVotes,
}
