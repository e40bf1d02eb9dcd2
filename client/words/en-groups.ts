/** What is said of groups, in English: a part of the table in `en.ts`. */
export const enGroups = {
  'command.group': 'Group the notes',
  'command.nameGroup': 'Name the group',
  'command.foldGroup': 'Close or open the group',
  'command.ungroup': 'Ungroup',

  'done.group': 'grouping',
  'done.name': 'naming a group',
  'done.close': 'closing a group',
  'done.open': 'opening a group',
  'done.ungroup': 'ungrouping',
  'done.leave': 'taking out of a group',

  'said.notOneBlock': 'A group lies in one block. Choose notes of one block.',

  'grouped.unnamed': 'Group',
  'grouped.count': { one: '{count} note', other: '{count} notes' },
  'grouped.heard': { one: '{name}, a group of {count} note', other: '{name}, a group of {count} notes' },
} as const
