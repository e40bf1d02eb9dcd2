/** Everything the product says, in German. */
import { deCommands } from './de-commands.ts'
import { deParts } from './de-parts.ts'
import { deWorkshopParts } from './de-workshop-parts.ts'
import { deFiles } from './de-files.ts'
import { deImages } from './de-images.ts'
import { deInk } from './de-ink.ts'
import { deFind } from './de-find.ts'
import { deGroups } from './de-groups.ts'
import { deFront } from './de-front.ts'
import { deOrder } from './de-order.ts'
import { dePage } from './de-page.ts'
import { dePaste } from './de-paste.ts'
import { dePresence } from './de-presence.ts'
import { deReadyAgendas } from './de-ready-agendas.ts'
import { deShare } from './de-share.ts'
import { deWriting } from './de-writing.ts'
import { deWorkshopPresence } from './de-workshop-presence.ts'
import { deWays } from './de-ways.ts'
import { deWorkshopAgenda } from './de-workshop-agenda.ts'
import { deWorkshopCopy } from './de-workshop-copy.ts'
import { deWorkshopDashboard } from './de-workshop-dashboard.ts'
import { deWorkshopDrafts } from './de-workshop-drafts.ts'
import { deWorkshopReport } from './de-workshop-report.ts'
import { deVotes } from './de-workshop-votes.ts'
import type { Language } from './words.ts'

export const de: Language = {
  // Places: the nine blocks and the parking lot
  'area.customerSegments': 'Kundensegmente',
  'area.valuePropositions': 'Wertangebote',
  'area.channels': 'Kanäle',
  'area.customerRelationships': 'Kundenbeziehungen',
  'area.revenueStreams': 'Einnahmequellen',
  'area.keyResources': 'Schlüsselressourcen',
  'area.keyActivities': 'Schlüsselaktivitäten',
  'area.keyPartnerships': 'Schlüsselpartnerschaften',
  'area.costStructure': 'Kostenstruktur',
  'area.parking': 'Parkplatz',

  // How a link reads, from its first note to its second
  'verb.bringsIn': 'bringt ein',
  'verb.carries': 'trägt',
  'verb.causes': 'verursacht',
  'verb.changes': 'verändert',
  'verb.chooses': 'wählt',
  'verb.comesFrom': 'kommt von',
  'verb.comesThrough': 'kommt über',
  'verb.covers': 'deckt',
  'verb.delivers': 'liefert',
  'verb.dependsOn': 'hängt ab von',
  'verb.does': 'erledigt',
  'verb.earns': 'verdient',
  'verb.expects': 'erwartet',
  'verb.growsWith': 'wächst mit',
  'verb.isChangedBy': 'wird verändert durch',
  'verb.isCoveredBy': 'wird gedeckt durch',
  'verb.isDoneWith': 'geschieht mit',
  'verb.isFor': 'ist für',
  'verb.isPaidBy': 'wird bezahlt von',
  'verb.isReachedBy': 'wird erreicht über',
  'verb.isUsedIn': 'wird gebraucht für',
  'verb.livesIn': 'lebt in',
  'verb.makesPossible': 'ermöglicht',
  'verb.needs': 'braucht',
  'verb.pays': 'zahlt',
  'verb.paysFor': 'bezahlt',
  'verb.provides': 'stellt bereit',
  'verb.reaches': 'erreicht',
  'verb.relatesTo': 'hängt zusammen mit',
  'verb.serves': 'bedient',
  'verb.supports': 'stützt',
  'verb.sustains': 'erhält',
  'verb.uses': 'nutzt',

  // Colours of paper
  'color.straw': 'Stroh',
  'color.apricot': 'Aprikose',
  'color.rose': 'Rosé',
  'color.lilac': 'Flieder',
  'color.sky': 'Himmel',
  'color.lagoon': 'Lagune',
  'color.leaf': 'Blatt',
  'color.stone': 'Stein',

  // Commands: verbs with their object
  'command.selectTool': 'Auswählen',
  'command.noteTool': 'Notiz setzen',
  'command.linkTool': 'Verbindungen ziehen',
  'command.handTool': 'Blatt verschieben',
  'command.addNote': 'Notiz hinzufügen',
  'command.write': 'In die Notiz schreiben',
  'command.nextNote': 'Behalten und nächste Notiz beginnen',
  'command.deleteSelection': 'Löschen',
  'command.duplicate': 'Duplizieren',
  'command.color': 'Farbe: {color}',
  'command.moveTo': 'Verschieben: {area}',
  'command.orderUp': 'Notiz nach oben',
  'command.orderDown': 'Notiz nach unten',
  'command.orderLeft': 'Notiz nach links',
  'command.orderRight': 'Notiz nach rechts',
  'command.link': 'Notiz mit einer anderen verbinden',
  'command.reverseLink': 'Verbindung umdrehen',
  'command.reattachHead': 'Verbindung zu anderer Notiz führen',
  'command.reattachTail': 'Verbindung bei anderer Notiz beginnen',
  'command.labelLink': 'Verbindung beschriften',
  'command.undo': 'Rückgängig',
  'command.redo': 'Wiederholen',
  'command.restore': 'Wiederherstellen',
  'command.whole': 'Ganzen Canvas zeigen',
  'command.block': 'Block zeigen',
  'command.note': 'Notiz zeigen',
  'command.goTo': 'Zu „{area}“ gehen',
  'command.zoomIn': 'Vergrößern',
  'command.zoomOut': 'Verkleinern',
  'command.layout.classic': 'Klassische Anordnung',
  'command.layout.grid': 'Anordnung 3 × 3',
  'command.up': 'Nächste Notiz oben',
  'command.down': 'Nächste Notiz unten',
  'command.left': 'Nächste Notiz links',
  'command.right': 'Nächste Notiz rechts',
  'command.selectAll': 'Alle im Block auswählen',
  'command.out': 'Einen Schritt heraus',
  'command.outline': 'Gliederung',
  'command.keys': 'Tasten',
  'command.share': 'Teilen',

  // Families of commands, one line each on the sheet of keys
  'family.color': 'Notiz färben',
  'family.moveTo': 'In einen Block verschieben',
  'family.order': 'Reihenfolge ändern',
  'family.goTo': 'Zu einem Block gehen',
  'family.arrows': 'Nächste Notiz; mehrere verschieben',

  // What was done, as undo names it
  'done.add': 'Notiz hinzufügen',
  'done.write': 'Schreiben',
  'done.move': 'Verschieben',
  'done.order': 'Reihenfolge ändern',
  'done.color': 'Färben',
  'done.delete': 'Löschen',
  'done.restore': 'Wiederherstellen',
  'done.duplicate': 'Duplizieren',
  'done.link': 'Verbindung ziehen',
  'done.label': 'Verbindung beschriften',
  'done.reverse': 'Verbindung umdrehen',
  'done.unlink': 'Verbindung entfernen',

  // What the rights are to, and the same of one's own
  'act.add': 'Notizen hinzuzufügen',
  'act.text': 'in Notizen zu schreiben',
  'act.style': 'Notizen zu färben',
  'act.move': 'Notizen zu verschieben',
  'act.group': 'Notizen zu gruppieren',
  'act.link': 'Verbindungen zu ändern',
  'act.mark': 'Notizen zu kennzeichnen',
  'act.numbers': 'Zahlen zu ändern',
  'act.delete': 'Notizen zu löschen',
  'act.comment': 'zu kommentieren',
  'act.vote': 'abzustimmen',
  'act.react': 'zu reagieren',
  'own.add': 'eigene Notizen hinzufügen',
  'own.text': 'in eigene Notizen schreiben',
  'own.style': 'eigene Notizen färben',
  'own.move': 'eigene Notizen verschieben',
  'own.group': 'eigene Notizen gruppieren',
  'own.link': 'Verbindungen eigener Notizen ändern',
  'own.mark': 'eigene Notizen kennzeichnen',
  'own.numbers': 'eigene Zahlen ändern',
  'own.delete': 'eigene Notizen löschen',
  'own.comment': 'eigene Kommentare ändern',
  'own.vote': 'eigene Punkte ändern',
  'own.react': 'eigene Reaktionen ändern',

  // What the editor says
  'said.role': 'Deine Rolle erlaubt dir nicht, {act}.',
  'said.step': 'Dieser Schritt erlaubt dir nicht, {act}.',
  'said.notYours': 'In diesem Schritt darfst du nur {own}.',
  'said.partly': {
    one: '{done} erledigt. {count} bleibt, wie es ist: Dieser Schritt überlässt es denen, die es gemacht haben.',
    other: '{done} erledigt. {count} bleiben, wie sie sind: Dieser Schritt überlässt sie denen, die sie gemacht haben.',
  },
  'said.undone': 'Rückgängig gemacht: {deed}.',
  'said.redone': 'Wiederholt: {deed}.',
  'said.undoneButKept': {
    one: 'Rückgängig gemacht: {deed}. {count} Notiz bleibt: Andere haben daran gearbeitet.',
    other: 'Rückgängig gemacht: {deed}. {count} Notizen bleiben: Andere haben daran gearbeitet.',
  },
  'said.redoneButKept': {
    one: 'Wiederholt: {deed}. {count} Notiz bleibt: Andere haben daran gearbeitet.',
    other: 'Wiederholt: {deed}. {count} Notizen bleiben: Andere haben daran gearbeitet.',
  },
  'said.kept': 'Nicht zurückgenommen: {deed}. Andere haben seither daran gearbeitet.',
  'said.nothingToUndo': 'Nichts rückgängig zu machen.',
  'said.nothingToRedo': 'Nichts zu wiederholen.',
  'said.undoSkipped': 'Übergangen: {deeds}. Andere haben es seither geändert, oder dieser Schritt erlaubt es nicht.',
  'said.deleted': { one: '{count} Notiz gelöscht.', other: '{count} Notizen gelöscht.' },
  'said.unlinked': 'Verbindung entfernt.',
  'said.goneWhileWriting':
    'Diese Notiz wurde gelöscht, während du in ihr geschrieben hast. Wiederhergestellt hat sie deine Wörter.',
  'said.tooLong': 'Eine Notiz fasst {limit} Zeichen. Der Rest wurde nicht übernommen.',
  'said.noRoom.up': 'Weiter oben ist in ihrem Block kein Platz für diese Notizen.',
  'said.noRoom.down': 'Weiter unten ist in ihrem Block kein Platz für diese Notizen.',
  'said.noRoom.left': 'Weiter links ist in ihrem Block kein Platz für diese Notizen.',
  'said.noRoom.right': 'Weiter rechts ist in ihrem Block kein Platz für diese Notizen.',
  'said.full': 'Der Canvas ist voll: {limit} ist die Grenze. Lösch zuerst etwas.',
  'said.fullAlone': 'Das sind zu viele Notizen für dich allein: {limit} ist die Grenze.',

  // The page around the canvas
  ...dePage,
  ...deFront,
  ...deShare,
  ...deFiles,
  ...deWorkshopParts,
  ...deParts,
  ...deCommands,
  ...dePaste,
  ...deImages,
  ...deInk,
  ...deFind,
  ...deGroups,
  ...deOrder,
  ...deWriting,
  ...deWays,
  ...dePresence,
  ...deWorkshopAgenda,
  ...deWorkshopReport,
  ...deWorkshopDashboard,
  ...deWorkshopDrafts,
  ...deWorkshopCopy,
  ...deReadyAgendas,
  ...deWorkshopPresence,
  ...deVotes,
}
