/** What is said of drawing by hand and of labels, in German: a part of the table in `de.ts`. */
import type { enInk } from './en-ink.ts'
import type { Part } from './words.ts'

export const deInk = {
  'command.penTool': 'Stift',
  'command.highlighterTool': 'Textmarker',
  'command.eraserTool': 'Radierer',
  'command.addLabel': 'Beschriftung hinzufügen',
  'command.unpaper': 'Papier wegnehmen',
  'done.draw': 'Zeichnen',
  'done.erase': 'Radieren',
  'said.erased': { one: '{count} Zeichnung gelöscht.', other: '{count} Zeichnungen gelöscht.' },

  'ink.bar': 'Stift und Tinte',
  'ink.color': 'Tinte',
  'ink.width': 'Breite',
  'ink.ink': 'Schlichte Tinte',
  'ink.thin': 'Dünn',
  'ink.middle': 'Mittel',
  'ink.thick': 'Dick',
} satisfies Part<typeof enInk>
