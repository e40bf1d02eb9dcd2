/** Everything the product says, in English. Another language is a table with the same keys. */
import { enFiles } from './en-files.ts'
import { enImages } from './en-images.ts'
import { enInk } from './en-ink.ts'
import { enFind } from './en-find.ts'
import { enGroups } from './en-groups.ts'
import { enFront } from './en-front.ts'
import { enOrder } from './en-order.ts'
import { enPage } from './en-page.ts'
import { enPaste } from './en-paste.ts'
import { enPresence } from './en-presence.ts'
import { enReadyAgendas } from './en-ready-agendas.ts'
import { enShare } from './en-share.ts'
import { enWriting } from './en-writing.ts'
import { enWorkshopPresence } from './en-workshop-presence.ts'
import { enWays } from './en-ways.ts'
import { enWorkshopAgenda } from './en-workshop-agenda.ts'
import { enWorkshopCopy } from './en-workshop-copy.ts'
import { enWorkshopDashboard } from './en-workshop-dashboard.ts'
import { enWorkshopDrafts } from './en-workshop-drafts.ts'
import { enWorkshopReport } from './en-workshop-report.ts'
import { enVotes } from './en-workshop-votes.ts'

export const en = {
  // Places: the nine blocks and the parking lot
  'area.customerSegments': 'Customer Segments',
  'area.valuePropositions': 'Value Propositions',
  'area.channels': 'Channels',
  'area.customerRelationships': 'Customer Relationships',
  'area.revenueStreams': 'Revenue Streams',
  'area.keyResources': 'Key Resources',
  'area.keyActivities': 'Key Activities',
  'area.keyPartnerships': 'Key Partnerships',
  'area.costStructure': 'Cost Structure',
  'area.parking': 'Parking lot',

  // How a link reads, from its first note to its second
  'verb.bringsIn': 'brings in',
  'verb.carries': 'carries',
  'verb.causes': 'causes',
  'verb.changes': 'changes',
  'verb.chooses': 'chooses',
  'verb.comesFrom': 'comes from',
  'verb.comesThrough': 'comes through',
  'verb.covers': 'covers',
  'verb.delivers': 'delivers',
  'verb.dependsOn': 'depends on',
  'verb.does': 'does',
  'verb.earns': 'earns',
  'verb.expects': 'expects',
  'verb.growsWith': 'grows with',
  'verb.isChangedBy': 'is changed by',
  'verb.isCoveredBy': 'is covered by',
  'verb.isDoneWith': 'is done with',
  'verb.isFor': 'is for',
  'verb.isPaidBy': 'is paid by',
  'verb.isReachedBy': 'is reached by',
  'verb.isUsedIn': 'is used in',
  'verb.livesIn': 'lives in',
  'verb.makesPossible': 'makes possible',
  'verb.needs': 'needs',
  'verb.pays': 'pays',
  'verb.paysFor': 'pays for',
  'verb.provides': 'provides',
  'verb.reaches': 'reaches',
  'verb.relatesTo': 'relates to',
  'verb.serves': 'serves',
  'verb.supports': 'supports',
  'verb.sustains': 'sustains',
  'verb.uses': 'uses',

  // Colours of paper
  'color.straw': 'Straw',
  'color.apricot': 'Apricot',
  'color.rose': 'Rose',
  'color.lilac': 'Lilac',
  'color.sky': 'Sky',
  'color.lagoon': 'Lagoon',
  'color.leaf': 'Leaf',
  'color.stone': 'Stone',

  // Commands: verbs with their object
  'command.selectTool': 'Select',
  'command.noteTool': 'Place a note',
  'command.linkTool': 'Draw links',
  'command.handTool': 'Move the sheet',
  'command.addNote': 'Add a note',
  'command.write': 'Write in the note',
  'command.nextNote': 'Keep and start the next note',
  'command.deleteSelection': 'Delete',
  'command.duplicate': 'Duplicate',
  'command.color': 'Colour: {color}',
  'command.moveTo': 'Move to {area}',
  'command.orderUp': 'Move the note up',
  'command.orderDown': 'Move the note down',
  'command.orderLeft': 'Move the note left',
  'command.orderRight': 'Move the note right',
  'command.link': 'Link the note to another',
  'command.reverseLink': 'Turn the link around',
  'command.reattachHead': 'Let the link reach another note',
  'command.reattachTail': 'Let the link begin at another note',
  'command.labelLink': 'Label the link',
  'command.undo': 'Undo',
  'command.redo': 'Redo',
  'command.restore': 'Restore',
  'command.whole': 'Show the whole canvas',
  'command.block': 'Show the block',
  'command.note': 'Show the note',
  'command.goTo': 'Go to {area}',
  'command.zoomIn': 'Zoom in',
  'command.zoomOut': 'Zoom out',
  'command.layout.classic': 'Classic layout',
  'command.layout.grid': '3 × 3 layout',
  'command.up': 'Next note up',
  'command.down': 'Next note down',
  'command.left': 'Next note to the left',
  'command.right': 'Next note to the right',
  'command.selectAll': 'Select all in the block',
  'command.out': 'One step out',
  'command.outline': 'Outline',
  'command.keys': 'Keys',
  'command.share': 'Share',

  // Families of commands, one line each on the sheet of keys
  'family.color': 'Colour the note',
  'family.moveTo': 'Move to a block',
  'family.order': 'Change the order',
  'family.goTo': 'Go to a block',
  'family.arrows': 'Next note; move several',

  // What was done, as undo names it
  'done.add': 'adding a note',
  'done.write': 'writing',
  'done.move': 'moving',
  'done.order': 'changing the order',
  'done.color': 'colouring',
  'done.delete': 'deleting',
  'done.restore': 'restoring',
  'done.duplicate': 'duplicating',
  'done.link': 'drawing a link',
  'done.label': 'labelling a link',
  'done.reverse': 'turning a link around',
  'done.unlink': 'removing a link',

  // What the rights are to, and the same of one's own
  'act.add': 'add notes',
  'act.text': 'write in notes',
  'act.style': 'colour notes',
  'act.move': 'move notes',
  'act.group': 'group notes',
  'act.link': 'change links',
  'act.mark': 'mark notes',
  'act.numbers': 'change numbers',
  'act.delete': 'delete notes',
  'act.comment': 'comment',
  'act.vote': 'vote',
  'act.react': 'react',
  'own.add': 'add your own notes',
  'own.text': 'write in your own notes',
  'own.style': 'colour your own notes',
  'own.move': 'move your own notes',
  'own.group': 'group your own notes',
  'own.link': 'change links of your own notes',
  'own.mark': 'mark your own notes',
  'own.numbers': 'change your own numbers',
  'own.delete': 'delete your own notes',
  'own.comment': 'change your own comments',
  'own.vote': 'change your own dots',
  'own.react': 'change your own reactions',

  // What the editor says
  'said.role': 'Your role does not let you {act}.',
  'said.step': 'This step does not let you {act}.',
  'said.notYours': 'This step lets you {own} only.',
  'said.partly': {
    one: '{done} done. {count} stays as it is: this step leaves it to who made it.',
    other: '{done} done. {count} stay as they are: this step leaves them to who made them.',
  },
  'said.undone': 'Undone: {deed}.',
  'said.redone': 'Redone: {deed}.',
  'said.undoneButKept': {
    one: 'Undone: {deed}. {count} note stays: others have worked on it.',
    other: 'Undone: {deed}. {count} notes stay: others have worked on them.',
  },
  'said.redoneButKept': {
    one: 'Redone: {deed}. {count} note stays: others have worked on it.',
    other: 'Redone: {deed}. {count} notes stay: others have worked on them.',
  },
  'said.kept': 'Not taken back: {deed}. Others have worked on it since.',
  'said.nothingToUndo': 'Nothing to undo.',
  'said.nothingToRedo': 'Nothing to redo.',
  'said.undoSkipped': 'Passed over: {deeds}. Others changed it since, or this step does not allow it.',
  'said.deleted': { one: '{count} note deleted.', other: '{count} notes deleted.' },
  'said.unlinked': 'Link removed.',
  'said.goneWhileWriting': 'This note was deleted while you wrote in it. Restored, it has your words.',
  'said.tooLong': 'A note holds {limit} characters. The rest was not taken.',
  'said.noRoom.up': 'These notes have no room further up in their block.',
  'said.noRoom.down': 'These notes have no room further down in their block.',
  'said.noRoom.left': 'These notes have no room further left in their block.',
  'said.noRoom.right': 'These notes have no room further right in their block.',
  'said.full': 'The canvas is full: {limit} is the limit. Delete something first.',
  'said.fullAlone': 'That is too many notes to write in private: {limit} is the limit.',

  // Groups of commands, on the sheet of keys
  'group.tools': 'Tools',
  'group.notes': 'Notes',
  'group.links': 'Links',
  'group.history': 'Undo',
  'group.view': 'View',
  'group.selection': 'Selection',
  'group.board': 'Board',

  // The page around the canvas
  ...enPage,
  ...enFront,
  ...enShare,
  ...enFiles,
  ...enPaste,

  // Drawing by hand
  ...enImages,
  ...enInk,
  ...enFind,
  ...enGroups,
  ...enOrder,
  ...enWriting,
  ...enWays,
  ...enPresence,
  ...enWorkshopAgenda,
  ...enWorkshopReport,
  ...enWorkshopDashboard,
  ...enWorkshopDrafts,
  ...enWorkshopCopy,
  ...enReadyAgendas,
  ...enWorkshopPresence,
  ...enVotes,
} as const

export type English = typeof en
