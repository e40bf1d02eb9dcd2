/** What is said of being here together, in Arabic: a part of the table in `ar.ts`. */
import type { enPresence } from './en-presence.ts'
import type { Part } from './words.ts'

export const arPresence = {
  'group.people': 'الأشخاص',
  'family.react': 'تفاعل',
  'command.laserTool': 'مؤشر ليزر',
  'command.react.agree': 'موافق',
  'command.react.love': 'أعجبني',
  'command.react.idea': 'فكرة',
  'command.react.question': 'سؤال',
  'command.react.laugh': 'ضحك',
  'command.chat': 'قل شيئًا عند المؤشر',
  'command.follow': 'متابعة شخص',
  'command.unfollow': 'إيقاف المتابعة',
  'menu.react': 'تفاعل',

  'follow.tag': 'تتابع {name}. تحرّك لتتوقف.',
  'follow.inOutline': 'تتابع {name}.',
  'follow.stop': 'إيقاف المتابعة',
  'follow.person': 'متابعة {name}',
  'follow.begun': 'أنت تتابع {name}. مفتاح Escape يوقف ذلك.',
  'follow.ended': 'لم تعد تتابع {name}.',

  'remark.label': 'ما تقوله عند مؤشرك',
  'remark.hint': 'قل شيئًا',
  'remark.said': 'يقول {name}: {words}',
  'remark.reacted': 'تفاعل {name}: {reaction}',
  'remark.heard': 'ما يقوله الآخرون الآن',
} satisfies Part<typeof enPresence>
