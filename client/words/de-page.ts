/** What the page around the canvas says, in German: a part of the table in `de.ts`. */
import type { enPage } from './en-page.ts'
import type { Part } from './words.ts'

export const dePage = {
  // The questions that the blocks answer
  'question.customerSegments': 'Für wen schaffen wir Wert?',
  'question.valuePropositions': 'Warum sollten sie uns wählen?',
  'question.channels': 'Wie erreichen wir sie, und wie liefern wir?',
  'question.customerRelationships': 'Welche Art von Beziehung erwarten sie?',
  'question.revenueStreams': 'Wofür bezahlen sie wirklich, und wie?',
  'question.keyResources': 'Was müssen wir haben?',
  'question.keyActivities': 'Was müssen wir gut können?',
  'question.keyPartnerships': 'Wer hilft uns, und womit?',
  'question.costStructure': 'Was kostet der Betrieb?',
  'question.parking': 'Notizen, die auf ihren Block warten.',

  // People
  'ink.jade': 'Jade',
  'ink.brick': 'Ziegel',
  'ink.teal': 'Petrol',
  'ink.ochre': 'Ocker',
  'ink.plum': 'Pflaume',
  'ink.cobalt': 'Kobalt',
  'ink.moss': 'Moos',
  'ink.slate': 'Schiefer',
  'role.observer': 'Beobachtung',
  'role.commenter': 'Kommentar',
  'role.participant': 'Mitarbeit',
  'role.facilitator': 'Moderation',
  'role.observer.may': 'Liest',
  'role.commenter.may': 'Liest; Kommentare kommen später',
  'role.participant.may': 'Schreibt, verschiebt und verbindet Notizen',
  'role.facilitator.may': 'Darf alles. Gib es Menschen, denen du den Raum überlassen würdest',

  // Everywhere
  'page.close': 'Schließen',
  'page.untitled': 'Board ohne Titel',
  'page.nonagon': 'Nonagon',
  'page.partFailed': 'Dieser Teil der Seite ließ sich nicht laden. Versuch es wieder, wenn eine Verbindung da ist.',
  'page.credit': 'Business Model Canvas von Strategyzer / Alexander Osterwalder, CC BY-SA 3.0',
  'page.language': 'Sprache: {name}',
  'page.languageLater': 'Die Sprache wechselt, sobald alles gespeichert ist, oder wenn die Seite neu geöffnet wird.',

  // The first page
  'first.title': 'Neun Blöcke, ein Blatt, und alle schreiben mit.',
  'first.sentence':
    'Ein Business Model Canvas, den dein ganzes Team gemeinsam füllt, live oder über Wochen. Ohne Konto: Öffne ein Board und verschick den Link.',

  // Joining
  'join.invitedBy': '{name} lädt dich ein zu',
  'join.invited': 'Du bist eingeladen zu',
  'join.own': 'Dein neues Board',
  'join.as.observer': 'Deine Rolle ist Beobachtung: Du kannst lesen.',
  'join.as.commenter': 'Deine Rolle ist Kommentar: Du kannst lesen. Kommentare kommen später.',
  'join.as.participant': 'Deine Rolle ist Mitarbeit: Du kannst Notizen schreiben, verschieben und verbinden.',
  'join.as.facilitator': 'Deine Rolle ist Moderation: Du darfst alles und kannst andere einladen.',
  'join.name': 'Dein Name',
  'join.button': 'Mitmachen',
  'join.color': 'Deine Farbe',
  'join.free': 'Freie Farben. {taken}.',
  'join.allTaken': 'Alle Farben sind schon vergeben, du teilst deine also.',
  'join.has': '{name} hat {color}',
  'join.others': { one: '{count} weitere Person', other: '{count} weitere Personen' },
  'join.privacy': 'Dein Name bleibt auf diesem Board und in diesem Browser, sonst nirgends.',
  'join.needName': 'Schreib einen Namen, damit die anderen wissen, wer du bist.',
  'join.failed': 'Das hat nicht geklappt. Versuch es noch einmal.',

  // Pages that say why there is no board
  'error.link.title': 'Dieser Link öffnet kein Board mehr.',
  'error.link.sentence': 'Frag die Person, die ihn geschickt hat, nach dem neuen.',
  'error.removed.title': 'Du wurdest von diesem Board entfernt.',
  'error.removed.sentence': 'Frag jemanden, der das Board moderiert, nach einem neuen Link.',
  'error.waiting.title': 'Du wartest auf Einlass.',
  'error.waiting.sentence': 'Sobald dich jemand aus der Moderation hereinlässt, öffnet sich das Board hier von selbst.',
  'error.unreachable.title': 'Der Server ist nicht erreichbar.',
  'error.unreachable.sentence': 'Prüf deine Verbindung, dann versuch es noch einmal.',
  'error.failed.title': 'Das Board ging nicht auf.',
  'error.failed.sentence': 'Der Server hat mit einem Fehler geantwortet. Versuch es gleich noch einmal.',
  'error.page.title': 'Diese Seite gibt es nicht.',
  'error.page.sentence': 'Boards gehen mit den Links auf, die Menschen verschicken.',
  'error.first': 'Zur ersten Seite',
  'error.again': 'Noch einmal versuchen',

  // The bar
  'bar.rename': 'Board „{title}“ umbenennen',
  'bar.renamed': 'Board umbenennen',
  'bar.title': 'Titel des Boards',
  'bar.canvas': 'Canvas',
  'bar.mainCanvas': 'Hauptcanvas',
  'bar.here': 'Jetzt hier',
  'bar.more': { one: '{count} weitere Person', other: '{count} weitere Personen' },
  'bar.you': 'du',
  'bar.menu': 'Mehr',
  'bar.people': 'Menschen',
  'bar.share': 'Teilen',
  'save.label': 'Speicherstand',
  'save.opening': 'Wird geöffnet…',
  'save.saved': 'Gespeichert',
  'save.saving': 'Wird gespeichert…',
  'save.offline': 'Offline',
  'save.offlineWaiting': { one: 'Offline, {count} Änderung wartet', other: 'Offline, {count} Änderungen warten' },
  'save.readOnly': 'Nur lesen',
  'save.readOnlyWaiting': { one: 'Nur lesen, {count} Änderung wartet', other: 'Nur lesen, {count} Änderungen warten' },
  'save.closed': 'Geschlossen',
  'theme.system': 'Farben: wie das System',
  'theme.light': 'Farben: hell',
  'theme.dark': 'Farben: dunkel',

  // Banners
  'banner.offline': 'Keine Verbindung.',
  'banner.offline.rest':
    'Schreib weiter: Deine Änderungen bleiben auf diesem Gerät und kommen zu den anderen, wenn du zurück bist.',
  'banner.readOnly': 'Der Server kann gerade keine Änderungen behalten.',
  'banner.readOnly.rest': 'Solange lässt sich das Board nur lesen; was du geschrieben hast, wartet auf diesem Gerät.',
  'banner.removed': 'Du wurdest von diesem Board entfernt.',
  'banner.removed.rest': 'Was du siehst, wird nicht mehr aktualisiert.',
  'banner.noBoard': 'Dieses Board gibt es nicht mehr.',
  'banner.noBoard.rest': 'Was du siehst, hat dieses Gerät als Letztes erreicht.',
  'banner.noSession': 'Dieser Browser ist hier nicht mehr angemeldet.',
  'banner.noSession.rest': 'Öffne den Link, den du bekommen hast, noch einmal.',

  // Around the stage
  'rail.label': 'Werkzeuge',
  'stage.label': 'Canvas',
  'stage.hint':
    'Pfeiltasten gehen von Notiz zu Notiz, Enter schreibt, O öffnet die Gliederung, das Fragezeichen zeigt alle Tasten.',
  'stage.failed': 'Der Canvas ließ sich nicht zeichnen. Hier ist dasselbe Board als Gliederung.',
  'start.hint': 'Beginn hier: Nenn eine Gruppe von Menschen. Drück {key}, oder klick irgendwo in einem Block doppelt.',
  'skip.outline': 'Zur Gliederung springen',
  'skip.canvas': 'Zum Canvas springen',
  'foot.label': 'Ansicht',
  'foot.whole': 'Ganz',
  'foot.block': 'Block',
  'foot.note': 'Notiz',
  'foot.outline': 'Gliederung',
  'foot.percent': '{percent} %',
  'foot.zoom': 'Zoom {percent} Prozent',
  'foot.segments': 'Segmente',
  'foot.noSegments': 'Segmente bekommen hier ihre Streifen',
  'foot.neighbour': '{number} {area}',

  // Notes and links
  'note.label': 'Notiz in „{area}“',
  'note.tab': 'Notiz',
  'note.empty': 'Leere Notiz',
  'link.label': 'Beschriftung der Verbindung',
  'link.reverse': 'Verbindung umdrehen',
  'link.add': 'Mit anderer Notiz verbinden',

  // People
  'people.heading': 'Menschen',

  // Refused work
  'tray.title': {
    one: '{count} Änderung wurde nicht angenommen',
    other: '{count} Änderungen wurden nicht angenommen',
  },

  // News
  'news.gone': 'Was du geändert hast, wurde inzwischen endgültig gelöscht.',
  'news.role': 'Deine Rolle auf diesem Board ist jetzt: {role}.',

  // Heard, not shown
  'live.added': 'Neu in „{area}“, von {name}',
  'live.addedMany': {
    one: '{count} neue Notiz in „{area}“, von {name}',
    other: '{count} neue Notizen in „{area}“, von {name}',
  },
  'live.many': { one: '{count} Änderung von anderen', other: '{count} Änderungen von anderen' },
  'live.note': '{text}. {area}, {position} von {count}',
  'live.back': {
    one: 'Zurück. {count} Änderung ist auf dem Board angekommen.',
    other: 'Zurück. {count} Änderungen sind auf dem Board angekommen.',
  },
  'live.backNothing': 'Zurück.',
} as const satisfies Part<typeof enPage>
