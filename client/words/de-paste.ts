/** What is said of the clipboard, in German: a part of the table in `de.ts`. */
import type { enPaste } from './en-paste.ts'
import type { Part } from './words.ts'

export const dePaste = {
  'paste.title': {
    one: '{count} Notiz einfügen',
    other: '{count} Notizen einfügen',
  },
  'paste.sentence': 'So viele kommen in jeden Block. Ein Rückgängig nimmt alle zurück.',
  'paste.into': 'Wohin',
  'paste.sorted': 'In die Blöcke, die darin genannt sind',
  'paste.button': {
    one: '{count} Notiz einfügen',
    other: '{count} Notizen einfügen',
  },
  'paste.cut': {
    one: '{count} Notiz ist zu lang. Ihr Ende fällt weg.',
    other: '{count} Notizen sind zu lang. Ihre Enden fallen weg.',
  },
  'paste.nothing': 'In der Zwischenablage ist nichts, was eine Notiz werden könnte.',
  'paste.tooMuch': 'Das ist zu viel zum Einfügen: Ein Canvas fasst {limit} Notizen. Füge es in Teilen ein.',
  'paste.leftImages': {
    one: '{count} Bild konnte von seinem Board nicht mitkommen.',
    other: '{count} Bilder konnten von ihrem Board nicht mitkommen.',
  },
  'paste.leftTies': 'Ihre Verbindungen, Gruppen und Überschriften bleiben zurück: Du darfst hier jetzt keine anlegen.',
  'paste.leftHeld':
    'Zu dem, was du für dich schreibst, kommen nur Notizen. Verbindungen, Gruppen, Überschriften und Zeichnungen bleiben zurück.',
  'split.oneIdea': 'Eine Idee pro Notiz: Was sonst noch darin steht, könnte eine eigene Notiz sein.',
  'split.hint': {
    one: 'Auf {count} Notiz verteilen',
    other: 'Auf {count} Notizen verteilen',
  },
} as const satisfies Part<typeof enPaste>
