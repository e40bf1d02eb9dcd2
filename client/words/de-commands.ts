/** What commands and deeds are called whose own words come with the parts, in German: a part of the table in `de.ts`. */
import type { enCommands } from './en-commands.ts'
import type { Part } from './words.ts'

export const deCommands = {
  'command.exportCanvas': 'Canvas exportieren',
  'command.importFile': 'Datei importieren',
  'done.import': 'Datei importieren',
  'fault.tooLarge': 'Diese Datei ist größer als 2 MB. Importiere eine kleinere, oder eine in Teilen.',
  'fault.empty': 'Diese Datei ist leer.',
  'fault.unreadable': 'Diese Datei ließ sich nicht lesen. Ist es ein Ordner?',
  'fault.notText': 'Das ist keine Textdatei. Ein Canvas kommt als Markdown (.md), JSON (.json) oder Tabelle (.csv).',
  'fault.notJson': 'Das beginnt wie JSON, endet aber nicht so. Exportiere es noch einmal.',
  'fault.notMarkdown':
    'Dieser Text ist kein Canvas. Überschriften nennen die Blöcke, und Notizen stehen als Liste darunter.',
  'fault.notCanvas': 'Dieses JSON ist kein Canvas, der hier gelesen werden kann.',
  'fault.several': 'Es lässt sich nur eine Datei auf einmal importieren.',
  'fault.full': 'Der Canvas hätte mehr als {limit} Notizen. Importiere weniger, oder ersetze den Canvas.',
  'fault.tooMuch': 'Das ist zu viel für eine Änderung. Importiere die Datei in Teilen.',
  'import.line': 'Zeile {line}',
  'import.moreFaults': { one: 'Und {count} weiterer.', other: 'Und {count} weitere.' },
  'drop.hint': 'Lass die Datei los, um zu sehen, was sie ändern würde.',

  'command.device': 'Auf einem anderen Gerät weitermachen',
  'device.sentence':
    'Wer diesen Link öffnet, ist auf diesem Board {name}, also behalte ihn für dich. Ein früherer gilt nicht mehr.',
  'delete.sentence':
    'Es schließt sofort für alle, und seine Links öffnen nichts. Bis {date} kannst du es zurückholen; danach ist es für immer fort.',

  'command.copyBoard': 'Dieses Board duplizieren',
  'copyBoard.sentence':
    'Ein Board für ein anderes Team oder einen anderen Tag. Die Agenda mit ihren Rechten kommt mit, ebenso Einstellungen und Notizen für die Moderation. Menschen, Stimmen und privat Geschriebenes bleiben hier.',

  'report.sentence':
    'Was lief, was entschieden wurde und was zu tun ist. Auf diesem Gerät gemacht, aus dem, was jetzt auf dem Board ist.',
  'done.action': 'Aufgabe ändern',

  'command.palette': 'Alles finden oder tun',
  'command.people': 'Menschen',
  'command.menu': 'Menü des Gewählten',
  'menu.note': 'Menü der Notiz',
  'menu.link': 'Menü der Verbindung',
  'menu.area': 'Menü des Papiers',
  'menu.board': 'Menü des Boards',
  'command.example': 'Spotify ansehen',

  'command.paste': 'Einfügen',
  'done.paste': 'Einfügen',
  'paste.done': {
    one: '{count} Notiz eingefügt.',
    other: '{count} Notizen eingefügt.',
  },
  'said.tooMuch': 'Das ist zu viel für eine Änderung. Nimm es in Teilen.',
  'command.copy': 'Kopieren',
  'command.copyMarkdown': 'Als Markdown kopieren',
  'command.cut': 'Ausschneiden',
  'clipboard.copy': 'Drücke {keys}, um zu kopieren.',
  'clipboard.cut': 'Drücke {keys}, um auszuschneiden.',
  'clipboard.paste': 'Drücke {keys}, um einzufügen.',
  'paste.copied': {
    one: '{count} Notiz kopiert.',
    other: '{count} Notizen kopiert.',
  },
  'paste.coming': 'Die Notizen kommen mit ihren Bildern…',
  'command.split': 'Zeilen auf Notizen verteilen',
  'done.split': 'Notiz aufteilen',

  'command.find': 'Notizen finden',

  'command.alignLeft': 'Linke Kanten ausrichten',
  'command.alignTop': 'Obere Kanten ausrichten',
  'command.distributeAcross': 'Gleichmäßig nebeneinander verteilen',
  'command.distributeDown': 'Gleichmäßig untereinander verteilen',
  'done.align': 'Ausrichten',
  'done.distribute': 'Verteilen',
  'command.duplicates': 'Nach ähnlichen Notizen suchen',
} as const satisfies Part<typeof enCommands>
