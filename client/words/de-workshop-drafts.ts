/** Was zum stillen Schreiben und Aufdecken gesagt wird: a part of the table in `de.ts`. */
import type { enWorkshopDrafts } from './en-workshop-drafts.ts'
import type { Part } from './words.ts'

export const deWorkshopDrafts = {
  'private.never':
    'Dein Name wird nie gespeichert. Nach dem Aufdecken weiß niemand, welche Notizen deine sind; darum kannst du sie auch nicht als deine ändern.',
  'private.field.shown': 'Bis zum Aufdecken siehst das nur du. Dein Name steht dabei.',
  'private.field.hidden': 'Bis zum Aufdecken siehst das nur du; dann steht dein Name dabei.',
  'private.field.never': 'Bis zum Aufdecken siehst das nur du. Dein Name wird nie gespeichert.',
  'private.onlyYou': 'Nur du',
  'private.count': { one: '{count} verborgen', other: '{count} verborgen' },
  'reveal.all': { one: 'Eine Notiz aufdecken', other: '{count} Notizen aufdecken' },
  'reveal.none': 'Ohne Notizen beenden',
  'reveal.parts': 'Einen Teil aufdecken',
  'reveal.partsHide': 'Teile ausblenden',
  'reveal.blocks': 'Einen Block aufdecken',
  'reveal.persons': 'Eine Person nach der anderen aufdecken',
  'reveal.block': '{block} aufdecken ({count})',
  'reveal.person': '{name} aufdecken ({count})',
  'reveal.ask': 'Trotzdem aufdecken?',
  'reveal.yes': 'Trotzdem aufdecken',
  'reveal.no': 'Noch nicht',
  'reveal.waiting': {
    one: 'Eine Person ist nicht da: Was sie ohne Verbindung geschrieben hat, wartet, bis sie zurück ist.',
    other: '{count} Menschen sind nicht da: Was sie ohne Verbindung geschrieben haben, wartet, bis sie zurück sind.',
  },
  'reveal.done': { one: 'Eine Notiz wurde aufgedeckt.', other: '{count} Notizen wurden aufgedeckt.' },
  'reveal.next': 'Nächste Person',
  'command.revealAll': 'Alle Notizen aufdecken',
  'command.revealNext': 'Die Notizen der nächsten Person aufdecken',
  'command.revealBlock': 'Die Notizen von {block} aufdecken',
} satisfies Part<typeof enWorkshopDrafts>
