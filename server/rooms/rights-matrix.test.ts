import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import * as operations from '../../shared/canvas/operations.ts'
import { CANVAS_SCHEMA } from '../../shared/canvas/schema.ts'
import type { DocumentSchema, FieldRule } from '../../shared/wire/schema.ts'
import type { Right, Rights } from '../../shared/workshop/rights.ts'
import { effectiveRights, NO_RIGHTS, RIGHTS } from '../../shared/workshop/rights.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import { ROLES } from '../../shared/workshop/roles.ts'
import { WORKSHOP_SCHEMA } from '../../shared/workshop/schema.ts'
import { Seat, TestRoom } from './gate-kit.ts'

/** A thousand cells: work, not waiting; generous, as machines differ. */
const TIMEOUT = 60_000

type Write = (canvas: Canvas) => void

/** What somebody sends: which right it takes, and whether it is about what they made. */
interface Deed {
  readonly name: string
  readonly right: Right
  readonly mine: boolean
  readonly write: Write
}

/** No step runs; one runs that lets people work on what is theirs; one runs in which nobody writes. */
const STEPS = {
  open: undefined,
  'own only': Object.fromEntries(RIGHTS.map(right => [right, 'own'])) as Rights,
  none: NO_RIGHTS,
} as const
type StepName = keyof typeof STEPS

/** Said a second time on purpose: what people were promised, not what the tables hold. */
function mayDo(role: Role, step: StepName, deed: Deed): boolean {
  if (role === 'facilitator') return true
  if (role === 'observer' || step === 'none') return false
  if (role === 'commenter' && deed.right !== 'comment' && deed.right !== 'react') return false
  return step === 'open' || deed.mine
}

const map = (canvas: Canvas, root: string, id: string) => canvas.document.getMap(root).get(id) as Y.Map<unknown>

/** A board where `me` and another each have one of everything. */
function canvasRoom(): TestRoom {
  const room = new TestRoom(CANVAS_SCHEMA)
  for (const [i, person] of ['me', 'other'].entries()) {
    const seat = new Seat(room, person, 10 + i, 'facilitator')
    const note = { place: ['channels', 1, 1, 1], text: 'Text', color: 'straw', author: person } as const
    seat.does(canvas => {
      operations.addNote(canvas, { ...note, id: person })
      operations.addNote(canvas, { ...note, id: `${person}-binned` })
      operations.binRecords(canvas, 'notes', [`${person}-binned`])
      operations.addLink(canvas, { id: person, from: person, to: person, label: 'Label' })
      canvas.document.getMap('groups').set(person, new Y.Map(Object.entries({ title: 'Group', block: 'channels' })))
      canvas.document
        .getMap('groups')
        .set(`${person}-closed`, new Y.Map(Object.entries({ block: 'channels', closed: true })))
      canvas.document
        .getMap('strokes')
        .set(person, new Y.Map(Object.entries({ anchor: ['channels', 1, 1], points: [1, 2] })))
    })
  }
  return room
}

const ofNote = (id: string, mine: boolean): readonly Deed[] =>
  (
    [
      ['types in', 'text', canvas => operations.editText(canvas, id, 'Texts')],
      ['erases in', 'text', canvas => operations.editText(canvas, id, 'Te')],
      ['colours', 'style', canvas => operations.colorNotes(canvas, [id], 'sky')],
      ['shows an image on', 'style', canvas => operations.setImage(canvas, id, 'a1'.repeat(32))],
      ['moves', 'move', canvas => operations.moveNotes(canvas, new Map([[id, ['parking', 9, 9, 9]]]))],
      ['groups', 'group', canvas => map(canvas, 'notes', id).set('group', 'other')],
      ['marks', 'mark', canvas => operations.markNote(canvas, id, 'segment:x', true)],
      ['names', 'mark', canvas => operations.nameNote(canvas, id, 'Name')],
      ['bins', 'delete', canvas => operations.binRecords(canvas, 'notes', [id])],
      ['unbins', 'delete', canvas => operations.restoreRecords(canvas, 'notes', [`${id}-binned`])],
      ['deletes', 'delete', canvas => canvas.document.getMap('notes').delete(id)],
      ['labels the link', 'link', canvas => operations.labelLink(canvas, id, 'Pays')],
      ['bins the link', 'link', canvas => operations.binRecords(canvas, 'links', [id])],
      ['deletes the link', 'link', canvas => canvas.document.getMap('links').delete(id)],
      ['closes the group', 'group', canvas => operations.closeGroup(canvas, id)],
      ['opens the group', 'group', canvas => operations.openGroup(canvas, `${id}-closed`)],
      ['moves the group', 'group', canvas => operations.moveGroup(canvas, id, 'parking')],
      ['titles the group', 'group', canvas => map(canvas, 'groups', id).set('title', 'New')],
      ['bins the group', 'group', canvas => operations.binRecords(canvas, 'groups', [id])],
      ['colours the stroke', 'style', canvas => map(canvas, 'strokes', id).set('color', 'sky')],
      ['bins the stroke', 'delete', canvas => operations.binRecords(canvas, 'strokes', [id])],
    ] as readonly [string, Right, Write][]
  ).map(([name, right, write]) => ({ name: `${name} (${id})`, right, mine, write }))

const CANVAS_DEEDS: readonly Deed[] = [
  ...ofNote('me', true),
  ...ofNote('other', false),
  {
    name: 'adds a note',
    right: 'add',
    mine: true,
    write: canvas =>
      operations.addNote(canvas, { id: 'new', place: ['channels', 1, 1, 1], text: 'N', color: 'leaf', author: '' }),
  },
  {
    name: 'adds a link',
    right: 'link',
    mine: true,
    write: canvas => operations.addLink(canvas, { id: 'new', from: 'me', to: 'other', label: '' }),
  },
  {
    name: 'adds a group',
    right: 'group',
    mine: true,
    write: canvas => canvas.document.getMap('groups').set('new', new Y.Map([['block', 'channels']])),
  },
  { name: 'titles the canvas', right: 'text', mine: false, write: canvas => operations.nameCanvas(canvas, 'Title') },
  {
    name: 'moves mine and another’s',
    right: 'move',
    mine: false,
    write: canvas =>
      operations.moveNotes(
        canvas,
        new Map([
          ['me', ['parking', 9, 9, 9]],
          ['other', ['parking', 9, 9, 9]],
        ]),
      ),
  },
]

const commentField: FieldRule = { kind: 'value', right: 'comment', accepts: () => true }

/** As comments will be: a document in which commenters write. */
const TALK: DocumentSchema = {
  version: 1,
  roots: {
    comments: {
      kind: 'collection',
      record: 'comment',
      by: 'rights',
      add: 'comment',
      fields: { note: commentField, text: { kind: 'text', right: 'comment', maxLength: 1_000 } },
    },
  },
}

function talkRoom(): TestRoom {
  const room = new TestRoom(TALK)
  for (const [i, person] of ['me', 'other'].entries())
    new Seat(room, person, 10 + i, 'facilitator').does(canvas =>
      canvas.document.getMap('comments').set(
        person,
        new Y.Map<unknown>([
          ['note', 'n1'],
          ['text', new Y.Text('Why?')],
        ]),
      ),
    )
  return room
}

const TALK_DEEDS: readonly Deed[] = [
  {
    name: 'comments',
    right: 'comment',
    mine: true,
    write: canvas => canvas.document.getMap('comments').set('new', new Y.Map([['note', 'n1']])),
  },
  ...(['me', 'other'] as const).flatMap((id): readonly Deed[] => [
    {
      name: `types (${id})`,
      right: 'comment',
      mine: id === 'me',
      write: canvas => (map(canvas, 'comments', id).get('text') as Y.Text).insert(0, 'So: '),
    },
    {
      name: `deletes (${id})`,
      right: 'comment',
      mine: id === 'me',
      write: canvas => canvas.document.getMap('comments').delete(id),
    },
  ]),
]

interface Cell {
  readonly role: Role
  readonly step: StepName
  readonly deed: Deed
  readonly step2: boolean
}

function* cells(deeds: readonly Deed[]): Generator<Cell> {
  for (const role of ROLES)
    for (const step of Object.keys(STEPS) as StepName[])
      for (const deed of deeds) for (const step2 of [false, true]) yield { role, step, deed, step2 }
}

/** What the cell should have been and was not; undefined when it is as promised. */
function fault(room: TestRoom, { role, step, deed, step2 }: Cell, mayWrite: boolean): string | undefined {
  const me = new Seat(room, 'me', 99, role)
  me.rights = effectiveRights(role, STEPS[step])
  const before = room.bytes
  const verdict = room.take(me.draft(deed.write), me, { step2 })
  const isSame = Buffer.compare(before, room.bytes) === 0
  const cell = `${role}, ${step}: ${deed.name}${step2 ? ' by step2' : ''}`
  if (mayWrite)
    return verdict.kind === 'accepted' && !isSame ? undefined : `${cell} should pass, is ${JSON.stringify(verdict)}`
  if (verdict.kind === 'refused' && verdict.code === 4409 && isSame) return undefined
  return `${cell} should be refused, is ${verdict.kind}${isSame ? '' : ' and changed the document'}`
}

describe('[P16] what is forbidden leaves the stored bytes as they are, what is allowed is taken', () => {
  test.each([
    ['a canvas', canvasRoom, CANVAS_DEEDS],
    ['a talk', talkRoom, TALK_DEEDS],
  ] as const)(
    '%s: every role, every step, every deed, as update and as step2',
    { timeout: TIMEOUT },
    (_name, open, deeds) => {
      const base = open()
      let room = base.copy()
      const faults = [...cells(deeds)].map(cell => {
        const mayWrite = mayDo(cell.role, cell.step, cell.deed)
        const found = fault(room, cell, mayWrite)
        if (mayWrite) room = base.copy()
        return found
      })
      expect(faults.filter(each => each !== undefined)).toEqual([])
      expect(faults.length).toBe(4 * 3 * 2 * deeds.length)
    },
  )

  test('roots of the server: nobody, in no role and no step', () => {
    const servers = Object.keys(WORKSHOP_SCHEMA.roots).filter(root => WORKSHOP_SCHEMA.roots[root]?.by === 'server')
    const deeds: readonly Deed[] = servers.map(root => ({
      name: `adds to ${root}`,
      right: 'add',
      mine: true,
      write: canvas => canvas.document.getMap(root).set('x', new Y.Map()),
    }))
    expect(deeds.length).toBeGreaterThan(0)
    const faults = [...cells(deeds)].map(cell => fault(new TestRoom(WORKSHOP_SCHEMA), cell, false))
    expect(faults.filter(each => each !== undefined)).toEqual([])
  })

  test('a step’s single right lets exactly its own deeds through', { timeout: TIMEOUT }, () => {
    const base = canvasRoom()
    for (const right of RIGHTS) {
      const rights: Rights = { ...NO_RIGHTS, [right]: 'all' }
      for (const deed of CANVAS_DEEDS) {
        const me = new Seat(base.copy(), 'me', 99)
        me.rights = effectiveRights('participant', rights)
        // What I made and nobody else changed may go with the right to add.
        const goesWithAdding = right === 'add' && deed.mine && deed.right === 'delete'
        const expected = deed.right === right || goesWithAdding ? 'accepted' : 'refused'
        expect(`${right}: ${deed.name}: ${me.does(deed.write).kind}`).toBe(`${right}: ${deed.name}: ${expected}`)
      }
    }
  })
})
