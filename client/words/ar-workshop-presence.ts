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

  'ready.person': 'جاهز',

  'doubt.notVoted': {
    zero: 'أنهى الجميع التصويت.',
    one: 'لم ينه شخص واحد التصويت بعد.',
    two: 'لم ينه شخصان التصويت بعد.',
    few: 'لم ينه {count} أشخاص التصويت بعد.',
    many: 'لم ينه {count} شخصًا التصويت بعد.',
    other: 'لم ينه {count} شخص التصويت بعد.',
  },
  'doubt.notReady': {
    zero: 'انتهى الجميع.',
    one: 'لم ينته شخص واحد بعد.',
    two: 'لم ينته شخصان بعد.',
    few: 'لم ينته {count} أشخاص بعد.',
    many: 'لم ينته {count} شخصًا بعد.',
    other: 'لم ينته {count} شخص بعد.',
  },
} satisfies Part<typeof enWorkshopPresence>
