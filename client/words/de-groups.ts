/** What is said of groups, in German: a part of the table in `de.ts`. */
import type { enGroups } from './en-groups.ts'
import type { Part } from './words.ts'

export const deGroups = {
  'command.group': 'Notizen gruppieren',
  'command.nameGroup': 'Gruppe benennen',
  'command.foldGroup': 'Gruppe schließen oder öffnen',
  'command.ungroup': 'Gruppe auflösen',

  'done.group': 'Gruppieren',
  'done.name': 'Benennen einer Gruppe',
  'done.close': 'Schließen einer Gruppe',
  'done.open': 'Öffnen einer Gruppe',
  'done.ungroup': 'Auflösen einer Gruppe',
  'done.leave': 'Herausnehmen aus einer Gruppe',

  'said.notOneBlock': 'Eine Gruppe liegt in einem Block. Wähl Notizen eines Blocks.',

  'grouped.unnamed': 'Gruppe',
  'grouped.count': { one: '{count} Notiz', other: '{count} Notizen' },
  'grouped.heard': { one: '{name}, eine Gruppe mit {count} Notiz', other: '{name}, eine Gruppe mit {count} Notizen' },
} as const satisfies Part<typeof enGroups>
