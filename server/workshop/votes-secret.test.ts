/** P19: what others receive while a vote is open does not depend on what is voted, in bytes or in time. */
import { afterEach, expect, test, vi } from 'vitest'
import type { Raw } from '../../e2e/support/raw.ts'
import { plan, Sitting } from '../../e2e/support/sitting.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote } from '../../shared/canvas/operations.ts'
import { seeded } from '../../shared/canvas/rehearsal.ts'
import { encodeClock, HEARTBEAT } from '../../shared/wire/messages.ts'
import type { VoteSettings } from '../../shared/workshop/step.ts'
import { BLANK_VOTE } from '../../shared/workshop/step.ts'

const NOTES = ['Shop', 'Fair', 'Web', 'Radio']
const SLOT_MS = 700
/** The server's own beat, on which it tells how many have finished. */
const BEAT_MS = 2_000
/** In each slot one may cast; nobody's frames may tell whether they did, or what. */
const SLOTS = 12

type Cast = readonly [name: string, note: number, dots: number]
/** By slot. */
type Votes = Readonly<Record<number, readonly Cast[]>>

const FEW: Votes = { 1: [['Ben', 0, 1]] }
const MANY: Votes = {
  ...{ 0: [['Ben', 3, 2]], 2: [['Mei', 1, 2]], 3: [['Ben', 2, 1]], 4: [['Ben', 3, 0]] },
  ...{ 6: [['Mei', 1, 0]], 7: [['Mei', 0, 1]], 8: [['Mei', 2, 2]], 10: [['Ben', 1, 1]], 11: [['Ben', 2, 2]] },
}

/** Sixty who all vote and all listen; each gives in each slot what comes by lot, or nothing. */
const SIXTY = Array.from({ length: 60 }, (_, n) => (n === 0 ? 'Ben' : `P${n}`))
const SIXTY_SLOTS = 3
const votesOf = (seed: number): Votes => {
  const random = seeded(seed)
  const casts = () =>
    SIXTY.flatMap((name): Cast[] => (random(4) === 0 ? [[name, random(NOTES.length), random(2)]] : []))
  return Object.fromEntries(Array.from({ length: SIXTY_SLOTS }, (_, slot) => [slot, casts()]))
}

let sitting: Sitting | undefined
/** Ids, and all else that is drawn by lot, are the same in every run: what differs is what was voted. */
function drawAlike(): void {
  // Beats come when a slot says so, and at no other moment.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const random = seeded(7)
  vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation(array => {
    const { buffer, byteOffset, byteLength } = array as unknown as Uint8Array<ArrayBuffer>
    const bytes = new Uint8Array(buffer, byteOffset, byteLength)
    for (let i = 0; i < bytes.length; i++) bytes[i] = random(256)
    return array
  })
}
afterEach(async () => {
  await sitting?.end()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Who is there, and who of them is listened to. */
interface Company {
  readonly people: readonly string[]
  readonly ears: readonly string[]
  readonly slots: number
}
const FEW_PEOPLE: Company = { people: ['Ben', 'Mei', 'Neighbour'], ears: ['Neighbour'], slots: SLOTS }

/** Every frame that reaches those who listen but what it tells them of themselves, line by line, with the server's time of it. */
async function heardOf(
  votes: Votes,
  settings: Partial<VoteSettings> = {},
  company: Company = FEW_PEOPLE,
): Promise<readonly string[]> {
  await sitting?.end()
  drawAlike()
  const { here, lines } = await seat(settings, company)
  /** Who was told of dots of their own since the slot began. */
  const told = new Set<string>()
  const heard = lines.map((line, which) => {
    const frames: string[] = []
    line.ws.on('message', (data: Buffer) => {
      const bytes = new Uint8Array(data)
      if (isOwnBallot(bytes)) told.add(company.ears[Math.floor(which / LINES.length)] ?? '')
      else if (!isHeartbeat(bytes)) frames.push(`${here.now} ${which} ${Buffer.from(bytes).toString('hex')}`)
    })
    return frames
  })
  for (let slot = 0; slot < company.slots; slot++) {
    here.passes(SLOT_MS)
    const round = here.run?.round
    for (const [name, note, dots] of votes[slot] ?? []) {
      const by = { role: 'participant', name, id: `cast-${slot}` } as const
      const reply = await here.command('vote.cast', { round, note: `note-${NOTES[note]}`, dots }, by)
      expect(reply.status, reply.text).toBe(200)
    }
    if (slot === 2)
      await here.command('vote.done', { round, done: true }, { role: 'participant', name: 'Ben', id: 'done' })
    vi.advanceTimersByTime(BEAT_MS)
    // A tick, so that what waits to be said is said; and an answer, which comes after all that was sent before it.
    await ticks(here)
    await Promise.all(lines.map(line => asksTime(line, here.now + slot)))
    const gave = new Set([...(votes[slot] ?? []).map(([name]) => name), ...(slot === 2 ? ['Ben'] : [])])
    for (const name of told) expect(gave).toContain(name)
    told.clear()
  }
  return heard.flat()
}

const isHeartbeat = (bytes: Uint8Array): boolean => Buffer.from(HEARTBEAT).equals(Buffer.from(bytes))

/** A voter's own devices are told what they gave on another. */
const isOwnBallot = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('{"kind":"ballot"')

/** The documents that each of them has open. */
const LINES = ['canvas/main', 'workshop'] as const

/** A vote that is open, with people who may vote, and somebody else at both documents. */
async function seat(settings: Partial<VoteSettings>, { people, ears }: Company) {
  const here = await Sitting.begin()
  sitting = here
  for (const name of people) await here.asks('GET', '', 'participant', name)
  const writer = here.line('facilitator', 'Ana')
  await writer.synced()
  writer.doc.transact(() => {
    for (const [n, text] of NOTES.entries())
      addNote(openCanvas(writer.doc), {
        ...{ id: `note-${text}`, text, color: 'straw', author: '' },
        place: ['channels', 24, 56 + 144 * n, 1],
      })
  })
  await writer.saved()
  writer.cut()
  const vote = { ...BLANK_VOTE, dots: 5, perNote: 3, ...settings }
  await here.does('step.start', { plan: plan('Strongest', { vote }) })
  const lines: Raw[] = []
  for (const name of ears)
    for (const document of LINES) {
      const line = here.line('participant', name, document)
      await line.synced()
      await line.saved()
      lines.push(line)
    }
  vi.advanceTimersByTime(BEAT_MS)
  await ticks(here)
  await Promise.all(lines.map(line => asksTime(line, 1)))
  return { here, lines }
}

const ticks = ({ server, now }: Sitting): Promise<void> => server.server.rooms.tick.write([{ kind: 'probe', at: now }])

async function asksTime(line: Raw, asked: number): Promise<void> {
  const before = line.received.length
  line.send(encodeClock(asked))
  await line.until('the time', () => line.received.slice(before).some(frame => frame[0] === 121))
}

test('[P19] frames to others are the same, byte for byte and moment for moment, whatever is voted and however much', async () => {
  const few = await heardOf(FEW)
  expect(few.length).toBeGreaterThan(2 * SLOTS)
  expect(few.some(line => Buffer.from(line.split(' ')[2] ?? '', 'hex').includes('"done":1'))).toBe(true)
  for (const note of NOTES)
    expect(few.some(line => Buffer.from(line.split(' ')[2] ?? '', 'hex').includes(`note-${note}`))).toBe(false)
  expect(await heardOf(MANY)).toEqual(few)
})

test(
  '[P19] among sixty who all vote and all listen nobody hears what the others give',
  { timeout: 120_000 },
  async () => {
    const company = { people: SIXTY, ears: SIXTY, slots: SIXTY_SLOTS }
    const heard = await heardOf(votesOf(1), { dots: 50, perNote: 50 }, company)
    expect(heard.length).toBeGreaterThan(2 * SIXTY_SLOTS * SIXTY.length)
    expect(await heardOf(votesOf(2), { dots: 50, perNote: 50 }, company)).toEqual(heard)
  },
)

test('[P19] negative control: a vote that shows its totals is told apart by the same frames', async () => {
  const few = await heardOf(FEW, { live: true })
  expect(await heardOf(MANY, { live: true })).not.toEqual(few)
})
