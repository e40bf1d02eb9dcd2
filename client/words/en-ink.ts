/** What is said of drawing by hand and of labels, in English: a part of the table in `en.ts`. */
export const enInk = {
  'command.penTool': 'Pen',
  'command.highlighterTool': 'Highlighter',
  'command.eraserTool': 'Eraser',
  'command.addLabel': 'Add a text label',
  'command.unpaper': 'Take away the paper',
  'done.draw': 'drawing',
  'done.erase': 'erasing',
  'said.erased': { one: '{count} drawing deleted.', other: '{count} drawings deleted.' },

  'ink.bar': 'Pen and ink',
  'ink.color': 'Ink',
  'ink.width': 'Width',
  'ink.ink': 'plain ink',
  'ink.thin': 'Thin',
  'ink.middle': 'Middle',
  'ink.thick': 'Thick',
} as const
