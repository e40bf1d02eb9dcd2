/** What the ways to a thing say, in English: palette, menus, hints and layouts. A part of the table in `en.ts`. */
export const enWays = {
  // The palette, and fields like it
  'finder.choices': 'What fits',
  'palette.label': 'Commands, blocks, notes and people',
  'palette.hint': 'Type a command, a block, words of a note, or a name',
  'palette.commands': 'Commands',
  'palette.blocks': 'Blocks',
  'palette.notes': 'Notes',
  'palette.people': 'People',
  'palette.nothing': 'Nothing fits. Try fewer letters.',

  // Hints of the first minute
  'hint.label': 'Hint',
  'hint.away': 'Put the hint away',
  'hint.begin': 'Three ways to begin',
  'hint.add': 'Double-click in any block to write a note, or press {key}.',
  'hint.add.touch': 'Tap twice in any block to write a note.',
  'hint.move': 'Drag a note to where it belongs. The others make room.',
  'hint.move.touch': 'Drag a note to where it belongs. The others make room.',
  'hint.link': 'Link two notes: drag from a ring of the chosen one to the other, or press {key}.',
  'hint.link.touch': 'Link two notes: choose one, then drag from one of its rings to the other.',
} as const
