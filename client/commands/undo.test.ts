/** [B5] Undo is mine in everything there is to do: each deed is one step there and back, and leaves alone what others did since. */
import { expect, test } from 'vitest'
import { AREAS } from '../../shared/canvas/blocks.ts'
import { contentOf } from '../../shared/canvas/canvas.ts'
import { membersOf } from '../../shared/canvas/groups.ts'
import type { BinnableRoot } from '../../shared/canvas/operations.ts'
import { NOTE_COLORS } from '../../shared/canvas/records.ts'
import type { Random } from '../../shared/canvas/rehearsal.ts'
import { flawsOf, foreignWork, seeded } from '../../shared/canvas/rehearsal.ts'
import type { Deeds } from '../editor/deeds/deeds.ts'
import type { TestPerson } from '../editor/test-board.ts'
import { openTable } from '../editor/test-board.ts'
import { pasteWords } from '../elements/paste-words.ts'
import { planPaste, runPaste } from '../files/paste.ts'
import { COMMANDS, readinessOf, runCommand } from './commands.ts'
import { testShell } from './shell-kit.ts'

const IMAGES = ['a7', 'b8'].map(pair => pair.repeat(32))
const ROOTS: readonly BinnableRoot[] = ['notes', 'links', 'groups', 'strokes']

/** Something of everything, made by all three. */
function sitDown() {
  const table = openTable()
  const people = ['Ana', 'Ben', 'Mei'].map(name => table.joins(name)) as [TestPerson, TestPerson, TestPerson]
  const [ana, ben, mei] = people
  for (const [i, text] of ['Web', 'Fair', 'Shop', 'One\nTwo\nThree', 'Shut one', 'Shut two', 'Alone #risk'].entries())
    people[i % 3]?.adds(text, { to: 'channels' })
  for (const [i, text] of ['Hosts', 'Guests', 'Gone', 'Gone too'].entries())
    people[i % 3]?.adds(text, { to: 'customerSegments' })
  ana.adds('Crooked', { to: 'keyActivities', at: { x: 51, y: 77 } })
  mei.links('Web', 'Hosts')
  ana.links('Fair', 'Guests')
  ben.editor.nameGroup(ben.editor.groupNotes(ben.idsOf('Web', 'Fair')) ?? '', 'Open')
  ana.editor.closeGroup(ana.editor.groupNotes(ana.idsOf('Shut one', 'Shut two')) ?? '')
  for (const { editor } of people)
    editor.drawStroke({ anchor: ['channels', 5, 5], points: [0, 0, 50, 9, 9, 50], color: 'ink', width: 3, kind: 'pen' })
  mei.editor.setImage(mei.id('Shop'), IMAGES[0] ?? '')
  ben.editor.deleteNotes(ben.idsOf('Gone', 'Gone too'))
  table.clock.pass(2_000)
  return { table, people, ana }
}

type Question = 'mayDraw' | 'mayErase' | 'canLink' | 'canJoin' | 'mayRestore'
type Doing = Exclude<keyof Deeds, Question | 'undo' | 'redo'>

const pick = <T>(list: readonly T[], random: Random): T | undefined => list[random(list.length || 1)]
/** Records that somebody changed: others soon do something there too. */
let hot: ReadonlySet<string> = new Set()
/** One of the notes, groups or links, whichever there are. */
const among = ({ canvas }: TestPerson, root: BinnableRoot, random: Random): string => {
  const all = canvas[root].all().map(({ id }) => id)
  const warm = all.filter(id => hot.has(id))
  return pick(warm.length > 0 && random(2) ? warm : all, random) ?? ''
}
const notes = (person: TestPerson, random: Random, most = 3): string[] => [
  ...new Set(Array.from({ length: 1 + random(most) }, () => among(person, 'notes', random))),
]
/** So many notes of one area. */
const neighbours = (person: TestPerson, random: Random): string[] => {
  const area = person.canvas.notes.get(among(person, 'notes', random))?.place[0] ?? 'channels'
  return person.editor.shown.notesIn(area).flatMap(({ id }) => (random(4) > 0 ? id : []))
}
const WAYS = ['up', 'down', 'left', 'right'] as const
const area = (random: Random) => pick(AREAS, random) ?? 'channels'
const color = (random: Random) => pick(NOTE_COLORS, random) ?? 'rose'
const grasp = (ids: readonly string[], random: Random) =>
  ({ ids, grabbed: ids[0] ?? '', by: { x: random(300) - 150, y: random(300) - 150 }, over: area(random) }) as const

/** Each thing that can be done, to something at random. Who adds a deed finds it missing here. */
const DEEDS: Readonly<Record<Doing, (person: TestPerson, random: Random) => unknown>> = {
  addNote: ({ editor }, random) => editor.addNote(area(random), { text: `New ${random(99)}`, color: color(random) }),
  takeBack: ({ editor }, random) => editor.takeBack(editor.addNote(area(random)) ?? ''),
  writeNote: (person, random) => {
    const [id = ''] = notes(person, random, 1)
    const { text = '' } = person.canvas.notes.get(id) ?? {}
    const at = random(text.length + 1)
    person.editor.writeNote(id, `${text.slice(0, at)}${'xyz'[random(3)]}${text.slice(at + random(4))}`)
  },
  dropNotes: (person, random) => person.editor.dropNotes(grasp(notes(person, random), random)),
  moveTo: (person, random) => person.editor.moveTo(notes(person, random), area(random)),
  orderNote: (person, random) =>
    person.editor.orderNote(
      among(person, 'notes', random),
      pick(['later', 'earlier', 'up', 'right'] as const, random) ?? 'up',
    ),
  tidy: ({ editor }) => editor.tidy(AREAS),
  colorNotes: (person, random) => person.editor.colorNotes(notes(person, random), color(random)),
  unpaperNotes: (person, random) => person.editor.unpaperNotes(notes(person, random)),
  setAction: (person, random) =>
    person.editor.setAction(
      among(person, 'notes', random),
      random(3) > 0 ? { owner: `Owner ${random(9)}`, due: '2027-01-02' } : undefined,
    ),
  setImage: (person, random) =>
    person.editor.setImage(among(person, 'notes', random), pick([...IMAGES, null], random) ?? null),
  duplicateNotes: (person, random) => person.editor.duplicateNotes(notes(person, random)),
  deleteNotes: (person, random) => person.editor.deleteNotes(notes(person, random)),
  splitNote: person =>
    person.editor.splitNote(person.canvas.notes.all().find(({ text }) => text.includes('\n'))?.id ?? ''),
  alignNotes: (person, random) => person.editor.alignNotes(neighbours(person, random), random(2) ? 'left' : 'top'),
  distributeNotes: (person, random) =>
    person.editor.distributeNotes(neighbours(person, random), random(2) ? 'across' : 'down'),
  nudgeNotes: (person, random) => {
    const [ids, sent] = [notes(person, random, 2), person.sent]
    const first = random(WAYS.length)
    // Most ways there is no room; where there is, that is enough.
    for (const way of [...WAYS.slice(first), ...WAYS.slice(0, first)])
      if (person.sent === sent) person.editor.nudgeNotes(ids, way)
  },
  linkNotes: (person, random) => {
    const [from = '', to = ''] = notes(person, random, 5)
    person.editor.linkNotes(from, to)
  },
  labelLink: (person, random) => person.editor.labelLink(among(person, 'links', random), `label ${random(99)}`),
  reverseLink: (person, random) => person.editor.reverseLink(among(person, 'links', random)),
  reattachLink: (person, random) =>
    person.editor.reattachLink(
      among(person, 'links', random),
      random(2) ? 'head' : 'tail',
      among(person, 'notes', random),
    ),
  deleteLink: (person, random) => person.editor.deleteLink(among(person, 'links', random)),
  groupNotes: (person, random) => person.editor.groupNotes(neighbours(person, random)),
  dropOnto: (person, random) => {
    const onto = among(person, 'notes', random)
    const over = person.canvas.notes.get(onto)?.place[0] ?? 'channels'
    const held = notes(person, random).filter(id => id !== onto)
    if (person.editor.canJoin(held, onto)) person.editor.dropOnto({ ...grasp(held, random), over }, onto)
  },
  nameGroup: (person, random) => person.editor.nameGroup(among(person, 'groups', random), `Name ${random(99)}`),
  closeGroup: (person, random) => person.editor.closeGroup(among(person, 'groups', random)),
  openGroup: (person, random) => person.editor.openGroup(among(person, 'groups', random)),
  ungroup: (person, random) => person.editor.ungroup(among(person, 'groups', random)),
  leaveGroup: (person, random) =>
    person.editor.leaveGroup(membersOf(person.canvas, among(person, 'groups', random)).map(({ id }) => id)),
  drawStroke: ({ editor }, random) =>
    editor.drawStroke({
      ...{ anchor: [area(random), random(99), random(99)], points: [0, 0, 50, 20, 9, 50] },
      ...{ color: 'ink', width: 3, kind: random(2) ? 'pen' : 'highlighter' },
    }),
  deleteStrokes: (person, random) => person.editor.deleteStrokes([among(person, 'strokes', random)]),
  restore: ({ editor, canvas }, random) => {
    const binned = ROOTS.flatMap(root => canvas[root].binned().map(({ id }) => ({ root, id })))
    editor.restore([pick(binned, random), pick(binned, random)].flatMap(each => each ?? []))
  },
}
const DOINGS = Object.keys(DEEDS) as readonly Doing[]

/** What is no deed of the editor, but written by the page through the same history. */
const PASTES: Readonly<Record<string, { readonly text: string; readonly html: string }>> = {
  'lines pasted': { text: 'Radio\nPress\nPosters', html: '' },
  'cells pasted': { text: 'Channels\tTrains\nRevenue Streams\tFares', html: '' },
}
function pastes({ editor }: TestPerson, name: string): void {
  const came = pasteWords(PASTES[name] ?? { text: '', html: '' }, editor, { area: 'channels' })
  if (came.kind === 'asks') runPaste(editor, planPaste(editor, came.pasted, { area: came.area, sorted: true }))
}

/** What everybody sees, apart from the order in which a document lists it. */
const seenBy = ({ canvas }: TestPerson): string => {
  const { about, ...lists } = contentOf(canvas)
  const sorted = Object.entries(lists).map(([root, list]) => [
    root,
    [...list].sort((a, b) => (a.id < b.id ? -1 : 1)).map(each => Object.entries(each).sort()),
  ])
  return JSON.stringify([about, sorted])
}

/** Done, it is one update and one step: one undo is the board before it, one redo the board after it, on another's screen too. */
function checkOneStep(
  what: string,
  { ana, people }: ReturnType<typeof sitDown>,
  does: () => unknown,
  { types = false } = {},
): boolean {
  const [, ben] = people
  const [before, sent] = [seenBy(ana), ana.sent]
  does()
  ana.editor.endWriting()
  const after = seenBy(ana)
  if (ana.sent === sent) return false
  const updates = ana.sent - sent
  for (const round of [1, 2]) {
    ana.editor.undo()
    expect([seenBy(ana), seenBy(ben)], `${what}, undo ${round}`).toEqual([before, before])
    ana.editor.redo()
    expect([seenBy(ana), seenBy(ben)], `${what}, redo ${round}`).toEqual([after, after])
  }
  // Two turns there and two back, an update each.
  expect(ana.sent - sent - updates, `${what}: updates of its turns`).toBe(4)
  if (!types) expect(updates, `${what}: updates`).toBe(1)
  return true
}

test.each(DOINGS.filter(name => name !== 'takeBack'))('[B5] %s is one step there and back, whatever it meets', name => {
  let wrote = 0
  // Ids are random, so what a seed meets is too: some find nothing to do.
  for (let seed = 1; seed <= 24 && wrote < 4; seed++) {
    const sitting = sitDown()
    if (checkOneStep(`${name}, seed ${seed}`, sitting, () => DEEDS[name](sitting.ana, seeded(seed)))) wrote++
  }
  expect(wrote, 'it met something to do').toBeGreaterThan(0)
})

test.each(Object.keys(PASTES))('[B5] [B14] %s is one step there and back', name => {
  const sitting = sitDown()
  expect(checkOneStep(name, sitting, () => pastes(sitting.ana, name))).toBe(true)
})

const SITUATIONS: Readonly<Record<string, (ana: TestPerson) => void>> = {
  'nothing chosen': ({ editor }) => editor.select([]),
  'a note chosen': ana => ana.editor.select(ana.idsOf('Web')),
  'a list chosen': ana => ana.editor.select(ana.idsOf('One\nTwo\nThree')),
  'a note with an image chosen': ana => ana.editor.select(ana.idsOf('Shop')),
  'several notes chosen': ana => ana.editor.select(ana.idsOf('Shop', 'Alone #risk', 'One\nTwo\nThree', 'Crooked')),
  'an open group chosen': ana => ana.editor.select(ana.idsOf('Web', 'Fair')),
  'a closed group chosen': ana => ana.editor.select(ana.idsOf('Shut one', 'Shut two')),
  'a link chosen': ana => ana.editor.selectLink(ana.canvas.links.all()[0]?.id ?? ''),
}

test.each(Object.entries(SITUATIONS))(
  '[B5] with %s, every command that writes is one step there and back',
  (_, begin) => {
    const wrote = new Set<string>()
    let sitting = sitDown()
    for (const command of COMMANDS.filter(({ group }) => group !== 'history')) {
      // One of ten blocks or eight colours stands for the others.
      const kin = command.id.split('.').slice(0, 2).join('.')
      if (wrote.has(kin)) continue
      begin(sitting.ana)
      const context = { editor: sitting.ana.editor, shell: testShell() }
      if (readinessOf(command, context).kind !== 'ready') continue
      const runs = () => {
        runCommand(command.id, context)
        // A new note without a word would be taken back.
        if (sitting.ana.editor.writing.value !== undefined) sitting.ana.types('x')
      }
      if (!checkOneStep(command.id, sitting, runs, { types: true })) continue
      wrote.add(kin)
      sitting = sitDown()
    }
    expect(wrote.size).toBeGreaterThan(0)
  },
)

/** What was put into the records of the canvas, field by field; members of a set each for themselves, letters apart. */
function fieldsOf(person: TestPerson): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  const { notes: all, links, groups, strokes } = contentOf(person.canvas)
  for (const { id, group = '' } of person.canvas.notes.all()) fields.set(`wish ${id}`, group)
  for (const [root, list] of Object.entries({ notes: all, links, groups, strokes }))
    for (const record of list)
      for (const [field, value] of Object.entries(record) as [string, unknown][])
        if (Array.isArray(value) && field !== 'place' && root === 'notes')
          for (const member of value) fields.set(`${root} ${record.id} ${field} ${String(member)}`, 'yes')
        else if (field !== 'text') fields.set(`${root} ${record.id} ${field}`, JSON.stringify(value))
  return fields
}

/** What others changed of it between the two looks and a third does not show any more. Of what came out of the bin only that it is there. */
const lost = (
  then: ReadonlyMap<string, string>,
  since: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
) =>
  [...since].flatMap(([field, value]) => {
    const [root, id, part] = field.split(' ')
    // A note that comes back to the block of its group was put into that by somebody before.
    const isOld = part === 'group' && then.get(`wish ${id}`) === since.get(`wish ${id}`)
    const isTheirs = then.get(field) !== value && !isOld && (part === 'id' || then.has(`${root} ${id} id`))
    return isTheirs && now.get(field) !== value ? `${field}: ${value} became ${now.get(field)}` : []
  })

function play(seed: number): string | undefined {
  const random = seeded(seed)
  const { people, ana, table } = sitDown()
  const others = people.filter(each => each !== ana)
  const does = (person: TestPerson) => {
    table.clock.pass(2_000)
    const doing = pick(DOINGS, random) ?? 'addNote'
    DEEDS[doing](person, random)
    return `${person.board.me.value.name} ${doing}`
  }
  const done = others.flatMap(each => (random(2) ? does(each) : []))
  const mei = others[1]
  const isAway = mei !== undefined && random(3) === 0
  if (isAway) mei.leavesTheLine()
  const [before, { sent }] = [fieldsOf(ana), ana]
  hot = new Set()
  done.push(does(ana))
  if (ana.sent === sent) return undefined
  hot = new Set(
    [...fieldsOf(ana)].flatMap(([field, value]) => (before.get(field) === value ? [] : (field.split(' ')[1] ?? []))),
  )
  for (const turn of ['undo', 'redo', 'undo'] as const) {
    done.push(turn)
    const then = fieldsOf(ana)
    for (let i = random(4); i > 0; i--) done.push(does(pick(others, random) ?? ana))
    if (isAway && turn === 'redo') mei.comesBack()
    const [since, live] = [fieldsOf(ana), foreignWork(ana.canvas.document)]
    ana.editor[turn]()
    const flaws = lost(then, since, fieldsOf(ana))
    if (flaws.length > 0) return `${done.join(', ')}: ${turn} took ${flaws.join('; ')}`
    if (foreignWork(ana.canvas.document) !== live) return `${done.join(', ')}: ${turn} changed live structs of others`
  }
  if (isAway) mei.comesBack()
  const [one, ...rest] = people.map(seenBy)
  return rest.some(each => each !== one) ? `${done.join(', ')}: they see different boards` : undefined
}

test('[B5] property: whatever is done, my undo and redo never change what others did since', () => {
  expect(flawsOf(process.env['NONAGON_SOAK'] ? 3_000 : 50, play)).toEqual([])
}, 900_000)

test('[B5] control: an undo that takes more than mine is found', () => {
  const { ana, people } = sitDown()
  const [, ben] = people
  const then = fieldsOf(ana)
  ben.editor.colorNotes(ben.idsOf('Web'), 'rose')
  const since = fieldsOf(ana)
  ben.editor.undo()
  expect(lost(then, since, fieldsOf(ana))).toHaveLength(1)
})
