/** What is said of the clipboard, in English: a part of the table in `en.ts`. */
export const enPaste = {
  'paste.title': {
    one: 'Paste {count} note',
    other: 'Paste {count} notes',
  },
  'paste.sentence': 'This many come into each block. One undo takes all of them back.',
  'paste.into': 'Into',
  'paste.sorted': 'The blocks that are named in it',
  'paste.button': {
    one: 'Paste {count} note',
    other: 'Paste {count} notes',
  },
  'paste.cut': {
    one: '{count} note is too long. Its end is left out.',
    other: '{count} notes are too long. Their ends are left out.',
  },
  'paste.nothing': 'There is nothing on the clipboard that could become a note.',
  'paste.tooMuch': 'This is too much to paste: a canvas holds {limit} notes. Paste it in parts.',
  'paste.leftImages': {
    one: '{count} picture could not come along from its board.',
    other: '{count} pictures could not come along from their board.',
  },
  'paste.leftTies': 'Their links, groups and headings stay behind: you may not make them here now.',
  'paste.leftHeld': 'Only notes come into your private writing. Links, groups, headings and drawings stay behind.',
  'split.oneIdea': 'One idea per note: what else it says could be a note of its own.',
  'split.hint': {
    one: 'Split into {count} note',
    other: 'Split into {count} notes',
  },
} as const
