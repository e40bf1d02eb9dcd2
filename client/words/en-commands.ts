/** What commands and deeds are called whose own words come with the parts: a part of the English table. */

export const enCommands = {
  'command.exportCanvas': 'Export the canvas',
  'command.importFile': 'Import a file',
  'done.import': 'importing a file',
  'fault.tooLarge': 'This file is larger than 2 MB. Import a smaller one, or one in parts.',
  'fault.empty': 'This file is empty.',
  'fault.unreadable': 'This file could not be read. Is it a folder?',
  'fault.notText': 'This is not a text file. A canvas comes as Markdown (.md), JSON (.json) or a table (.csv).',
  'fault.notJson': 'This begins like JSON but does not end like it. Export it once more.',
  'fault.notMarkdown': 'This text is not a canvas. Headings name the blocks, and notes are bullets below them.',
  'fault.notCanvas': 'This JSON is not a canvas that can be read here.',
  'fault.several': 'Only one file can be imported at a time.',
  'fault.full': 'The canvas would hold more than {limit} notes. Import fewer, or replace the canvas.',
  'fault.tooMuch': 'This is too much for one change. Import the file in parts.',
  'import.line': 'Line {line}',
  'import.moreFaults': { one: 'And {count} more.', other: 'And {count} more.' },
  'drop.hint': 'Drop the file to see what it would change.',

  'command.device': 'Continue on another device',
  'device.sentence':
    'Whoever opens this link is {name} on this board, so keep it to yourself. One made before stops working.',
  'delete.sentence':
    'It closes at once for everybody, and its links open nothing. Until {date} you can take it back; after that it is gone for good.',

  'command.copyBoard': 'Duplicate this board',
  'copyBoard.sentence':
    'A board for another team or another day. The agenda with its rights goes along, so do settings and notes for facilitators. People, votes and what was written in private stay here.',

  'report.sentence':
    'What ran, what was decided, and what is to be done. Made on this device, of what is on the board now.',
  'done.action': 'changing an action',

  'command.palette': 'Find or do anything',
  'command.people': 'People',
  'command.menu': 'Menu of what is chosen',
  'menu.note': 'Menu of the note',
  'menu.link': 'Menu of the link',
  'menu.area': 'Menu of the paper',
  'menu.board': 'Menu of the board',
  'command.example': 'Look at Spotify',

  'command.paste': 'Paste',
  'done.paste': 'pasting',
  'paste.done': {
    one: '{count} note pasted.',
    other: '{count} notes pasted.',
  },
  'said.tooMuch': 'This is too much for one change. Take it in parts.',
  'command.copy': 'Copy',
  'command.copyMarkdown': 'Copy as Markdown',
  'command.cut': 'Cut',
  'clipboard.copy': 'Press {keys} to copy.',
  'clipboard.cut': 'Press {keys} to cut.',
  'clipboard.paste': 'Press {keys} to paste.',
  'paste.copied': {
    one: '{count} note copied.',
    other: '{count} notes copied.',
  },
  'paste.coming': 'The notes come with their pictures…',
  'command.split': 'Split the lines into notes',
  'done.split': 'splitting a note',

  'command.find': 'Find notes',

  'command.alignLeft': 'Align left edges',
  'command.alignTop': 'Align upper edges',
  'command.distributeAcross': 'Space out evenly across',
  'command.distributeDown': 'Space out evenly down',
  'done.align': 'aligning',
  'done.distribute': 'spacing out',
  'command.duplicates': 'Look for near-duplicates',
} as const
