/** What is said of writing, placing and taking back notes, in German: a part of the table in `de.ts`. */
import type { enWriting } from './en-writing.ts'
import type { Part } from './words.ts'

export const deWriting = {
  'command.bin': 'Papierkorb',
  'command.noteBelow': 'Behalten und nächste Notiz darunter beginnen',
  'command.noteBeside': 'Behalten und nächste Notiz daneben beginnen',
  'note.writeHint': 'Enter: die nächste darunter. Tab: daneben. Umschalt Enter: neue Zeile.',
  'command.tidyBlock': 'Block aufräumen',
  'command.tidyCanvas': 'Canvas aufräumen',
  'command.carryUp': 'In den Block darüber',
  'command.carryDown': 'In den Block darunter',
  'command.carryLeft': 'In den Block links',
  'command.carryRight': 'In den Block rechts',
  'command.selectColor': 'Alle dieser Farbe auswählen',
  'command.selectAuthor': 'Alle von dieser Person auswählen',
  'family.carry': 'In den nächsten Block',
  'done.tidy': 'Aufräumen',
  'said.tooMany': 'Höchstens {limit} Notizen lassen sich auf einmal ändern. Wähl weniger aus.',
  'said.tidyAlready': 'Alles liegt schon in Reihe.',
  'command.selectTag': 'Alle mit diesem Schlagwort auswählen',
  'command.openAddress': 'Adresse in der Notiz öffnen',
  'done.reattach': 'Verbindung umhängen',
  'said.restored': { one: '{count} ist wieder, wo es war.', other: '{count} sind wieder, wo sie waren.' },

  'bin.heading': 'Papierkorb',
} satisfies Part<typeof enWriting>
