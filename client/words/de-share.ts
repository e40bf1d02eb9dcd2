/** What is said of links, codes, other devices and the end of a board, in German: a part of the table in `de.ts`. */
import type { enShare } from './en-share.ts'
import type { Part } from './words.ts'

export const deShare = {
  // Share
  'share.title': 'Dieses Board teilen',
  'share.sentence': 'Wer einen Link hat, ist dabei, mit einem Namen und ohne Konto.',
  'share.owner': 'Besitz',
  'share.owner.may': 'Moderation, die das Board auch löschen und zurückholen darf',
  'share.joined': '{count} dabei',
  'share.nobody': 'Noch niemand',
  'share.copy': 'Link kopieren',
  'share.copied': 'Kopiert: {link}.',
  'share.select': 'Drück {keys}, um den Link zu kopieren.',
  'share.url': 'Link: {role}',
  'share.link.participant': 'der Link für Mitarbeit',
  'share.link.commenter': 'der Link für Kommentare',
  'share.link.observer': 'der Link für Beobachtung',
  'share.link.facilitator': 'der Link für Moderation',
  'share.link.owner': 'der Link für Besitz',
  'share.more': 'Mehr: {link}',
  'share.qr': 'QR-Code zeigen',
  'share.label': 'Beschriften',
  'share.hour': 'Läuft in einer Stunde ab',
  'share.day': 'Läuft in einem Tag ab',
  'share.week': 'Läuft in einer Woche ab',
  'share.never': 'Läuft nie ab',
  'share.expires': 'läuft ab: {date}',
  'share.expired': 'ist abgelaufen',
  'share.replace': 'Ersetzen',
  'share.revoke': 'Zurückziehen',
  'share.replaced': 'Ersetzt und kopiert. Der alte öffnet nichts mehr.',
  'share.revoked': 'Zurückgezogen. Niemand kommt mehr mit ihm herein.',
  'share.others': 'Andere Links',
  'share.elsewhere': 'Seine Adresse ist nur dort bekannt, wo er entstand.',
  'share.lost': 'Ein Link ist bei den falschen Leuten? Ersetze ihn: Der alte gilt sofort nicht mehr.',
  'share.failed': 'Das wurde nicht angenommen. Versuch es noch einmal.',
  'share.failedLink': 'Der Link ließ sich nicht erstellen. Versuch es noch einmal.',
  'share.lastFacilitator': 'Damit ginge die einzige Moderation. Gib diese Rolle zuerst jemand anderem.',

  'qr.title': 'QR-Code',
  'qr.label': 'QR-Code: {link}',
  'label.title': 'Den Link beschriften',
  'label.sentence': 'Für wen er ist. Nur wer moderiert, sieht es.',
  'label.field': 'Beschriftung',
  'label.keep': 'Behalten',

  'revoke.title': 'Diesen Link zurückziehen?',
  'revoke.sentence':
    'Niemand kommt mehr mit ihm herein. Das lässt sich nicht zurücknehmen; ein neuer Link lässt sich erstellen.',
  'revoke.people': {
    one: 'Auch die eine Person entfernen, die mit ihm kam',
    other: 'Auch die {count} Menschen entfernen, die mit ihm kamen',
  },
  'revoke.button': 'Link zurückziehen',

  // The code of the room
  'code.for': 'Für den Raum',
  'code.as': 'Zur Mitarbeit',
  'code.enter': 'oder auf {host} eingeben',
  'code.label': 'Code {code}',
  'code.qr': 'QR-Code eines Links für Mitarbeit',
  'code.full': 'Im Vollbild zeigen',
  'code.none': 'Gerade kein Code: Der Server ist nicht erreichbar.',
  'code.lasts': 'Der Code gilt, solange er zu sehen ist.',
  'sign.title': 'Mitmachen bei „{title}“',
  'sign.scan': 'Richte eine Kamera darauf',
  'sign.open': 'oder öffne {host} und gib ein',
  'sign.leave': 'Vollbild verlassen',

  // Oneself, elsewhere
  'device.title': 'Auf einem anderen Gerät weitermachen',
  'device.url': 'Dein Link',
  'device.copy': 'Link kopieren',
  'device.copied': 'Kopiert: dein Link.',
  'device.qr': 'QR-Code deines Links',
  'device.failed': 'Der Link ließ sich nicht erstellen. Versuch es noch einmal.',

  // People
  'people.by': 'über „{label}“',

  // The end of a board
  'delete.open': 'Dieses Board löschen',
  'delete.title': '„{title}“ löschen?',
  'delete.button': 'Board löschen',
  'delete.failed': 'Das Board wurde nicht gelöscht. Versuch es noch einmal.',
} as const satisfies Part<typeof enShare>
