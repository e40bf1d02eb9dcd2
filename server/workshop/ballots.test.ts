/** Votes over HTTP: what comes of dots, of their end, and of everything else that anybody could send. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plan, Sitting } from '../../e2e/support/sitting.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addGroup, addNote, closeGroup, putInGroup } from '../../shared/canvas/operations.ts'
import { seeded } from '../../shared/canvas/rehearsal.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import type { VoteSettings } from '../../shared/workshop/step.ts'
import { BLANK_VOTE } from '../../shared/workshop/step.ts'
import { openMemory } from '../storage/memory.ts'
import { scratch } from '../storage/scratch.ts'
import type { Faults } from '../storage/storage.ts'

const files = scratch('ballots')
afterAll(files.remove)

const DAY = 86_400_000
const faults: { -readonly [K in keyof Faults]: Faults[K] } = {}
let sitting: Sitting
beforeEach(async () => {
  faults.beforeCommit = undefined
  sitting = await Sitting.begin(openMemory({ faults }))
})
afterEach(() => sitting.end())

const vote = (settings: Partial<VoteSettings> = {}) =>
  plan('Strongest', { vote: { ...BLANK_VOTE, dots: 3, perNote: 2, ...settings } })

/** A facilitator changes the canvas, over the line like everybody. */
async function onCanvas(change: (canvas: Canvas) => void): Promise<void> {
  const line = sitting.line('facilitator', 'Ana')
  await line.synced()
  line.doc.transact(() => change(openCanvas(line.doc)))
  await line.saved()
  line.cut()
}

/** People come first: who votes is fixed when the round opens. Answers with the ids of these notes. */
async function gather(...notes: readonly string[]): Promise<Readonly<Record<string, string>>> {
  for (const name of ['Ben', 'Mei']) await sitting.asks('GET', '', 'participant', name)
  await sitting.asks('GET', '', 'observer', 'Obi')
  await onCanvas(canvas => {
    for (const [n, text] of notes.entries()) {
      const area = text === 'Fees' ? 'revenueStreams' : 'channels'
      addNote(canvas, { id: `note-${text}`, text, color: 'straw', author: '', place: [area, 24, 56 + 144 * n, 1] })
    }
  })
  return Object.fromEntries(notes.map(text => [text, `note-${text}`]))
}

/** The server goes, and comes back with what it had on disk. */
async function comesBack(): Promise<void> {
  const file = files.next()
  await sitting.server.server.storage.backup(file)
  await sitting.restarts(openMemory({ from: file }))
}

const opens = async (settings: Partial<VoteSettings> = {}): Promise<string> =>
  (await sitting.does('step.start', { plan: vote(settings) }))?.round ?? ''

const cast = (name: string, round: string, note: string, dots: number, more: { role?: Role; id?: string } = {}) =>
  sitting.command('vote.cast', { round, note, dots }, { role: 'participant', name, ...more })
const mine = async (name: string, round: string) =>
  (await sitting.asks('GET', `/rounds/${round}/mine`, 'participant', name)).json
const results = () => sitting.shown(workshop => workshop.results.all())
const codeOf = ({ json }: { readonly json: Record<string, unknown> }) => (json['error'] as { code: string }).code

describe('a vote', () => {
  test('[B7] a voter is told what they gave and what is left; after the step the totals are shown, and ties can be told', async () => {
    const { Shop = '', Fair = '', Web = '' } = await gather('Shop', 'Fair', 'Web')
    const round = await opens()
    expect((await cast('Ben', round, Shop, 2)).json).toMatchObject({ mine: [[Shop, 2]], left: 1, isVoter: true })
    await cast('Ben', round, Fair, 1)
    await cast('Mei', round, Shop, 1)
    await cast('Mei', round, Web, 1)
    expect((await cast('Mei', round, Shop, 0)).json).toMatchObject({ mine: [[Web, 1]], left: 2 })
    expect(results()).toEqual([])
    await sitting.does('session.end')
    expect(results()).toMatchObject([
      {
        round,
        title: 'Strongest',
        voters: 2,
        of: 3,
        dots: 4,
        totals: [[Shop, 2], ...[Fair, Web].sort().map(id => [id, 1])],
      },
    ])
    expect((await mine('Ben', round))['error']).toBeDefined()
  })

  test('[B7] rounds stand side by side, and a named one says who', async () => {
    const { Shop = '' } = await gather('Shop')
    const first = await opens()
    await cast('Ben', first, Shop, 1)
    const second = await opens({ named: true })
    await cast('Mei', second, Shop, 2)
    await sitting.command('vote.close', { round: second })
    const people = sitting.shown(workshop => workshop.people.all())
    const mei = people.find(({ name }) => name === 'Mei')?.id
    const shown = new Map(results().map(each => [each.round, each]))
    expect(shown.get(first)).toMatchObject({ totals: [[Shop, 1]] })
    expect(shown.get(first)?.names).toBeUndefined()
    expect(shown.get(second)).toMatchObject({ totals: [[Shop, 2]], names: [[Shop, mei, 2]] })
  })

  test('[B7] whoever may read takes what votes came to as CSV, JSON or Markdown, and of an open one nothing', async () => {
    const { Shop = '', Fair = '' } = await gather('Shop', 'Fair')
    const first = await opens()
    await cast('Ben', first, Shop, 2)
    sitting.passes(1_000)
    const second = await opens({ named: true })
    await cast('Mei', second, Fair, 1)
    const file = async (extension: string, role: Role = 'observer') =>
      (await sitting.asks('GET', `/votes.${extension}`, role, role === 'observer' ? 'Obi' : 'Ben')).text
    const head = 'number,vote,rank,tied,dots,block,note,by'
    expect(await file('csv')).toBe(`${head}\r\n1,Strongest,1,no,2,Channels,Shop,\r\n`)
    await sitting.command('vote.close', { round: second })
    expect(await file('csv', 'participant')).toBe(
      `${head}\r\n2,Strongest,1,no,1,Channels,Fair,Mei 1\r\n1,Strongest,1,no,2,Channels,Shop,\r\n`,
    )
    expect(JSON.parse(await file('json'))).toMatchObject({
      format: 'nonagon-votes',
      votes: [
        { number: 2, dots: 1, notes: [{ text: 'Fair', by: [{ name: 'Mei', dots: 1 }] }] },
        { number: 1, dots: 2, voters: 1, of: 3, notes: [{ text: 'Shop', area: 'channels', dots: 2 }] },
      ],
    })
    expect(await file('md')).toContain('## Strongest\n\n### Channels\n\n- 2 · Shop\n')
    const stranger = await fetch(`${sitting.server.local}/api/boards/${sitting.board.board}/votes.csv`)
    expect(stranger.status).toBe(404)
  })

  test('[B7] who is done is counted, and a facilitator learns who has dots left, but not what was given', async () => {
    const { Shop = '' } = await gather('Shop')
    const round = await opens({ dots: 1, perNote: 1 })
    await cast('Ben', round, Shop, 1)
    await sitting.command('vote.done', { round, done: true }, { role: 'participant', name: 'Ben' })
    const standing = await sitting.asks('GET', `/rounds/${round}/standing`)
    expect(standing.json).toMatchObject({ done: 1, of: 3, withLeft: 2 })
    expect(standing.text).not.toContain(Shop)
    expect((await sitting.asks('GET', `/rounds/${round}/standing`, 'participant', 'Mei')).status).toBe(403)
    await sitting.command('vote.done', { round, done: false }, { role: 'participant', name: 'Ben' })
    expect((await sitting.asks('GET', `/rounds/${round}/standing`)).json).toMatchObject({ done: 0 })
  })

  test('[B7] open for days: the next step leaves it open, its time closes it by itself, also after a restart with nobody there', async () => {
    const { Shop = '' } = await gather('Shop')
    const round = await opens()
    expect((await sitting.command('vote.extend', { round, until: sitting.now + 2 * DAY })).status).toBe(200)
    await sitting.does('step.start', { plan: plan('Another') })
    expect((await cast('Ben', round, Shop, 1)).status).toBe(200)
    await comesBack()
    expect(await mine('Ben', round)).toMatchObject({ mine: [[Shop, 1]] })
    sitting.passes(DAY)
    expect(results()).toEqual([])
    sitting.passes(DAY)
    await expect.poll(results).toMatchObject([{ round, totals: [[Shop, 1]] }])
    expect(sitting.run?.plan.title).toBe('Another')
  })

  test('[B7] more dots can be given while it is open, fewer not', async () => {
    const { Shop = '', Fair = '' } = await gather('Shop', 'Fair')
    const round = await opens({ dots: 2 })
    await cast('Ben', round, Shop, 2)
    expect(codeOf(await cast('Ben', round, Fair, 1))).toBe('noneLeft')
    expect(codeOf(await sitting.command('vote.extend', { round, dots: 1 }))).toBe('fewer')
    await sitting.command('vote.extend', { round, dots: 3 })
    expect((await cast('Ben', round, Fair, 1)).json).toMatchObject({ left: 0 })
  })

  test('[B7] a closed group is voted as a whole, its notes are not', async () => {
    await gather('Shop', 'Fair')
    await onCanvas(canvas => {
      addGroup(canvas, { id: 'places', title: 'Places', block: 'channels' })
      putInGroup(canvas, ['note-Shop', 'note-Fair'], 'places')
      closeGroup(canvas, 'places')
    })
    const round = await opens()
    expect(codeOf(await cast('Ben', round, 'note-Shop', 1))).toBe('gone')
    expect((await cast('Ben', round, 'places', 2)).json).toMatchObject({ mine: [['places', 2]] })
  })
})

describe('what could go wrong', () => {
  test('[T18] the budget cannot be passed from two tabs at once, nor by sending again', async () => {
    const { Shop = '', Fair = '', Web = '', Radio = '' } = await gather('Shop', 'Fair', 'Web', 'Radio')
    const round = await opens()
    const replies = await Promise.all(
      [Shop, Fair, Web, Radio, Shop, Fair].map((note, n) => cast('Ben', round, note, 1 + (n % 2))),
    )
    expect(replies.map(({ status }) => status).every(status => status === 200 || status === 409)).toBe(true)
    const given = (await mine('Ben', round))['mine'] as [string, number][]
    expect(given.reduce((sum, [, dots]) => sum + dots, 0)).toBeLessThanOrEqual(3)
    await cast('Mei', round, Shop, 1, { id: 'once' })
    await cast('Mei', round, Shop, 0)
    // The first one again, late: it was done, and is not done again.
    expect((await cast('Mei', round, Shop, 1, { id: 'once' })).json).toMatchObject({ mine: [], left: 3 })
  })

  test.each<[what: string, name: string, body: object, status: number, code: string, role?: Role]>([
    ['a note that is nowhere', 'Ben', { note: 'nowhere', dots: 1 }, 409, 'gone'],
    ['more than one note may have', 'Ben', { note: 'note-Shop', dots: 3 }, 409, 'perNote'],
    ['a block that is not voted', 'Ben', { note: 'note-Fees', dots: 1 }, 409, 'notVoted'],
    ['fewer than none', 'Ben', { note: 'note-Shop', dots: -1 }, 400, 'badRequest'],
    ['half a dot', 'Ben', { note: 'note-Shop', dots: 0.5 }, 400, 'badRequest'],
    ['a great many', 'Ben', { note: 'note-Shop', dots: 1e12 }, 400, 'badRequest'],
    ['words for dots', 'Ben', { note: 'note-Shop', dots: 'two' }, 400, 'badRequest'],
    ['more than it takes', 'Ben', { note: 'note-Shop', dots: 1, as: 'ana' }, 400, 'badRequest'],
    ['another round', 'Ben', { round: 'other', note: 'note-Shop', dots: 1 }, 404, 'noRound'],
    ['who came later', 'Leo', { note: 'note-Shop', dots: 1 }, 403, 'notVoter'],
    ['an observer', 'Obi', { note: 'note-Shop', dots: 1 }, 403, 'role', 'observer'],
  ])(
    '[T18] %s is refused with a word for it, and nothing is changed',
    async (_what, name, body, status, code, role = 'participant') => {
      await gather('Shop', 'Fees')
      const round = await opens({ blocks: ['channels'] })
      await cast('Ben', round, 'note-Shop', 1)
      const reply = await sitting.command('vote.cast', { round, ...body }, { role, name })
      expect([reply.status, codeOf(reply)]).toEqual([status, code])
      await sitting.command('vote.close', { round })
      expect(results()).toMatchObject([{ totals: [['note-Shop', 1]], voters: 1, dots: 1, of: 3 }])
    },
  )

  test('[T18] nothing goes into a closed vote, and it is counted once', async () => {
    const { Shop = '' } = await gather('Shop')
    const round = await opens()
    await cast('Ben', round, Shop, 1)
    const closed = await Promise.all([0, 1].map(() => sitting.command('vote.close', { round })))
    expect(closed.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(codeOf(await cast('Mei', round, Shop, 1))).toBe('closed')
    expect(codeOf(await sitting.command('vote.done', { round, done: true }))).toBe('closed')
    expect(codeOf(await sitting.command('vote.extend', { round, dots: 9 }))).toBe('closed')
    expect((await sitting.command('vote.close', { round }, { role: 'participant', name: 'Ben' })).status).toBe(403)
    expect(results()).toMatchObject([{ dots: 1 }])
  })

  test('[T18] a disk that refuses leaves the ballot and the round as they were', async () => {
    const { Shop = '' } = await gather('Shop')
    const round = await opens()
    await cast('Ben', round, Shop, 1)
    faults.beforeCommit = () => {
      throw new Error('full')
    }
    expect((await cast('Ben', round, Shop, 2)).status).toBe(503)
    expect((await sitting.command('vote.close', { round })).status).toBe(503)
    faults.beforeCommit = undefined
    await expect.poll(async () => (await cast('Mei', round, Shop, 1)).status).toBe(200)
    expect(await mine('Ben', round)).toMatchObject({ mine: [[Shop, 1]] })
    expect(results()).toEqual([])
  })

  test('[T32] after an anonymous vote no row says who gave what, not even that of an answer', async () => {
    const { Shop = '' } = await gather('Shop')
    const round = await opens()
    await cast('Ben', round, Shop, 2, { id: 'the-cast' })
    const { storage } = sitting
    const { board } = sitting.board
    expect(storage.workshop(board, 'ballot').size).toBe(1)
    await sitting.command('vote.close', { round })
    expect(storage.workshop(board, 'ballot').size).toBe(0)
    expect(storage.workshop(board, 'roster').size).toBe(0)
    const ben = storage.people(board).find(({ name }) => name === 'Ben')?.id ?? ''
    expect(storage.answer(board, `${ben}:the-cast`)).toBe('{}')
  })
})

test('[P19] random votes of many, with repetitions and restarts: nobody is ever over, and totals are what was acknowledged', async () => {
  await gather('Shop', 'Fair', 'Web')
  for (const seed of [1, 2]) {
    const notes = ['note-Shop', 'note-Fair', 'note-Web', 'nowhere']
    const round = await opens({ dots: 4, perNote: 3 })
    const random = seeded(seed)
    const acknowledged = new Map<string, number>()
    for (let n = 0; n < 40; n++) {
      const name = ['Ben', 'Mei'][random(2)] ?? ''
      const [note = '', dots, id] = [notes[random(4)], random(4), `${seed}-${n}`]
      const reply = await cast(name, round, note, dots, { id })
      if (random(4) === 0) expect((await cast(name, round, note, dots, { id })).status).toBe(reply.status)
      if (reply.status === 200) acknowledged.set(`${name} ${note}`, dots)
      const { mine: given, left } = (await mine(name, round)) as { mine: [string, number][]; left: number }
      expect(given.reduce((sum, each) => sum + each[1], 0) + left, `seed ${seed}`).toBe(4)
      if (random(20) === 0) await comesBack()
    }
    await sitting.command('vote.close', { round })
    const sums = new Map<string, number>()
    for (const [key, dots] of acknowledged) {
      const note = key.split(' ')[1] ?? ''
      if (dots > 0) sums.set(note, (sums.get(note) ?? 0) + dots)
    }
    expect(new Map(results().find(each => each.round === round)?.totals), `seed ${seed}`).toEqual(sums)
  }
})
