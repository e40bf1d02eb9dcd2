import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import * as operations from '../../shared/canvas/operations.ts'
import type { Update } from '../../shared/wire/document.ts'
import { applyUpdates, createDocument, encodeState, hasPending, stateVector } from '../../shared/wire/document.ts'
import { forge } from '../../shared/wire/forge.ts'
import type { DocumentSchema, RootRule } from '../../shared/wire/schema.ts'
import type { Extent, Right, Rights } from '../../shared/workshop/rights.ts'
import { ALL_RIGHTS, effectiveRights, NO_RIGHTS } from '../../shared/workshop/rights.ts'
import { SERVER_PERSON } from './edit.ts'
import type { Verdict } from './gate.ts'
import { Seat, TestRoom } from './gate-kit.ts'

const note = (id: string, author = '', text = 'Hosts'): operations.NewNote => ({
  id,
  place: ['channels', 16, 32, 1000],
  text,
  color: 'straw',
  author,
})

const adds =
  (id: string, author = '', text = 'Hosts') =>
  (canvas: Canvas) =>
    operations.addNote(canvas, note(id, author, text))
const colors =
  (id: string, color: 'sky' | 'rose' = 'sky') =>
  (canvas: Canvas) =>
    operations.colorNotes(canvas, [id], color)
const types = (id: string, text: string) => (canvas: Canvas) => operations.editText(canvas, id, text)
const bins = (id: string) => (canvas: Canvas) => operations.binRecords(canvas, 'notes', [id])
const deletes = (id: string) => (canvas: Canvas) => canvas.document.getMap('notes').delete(id)
const links = (id: string, from: string, to: string) => (canvas: Canvas) =>
  operations.addLink(canvas, { id, from, to, label: '' })
const noteIn = (canvas: Canvas, id: string) => canvas.document.getMap<Y.Map<unknown>>('notes').get(id) as Y.Map<unknown>

/** Ana and Ben at a board where each has a note. */
function twoPeople() {
  const room = new TestRoom()
  const ana = new Seat(room, 'ana', 101)
  const ben = new Seat(room, 'ben', 202)
  ana.does(adds('a1', 'ana'))
  ben.does(adds('b1', 'ben', 'Guests'))
  ana.catchUp()
  ben.catchUp()
  return { room, ana, ben }
}

const step = (rights: Partial<Record<Right, Extent>>, rest: Rights = NO_RIGHTS): Rights =>
  effectiveRights('participant', { ...rest, ...rights })

const answer = (verdict: Verdict): string =>
  verdict.kind === 'refused' ? `${verdict.reason} ${verdict.code}` : verdict.kind

/** A refused frame has left no trace. */
function refuses(room: TestRoom, frame: Update, seat: Seat, options?: { step2: boolean }): string {
  const before = room.bytes
  const verdict = room.take(frame, seat, options)
  expect(verdict.kind).toBe('refused')
  expect(room.bytes).toEqual(before)
  return answer(verdict)
}

describe('[M3] in one tick', () => {
  test('a note is made and coloured by the same person', () => {
    const room = new TestRoom()
    const ana = new Seat(room, 'ana', 101)
    ana.rights = step({ add: 'all', style: 'own', text: 'own' })
    const frames = [adds('a1'), colors('a1'), types('a1', 'Hosts and guests')].map(write => ana.draft(write))
    const sent: Update[] = []
    room.document.on('update', (update: Update) => sent.push(update))
    room.document.transact(() => {
      for (const frame of frames) expect(room.take(frame, ana).kind).toBe('accepted')
    })
    expect(sent).toHaveLength(1)
    expect(hasPending(room.document)).toBe(false)
    expect(room.document.getMap('notes').toJSON()).toEqual({
      a1: expect.objectContaining({ color: 'sky', text: 'Hosts and guests' }),
    })
  })

  test('what waits behind a refusal stands on refused work', () => {
    const { room, ana } = twoPeople()
    ana.rights = step({ style: 'all' })
    const [add, color] = [adds('a2'), colors('a2')].map(write => ana.draft(write)) as [Update, Update]
    expect(refuses(room, add, ana)).toBe('step 4409')
    expect(room.take(color, ana).kind).toBe('gap')
  })
})

describe('[T9] a gap changes nothing', () => {
  test('whatever is missing', () => {
    const { room, ana } = twoPeople()
    ana.draft(adds('a2'))
    const before = room.bytes
    expect(room.take(ana.draft(colors('a2')), ana).kind).toBe('gap')
    expect(room.take(forge([], [{ client: 7, clock: 0, length: 9 }]), ana).kind).toBe('gap')
    expect(room.bytes).toEqual(before)
  })
})

describe('[T10] client ids', () => {
  test('a first frame claims its id; nobody else writes with it at a lower, equal or higher clock', () => {
    const { room } = twoPeople()
    expect(room.clients).toEqual(
      new Map([
        [101, 'ana'],
        [202, 'ben'],
      ]),
    )
    const mal = new Seat(room, 'mal', 666)
    const clock = Y.getState(room.document.store, 101)
    const forged = (at: number) =>
      forge([{ client: 101, clock: at, structs: [{ parent: 'about', key: 'title', content: { any: ['Mine'] } }] }])
    expect(refuses(room, forged(clock), mal)).toBe('foreignClient 4409')
    expect(room.take(forged(clock - 1), mal).kind).toBe('nothing')
    expect(room.take(forged(clock + 1), mal).kind).toBe('gap')
    const overlapping = forge([{ client: 101, clock: clock - 1, structs: [{ gc: 2 }] }])
    expect(refuses(room, overlapping, mal)).toBe('foreignClient 4409')
  })

  test('a victim who is away finds their id as they left it', () => {
    const { room, ana } = twoPeople()
    const offline = ana.draft(types('a1', 'Hosts and guests'))
    const mal = new Seat(room, 'mal', 666)
    mal.document.clientID = 101
    expect(refuses(room, mal.draft(colors('b1')), mal)).toBe('foreignClient 4409')
    expect(room.take(offline, ana, { step2: true }).kind).toBe('accepted')
  })

  test('two tabs of one person, and one bringing along what the other made', () => {
    const { room, ana } = twoPeople()
    const tab = new Seat(room, 'ana', 102)
    applyUpdates(tab.document, [ana.draft(colors('b1'))], 'other tab')
    tab.draft(types('b1', 'Guests!'))
    expect(tab.reconnects()).toMatchObject({ kind: 'accepted', claims: [102] })
    expect(room.clients.get(102)).toBe('ana')
  })

  test('the server’s own id is nobody’s, whether it has written yet or not', () => {
    const { room, ana } = twoPeople()
    room.clients.set(77, SERVER_PERSON)
    for (const client of [room.document.clientID, 77])
      expect(refuses(room, forge([{ client, clock: 0, structs: [{ gc: 1 }] }]), ana)).toBe('foreignClient 4409')
  })

  test('hundreds of ids at once are refused: each weighs on everybody’s next join', () => {
    const { room, ana } = twoPeople()
    const many = (count: number) =>
      forge(Array.from({ length: count }, (_, i) => ({ client: 1_000 + i, clock: 0, structs: [{ gc: 1 }] })))
    expect(refuses(room, many(257), ana, { step2: true })).toBe('tooMany 4409')
    expect(room.take(many(256), ana, { step2: true }).kind).toBe('accepted')
  })

  test('what comes to nothing claims its id as well', () => {
    const { room, ana } = twoPeople()
    expect(room.take(forge([{ client: 103, clock: 0, structs: [{ gc: 4 }] }]), ana)).toMatchObject({
      changes: [],
      claims: [103],
    })
  })
})

describe('[M5] healing', () => {
  /** The room lost Ben's note; Ana still has it. */
  function damaged() {
    const { ana } = twoPeople()
    const room = new TestRoom()
    applyUpdates(room.document, [encodeState(new Seat(new TestRoom(), 'x', 1).document)], 'row')
    room.clients.set(202, 'ben')
    const healer = new Seat(room, 'ana', 104)
    applyUpdates(healer.document, [encodeState(ana.document)], 'copy')
    return { room, healer }
  }

  test('a step2 brings back what others wrote, and takes no id for it', () => {
    const { room, healer } = damaged()
    room.healing = true
    healer.rights = NO_RIGHTS
    expect(healer.reconnects()).toMatchObject({ kind: 'accepted', claims: [], made: ['notes/a1'] })
    expect(room.document.getMap('notes').toJSON()).toEqual(healer.document.getMap('notes').toJSON())
    expect(room.clients).toEqual(new Map([[202, 'ben']]))
  })

  test('on a client’s word alone, ids known to be another’s stay theirs', () => {
    const { room, healer } = damaged()
    room.healing = true
    room.isDoubted = true
    expect(refuses(room, encodeState(healer.document), healer, { step2: true })).toBe('foreignClient 4409')
    room.clients.delete(202)
    expect(room.take(encodeState(healer.document), healer, { step2: true })).toMatchObject({
      kind: 'accepted',
      claims: [],
    })
  })

  test('not in sound rooms, not in ordinary frames, not by observers', () => {
    const { room, healer } = damaged()
    const whole = encodeState(healer.document)
    expect(refuses(room, whole, healer, { step2: true })).toBe('foreignClient 4409')
    room.healing = true
    expect(refuses(room, whole, healer, { step2: false })).toBe('foreignClient 4409')
    healer.role = 'observer'
    expect(refuses(room, whole, healer, { step2: true })).toBe('role 4409')
  })

  test('fields of the server come back too, and of no participant otherwise', () => {
    const room = new TestRoom()
    const ana = new Seat(room, 'ana', 101)
    const schema = ana.draft(canvas => canvas.document.getMap('about').set('schema', 1))
    expect(refuses(room, schema, ana)).toBe('role 4409')
    ana.role = 'facilitator'
    expect(refuses(room, schema, ana)).toBe('role 4409')
    room.healing = true
    ana.role = 'participant'
    expect(room.take(schema, ana, { step2: true }).kind).toBe('accepted')
  })
})

describe('[M10] authors', () => {
  test('one writes one’s own name or none; a facilitator too', () => {
    const { room, ana } = twoPeople()
    expect(ana.does(adds('a2')).kind).toBe('accepted')
    expect(ana.does(adds('a3', 'ana')).kind).toBe('accepted')
    for (const role of ['participant', 'facilitator'] as const) {
      const mal = new Seat(room, 'mal', 666, role)
      expect(refuses(room, mal.draft(adds('m1', 'ana')), mal)).toBe('foreignAuthor 4409')
      const nameless = new Seat(room, 'mal', 667, role)
      const write = (canvas: Canvas) => canvas.document.getMap('notes').set('m2', new Y.Map([['author', '']]))
      expect(refuses(room, nameless.draft(write), nameless)).toBe('foreignAuthor 4409')
    }
  })

  test('an author never changes and is never taken away', () => {
    const { room, ana, ben } = twoPeople()
    const writes = (author: string) => (canvas: Canvas) => noteIn(canvas, 'a1').set('author', author)
    expect(refuses(room, ben.draft(writes('ben')), ben)).toBe('foreignAuthor 4409')
    expect(refuses(room, ana.draft(writes('ben')), ana)).toBe('foreignAuthor 4409')
    const clears = new Seat(room, 'ana', 105)
    expect(
      refuses(
        room,
        clears.draft(canvas => noteIn(canvas, 'a1').delete('author')),
        clears,
      ),
    ).toBe('foreignAuthor 4409')
    const again = new Seat(room, 'ana', 106)
    expect(room.take(again.draft(writes('ana')), again).kind).toBe('accepted')
  })

  test('the server writes what it likes', () => {
    const { room } = twoPeople()
    const server = new Seat(room, SERVER_PERSON, 900)
    server.isServer = true
    server.rights = NO_RIGHTS
    expect(server.does(canvas => noteIn(canvas, 'a1').set('author', 'ben'))).toMatchObject({
      kind: 'accepted',
      claims: [],
      made: [],
    })
    expect(server.does(canvas => canvas.document.getMap('about').set('schema', 1)).kind).toBe('accepted')
  })

  test('a key that was deleted comes back with its first author only', () => {
    const { room, ana, ben } = twoPeople()
    ana.does(deletes('a1'))
    ben.catchUp()
    expect(refuses(room, ben.draft(adds('a1', 'ben')), ben)).toBe('foreignAuthor 4409')
    const again = new Seat(room, 'ben', 203)
    expect(again.does(adds('a1', 'ana'))).toMatchObject({ kind: 'accepted', made: [] })
    expect(room.makers.get('notes/a1')).toBe('ana')
  })

  test('bringing back what another made needs the right to delete it and to write all of it', () => {
    const brings = (rights: Rights) => {
      const { room, ana } = twoPeople()
      ana.does(deletes('a1'))
      const ben = new Seat(room, 'ben', 203)
      ben.rights = rights
      return answer(ben.does(adds('a1', 'ana')))
    }
    expect(brings(ALL_RIGHTS)).toBe('accepted')
    expect(brings(step({ add: 'all', delete: 'all', style: 'all', move: 'all', text: 'all' }))).toBe('accepted')
    expect(brings(step({ delete: 'own' }, ALL_RIGHTS))).toBe('notYours 4409')
    expect(brings(step({ text: 'own' }, ALL_RIGHTS))).toBe('notYours 4409')
    expect(brings(step({ text: 'none' }, ALL_RIGHTS))).toBe('step 4409')
  })

  test('what was made and undone away from the line is its maker’s when it is redone', () => {
    const room = new TestRoom()
    const ana = new Seat(room, 'ana', 101)
    ana.draft(adds('a1', 'ana'))
    ana.draft(deletes('a1'))
    expect(ana.reconnects()).toMatchObject({ kind: 'accepted', changes: [], made: [] })
    expect(ana.does(adds('a1', 'ana'))).toMatchObject({ kind: 'accepted', made: ['notes/a1'] })
  })

  test('a key of a past life of the document is still its maker’s', () => {
    const room = new TestRoom()
    room.makers.set('notes/old', 'ana')
    const ben = new Seat(room, 'ben', 202)
    ben.rights = step({ add: 'all' })
    expect(refuses(room, ben.draft(adds('old')), ben)).toBe('step 4409')
    const ana = new Seat(room, 'ana', 101)
    ana.rights = step({ add: 'all' })
    expect(ana.does(adds('old', 'ana'))).toMatchObject({ kind: 'accepted', made: [] })
  })
})

describe('own', () => {
  test('is what I made first', () => {
    const { room, ana, ben } = twoPeople()
    const own = step({ text: 'own', style: 'own', move: 'own', mark: 'own' })
    ana.rights = own
    ben.rights = own
    expect(ana.does(colors('a1')).kind).toBe('accepted')
    expect(ana.does(types('a1', 'Hosts!')).kind).toBe('accepted')
    expect(refuses(room, ben.draft(types('a1', 'Ghosts')), ben)).toBe('notYours 4409')
    expect(
      room.take(
        new Seat(room, 'ben', 203).draft(canvas => operations.markNote(canvas, 'a1', 'tag:x', true)),
        ben,
      ),
    ).toMatchObject({ right: 'mark' })
  })

  test('a value of the canvas itself is nobody’s own', () => {
    const { room, ana } = twoPeople()
    ana.rights = step({ text: 'own' })
    expect(
      refuses(
        room,
        ana.draft(canvas => operations.nameCanvas(canvas, 'Mine')),
        ana,
      ),
    ).toBe('notYours 4409')
  })

  test('a link is its maker’s, and theirs who made one of its ends', () => {
    const { room, ana, ben } = twoPeople()
    const cem = new Seat(room, 'cem', 303)
    cem.does(links('l1', 'a1', 'b1'))
    cem.does(links('l2', 'b1', 'b1'))
    const labels = (id: string) => (canvas: Canvas) => operations.labelLink(canvas, id, 'pays')
    for (const seat of [ana, ben, cem]) {
      seat.catchUp()
      seat.rights = step({ link: 'own' })
    }
    expect(ana.does(labels('l1')).kind).toBe('accepted')
    expect(ben.does(canvas => operations.binRecords(canvas, 'links', ['l1'])).kind).toBe('accepted')
    expect(cem.does(labels('l2')).kind).toBe('accepted')
    expect(refuses(room, ana.draft(labels('l2')), ana)).toBe('notYours 4409')
    const redirects = new Seat(room, 'ana', 107)
    redirects.rights = step({ link: 'own' })
    const frame = redirects.draft(canvas =>
      (canvas.document.getMap('links').get('l2') as Y.Map<unknown>).set('from', 'a1'),
    )
    expect(refuses(room, frame, redirects)).toBe('notYours 4409')
  })

  test('whoever may add may give the new one all its fields; a link needs the right to link', () => {
    const { room, ana } = twoPeople()
    ana.rights = step({ add: 'all' })
    expect(ana.does(canvas => operations.addNote(canvas, { ...note('a2'), segments: ['b1'], name: 'Two' })).kind).toBe(
      'accepted',
    )
    expect(refuses(room, ana.draft(links('l1', 'a1', 'b1')), ana)).toBe('step 4409')
    const linker = new Seat(room, 'ana', 108)
    linker.rights = step({ link: 'own' })
    expect(linker.does(links('l1', 'a1', 'b1')).kind).toBe('accepted')
    expect(refuses(room, linker.draft(adds('a3')), linker)).toBe('step 4409')
    const grouper = new Seat(room, 'ana', 109)
    grouper.rights = step({ group: 'all' })
    const group = (canvas: Canvas) =>
      canvas.document.getMap('groups').set('g1', new Y.Map(Object.entries({ title: 'G', block: 'channels' })))
    expect(grouper.does(group).kind).toBe('accepted')
  })
})

describe('[M2] taking away what I made and nobody else changed belongs to adding', () => {
  const adding = step({ add: 'all' })

  test('undo of my add, by deleting the key, and its redo', () => {
    const { room, ana } = twoPeople()
    ana.rights = adding
    expect(ana.does(adds('a2', 'ana')).kind).toBe('accepted')
    expect(ana.does(deletes('a2')).kind).toBe('accepted')
    expect(ana.does(adds('a2', 'ana')).kind).toBe('accepted')
    expect(room.makers.get('notes/a2')).toBe('ana')
    expect(ana.does(bins('a2')).kind).toBe('accepted')
    expect(ana.does(canvas => operations.restoreRecords(canvas, 'notes', ['a2'])).kind).toBe('accepted')
  })

  test('not once another has something living in it', () => {
    const touched = (write: (canvas: Canvas) => void) => {
      const { ana, ben } = twoPeople()
      expect(ben.does(write).kind).toBe('accepted')
      ana.catchUp()
      ana.rights = adding
      return answer(ana.does(bins('a1')))
    }
    expect(touched(colors('a1'))).toBe('step 4409')
    expect(touched(types('a1', 'Hosts and'))).toBe('step 4409')
    expect(touched(types('a1', 'Ho'))).toBe('accepted')
    expect(touched(colors('b1'))).toBe('accepted')
  })

  test('what the server stamped does not count', () => {
    const { room, ana } = twoPeople()
    ana.does(adds('a2'))
    noteIn({ document: room.document } as Canvas, 'a2').set('author', 'ana')
    room.clients.set(room.document.clientID, SERVER_PERSON)
    ana.catchUp()
    ana.rights = adding
    expect(ana.does(deletes('a2')).kind).toBe('accepted')
  })

  test('others’ notes need the right to delete, all or own', () => {
    const { room, ben } = twoPeople()
    ben.rights = step({ add: 'all', delete: 'own' })
    expect(refuses(room, ben.draft(bins('a1')), ben)).toBe('notYours 4409')
    ben.rights = ALL_RIGHTS
    expect(new Seat(room, 'ben', 204).does(deletes('a1')).kind).toBe('accepted')
    const cleaner = new Seat(room, 'ben', 205)
    cleaner.rights = step({ delete: 'all' })
    expect(cleaner.does(bins('b1')).kind).toBe('accepted')
  })

  test('a facilitator’s bin is not mine to undo', () => {
    const { room, ana } = twoPeople()
    new Seat(room, 'fay', 404, 'facilitator').does(bins('a1'))
    ana.catchUp()
    ana.rights = adding
    expect(
      refuses(
        room,
        ana.draft(canvas => operations.restoreRecords(canvas, 'notes', ['a1'])),
        ana,
      ),
    ).toBe('step 4409')
  })
})

describe('roles and roots', () => {
  test('[T14] an observer’s step2 passes while it brings nothing; anything else is refused, also what comes to nothing', () => {
    const { room } = twoPeople()
    const eve = new Seat(room, 'eve', 505, 'observer')
    expect(eve.reconnects().kind).toBe('nothing')
    expect(refuses(room, eve.draft(types('a1', 'Boo')), eve)).toBe('role 4409')
    const quiet = new Seat(room, 'eve', 506, 'observer')
    expect(refuses(room, forge([{ client: 506, clock: 0, structs: [{ gc: 1 }] }]), quiet)).toBe('role 4409')
    expect(refuses(room, encodeState(eve.document, stateVector(room.document)), eve, { step2: true })).toBe('role 4409')
  })

  test('while rights of an earlier role last they count', () => {
    const { room } = twoPeople()
    const late = new Seat(room, 'eve', 505, 'observer')
    late.rights = ALL_RIGHTS
    expect(late.does(colors('a1')).kind).toBe('accepted')
  })

  test('[T15] one forbidden line refuses the whole frame', () => {
    const { room, ana } = twoPeople()
    ana.rights = step({ text: 'all', style: 'all', move: 'own' })
    const mixed = ana.draft(canvas => {
      operations.editText(canvas, 'a1', 'Hosts and guests')
      operations.colorNotes(canvas, ['a1', 'b1'], 'sky')
      operations.moveNotes(canvas, new Map([['b1', ['channels', 1, 1, 1]]]))
    })
    expect(refuses(room, mixed, ana)).toBe('notYours 4409')
    expect(room.take(mixed, Object.assign(new Seat(room, 'ana', 101), { rights: ALL_RIGHTS })).kind).toBe('accepted')
  })

  test('roots of facilitators, roots of the server, roots that nobody adds to by right', () => {
    const text = { kind: 'value', right: 'text', accepts: () => true } as const
    const schema: DocumentSchema = {
      version: 1,
      roots: {
        agenda: { kind: 'collection', record: 'step', by: 'facilitators', fields: { title: text } },
        people: { kind: 'collection', record: 'person', by: 'server', fields: { name: text } },
        fixed: { kind: 'collection', record: 'thing', by: 'rights', fields: { name: text } },
      },
    }
    const writes = (root: string) => (canvas: Canvas) => canvas.document.getMap(root).set('x', new Y.Map())
    const answers = (['participant', 'facilitator', 'server'] as const).map(who => {
      const room = new TestRoom(schema)
      return ['agenda', 'people', 'fixed'].map((root, i) => {
        const seat = new Seat(room, who, 700 + i, who === 'server' ? 'observer' : who)
        seat.isServer = who === 'server'
        return answer(seat.does(writes(root)))
      })
    })
    for (const role of ['participant', 'facilitator'] as const) {
      const served = new TestRoom({ version: 1, roots: { people: { ...schema.roots['people'] } as RootRule } })
      expect(
        refuses(served, forge([{ client: 7, clock: 0, structs: [{ gc: 1 }] }]), new Seat(served, 'x', 7, role)),
      ).toBe('role 4409')
    }
    expect(answers).toEqual([
      ['role 4409', 'role 4409', 'role 4409'],
      ['accepted', 'role 4409', 'accepted'],
      ['accepted', 'accepted', 'accepted'],
    ])
  })
})

describe('[M12] members are keys', () => {
  test('two people who add a segment at a time both keep theirs', () => {
    const { room, ana, ben } = twoPeople()
    const frames = [ana, ben].map(seat =>
      seat.draft(canvas => operations.markNote(canvas, 'a1', `segment:${seat.person}`, true)),
    )
    const seats = [ana, ben]
    frames.forEach((frame, i) => expect(room.take(frame, seats[i] as Seat).kind).toBe('accepted'))
    expect(noteIn({ document: room.document } as Canvas, 'a1').toJSON()).toMatchObject({
      'segment:ana': true,
      'segment:ben': true,
    })
  })
})

describe('[M20] [T13] sizes', () => {
  const KIB = 1024

  test('64 KiB for what is typed and moved, 1 MiB for step2 and what makes records', () => {
    const room = new TestRoom()
    const ana = new Seat(room, 'ana', 101)
    ana.does(canvas => {
      for (let i = 0; i < 900; i++) operations.addNote(canvas, note(`a${i}`, 'ana'))
    })
    expect(room.document.getMap('notes').size).toBe(900)
    const moves = ana.draft(canvas => {
      for (let i = 0; i < 900; i++)
        operations.moveNotes(canvas, new Map([[`a${i}`, ['customerRelationships', i, 100, 1_747_000_000_000]]]))
      for (let i = 0; i < 900; i++) operations.markNote(canvas, `a${i}`, 'segment:abcdefghijklmnopqrst', true)
    })
    expect(moves.length).toBeGreaterThan(64 * KIB)
    expect(moves.length).toBeLessThan(1024 * KIB)
    expect(refuses(room, moves, ana)).toBe('tooBig 4413')
    expect(room.take(moves, ana, { step2: true }).kind).toBe('accepted')
  })

  test('putting thousands of records into the bin and taking them out again is as large as making them', () => {
    const room = new TestRoom()
    const ana = new Seat(room, 'ana', 4_000_000_001)
    const ids = Array.from({ length: 5_000 }, (_, i) => `note-of-ana-${i}`)
    ana.does(canvas => ids.forEach(id => operations.addNote(canvas, note(id, 'ana'))))
    const bin = ana.draft(canvas => operations.binRecords(canvas, 'notes', ids))
    expect(bin.length).toBeGreaterThan(64 * KIB)
    expect(room.take(bin, ana).kind).toBe('accepted')
    expect(ana.does(canvas => operations.restoreRecords(canvas, 'notes', ids)).kind).toBe('accepted')
    const colour = ana.draft(canvas => operations.colorNotes(canvas, ids, 'sky'))
    expect(colour.length).toBeGreaterThan(64 * KIB)
    expect(refuses(room, colour, ana), 'with no record that comes or goes').toBe('tooBig 4413')
  })

  test('more than 1 MiB is refused unread; while healing a whole document may come', () => {
    const { room, ana } = twoPeople()
    expect(refuses(room, new Uint8Array(1024 * KIB + 1), ana, { step2: true })).toBe('tooBig 4413')
    room.healing = true
    expect(refuses(room, new Uint8Array(1024 * KIB + 1).fill(255), ana, { step2: true })).toBe('malformed 4400')
  })

  test('too long a text and too many notes have their own reasons', () => {
    const { room, ana } = twoPeople()
    expect(refuses(room, ana.draft(types('a1', 'x'.repeat(10_001))), ana)).toBe('tooBig 4413')
    const ben = new Seat(room, 'ben', 203)
    const frame = ben.draft(canvas => {
      for (let i = 0; i < 4_999; i++) canvas.document.getMap('notes').set(`m${i}`, new Y.Map())
    })
    expect(refuses(room, frame, ben)).toBe('tooMany 4409')
  })
})

describe('[T12] strokes', () => {
  const stroke = {
    id: 's1',
    anchor: ['channels', 10, 20],
    points: [0, 0, 50, 8, -4, 70],
    color: 'plum',
    width: 3,
    kind: 'pen',
  }
  const draws =
    (fields: Readonly<Record<string, unknown>>) =>
    (canvas: Canvas): void =>
      void canvas.document
        .getMap('strokes')
        .set(
          's1',
          new Y.Map(Object.entries({ ...stroke, ...fields, id: undefined }).filter(([, v]) => v !== undefined)),
        )

  test.each([
    ['points that are words', { points: ['0', '0'] }],
    ['points without end', { points: Array(20_001).fill(1) }],
    ['a point nowhere', { points: [0, Number.NaN] }],
    ['a point beyond everything', { points: [0, 1e300] }],
    ['points in an object', { points: { 0: 1 } }],
    ['an anchor in no block', { anchor: ['desk', 1, 2] }],
    ['another kind', { kind: 'brush' }],
    ['a width without measure', { width: Infinity }],
    ['a colour that is a page', { color: 'x'.repeat(201) }],
    ['a field nobody knows', { script: 'alert(1)' }],
  ])('%s: refused, and the bytes stay as they are', (_, fields) => {
    const { room, ana } = twoPeople()
    expect(refuses(room, ana.draft(draws(fields)), ana)).toBe('unknown 4409')
  })

  test('an honest one is taken, is its maker’s, and is binned by them alone in a step of own things', () => {
    const { room, ana, ben } = twoPeople()
    expect(ana.does(draws({ author: 'ana' })).kind).toBe('accepted')
    ben.catchUp()
    ben.rights = step({ delete: 'own', add: 'own' })
    const bins = (canvas: Canvas) => operations.binRecords(canvas, 'strokes', ['s1'])
    expect(refuses(room, ben.draft(bins), ben)).toBe('notYours 4409')
    ana.rights = step({ delete: 'own', add: 'own' })
    expect(ana.does(bins).kind).toBe('accepted')
  })

  test('nobody draws in another’s name, and 64 KiB are enough for the longest that our pen writes', () => {
    const { room, ana } = twoPeople()
    expect(refuses(room, ana.draft(draws({ author: 'ben' })), ana)).toBe('foreignAuthor 4409')
    const points = Array.from({ length: 4_500 * 3 }, (_, i) => (i % 3 === 2 ? 100 : 400.25 + i / 4))
    const frame = new Seat(room, 'ben', 203).draft(draws({ points }))
    expect(frame.length).toBeLessThan(64 * 1024)
  })
})

test('[M4] what was written into something gone is accepted, and its author is told', () => {
  const { room, ana, ben } = twoPeople()
  const late = new Seat(room, 'ben', 206)
  ana.does(deletes('a1'))
  ben.catchUp()
  expect(late.does(types('a1', 'Hosts and guests'))).toMatchObject({ kind: 'accepted', changes: [], gone: [''] })
  expect(late.does(canvas => operations.markNote(canvas, 'a1', 'tag:x', true))).toMatchObject({
    changes: [],
    gone: ['notes/a1'],
  })
  expect(hasPending(room.document)).toBe(false)
})

test('garbage is malformed, and says so by its code', () => {
  const { room, ana } = twoPeople()
  expect(refuses(room, new Uint8Array([1, 2, 3]), ana)).toBe('malformed 4400')
  expect(refuses(room, new Uint8Array(), ana)).toBe('malformed 4400')
  expect(
    refuses(
      room,
      ana.draft(canvas => canvas.document.getMap('zz').set('x', 1)),
      ana,
    ),
  ).toBe('unknown 4409')
  expect(createDocument().share.size).toBe(0)
  expect(room.document.share.has('zz')).toBe(false)
})
