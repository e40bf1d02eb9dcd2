/** [B21] The outline keeps up: whatever a command does on the canvas it does there too, or it is named here with the reason. */
import { expect, test } from 'vitest'
import type { Deeds } from '../editor/deeds/deeds.ts'
import type { TestPerson } from '../editor/test-board.ts'
import { openTable } from '../editor/test-board.ts'
import { commandNamed, COMMANDS, readinessOf, runCommand } from './commands.ts'
import { testShell } from './shell-kit.ts'

function sitDown() {
  const table = openTable()
  const ana = table.joins('Ana', { role: 'facilitator' })
  table.joins('Ben')
  for (const text of ['Web #a', 'Fair #a', 'Shop https://shop.example', 'One\nTwo', 'Far'])
    ana.adds(text, { to: 'channels' })
  ana.adds('Hosts', { to: 'customerSegments' })
  ana.links('Far', 'Hosts')
  ana.editor.groupNotes(ana.idsOf('Web #a', 'Fair #a'))
  return ana
}

const selects =
  (...texts: readonly string[]) =>
  (ana: TestPerson) =>
    ana.editor.select(ana.idsOf(...texts))
const SITUATIONS: Readonly<Record<string, (ana: TestPerson) => void>> = {
  'nothing chosen': ({ editor }) => editor.select([]),
  'a note chosen': selects('Shop https://shop.example'),
  'a list chosen': selects('One\nTwo'),
  'all chosen': ana => ana.editor.select(ana.canvas.notes.all().map(({ id }) => id)),
  'a group chosen': selects('Web #a', 'Fair #a'),
  'a link chosen': ana => ana.editor.selectLink(ana.canvas.links.all()[0]?.id ?? ''),
}

/** In the README of the elements they stand with what there is instead. */
type OnlyOnTheCanvas =
  /** A tool says what a pointer does on the sheet. */
  | 'tool'
  /** A list has one size and one layout. */
  | 'view'
  /** Arrows go through the list by themselves. */
  | 'selection'
const NOT_THERE: Readonly<Record<string, OnlyOnTheCanvas>> = {
  ...Object.fromEntries(COMMANDS.flatMap(({ id, group }) => (group === 'tools' ? [[id, 'tool'] as const] : []))),
  ...{ 'view.whole': 'view', 'view.block': 'view', 'view.note': 'view', 'view.zoomIn': 'view', 'view.zoomOut': 'view' },
  ...{ 'view.layout.classic': 'view', 'view.layout.grid': 'view' },
  ...{ 'selection.up': 'selection', 'selection.down': 'selection' },
  ...{ 'selection.left': 'selection', 'selection.right': 'selection' },
  // Of a single note, which is what the outline chooses, they act there as well.
  ...{ 'note.order.up': 'selection', 'note.order.down': 'selection' },
  ...{ 'note.order.left': 'selection', 'note.order.right': 'selection' },
  // Without a note from which it goes it takes up the tool.
  'link.add': 'tool',
}

test('[B21] what a command does on the canvas it does in the outline, but for what is named', () => {
  const [onCanvas, inOutline] = [testShell(), testShell()]
  inOutline.openOutline()
  const missing = new Set<string>()
  for (const begin of Object.values(SITUATIONS)) {
    const { editor } = (() => {
      const ana = sitDown()
      begin(ana)
      return ana
    })()
    for (const command of COMMANDS) {
      const [there, here] = [onCanvas, inOutline].map(shell => readinessOf(command, { editor, shell }).kind)
      if (there === 'ready' && here !== 'ready') missing.add(command.id)
    }
  }
  expect([...missing].sort()).toEqual(Object.keys(NOT_THERE).sort())
})

/** By which command, or which part of the outline, each deed is done with the keyboard alone. Who adds a deed finds it missing here. */
const BY_KEYBOARD: Readonly<Record<keyof Deeds, readonly string[] | { readonly instead: string }>> = {
  addNote: ['note.add', 'note.addLabel'],
  takeBack: ['selection.out'],
  writeNote: ['note.write'],
  dropNotes: ['note.carry.right', 'note.moveTo.channels'],
  moveTo: ['note.moveTo.channels', 'note.carry.right'],
  nudgeNotes: ['note.order.up', 'selection.up'],
  orderNote: ['note.order.up', 'note.order.left'],
  tidy: ['note.tidyBlock', 'note.tidyCanvas'],
  colorNotes: ['note.color.rose'],
  unpaperNotes: ['note.unpaper'],
  setAction: { instead: 'the panel of the note' },
  setImage: ['note.addImage', 'note.removeImage'],
  duplicateNotes: ['note.duplicate'],
  deleteNotes: ['selection.delete'],
  splitNote: ['note.split'],
  alignNotes: ['note.alignLeft', 'note.alignTop'],
  distributeNotes: ['note.distributeAcross', 'note.distributeDown'],
  linkNotes: ['link.add'],
  canLink: ['link.add'],
  labelLink: ['link.label'],
  reverseLink: ['link.reverse'],
  reattachLink: ['link.reattachHead', 'link.reattachTail'],
  deleteLink: ['selection.delete'],
  groupNotes: ['group.make'],
  dropOnto: ['group.make'],
  canJoin: ['group.make'],
  nameGroup: ['group.name'],
  closeGroup: ['group.fold'],
  openGroup: ['group.fold'],
  ungroup: ['group.ungroup'],
  leaveGroup: { instead: 'the panel of the note' },
  mayDraw: { instead: 'drawing needs a hand' },
  mayErase: { instead: 'the drawings of a block, in the outline' },
  drawStroke: { instead: 'drawing needs a hand' },
  deleteStrokes: { instead: 'the drawings of a block, in the outline' },
  restore: ['board.bin'],
  mayRestore: ['board.bin'],
  undo: ['history.undo'],
  redo: ['history.redo'],
}

test('[B21] each deed has a command without a pointer, or it is said what there is instead', () => {
  const named = Object.values(BY_KEYBOARD).flatMap(way => ('instead' in way ? [] : way))
  expect(named.filter(id => !commandNamed(id))).toEqual([])
})

test('[B10] [B21] both ends of a chosen link reach another note by keyboard, one step each', () => {
  const ana = sitDown()
  const shell = testShell(id => ana.canvas.notes.get(id)?.text ?? id)
  const context = { editor: ana.editor, shell }
  const [link] = ana.canvas.links.all()
  const ends = () => {
    const { from = '', to = '' } = ana.canvas.links.all()[0] ?? {}
    return [from, to].map(id => ana.canvas.notes.get(id)?.text)
  }
  ana.editor.selectLink(link?.id ?? '')
  runCommand('link.reattachHead', context)
  runCommand('link.reattachTail', context)
  expect(shell.asked).toEqual(['head from Far', 'tail from Hosts'])
  runCommand('link.reattachHead', context, ana.id('Web #a'))
  expect(ends()).toEqual(['Far', 'Web #a'])
  runCommand('link.reattachTail', context, ana.id('Hosts'))
  expect(ends()).toEqual(['Hosts', 'Web #a'])
  ana.editor.undo()
  ana.editor.undo()
  expect(ends()).toEqual(['Far', 'Hosts'])
})
