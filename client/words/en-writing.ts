/** What is said of writing, placing and taking back notes, in English: a part of the table in `en.ts`. */
export const enWriting = {
  'command.bin': 'Bin',
  'command.noteBelow': 'Keep and start the next note below',
  'command.noteBeside': 'Keep and start the next note beside',
  'note.writeHint': 'Enter: the next below. Tab: beside. Shift Enter: a new line.',
  'said.restored': { one: '{count} is back where it was.', other: '{count} are back where they were.' },

  'bin.heading': 'Bin',
  'bin.search': 'Search the bin',
  'bin.list': 'In the bin',
  'bin.empty': 'Nothing was deleted. What is, waits here for {days} days and can be restored.',
  'bin.nothing': 'Nothing in the bin has these words.',
  'bin.all': 'Select all',
  'bin.restore': 'Restore',
  'bin.restoreMany': { one: 'Restore {count}', other: 'Restore {count}' },
  'bin.restoreOne': 'Restore: {words}',
  'bin.more': { one: 'Show {count} more', other: 'Show {count} more' },
  'bin.link': '“{from}” {verb} “{to}”',
  'bin.group': 'Group “{title}”',
  'bin.drawing': 'Drawing',
} as const
