/** What is said before there is a board, and when there is none any more, in German: a part of the table in `de.ts`. */
import type { enFront } from './en-front.ts'
import type { Part } from './words.ts'

export const deFront = {
  // The first page
  'first.new': 'Neues Board',
  'first.example': 'Mit einem Beispiel beginnen',
  'first.spotify': 'Spotify',
  'first.airbnb': 'Airbnb',
  'first.file': 'Datei öffnen',
  'first.fileHint':
    'Ein Canvas als Markdown oder JSON oder eine Tabelle (.csv) wird ein eigenes Board. Du kannst die Datei auch auf diese Seite ziehen.',
  'first.drop': 'Lass die Datei los, und ein Board entsteht daraus.',
  'first.several': 'Nur eine Datei auf einmal kann ein Board werden.',
  'first.failed': 'Das Board ließ sich nicht anlegen. Versuch es noch einmal.',
  'first.tooMany': 'Von hier wurden gerade zu viele Boards angelegt. Versuch es in einer Minute wieder.',
  'first.tooLarge':
    'Dieser Canvas ist mehr, als der Server auf einmal annimmt. Leg ein neues Board an und importiere ihn in Teilen.',
  'first.unreachable': 'Der Server ist nicht erreichbar. Prüf deine Verbindung, dann versuch es noch einmal.',
  'first.invited': 'Eingeladen?',
  'first.code': 'Code',
  'first.join': 'Mitmachen',
  'first.needCode': 'Gib die sechs Buchstaben und Ziffern ein, die im Raum zu sehen sind.',
  'first.wrongCode': 'Diesen Code zeigt gerade kein Board. Schau noch einmal hin; er kann sich geändert haben.',
  'first.tooManyCodes': 'Gerade wurden zu viele Codes probiert. Warte eine Minute und gib ihn noch einmal ein.',
  'first.recent': 'Auf diesem Gerät',
  'first.forget': '{title} vergessen',
  'first.forgotten': '{title} ist hier vergessen.',
  'first.keepIt': 'Behalten',
  'first.guest': 'Gast',

  // A server on which not everybody makes boards
  'operator.title': 'Boards legt hier an, wer den Server betreibt',
  'operator.sentence':
    'Gib das Geheimnis einer Betreiberin oder eines Betreibers ein. Dieser Browser behält es und fragt nur einmal.',
  'operator.secret': 'Geheimnis der Betreiber',
  'operator.button': 'Board anlegen',
  'operator.wrong': 'Der Server kennt dieses Geheimnis nicht. Frag, wer ihn betreibt, nach einem.',

  // The maker of a board, already on it
  'naming.label': 'Dein Name',
  'naming.sentence': 'Andere sehen dich als {name}.',
  'naming.keep': 'Behalten',
  'naming.failed': 'Dein Name wurde nicht angenommen. Versuch es noch einmal.',

  // Joining
  'join.continue': 'Weiter als {name}',
  'join.continueAs': 'Dieser Link ist {name} auf einem anderen Gerät.',
  'join.instead': 'In diesem Browser bist du auf diesem Board bisher {name}.',

  // Pages that say why there is no board
  'error.half.title': 'Ein Teil dieses Links fehlt.',
  'error.half.sentence': 'Kopiere den Link noch einmal, bis zum letzten Zeichen, oder frag neu nach ihm.',
  'error.bare.title': 'Dieser Browser ist auf dem Board nicht angemeldet.',
  'error.bare.sentence':
    'Öffne den ganzen Link, den du bekommen hast, mit dem, was hinter # steht. Geht er nicht mehr, frag nach einem neuen.',
  'error.expired.title': 'Dieser Link ist abgelaufen.',
  'error.expired.sentence': 'Frag die Person, die ihn geschickt hat, nach einem neuen.',
  'error.replaced.title': 'Dieser Link wurde ersetzt.',
  'error.replaced.sentence': 'Frag die Person, die ihn geschickt hat, nach dem neuen.',
  'error.revoked.title': 'Dieser Link wurde zurückgezogen.',
  'error.revoked.sentence': 'Frag jemanden, der das Board moderiert, ob es einen anderen für dich gibt.',
  'error.deleted.title': 'Dieses Board wurde gelöscht.',
  'error.deleted.sentence': 'Bis {date} kann, wem das Board gehört, es zurückholen.',
  'error.mine.sentence': 'Bis {date} kannst du es zurückholen, mit allem, was darauf ist.',
  'error.tooMany.title': 'Von hier kamen zu viele Links, die nichts öffnen.',
  'error.tooMany.sentence': 'Warte eine Minute und öffne den Link noch einmal.',
  'error.cookies.title': 'Dieser Browser hat dich nicht angemeldet gelassen.',
  'error.cookies.sentence':
    'Das Mitmachen hat geklappt, aber Cookies sind hier gesperrt. Erlaube sie für diese Seite und öffne den Link noch einmal.',
  'error.takeBack': 'Board zurückholen',
  'error.takeBackFailed': 'Das Board ließ sich nicht zurückholen. Versuch es noch einmal.',

  // A browser that keeps nothing
  'banner.unkept': 'Dieser Browser behält nichts.',
  'banner.unkept.rest':
    'Was gespeichert heißt, ist auf dem Server sicher; alles andere gibt es nur, solange diese Seite offen ist.',
  'banner.offline.unkept': 'Schreib weiter und lass diese Seite offen: Dieser Browser behält selbst nichts.',
} as const satisfies Part<typeof enFront>
