/** Everything the product says, in English. Another language is a table with the same keys. */
import { enPage } from './en-page.ts'

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
  'command.switchLayout': 'Switch the layout',
  'command.up': 'Next note up',
  'command.down': 'Next note down',
  'command.left': 'Next note to the left',
  'command.right': 'Next note to the right',
  'command.selectAll': 'Select all in the block',
  'command.out': 'One step out',
  'command.outline': 'Outline',
  'command.keys': 'Keys',
  'command.share': 'Share',

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
} as const

export type English = typeof en
