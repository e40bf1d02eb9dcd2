/** What is said of being here together, in German: a part of the table in `de.ts`. */
import type { enPresence } from './en-presence.ts'
import type { Part } from './words.ts'

export const dePresence = {
  'group.people': 'Personen',
  'family.react': 'Reagieren',
  'command.laserTool': 'Laserpointer',
  'command.react.agree': 'Einverstanden',
  'command.react.love': 'Gefällt mir sehr',
  'command.react.idea': 'Idee',
  'command.react.question': 'Frage',
  'command.react.laugh': 'Lachen',
  'command.chat': 'Am Zeiger etwas sagen',
  'command.follow': 'Einer Person folgen',
  'command.unfollow': 'Nicht mehr folgen',
  'menu.react': 'Reagieren',

  'follow.tag': 'Du folgst {name}. Bewegen beendet es.',
  'follow.inOutline': 'Du folgst {name}.',
  'follow.stop': 'Nicht mehr folgen',
  'follow.person': '{name} folgen',
  'follow.begun': 'Du folgst {name}. Escape beendet es.',
  'follow.ended': 'Du folgst {name} nicht mehr.',

  'remark.label': 'Was du an deinem Zeiger sagst',
  'remark.hint': 'Etwas sagen',
  'remark.said': '{name} sagt: {words}',
  'remark.reacted': '{name} reagiert: {reaction}',
  'remark.heard': 'Was andere gerade sagen',
} satisfies Part<typeof enPresence>
