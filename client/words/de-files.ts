/** What is said of files that go out and come in, in German: a part of the table in `de.ts`. */
import type { enFiles } from './en-files.ts'
import type { Part } from './words.ts'

export const deFiles = {
  // Going out
  'export.sentence': 'Eine Datei mit dem, was jetzt auf dem Canvas steht. Sie entsteht auf diesem Gerät.',
  'export.format': 'Format',
  'export.markdown': 'Markdown',
  'export.markdown.is': 'Wörter, Segmente, Verbindungen und Gruppen, für Menschen und ihre Werkzeuge.',
  'export.json': 'JSON',
  'export.json.is': 'Alles, mit Plätzen und Farben. Kommt zurück, wie es war.',
  'export.png': 'Bild (PNG)',
  'export.png.is': 'Für Folien und Nachrichten.',
  'export.svg': 'Zeichnung (SVG)',
  'export.svg.is': 'Scharf in jeder Größe. Wörter lassen sich markieren.',
  'export.size': 'Größe',
  'export.scale': '{scale}×',
  'export.pixels': '{width} × {height} Pixel',
  'export.with': 'Auch zeichnen',
  'export.links': 'Verbindungen',
  'export.parking': 'Parkplatz',
  'export.save': '{name} herunterladen',
  'export.making': 'Die Datei entsteht…',
  'export.made': '{name} liegt bei deinen Downloads.',
  'export.tooLarge': 'Dieser Canvas ist zu groß für ein Bild in dieser Größe. Wähle eine kleinere oder eine Zeichnung.',

  // Coming in
  'import.sentence':
    'Markdown, JSON, eine Tabelle (CSV) oder einfache Zeilen. Was die Datei ändern würde, siehst du zuerst.',
  'import.choose': 'Datei wählen',
  'import.another': 'Andere Datei wählen',
  'import.drop': 'oder zieh sie irgendwo auf diese Seite',
  'import.reading': 'Die Datei wird gelesen…',
  'import.writing': 'Wird importiert…',
  'import.way': 'Was damit geschieht',
  'import.add': 'Diese Notizen hinzufügen',
  'import.add.is': 'Was da ist, bleibt, wie es ist.',
  'import.replace': 'Den Canvas ersetzen',
  'import.replace.is': 'Was die Datei nicht enthält, kommt in den Papierkorb.',
  'import.replaceHeld': 'Nicht, während alle für sich schreiben: Jetzt können nur Notizen dazukommen.',
  'import.preview': 'Was sich ändert',
  'import.block': 'Block',
  'import.added': 'Neu',
  'import.changed': 'Geändert',
  'import.removed': 'Entfernt',
  'import.stays': 'Unverändert',
  'import.total': 'Insgesamt',
  'import.known': {
    one: '{count} Notiz der Datei ist schon da und wird nicht noch einmal hinzugefügt.',
    other: '{count} Notizen der Datei sind schon da und werden nicht noch einmal hinzugefügt.',
  },
  'import.links': { one: '{count} neue Verbindung.', other: '{count} neue Verbindungen.' },
  'import.newTitle': 'Der Titel wird „{title}“.',
  'import.unknownMarks': {
    one: '{count} Notiz hat Merkmale einer neueren Version. Sie werden ausgelassen.',
    other: '{count} Notizen haben Merkmale einer neueren Version. Sie werden ausgelassen.',
  },
  'import.addButton': { one: '{count} Notiz hinzufügen', other: '{count} Notizen hinzufügen' },
  'import.addLinks': { one: '{count} Verbindung hinzufügen', other: '{count} Verbindungen hinzufügen' },
  'import.nothing': 'In dieser Datei ist nichts neu.',
  'import.addDone': { one: '{count} Notiz hinzugefügt.', other: '{count} Notizen hinzugefügt.' },
  'import.replaceDone': {
    one: 'Der Canvas wurde ersetzt. Er hat {count} Notiz.',
    other: 'Der Canvas wurde ersetzt. Er hat {count} Notizen.',
  },
} as const satisfies Part<typeof enFiles>
