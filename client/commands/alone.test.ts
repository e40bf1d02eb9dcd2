/** While somebody writes for themselves: whatever they do, by any command or deed, no word of it comes before everybody's eyes. */
import { expect, test } from 'vitest'
import { centreOf } from '../../shared/base/geometry.ts'
import { membersOf } from '../../shared/canvas/groups.ts'
import { encodeState } from '../../shared/wire/document.ts'
import type { Deeds } from '../editor/deeds/deeds.ts'
import type { Saying } from '../editor/editor.ts'
import type { TestPerson, TwoCanvases } from '../editor/test-board.ts'
import { openTable } from '../editor/test-board.ts'
import { pasteWords } from '../elements/paste-words.ts'
import { copyOf } from '../files/copied.ts'
import { planPaste, runPaste } from '../files/paste.ts'
import type { Command, Context, Shell } from './command.ts'
import { commandNamed, COMMANDS, readinessOf, runCommand } from './commands.ts'
import { areaInMind, chosenIds, chosenNote } from './in-mind.ts'
import { testShell } from './shell-kit.ts'

const SIGN = 'Qz7marker'
const IMAGE = 'a7'.repeat(32)

let ben: TestPerson
let two: TwoCanvases
let clock: { pass(ms: number): void }
/** All that the others' document held, in turn. */
let heard: string
let before: readonly string[]
let groups: ReadonlySet<string>

const textsOf = ({ notes }: TwoCanvases['shared']): readonly string[] =>
  [...notes.all(), ...notes.binned()].map(({ text }) => text).sort()
const drafts = () => [...two.draft.notes.all(), ...two.draft.notes.binned()]

function sitDown(): void {
  const table = openTable()
  clock = table.clock
  const mei = table.joins('Mei')
  for (const text of ['Web', 'Fair', 'Shut one', 'Shut two', 'Lines\nof\nall']) mei.adds(text, { to: 'channels' })
  mei.adds('Hosts', { to: 'customerSegments' })
  mei.links('Web', 'Hosts')
  mei.editor.nameGroup(mei.editor.groupNotes(mei.idsOf('Web', 'Fair')) ?? '', 'Open')
  mei.editor.closeGroup(mei.editor.groupNotes(mei.idsOf('Shut one', 'Shut two')) ?? '')
  ben = table.joins('Ben')
  ben.adds('Bens own', { to: 'channels' })
  two = ben.writesAlone()
  for (const text of [`${SIGN} one`, `${SIGN} one.`, `${SIGN} a\n${SIGN} b\n${SIGN} c`])
    ben.adds(text, { to: 'channels' })
  ben.adds(`${SIGN} folk`, { to: 'customerSegments' })
  before = textsOf(two.shared)
  groups = new Set(two.shared.groups.all().map(({ id }) => id))
  heard = ''
}

const DRAFTS = [`${SIGN} one`, `${SIGN} one.`]
const LIST = `${SIGN} a\n${SIGN} b\n${SIGN} c`
const selects =
  (...texts: readonly string[]) =>
  () =>
    ben.editor.select(ben.idsOf(...texts))

const SITUATIONS: Readonly<Record<string, () => void>> = {
  'nothing chosen': () => ben.editor.select([]),
  'a draft note chosen': selects(DRAFTS[0] ?? ''),
  'a draft list chosen': selects(LIST),
  'a draft list being written': () => ben.editor.write(ben.id(LIST)),
  'two draft notes chosen': selects(...DRAFTS),
  'a draft and a public note chosen': selects(DRAFTS[0] ?? '', 'Bens own'),
  'a draft note and a group chosen': selects(DRAFTS[0] ?? '', 'Web', 'Fair'),
  'an open group chosen': selects('Web', 'Fair'),
  'a closed group chosen': selects('Shut one', 'Shut two'),
  'a closed group and a draft note chosen': selects('Shut one', 'Shut two', LIST),
  'a public list chosen': selects('Lines\nof\nall'),
  'a link chosen': () => ben.editor.selectLink(two.shared.links.all()[0]?.id ?? ''),
  'all chosen': () => ben.editor.select(ben.canvas.notes.all().map(({ id }) => id)),
}

/** A page that does at once what it is asked for. */
function shell(brought: { readonly text: string; readonly html: string }): Shell {
  const { editor } = ben
  return {
    ...testShell(),
    outlineOpen: false,
    copy: how => how === 'cut' && editor.deleteNotes(chosenIds({ editor, shell: testShell() })),
    paste: context => {
      const came = pasteWords(brought, editor, { area: areaInMind(context) })
      if (came.kind === 'asks')
        runPaste(editor, planPaste(editor, came.pasted, { area: came.area, sorted: brought.text.includes('##') }))
    },
    addImages: () => {
      const note = chosenNote({ editor, shell: testShell() })
      if (note) editor.setImage(note.id, IMAGE)
      else editor.addNote('channels', { image: IMAGE, text: `${SIGN} picture` })
    },
    chooseLinkTarget: from => void editor.linkNotes(from, ben.id('Hosts')),
    askToLeave: (_doubts, leave) => leave(),
  }
}

function clipboards(): readonly { readonly text: string; readonly html: string }[] {
  const ids = ben.canvas.notes.all().map(({ id }) => id)
  const { html } = copyOf(ben.canvas, ids, { board: 'board', nameOf: area => area })
  return [
    { text: `${SIGN} pasted\n${SIGN} too`, html: '' },
    {
      text: `# ${SIGN}\n\n## Channels\n### ${SIGN} heading\n- ${SIGN} way\n- ${SIGN} other\n\n## Groups\n- CH1 + CH2: ${SIGN}\n`,
      html: '',
    },
    { text: '', html },
  ]
}

/** All that is written, so as to begin anew only after what wrote something. */
const written = (): string =>
  [two.shared, two.draft].map(({ document }) => Buffer.from(encodeState(document)).toString('base64')).join()

/** Nothing of a draft is there, neither a word nor an id; nobody's words went; and no group stands for nothing. */
function checkShared(what: string): void {
  heard += Buffer.from(encodeState(two.shared.document)).toString('latin1')
  expect(heard.includes(SIGN), `${what}: a word before everybody's eyes`).toBe(false)
  const ids = drafts().flatMap(({ id }) => (heard.includes(id) ? [id] : []))
  expect(ids, `${what}: an id of a draft note`).toEqual([])
  expect(textsOf(two.shared), `${what}: what everybody reads`).toEqual(before)
  const empty = two.shared.groups.all().filter(({ id }) => !groups.has(id) && membersOf(two.shared, id).length === 0)
  expect(empty, `${what}: a group of nothing`).toEqual([])
}

function checkTurns(what: string): void {
  checkShared(what)
  for (const turn of ['undo', 'redo', 'undo', 'redo'] as const) {
    ben.editor[turn]()
    checkShared(`${what}, ${turn}`)
  }
}

const contextNow = (brought = clipboards()[0] ?? { text: '', html: '' }): Context => ({
  editor: ben.editor,
  shell: shell(brought),
})
const isReady = (command: Command): boolean => readinessOf(command, contextNow()).kind === 'ready'

/** What a command may be asked about besides. */
const ARGUMENTS: Readonly<Record<string, () => readonly (string | undefined)[]>> = {
  'link.add': () => [undefined, ben.id('Hosts'), ben.id(`${SIGN} folk`)],
  'link.reattachHead': () => [undefined, ben.id('Fair'), ben.id(`${SIGN} folk`)],
  'link.reattachTail': () => [undefined, ben.id('Fair'), ben.id(`${SIGN} folk`)],
}

test.each(Object.entries(SITUATIONS))('[B4] alone, with %s: every command that is ready', (_what, begin) => {
  const ran: string[] = []
  sitDown()
  begin()
  let fresh = written()
  for (const command of COMMANDS.filter(isReady))
    for (const argument of ARGUMENTS[command.id]?.() ?? [undefined])
      for (const brought of command.id === 'board.paste' ? clipboards() : [undefined]) {
        if (written() !== fresh) {
          sitDown()
          fresh = written()
        }
        begin()
        runCommand(command.id, contextNow(brought), argument)
        if (written() !== fresh) checkTurns(command.id)
        ran.push(command.id)
      }
  expect(ran.length).toBeGreaterThan(10)
})

const drop = (...ids: readonly string[]) =>
  ({ ids, grabbed: ids[0] ?? '', by: { x: 30, y: 20 }, over: 'channels' }) as const
const idsOf = (...texts: readonly string[]) => ben.idsOf(...texts)
const draft = () => ben.id(DRAFTS[0] ?? '')
const mixed = () => idsOf(DRAFTS[0] ?? '', 'Bens own', 'Web', 'Fair', 'Shut one', 'Shut two')
const link = () => two.shared.links.all()[0]?.id ?? ''
const groupOf = (text: string) => ben.note(text).group ?? ''

/** Every deed, so that one that comes later is asked as well; what it writes on purpose where all see it is other words. */
const DEEDS: Readonly<Record<keyof Deeds, (deeds: Deeds) => unknown>> = {
  addNote: deeds => deeds.addNote('channels', { text: `${SIGN} new`, next: { to: ben.id('Web'), way: 'below' } }),
  takeBack: deeds => deeds.takeBack(draft()),
  writeNote: deeds => deeds.writeNote(draft(), `${SIGN} other`),
  dropNotes: deeds => deeds.dropNotes(drop(...mixed())),
  moveTo: deeds => deeds.moveTo(mixed(), 'keyActivities'),
  orderNote: deeds => (['later', 'up', 'down'] as const).map(way => deeds.orderNote(draft(), way)),
  tidy: deeds => deeds.tidy(['channels', 'customerSegments']),
  colorNotes: deeds => deeds.colorNotes(mixed(), 'rose'),
  unpaperNotes: deeds => deeds.unpaperNotes(mixed()),
  setAction: deeds => deeds.setAction(draft(), { owner: SIGN, due: '' }),
  setImage: deeds => deeds.setImage(draft(), IMAGE),
  duplicateNotes: deeds => [mixed(), [draft()], idsOf('Shut one', 'Shut two')].map(ids => deeds.duplicateNotes(ids)),
  deleteNotes: deeds => deeds.deleteNotes([draft()]),
  splitNote: deeds => [LIST, 'Lines\nof\nall'].map(text => deeds.splitNote(ben.id(text))),
  alignNotes: deeds => deeds.alignNotes(mixed(), 'left'),
  distributeNotes: deeds => deeds.distributeNotes(mixed(), 'down'),
  nudgeNotes: deeds => (['up', 'down', 'left', 'right'] as const).map(way => deeds.nudgeNotes(mixed(), way)),
  linkNotes: deeds => [deeds.linkNotes(draft(), ben.id('Hosts')), deeds.linkNotes(ben.id('Web'), draft())],
  canLink: deeds => deeds.canLink(draft(), ben.id('Hosts')),
  labelLink: deeds => deeds.labelLink(link(), 'label'),
  reverseLink: deeds => deeds.reverseLink(link()),
  reattachLink: deeds => deeds.reattachLink(link(), 'head', draft()),
  deleteLink: deeds => deeds.deleteLink(link()),
  groupNotes: deeds => [mixed(), DRAFTS.map(text => ben.id(text))].map(ids => deeds.groupNotes(ids)),
  dropOnto: deeds =>
    ['Web', 'Bens own', LIST].flatMap(text =>
      [draft(), ben.id('Lines\nof\nall')].map(id => deeds.dropOnto(drop(id), ben.id(text))),
    ),
  canJoin: deeds => deeds.canJoin([draft()], ben.id('Web')),
  nameGroup: deeds => deeds.nameGroup(groupOf('Web'), 'name'),
  closeGroup: deeds => deeds.closeGroup(groupOf('Web')),
  openGroup: deeds => deeds.openGroup(groupOf('Shut one')),
  ungroup: deeds => deeds.ungroup(groupOf('Web')),
  leaveGroup: deeds => deeds.leaveGroup(mixed()),
  mayDraw: deeds => deeds.mayDraw(),
  mayErase: deeds => deeds.mayErase('ben'),
  drawStroke: deeds =>
    deeds.drawStroke({ anchor: ['channels', 0, 0], points: [0, 0, 1, 1], color: SIGN, width: 3, kind: 'pen' }),
  deleteStrokes: deeds => deeds.deleteStrokes(two.shared.strokes.all().map(({ id }) => id)),
  restore: deeds => {
    deeds.deleteNotes([draft()])
    deeds.restore([{ root: 'notes', id: drafts()[0]?.id ?? '' }])
  },
  mayRestore: deeds => deeds.mayRestore({ root: 'notes', id: draft() }),
  undo: deeds => deeds.undo(),
  redo: deeds => deeds.redo(),
}

test('[B4] alone: every deed, and its undo', () => {
  for (const [name, does] of Object.entries(DEEDS)) {
    sitDown()
    does(ben.editor)
    checkTurns(name)
  }
})

test('[B4] alone, by hand: draft notes held over a group, a note, another draft; what is typed into them', () => {
  for (const onto of ['Web', 'Bens own', 'Shut one', DRAFTS[1] ?? ''])
    for (const text of [DRAFTS[0] ?? '', LIST]) {
      sitDown()
      const to = centreOf(ben.editor.shown.seatOf(ben.id(onto)) ?? ben.rect(onto))
      ben.takes(text, { to })
      clock.pass(1_000)
      ben.moves(to).releases()
      checkTurns(`${text} on ${onto}`)
      ben.doubleClicks(ben.middle(text)).types(` ${SIGN}`)
      checkTurns(`typed after ${text} on ${onto}`)
    }
})

test('[B4] alone, the notes of a closed group are copied into the draft, each for itself', () => {
  sitDown()
  const copies = ben.editor.duplicateNotes(ben.idsOf('Shut one', 'Shut two'))
  expect(copies.map(id => two.draft.notes.get(id))).toMatchObject([{ text: 'Shut one' }, { text: 'Shut two' }])
  expect(copies.map(id => ben.canvas.notes.get(id)?.group)).toEqual([undefined, undefined])
  expect(copies.every(id => ben.editor.shown.noteRect(id))).toBe(true)
})

test('[B4] a note that was begun before, and has no words yet, is begun anew where only its author sees it', () => {
  const table = openTable()
  const mei = table.joins('Mei')
  ben = table.joins('Ben')
  ben.editor.writeNew('channels', { color: 'rose' })
  two = ben.writesAlone()
  ben.types('Only mine')
  expect(two.draft.notes.all()).toMatchObject([{ text: 'Only mine', color: 'rose' }])
  expect(mei.canvas.notes.size).toBe(0)
  ben.editor.endWriting()
  expect(ben.sees('channels')).toEqual(['Only mine'])
})

test('[B4] what waits for its reveal is not copied or split to where everybody sees it', () => {
  sitDown()
  two.ends()
  expect(ben.editor.duplicateNotes([draft()])).toEqual([])
  expect(ben.editor.splitNote(ben.id(LIST))).toEqual([])
  const said: Saying = { kind: 'notAllowed', right: 'add', why: 'step' }
  expect(ben.heard.slice(-2)).toEqual([said, said])
  checkTurns('after its time')
})

test.each(['a draft note chosen', 'two draft notes chosen', 'a draft and a public note chosen'])(
  '[B4] alone, with %s: there is nothing to group',
  situation => {
    sitDown()
    SITUATIONS[situation]?.()
    expect(commandNamed('group.make')?.when(contextNow())).toBe(false)
  },
)

test("control: in an open step the same words are before everybody's eyes", () => {
  sitDown()
  two.ends()
  ben.editor.addNote('channels', { text: `${SIGN} open` })
  expect(() => checkShared('open')).toThrow("a word before everybody's eyes")
})
