/** What is said of making a board once more, in German: a part of the table in `de.ts`. */
import type { enWorkshopCopy } from './en-workshop-copy.ts'
import type { Part } from './words.ts'

export const deWorkshopCopy = {
  'copyBoard.title': 'Titel',
  'copyBoard.notes': 'Mit seinen Notizen',
  'copyBoard.notes.is': 'Auch mit Verbindungen, Gruppen, Zeichnungen und Bildern.',
  'copyBoard.make': 'Board anlegen',
  'copyBoard.operatorOnly': 'Auf diesem Server legt Boards an, wer ihn betreibt. Frag dort nach einem neuen.',
  'copyBoard.made': '{title} ist angelegt und gehört dir. Die Links stehen dort unter Teilen.',
  'copyBoard.open': '{title} öffnen',
  'copyBoard.copy': 'Link für Teilnehmende kopieren',
} as const satisfies Part<typeof enWorkshopCopy>
