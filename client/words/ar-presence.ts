/** What is said of being here together, in Arabic: a part of the table in `ar.ts`. */
import type { enPresence } from './en-presence.ts'
import type { Part } from './words.ts'

export const arPresence = {
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

  'follow.person': 'متابعة {name}',
} satisfies Part<typeof enPresence>
