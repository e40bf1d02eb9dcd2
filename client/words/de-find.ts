/** What is said of finding, in German: a part of the table in `de.ts`. */
import type { enFind } from './en-find.ts'
import type { Part } from './words.ts'

export const deFind = {
  'find.label': 'Finden',
  'find.field': 'Notizen finden',
  'find.hint': 'Wörter, #Tag oder @Autor',
  'find.next': 'Nächste',
  'find.previous': 'Vorige',
  'find.close': 'Schließen',
  'find.none': 'Keine gefunden',
  'find.count': { one: '{count} Notiz', other: '{count} Notizen' },
  'find.at': '{position} von {count}',
} as const satisfies Part<typeof enFind>
