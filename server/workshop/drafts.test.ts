/** Private writing and the reveal, by raw sockets: who gets in, what others hear, and what is left afterwards. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Raw } from '../../e2e/support/raw.ts'
import { plan, Sitting } from '../../e2e/support/sitting.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { contentOf, openCanvas } from '../../shared/canvas/canvas.ts'
import { toJSON } from '../../shared/canvas/json.ts'
import { toMarkdown } from '../../shared/canvas/markdown.ts'
import { addGroup, addNote, addStroke, binRecords, editText } from '../../shared/canvas/operations.ts'
import type { NoteColor } from '../../shared/canvas/records.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import type { ReadyStepId, StepWords } from '../../shared/workshop/agendas.ts'
import { plansOf } from '../../shared/workshop/agendas.ts'
import { NO_RIGHTS } from '../../shared/workshop/rights.ts'
import type { Names } from '../../shared/workshop/step.ts'
import { openMemory } from '../storage/memory.ts'
import { scratch } from '../storage/scratch.ts'
import { openSqlite } from '../storage/sqlite.ts'
import type { Faults, Storage } from '../storage/storage.ts'
import { DRAFTS_KEPT_MS } from './drafts.ts'

const files = scratch('drafts')
afterAll(files.remove)

let sitting: Sitting
const faults: { -readonly [K in keyof Faults]: Faults[K] } = {}
beforeEach(async () => {
  faults.beforeCommit = undefined
  sitting = await Sitting.begin(openMemory({ faults }))
})
afterEach(() => sitting.end())

/** A private step runs; answers with its round. */
async function privately(names: Names = 'shown', title = 'Alone'): Promise<string> {
  const run = await sitting.does('step.start', { plan: plan(title, { visibility: 'private', names }) })
  return run?.round ?? ''
}

async function draftOf(name: string, round: string, doc = new Y.Doc()): Promise<Raw> {
  const raw = sitting.line('participant', name, `draft/${round}`, doc)
  await raw.synced()
  return raw
}

interface Sketch {
  readonly id?: string
  readonly area?: Area
  readonly color?: NoteColor
  readonly segments?: readonly string[]
}

async function writes(
  raw: Raw,
  text: string,
  { id = text.replaceAll(' ', '-'), area = 'channels', color = 'sky', segments = [] }: Sketch = {},
) {
  const canvas = openCanvas(raw.doc)
  raw.doc.transact(() => addNote(canvas, { id, place: [area, 40, 16, 5], text, color, author: '', segments }))
  await raw.saved()
}

const idOf = (name: string): string =>
  sitting.shown(({ people }) => people.all()).find(each => each.name === name)?.id ?? ''

const onCanvas = () => {
  const { rooms } = sitting.server.server
  return rooms.read(`${sitting.board.board}/canvas/main`, document => openCanvas(document).notes.all()) ?? []
}
const texts = () =>
  onCanvas()
    .map(({ text }) => text)
    .sort()
const makers = () =>
  sitting.server.server.storage.document(`${sitting.board.board}/canvas/main`)?.makers ?? new Map<string, string>()
const drafts = () =>
  sitting.server.server.storage.documents(sitting.board.board).filter(name => name.includes('/draft/'))
const stateOf = (round: string) => sitting.shown(({ rounds }) => ({ it: rounds.get(round)?.state })).it
const reveals = async (body: object) => (await sitting.command('round.reveal', body)).json

describe('only its owner gets into a draft', () => {
  test('[B4] the same address is another document for each; the owner is found again on another socket', async () => {
    const round = await privately()
    const [ben, mei] = await Promise.all([draftOf('Ben', round), draftOf('Mei', round)])
    await writes(ben, 'Bens')
    await writes(mei, 'Meis')
    const again = await draftOf('Ben', round)
    expect(
      openCanvas(again.doc)
        .notes.all()
        .map(({ text }) => text),
    ).toEqual(['Bens'])
    expect(drafts()).toEqual(
      [`${idOf('Ben')}`, `${idOf('Mei')}`].map(id => `${sitting.board.board}/draft/${round}/${id}`).sort(),
    )
  })

  test.each([
    ['a commenter', 'commenter'],
    ['an observer', 'observer'],
  ] as const)('[B4] %s does not', async (_who, role) => {
    const round = await privately()
    const raw = sitting.line(role, 'Eve', `draft/${round}`)
    expect(await raw.ended()).toBe(CLOSE.noBoard)
    expect(drafts()).toEqual([])
  })

  test('[T12] nobody is asked for by name', async () => {
    const round = await privately()
    await draftOf('Ben', round)
    expect(await sitting.line('facilitator', 'Ana', `draft/${round}/${idOf('Ben')}`).ended()).toBe(CLOSE.noSession)
  })

  test('[B4] there is none of a round that is no private one, nor a new one when it is over', async () => {
    const round = await privately()
    await sitting.command('round.close', { round })
    for (const each of [round, 'none'])
      expect(await sitting.line('participant', 'Ben', `draft/${each}`).ended()).toBe(CLOSE.noBoard)
    expect(drafts()).toEqual([])
  })

  test('[B4] who else asks what documents there are is told of no draft', async () => {
    await draftOf('Ben', await privately())
    const { json } = await sitting.asks('GET', '')
    expect(JSON.stringify(json)).not.toContain('draft')
  })
})

describe('what may be written', () => {
  const refused = async (raw: Raw) => {
    const code = await raw.ended()
    const refusal = raw.notices.find(({ kind }) => kind === 'refused')
    return [code, refusal && 'reason' in refusal ? refusal.reason : undefined]
  }

  test('[B4] what the step allows, for each in their own; on the canvas nothing is added meanwhile', async () => {
    const rights = { ...NO_RIGHTS, add: 'own', text: 'own' } as const
    const run = await sitting.does('step.start', { plan: plan('Alone', { visibility: 'private', rights }) })
    const ben = await draftOf('Ben', run?.round ?? '')
    await writes(ben, 'Mine')
    ben.doc.transact(() => editText(openCanvas(ben.doc), 'Mine', 'Mine still'))
    await ben.saved()
    ben.doc.transact(() => (ben.doc.getMap('notes').get('Mine') as Y.Map<unknown>).set('color', 'rose'))
    expect(await refused(ben)).toEqual([CLOSE.refused, 'step'])
    sitting.passes(2_001)
    const open = sitting.line('participant', 'Ben')
    await open.synced()
    open.doc.transact(() =>
      addNote(openCanvas(open.doc), { id: 'n', place: ['channels', 0, 0, 1], text: 'Open', color: 'sky', author: '' }),
    )
    expect(await refused(open)).toEqual([CLOSE.refused, 'step'])
  })

  test.each([
    [
      'a link',
      (doc: Y.Doc) =>
        doc.getMap('links').set(
          'l',
          new Y.Map([
            ['from', 'a'],
            ['to', 'b'],
          ]),
        ),
    ],
    ['a group of a note', (doc: Y.Doc) => (doc.getMap('notes').get('Mine') as Y.Map<unknown>).set('group', 'g')],
    ['another author', (doc: Y.Doc) => (doc.getMap('notes').get('Mine') as Y.Map<unknown>).set('author', 'mei')],
  ])('[T12] %s is refused', async (_what, write) => {
    const ben = await draftOf('Ben', await privately())
    await writes(ben, 'Mine')
    ben.doc.transact(() => write(ben.doc))
    expect((await refused(ben))[0]).toBe(CLOSE.refused)
  })

  const SECRET = 'Qz7marker'
  const fields = (entries: Readonly<Record<string, unknown>>) => new Y.Map(Object.entries(entries))
  const OPENLY: readonly (readonly [string, (doc: Y.Doc) => unknown])[] = [
    [
      'a note',
      doc =>
        addNote(openCanvas(doc), { id: 'n', place: ['channels', 0, 0, 1], text: SECRET, color: 'sky', author: '' }),
    ],
    [
      'a drawing',
      doc =>
        addStroke(openCanvas(doc), {
          ...{ id: 's', anchor: ['channels', 0, 0], points: [0, 0], color: SECRET, width: 3, kind: 'pen' },
        }),
    ],
    ['a group', doc => addGroup(openCanvas(doc), { id: 'g', title: SECRET, block: 'channels' })],
    ['a link', doc => doc.getMap('links').set('l', fields({ from: 'one', to: 'two', label: SECRET }))],
    ['a heading', doc => doc.getMap('about').set('heading:channels:1', SECRET)],
    ['a title', doc => doc.getMap('about').set('title', SECRET)],
    [
      'a mark on a note of another',
      doc => (doc.getMap('notes').get('one') as Y.Map<unknown>).set(`tag:${SECRET}`, true),
    ],
  ]

  test.each(OPENLY)(
    '[B4] in a ready private step %s on the open canvas is refused, and nobody hears it',
    async (_what, write) => {
      const ana = sitting.line('facilitator', 'Ana')
      await ana.synced()
      for (const id of ['one', 'two'])
        addNote(openCanvas(ana.doc), { id, place: ['channels', 0, 0, 1], text: id, color: 'sky', author: '' })
      await ana.saved()
      const words = new Proxy({} as StepWords, { get: (_, id: ReadyStepId) => ({ title: id, instruction: '' }) })
      const ready = plansOf('full', words).find(({ visibility }) => visibility === 'private')
      if (!ready) throw new Error('The ready agenda has a private step.')
      await sitting.does('step.start', { plan: ready })
      sitting.passes(2_001)
      const ben = sitting.line('participant', 'Ben')
      await ben.synced()
      ben.doc.transact(() => write(ben.doc))
      expect((await refused(ben))[0]).toBe(CLOSE.refused)
      addNote(openCanvas(ana.doc), {
        id: 'later',
        place: ['channels', 0, 0, 1],
        text: 'later',
        color: 'sky',
        author: '',
      })
      await ana.saved()
      expect(Buffer.concat(ana.received).includes(SECRET)).toBe(false)
    },
  )

  test('[B4] when the round is over nothing is taken: for two seconds it still is, then it is refused, facilitators too', async () => {
    const round = await privately()
    const ben = await draftOf('Ben', round)
    const ana = sitting.line('facilitator', 'Ana', `draft/${round}`)
    await ana.synced()
    await writes(ben, 'In time')
    await sitting.command('round.close', { round })
    await writes(ben, 'Just')
    sitting.passes(2_000)
    for (const late of [ben, ana]) {
      late.doc.transact(() =>
        addNote(openCanvas(late.doc), {
          id: 'late',
          place: ['channels', 0, 0, 1],
          text: 'Late',
          color: 'sky',
          author: '',
        }),
      )
      expect(await refused(late)).toEqual([CLOSE.refused, 'step'])
    }
    const again = await draftOf('Ben', round)
    expect(
      openCanvas(again.doc)
        .notes.all()
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['In time', 'Just'])
  })

  test('[M7] a draft of one round is never synced into the next: another document, another path', async () => {
    const first = await privately()
    const ben = await draftOf('Ben', first)
    await writes(ben, 'Of the first')
    await sitting.does('step.next').catch(() => sitting.does('session.end'))
    const second = await privately('shown', 'Again')
    expect(second).not.toBe(first)
    const next = await draftOf('Ben', second)
    expect(openCanvas(next.doc).notes.all()).toEqual([])
  })
})

describe('the reveal', () => {
  test.each(['shown', 'hidden'] as const)(
    '[B4] all at once, where names are %s: as they were, by their authors, who keep their rights',
    async names => {
      const round = await privately(names)
      const [ben, mei] = await Promise.all([draftOf('Ben', round), draftOf('Mei', round)])
      await writes(ben, 'Bens', { color: 'rose' })
      await writes(mei, 'Meis', { area: 'keyPartnerships' })
      await writes(mei, 'Gone')
      mei.doc.transact(() => binRecords(openCanvas(mei.doc), 'notes', ['Gone']))
      await mei.saved()
      ben.cut()
      expect(texts()).toEqual([])
      expect(await reveals({ round, all: true })).toEqual({ revealed: 2 })
      const bens = onCanvas().find(({ text }) => text === 'Bens')
      expect(bens).toMatchObject({ place: ['channels', 40, 16, 5], color: 'rose', author: idOf('Ben'), draft: 'Bens' })
      expect(makers().get(`notes/${bens?.id}`)).toBe(idOf('Ben'))
      expect(texts()).toEqual(['Bens', 'Meis'])
      expect(stateOf(round)).toBe('revealed')
      expect(sitting.shown(({ session }) => session.value.reveal)).toEqual({
        round,
        person: null,
        notes: 2,
        at: sitting.now,
      })
      const own = { ...NO_RIGHTS, text: 'own' } as const
      await sitting.does('step.start', { plan: plan('Own', { rights: own }) })
      sitting.passes(2_001)
      const line = sitting.line('participant', 'Ben')
      await line.synced()
      line.doc.transact(() => editText(openCanvas(line.doc), bens?.id ?? '', 'Bens again'))
      await line.saved()
      expect(line.closed).toBeUndefined()
      expect(texts()).toEqual(['Bens again', 'Meis'])
    },
  )

  test('[B4] block by block, then person by person, whose turn everybody sees; what was shown is not shown again', async () => {
    const round = await privately()
    const [ben, mei] = await Promise.all([draftOf('Ben', round), draftOf('Mei', round)])
    await writes(ben, 'Bens')
    await writes(ben, 'Bens partner', { area: 'keyPartnerships' })
    await writes(mei, 'Meis')
    expect(await reveals({ round, block: 'keyPartnerships' })).toEqual({ revealed: 1 })
    expect(texts()).toEqual(['Bens partner'])
    expect(await reveals({ round, person: idOf('Ben') })).toEqual({ revealed: 1 })
    expect(sitting.shown(({ session }) => session.value.reveal)).toMatchObject({ person: idOf('Ben'), notes: 1 })
    expect(texts()).toEqual(['Bens', 'Bens partner'])
    expect([stateOf(round), await reveals({ round, all: true })]).toEqual(['open', { revealed: 1 }])
    expect(texts()).toEqual(['Bens', 'Bens partner', 'Meis'])
  })

  test('[P18] never twice: two facilitators, a command sent again, another one later, also after a restart', async () => {
    const round = await privately()
    const ben = await draftOf('Ben', round)
    await writes(ben, 'Bens')
    const reveal = (name: string, id: string) => sitting.command('round.reveal', { round, all: true }, { name, id })
    const both = await Promise.all([reveal('Ana', 'mine'), reveal('Zoe', 'hers'), reveal('Ana', 'mine')])
    expect(both.map(({ json }) => json['revealed']).sort()).toEqual([0, 1, 1])
    expect(await reveals({ round, all: true })).toEqual({ revealed: 0 })
    const file = files.next()
    await sitting.storage.backup(file)
    await sitting.restarts(openMemory({ from: file }))
    expect(await reveals({ round, all: true })).toEqual({ revealed: 0 })
    expect(texts()).toEqual(['Bens'])
  })

  test('[P18] a commit that fails reveals nothing, and the next try all', async () => {
    const round = await privately()
    const ben = await draftOf('Ben', round)
    for (const text of ['a', 'b', 'c']) await writes(ben, text)
    faults.beforeCommit = () => {
      throw new Error('The disk is full.')
    }
    expect((await sitting.command('round.reveal', { round, all: true })).status).toBe(503)
    faults.beforeCommit = undefined
    expect(stateOf(round)).toBe('open')
    await expect
      .poll(() => sitting.command('round.reveal', { round, all: true }).then(({ status }) => status), {
        timeout: 10_000,
      })
      .toBe(200)
    expect(texts()).toEqual(['a', 'b', 'c'])
  })

  test('[B4] what comes while it is revealed waits, is told, and can be revealed later', async () => {
    const round = await privately()
    const ben = await draftOf('Ben', round)
    await writes(ben, 'Early')
    await reveals({ round, all: true })
    await writes(ben, 'Late')
    expect(texts()).toEqual(['Early'])
    const { workshops } = sitting.server.server
    expect(workshops.progress(sitting.board.board)).toMatchObject({ round, people: { [idOf('Ben')]: 1 } })
    expect(await reveals({ round, all: true })).toEqual({ revealed: 1 })
    expect(texts()).toEqual(['Early', 'Late'])
    expect(workshops.progress(sitting.board.board)).toBeUndefined()
  })

  test('[M7] a draft note with the id of a note on the canvas replaces nothing, one of a deleted note neither', async () => {
    const open = sitting.line('participant', 'Mei')
    await open.synced()
    const canvas = openCanvas(open.doc)
    for (const id of ['public', 'deleted'])
      open.doc.transact(() =>
        addNote(canvas, { id, place: ['channels', 0, 0, 1], text: `Meis ${id}`, color: 'sky', author: '' }),
      )
    open.doc.transact(() => open.doc.getMap('notes').delete('deleted'))
    await open.saved()
    const round = await privately()
    const ben = await draftOf('Ben', round)
    await writes(ben, 'Bens public', { id: 'public', area: 'customerSegments' })
    await writes(ben, 'Bens deleted', { id: 'deleted', segments: ['public'] })
    await reveals({ round, all: true })
    expect(texts()).toEqual(['Bens deleted', 'Bens public', 'Meis public'])
    const segment = onCanvas().find(({ text }) => text === 'Bens public')
    const deleted = onCanvas().find(({ text }) => text === 'Bens deleted')
    expect(deleted?.segments).toEqual([segment?.id])
    expect([segment?.id, deleted?.id]).not.toContain('deleted')
    expect(onCanvas().find(({ id }) => id === 'public')?.text).toBe('Meis public')
  })

  test('[B4] drafts go a day after it', async () => {
    const round = await privately()
    await writes(await draftOf('Ben', round), 'Bens')
    await reveals({ round, all: true })
    const { workshops } = sitting.server.server
    sitting.passes(DRAFTS_KEPT_MS - 1)
    await workshops.sweep(sitting.board.board)
    expect(drafts()).toHaveLength(1)
    sitting.passes(1)
    await workshops.sweep(sitting.board.board)
    expect(drafts()).toEqual([])
    expect(texts()).toEqual(['Bens'])
  })

  test.each([
    ['nothing chosen', {}, 400, 'badRequest'],
    ['two things', { all: true, block: 'channels' }, 400, 'badRequest'],
    ['a block that is none', { block: 'roof' }, 400, 'badRequest'],
    ['a person who is none', { person: 'nobody' }, 404, 'noPerson'],
    ['a round that is none', { round: 'none', all: true }, 404, 'noRound'],
  ])('[P18] %s: a clear answer, and nothing revealed', async (_what, body, status, code) => {
    const round = await privately()
    await writes(await draftOf('Ben', round), 'Bens')
    const reply = await sitting.command('round.reveal', { round, ...body })
    expect([reply.status, reply.json['error']]).toMatchObject([status, { code }])
    expect(texts()).toEqual([])
  })

  test('[B2] only a facilitator reveals', async () => {
    const round = await privately()
    await writes(await draftOf('Ben', round), 'Bens')
    const reply = await sitting.command('round.reveal', { round, all: true }, { role: 'participant', name: 'Ben' })
    expect([reply.status, texts()]).toEqual([403, []])
  })
})

describe('names that are never stored', () => {
  async function onDisk(run: (storage: Storage, folder: string) => Promise<void>): Promise<void> {
    await sitting.end()
    const folder = files.next()
    const storage = openSqlite(folder)
    sitting = await Sitting.begin(storage)
    await run(storage, folder)
  }
  const bytesOf = (folder: string): string =>
    ['nonagon.sqlite', 'nonagon.sqlite-wal'].map(name => readFileSync(join(folder, name)).toString('latin1')).join('')

  test('[M8] after the reveal nothing says whose a note is: no author, no maker, colour of the round, new ids, no draft', async () => {
    await onDisk(async (_storage, folder) => {
      const round = await privately('never')
      const ben = await draftOf('Ben', round)
      await writes(ben, 'Confession', { id: 'bens-own-id', color: 'rose' })
      const person = idOf('Ben')
      const path = `draft/${round}/${person}`
      expect(bytesOf(folder).includes(path)).toBe(true)
      expect((await sitting.command('round.reveal', { round, person })).status).toBe(409)
      expect(await reveals({ round, all: true })).toEqual({ revealed: 1 })
      expect(onCanvas()).toMatchObject([
        { text: 'Confession', author: '', color: 'straw', place: ['channels', 40, 16, sitting.now] },
      ])
      expect(onCanvas()[0]?.id).not.toBe('bens-own-id')
      expect(await ben.ended()).toBe(CLOSE.noBoard)
      await expect.poll(drafts).toEqual([])
      await expect.poll(() => sitting.server.server.workshops.of(sitting.board.board).draft.size).toBe(1)
      expect([...makers().values()]).not.toContain(person)
      const clients =
        sitting.server.server.storage.document(`${sitting.board.board}/canvas/main`)?.clients ??
        new Map<number, string>()
      expect([...clients.values()]).not.toContain(person)
      // The words stand where everybody reads them, and nowhere with a name or the id that Ben's browser knows.
      const bytes = bytesOf(folder)
      expect(bytes.includes('Confession')).toBe(true)
      for (const trace of [path, 'bens-own-id', `"${person}"`]) expect(bytes.includes(trace), trace).toBe(false)
    })
  })

  test('[M8] whoever follows the canvas, reads it or saves it hears of no author, and its author has no right of an author', async () => {
    const eve = sitting.line('observer', 'Eve')
    await eve.synced()
    const round = await privately('never')
    await writes(await draftOf('Ben', round), 'Confession', { id: 'bens-own-id' })
    await reveals({ round, all: true })
    await eve.until('the note', () => openCanvas(eve.doc).notes.size === 1)
    const content = contentOf(openCanvas(eve.doc))
    const heard = Buffer.concat(eve.received).toString('latin1')
    expect(toMarkdown(content)).toContain('Confession')
    expect(heard).toContain('Confession')
    for (const told of [heard, JSON.stringify(toJSON(content)), toMarkdown(content)])
      for (const trace of [idOf('Ben'), 'bens-own-id']) expect(told).not.toContain(trace)
    await sitting.does('step.start', { plan: plan('Own', { rights: { ...NO_RIGHTS, text: 'own' } }) })
    sitting.passes(2_001)
    const ben = sitting.line('participant', 'Ben')
    await ben.synced()
    ben.doc.transact(() => editText(openCanvas(ben.doc), content.notes[0]?.id ?? '', 'Mine'))
    expect(await ben.ended()).toBe(CLOSE.refused)
    expect(texts()).toEqual(['Confession'])
  })

  test('[M8] meanwhile progress counts blocks, and no person', async () => {
    const round = await privately('never')
    await writes(await draftOf('Ben', round), 'Confession')
    expect(sitting.server.server.workshops.progress(sitting.board.board)).toEqual({
      ...{ round, done: 1, of: 2, blocks: { channels: 1 } },
    })
  })

  test('[M8] a server that was killed before the drafts went lets them go when it comes back', async () => {
    const round = await privately('never')
    await writes(await draftOf('Ben', round), 'Confession')
    const file = files.next()
    const { rooms } = sitting.server.server
    const end = rooms.endDocuments.bind(rooms)
    rooms.endDocuments = async () => {
      await sitting.storage.backup(file)
      rooms.endDocuments = end
      throw new Error('Killed.')
    }
    await reveals({ round, all: true })
    await expect.poll(() => rooms.endDocuments === end).toBe(true)
    await sitting.restarts(openMemory({ from: file }))
    await expect.poll(drafts).toEqual([])
    expect(texts()).toEqual(['Confession'])
  })
})

test('[B4] progress comes on a beat, to everybody, with counts and no word', async () => {
  const round = await privately()
  const eve = sitting.line('observer', 'Eve', 'workshop')
  await eve.synced()
  await writes(await draftOf('Ben', round), 'A secret')
  const heard = () => Buffer.concat(eve.received).toString('utf8')
  await eve.until('progress', () => heard().includes(`"people":{"${idOf('Ben')}":1}`))
  expect(heard()).toContain(`"progress":{"round":"${round}","done":1,"of":2,"blocks":{"channels":1}`)
  expect(heard()).not.toContain('secret')
})

test('[B4] for five seconds after a reveal nobody sees who goes on in which note', async () => {
  const round = await privately()
  await reveals({ round, all: true })
  await sitting.does('session.end')
  const { workshops } = sitting.server.server
  expect(workshops.hidesPointers(sitting.board.board)).toBe(true)
  sitting.passes(5_000)
  expect(workshops.hidesPointers(sitting.board.board)).toBe(false)
})
