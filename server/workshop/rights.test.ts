/** What people may do in a running step, whatever they send: by raw sockets, by files, and through all of a ready agenda. */
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Raw } from '../../e2e/support/raw.ts'
import { MINUTE, plan, Sitting } from '../../e2e/support/sitting.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { png as pngSample } from '../../shared/canvas/image-sample.ts'
import * as operations from '../../shared/canvas/operations.ts'
import { CANVAS_SCHEMA } from '../../shared/canvas/schema.ts'
import { encodePresence } from '../../shared/wire/messages.ts'
import type { ReadyStepId, StepWords } from '../../shared/workshop/agendas.ts'
import { plansOf, stepsOf } from '../../shared/workshop/agendas.ts'
import type { Right, Rights } from '../../shared/workshop/rights.ts'
import { ALL_RIGHTS, NO_RIGHTS } from '../../shared/workshop/rights.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import { ROLES } from '../../shared/workshop/roles.ts'
import { WORKSHOP_SCHEMA } from '../../shared/workshop/schema.ts'
import { sha256 } from '../commands/images.ts'
import { Seat, TestRoom } from '../rooms/gate-kit.ts'

const GRACE_MS = 2_000
const OWN = Object.fromEntries(Object.keys(ALL_RIGHTS).map(right => [right, 'own'])) as Rights

let sitting: Sitting
beforeEach(async () => {
  sitting = await Sitting.begin()
})
afterEach(() => sitting.end())

const note = (id: string) => ({ id, place: ['channels', 1, 1, 1], text: 'Shop', color: 'straw', author: '' }) as const
const record = (raw: Raw, root: string, id: string) => raw.doc.getMap(root).get(id) as Y.Map<unknown>

/** All roots that either document could have, and one that none has. */
const ROOTS = [...Object.keys(CANVAS_SCHEMA.roots), ...Object.keys(WORKSHOP_SCHEMA.roots), 'blocks']
const contentOf = ({ doc }: Raw): Readonly<Record<string, string>> =>
  Object.fromEntries(ROOTS.map(root => [root, JSON.stringify(doc.getMap(root).toJSON())]))

/** Two participants with a note each on the board, and a step in which everybody has their own. */
async function ownOnly() {
  const [one] = await sitting.writes(plan('One', { rights: OWN }), plan('Two'))
  const [ana, ben] = [sitting.line('facilitator', 'Ana'), sitting.line('participant', 'Ben')]
  await Promise.all([ana.synced(), ben.synced()])
  operations.addNote(openCanvas(ana.doc), note('anas'))
  operations.addNote(openCanvas(ben.doc), note('bens'))
  await Promise.all([ana.saved(), ben.saved()])
  await ben.until('the note of Ana', () => ben.doc.getMap('notes').has('anas'))
  await sitting.does('step.next')
  sitting.passes(GRACE_MS)
  return { step: one?.id ?? '', ana, ben }
}

describe('[B2] who may not, does not, whatever they send', () => {
  const writes: readonly [string, 'canvas/main' | 'workshop', (raw: Raw, step: string) => void][] = [
    ['renames a block', 'canvas/main', raw => raw.doc.getMap('blocks').set('channels', 'Mine')],
    ['renames the canvas', 'canvas/main', raw => raw.doc.getMap('about').set('title', 'Mine')],
    ['moves the note of another', 'canvas/main', raw => record(raw, 'notes', 'anas').set('place', ['parking', 9, 9])],
    ['deletes the note of another', 'canvas/main', raw => raw.doc.getMap('notes').delete('anas')],
    ['changes the agenda', 'workshop', (raw, step) => record(raw, 'steps', step).set('minutes', 99)],
    ['deletes the agenda', 'workshop', raw => raw.doc.getMap('steps').clear()],
    ['opens the lobby', 'workshop', raw => raw.doc.getMap('settings').set('lobby', true)],
    [
      'extends the timer',
      'workshop',
      raw => {
        const session = raw.doc.getMap('session')
        session.set('run', { ...(session.get('run') as object), totalMs: 99 * MINUTE })
      },
    ],
    ['makes a step run', 'workshop', raw => raw.doc.getMap('session').set('run', { plan: plan('Mine') })],
    ['writes results', 'workshop', raw => raw.doc.getMap('results').set('mine', new Y.Map([['dots', 99]]))],
  ]

  test.each(writes)('a participant %s: refused, and nobody ever sees it', async (_what, document, write) => {
    const { step, ana } = await ownOnly()
    const stored = () => sitting.storage.document(`${sitting.board.board}/${document}`)?.sequence
    const mallory = sitting.line('participant', 'Mallory', document)
    const witness = sitting.line('observer', 'Wit', document)
    await Promise.all([mallory.synced(), witness.synced()])
    const [before, seen] = [stored(), contentOf(witness)]
    write(mallory, step)
    expect([await mallory.ended(), mallory.notices.at(-1)?.kind]).toEqual([4409, 'refused'])
    expect(stored()).toBe(before)
    // What another does afterwards comes through, and nothing before it.
    if (document === 'workshop') await sitting.does('step.extend', { minutes: 1 })
    else operations.nameCanvas(openCanvas(ana.doc), 'Ours')
    const changed = document === 'workshop' ? 'session' : 'about'
    await witness.until('what is done after it', () => contentOf(witness)[changed] !== seen[changed])
    expect({ ...contentOf(witness), [changed]: '' }).toEqual({ ...seen, [changed]: '' })
    expect(contentOf(witness)[changed]).not.toMatch(/"Mine"|5940000/)
  })

  const facilitator = async (document: 'canvas/main' | 'workshop' = 'canvas/main') => {
    const raw = sitting.line('facilitator', 'Cleo', document)
    await raw.synced()
    return raw
  }

  test('a facilitator does all of it in the same step, with no other mode', async () => {
    const { step } = await ownOnly()
    const [canvas, workshop] = [await facilitator(), await facilitator('workshop')]
    operations.nameCanvas(openCanvas(canvas.doc), 'Ours')
    operations.moveNotes(openCanvas(canvas.doc), new Map([['bens', ['parking', 9, 9, 9]]]))
    record(workshop, 'steps', step).set('minutes', 99)
    await Promise.all([canvas.saved(), workshop.saved()])
    expect((await sitting.command('step.extend', { seq: 1, minutes: 5 }, { name: 'Cleo' })).status).toBe(200)
    expect(sitting.shown(({ steps }) => steps.get(step)?.minutes)).toBe(99)
    expect(sitting.run?.totalMs).toBe(15 * MINUTE)
  })

  test('nobody says of a note that it was a draft, facilitators neither: others would miss theirs', async () => {
    await ownOnly()
    const canvas = await facilitator()
    record(canvas, 'notes', 'anas').set('draft', 'bens')
    expect([await canvas.ended(), canvas.notices.at(-1)?.kind]).toEqual([4409, 'refused'])
  })

  test('what the step leaves to each is taken: my own note moves, and a new one comes', async () => {
    const { ben } = await ownOnly()
    operations.moveNotes(openCanvas(ben.doc), new Map([['bens', ['parking', 9, 9, 9]]]))
    operations.addNote(openCanvas(ben.doc), note('another'))
    await ben.saved()
    expect(ben.closed).toBeUndefined()
  })

  test('a file and an image are asked the same', async () => {
    await sitting.writes(plan('Look', { rights: NO_RIGHTS }))
    const png = pngSample()
    const headers = { 'content-type': 'image/png' }
    const put = (role: Role) => sitting.puts(`/images/${sha256(png)}`, png, headers, role)
    let shops = 0
    const markdown = (role: Role) => {
      const text = `# A\n\n## Channels\n- Shop ${shops++}\n`
      return sitting.puts('/canvases/main.md', text, { 'content-type': 'text/markdown' }, role)
    }
    await sitting.does('step.next')
    expect([await put('participant'), await markdown('participant')], 'the grace').toEqual([204, 200])
    sitting.passes(GRACE_MS)
    expect([await put('participant'), await markdown('participant')]).toEqual([403, 403])
    expect([await put('facilitator'), await markdown('facilitator')]).toEqual([204, 200])
    await sitting.does('step.start', { plan: plan('Alone', { visibility: 'private' }) })
    sitting.passes(GRACE_MS)
    expect([await put('participant'), await markdown('participant')], 'into a draft').toEqual([204, 403])
  })
})

describe('[W4] around a change of step', () => {
  const adds = async (raw: Raw, id: string) => {
    operations.addNote(openCanvas(raw.doc), note(id))
    await raw.until('an answer', () => raw.isSaved)
    return raw.receipts.at(-1)?.refused ? 'refused' : 'taken'
  }

  test('the old rights hold for two seconds, over several changes in that time, and then no more', async () => {
    await sitting.writes(plan('Write'), plan('Look', { rights: NO_RIGHTS }), plan('Wait', { rights: NO_RIGHTS }))
    await sitting.does('step.next')
    sitting.passes(GRACE_MS)
    const ben = sitting.line('participant', 'Ben')
    await ben.synced()
    await sitting.does('step.next')
    sitting.passes(500)
    await sitting.does('step.next')
    sitting.passes(GRACE_MS - 501)
    expect(await adds(ben, 'a')).toBe('taken')
    sitting.passes(1)
    expect(await adds(ben, 'b')).toBe('refused')
  })

  test('the new ones hold at once', async () => {
    await sitting.writes(plan('Look', { rights: NO_RIGHTS }), plan('Write'))
    await sitting.does('step.next')
    sitting.passes(GRACE_MS)
    const ben = sitting.line('participant', 'Ben')
    await ben.synced()
    await sitting.does('step.next')
    expect(await adds(ben, 'a')).toBe('taken')
  })
})

// All steps of the ready agenda ---------------------------------------------------------------------------------------

type Deed = readonly [right: Right, whose: 'mine' | 'theirs', write: (canvas: Canvas) => void]

const about = (id: string, whose: 'mine' | 'theirs'): readonly Deed[] => [
  ['text', whose, canvas => operations.editText(canvas, id, 'Fair')],
  ['style', whose, canvas => operations.colorNotes(canvas, [id], 'sky')],
  ['move', whose, canvas => operations.moveNotes(canvas, new Map([[id, ['parking', 9, 9, 9]]]))],
  ['mark', whose, canvas => operations.markNote(canvas, id, 'kind:x', true)],
  ['group', whose, canvas => (canvas.document.getMap('notes').get(id) as Y.Map<unknown>).set('group', 'g')],
  ['link', whose, canvas => operations.labelLink(canvas, id, 'Pays')],
  ['delete', whose, canvas => operations.binRecords(canvas, 'notes', [id])],
]

const DEEDS: readonly Deed[] = [
  ['add', 'mine', canvas => operations.addNote(canvas, note('new'))],
  ...about('me', 'mine'),
  ...about('other', 'theirs'),
]

/** Said a second time on purpose: what a participant may do on the canvas, to what is theirs and to what is another's. */
const PROMISED: readonly (readonly [ReadyStepId, mine: string, theirs: string])[] = [
  ['warmUp', 'add text style move mark delete', ''],
  ['segments', 'text style move mark delete', ''],
  ['sortSegments', 'add text style move mark group link delete', 'style move mark group link'],
  ['value', 'text style move mark link delete', ''],
  ['marketSide', 'text style move mark link delete', ''],
  ['voteStrongest', '', ''],
  ['operations', 'add text style move mark link delete', ''],
  ['costs', 'add text style move mark link delete', ''],
  ['coherence', 'add text style move mark group link delete', 'text style move mark group link delete'],
  ['voteRiskiest', 'mark', 'mark'],
  ['actions', 'add text style move mark link delete', ''],
  ['story', '', ''],
]

function promised(step: readonly [ReadyStepId, string, string], role: Role, [right, whose]: Deed): boolean {
  if (role === 'facilitator') return true
  return role === 'participant' && step[whose === 'mine' ? 1 : 2].split(' ').includes(right)
}

/** A board where I and another each have a note and a link. */
function room(): TestRoom {
  const room = new TestRoom()
  for (const [i, person] of ['me', 'other'].entries())
    new Seat(room, person, 10 + i, 'facilitator').does(canvas => {
      operations.addNote(canvas, { ...note(person), author: person })
      operations.addLink(canvas, { id: person, from: person, to: person, label: '' })
    })
  return room
}

const WORDS = new Proxy({} as StepWords, { get: (_, id: ReadyStepId) => ({ title: id, instruction: '' }) })

/** Cells in which the gate, given the rights that the server now has for this person, does not as was promised. */
function broken(step: readonly [ReadyStepId, string, string]): readonly string[] {
  const { access, workshops } = sitting.server.server
  const { board } = sitting.board
  return ROLES.flatMap(role => {
    const member = [...access.members(board).values()].find(each => each.person.name === role)
    if (!member) throw new Error(`Nobody is a ${role}.`)
    return DEEDS.flatMap(deed => {
      const seat = new Seat(room(), 'me', 20, role)
      seat.rights = member.rights(workshops.running(board), sitting.now)
      const before = seat.room.bytes
      const isTaken = seat.does(deed[2]).kind === 'accepted'
      const isAsPromised =
        isTaken === promised(step, role, deed) && (isTaken || Buffer.compare(seat.room.bytes, before) === 0)
      return isAsPromised ? [] : [`${step[0]}: ${role} ${deed[0]} ${deed[1]}`]
    })
  })
}

describe('[P16] through the 90 minutes', () => {
  test('every role, every step and every deed is as promised; a facilitator is never hindered', async () => {
    expect(PROMISED.map(([id]) => id)).toEqual(stepsOf('full').map(({ id }) => id))
    await sitting.writes(...plansOf('full', WORDS))
    for (const role of ROLES) await sitting.asks('GET', '', role, role)
    for (const step of PROMISED) {
      await sitting.does('step.next')
      sitting.passes(GRACE_MS)
      expect(sitting.run?.plan.title).toBe(step[0])
      expect(broken(step)).toEqual([])
    }
  })

  test('control: with the rights of another step there are cells that are not', async () => {
    await sitting.writes(plan('Open'))
    for (const role of ROLES) await sitting.asks('GET', '', role, role)
    await sitting.does('step.next')
    sitting.passes(GRACE_MS)
    const counts = PROMISED.map(step => broken(step).length)
    expect(counts.filter(count => count > 0)).toHaveLength(11)
  })
})

// Pointers ------------------------------------------------------------------------------------------------------------

describe('who points where', () => {
  const CLIENT = 7
  let clock = 0
  const points = (raw: Raw, state: object) => {
    const encoder = createEncoder()
    writeVarUint(encoder, 1)
    writeVarUint(encoder, CLIENT)
    writeVarUint(encoder, ++clock)
    writeVarString(encoder, JSON.stringify(state))
    raw.send(encodePresence(toUint8Array(encoder)))
  }
  const SECRET = {
    user: { name: 'Ben', color: '#000' },
    cursor: ['channels', 4711, 1],
    selection: ['secretNote'],
    drag: { ids: ['secretNote'], by: [4711, 0], over: null },
    caret: { note: 'secretNote', at: 3 },
    stroke: { tail: [4711] },
    anything: 'secretNote',
  }
  const heard = (raw: Raw, from = 0) => Buffer.concat(raw.received.slice(from)).toString('latin1')

  test.each([
    ['private', { visibility: 'private' }],
    ['silent', { visibility: 'silent' }],
    ['a vote', { vote: plansOf('full', WORDS)[5]?.vote ?? null }],
  ] as const)(
    '[B4] in %s nobody hears it, facilitators neither; that somebody is there they do',
    async (_what, more) => {
      await sitting.writes(plan('Alone', more), plan('Open'))
      const [ben, ana] = [sitting.line('participant', 'Ben'), sitting.line('facilitator', 'Ana')]
      await Promise.all([ben.synced(), ana.synced()])
      points(ben, SECRET)
      await ana.until('the pointer, as no step runs', () => heard(ana).includes('4711'))
      const before = ana.received.length
      await sitting.does('step.next')
      await ana.until('the pointer is taken away', () => heard(ana, before).includes('"person"'))
      points(ben, SECRET)
      const late = sitting.line('facilitator', 'Late')
      await late.synced()
      points(ben, { ...SECRET, user: { name: 'x' } })
      await late.until('Ben', () => heard(late).includes('"Ben"'))
      expect(heard(ana, before)).toContain('"Ben"')
      for (const all of [heard(ana, before), heard(late)]) {
        expect(all).not.toContain('4711')
        expect(all).not.toContain('secretNote')
      }
      await sitting.does('step.next')
      points(ben, SECRET)
      await ana.until('the pointer again', () => heard(ana, before).includes('4711'))
    },
  )

  test('[B4] meanwhile the session hears of hands, and of no word that somebody puts beside their name', async () => {
    await sitting.writes(plan('Alone', { visibility: 'private' }))
    const [ben, ana] = [sitting.line('participant', 'Ben', 'workshop'), sitting.line('facilitator', 'Ana', 'workshop')]
    await Promise.all([ben.synced(), ana.synced()])
    const words = { hand: { on: true, why: 'secretNote' }, lowered: { secretNote: 4711 }, more: 'secretNote' }
    points(ben, words)
    await ana.until('it, as no step runs', () => heard(ana).includes('4711'))
    const before = ana.received.length
    await sitting.does('step.next')
    await ana.until('the words are taken away', () => heard(ana, before).includes('"Ben"'))
    points(ben, words)
    await sitting.command('hand', { up: true }, { role: 'participant', name: 'Ben' })
    await ana.until('the hand', () => ana.notices.some(notice => notice.kind === 'hands' && notice.up.length === 1))
    for (const secret of ['4711', 'secretNote']) expect(heard(ana, before)).not.toContain(secret)
  })
})
