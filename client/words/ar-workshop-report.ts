/** What the report of a session says, and what is said of actions, in Arabic: a part of the table in `ar.ts`. */
import type { enWorkshopReport } from './en-workshop-report.ts'
import type { Part } from './words.ts'

export const arWorkshopReport = {
  'report.title': 'تقرير: {title}',
  'report.steps': 'الخطوات',
  'report.decisions': 'القرارات',
  'report.votes': 'التصويتات',
  'report.actions': 'المهام',
  'report.questions': 'أسئلة مفتوحة',
  'report.notes': 'الملاحظات',
  'report.people': 'من شارك',
  'report.step': '{time}، خُطط لها {planned} د، واستغرقت {took}',
  'report.stepOpen': '{time}، {took} د',
  'report.voters': {
    ...{ zero: 'أُعطيت {dots} نقاط.', one: 'أعطى شخص واحد {dots} نقاط.', two: 'أعطى شخصان {dots} نقاط.' },
    few: 'أعطى {count} أشخاص {dots} نقاط.',
    many: 'أعطى {count} شخصًا {dots} نقاط.',
    other: 'أعطى {count} شخص {dots} نقاط.',
  },
  'report.dots': {
    ...{ zero: 'بلا نقاط', one: 'نقطة واحدة', two: 'نقطتان' },
    ...{ few: '{count} نقاط', many: '{count} نقطة', other: '{count} نقطة' },
  },
  'report.tied': '{dots}، بالتساوي',
  'report.until': 'حتى {date}',
  'report.decisionTag': 'قرار',
  'report.hint': 'الملاحظة ذات الوسم #قرار قرار، والمنتهية بعلامة استفهام سؤال مفتوح.',
  'report.nothing': 'لا شيء للتقرير بعد: لم تجرِ خطوة، واللوح فارغ.',
  'report.save': 'الحفظ بصيغة ماركداون',
  'report.print': 'طباعة',
  'report.file': 'تقرير {title}',
  'action.heading': 'مهمة',
  'action.make': 'جعلها مهمة',
  'action.owner': 'من يقوم بها',
  'action.due': 'حتى متى',
  'action.end': 'لم تعد مهمة',
} satisfies Part<typeof enWorkshopReport>
