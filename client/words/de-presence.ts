/** What is said of being here together, in German: a part of the table in `de.ts`. */
import type { enPresence } from './en-presence.ts'
import type { Part } from './words.ts'

export const dePresence = {
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

  'follow.person': '{name} folgen',
} satisfies Part<typeof enPresence>
