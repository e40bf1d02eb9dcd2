/** [P17] Nobody else hears a word of what is written in private before it is revealed: by no socket, answer, log or figure. */
import { afterEach, expect, test } from 'vitest'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote } from '../../shared/canvas/operations.ts'
import type { Log } from '../../server/log.ts'
import { openMemory } from '../../server/storage/memory.ts'
import type { Raw } from '../support/raw.ts'
import { plan, Sitting } from '../support/sitting.ts'

const PEOPLE = 20
const EACH = 500
const AT_ONCE = 50
const SIGN = 'Qz7markerOfSecrecy'

/** What one would look for: the sign in plain bytes, with a zero between the letters, and in base64 wherever it begins. */
const FORMS: readonly Buffer[] = [
  Buffer.from(SIGN),
  Buffer.from(SIGN, 'utf16le'),
  ...[0, 1, 2].map(before =>
    Buffer.from(
      Buffer.from('.'.repeat(before) + SIGN)
        .toString('base64')
        .slice(before && 4, 20),
    ),
  ),
]

const holds = (bytes: Buffer): boolean => FORMS.some(form => bytes.includes(form))
const markersIn = (bytes: Buffer): number =>
  new Set(bytes.toString('latin1').match(/Qz7markerOfSecrecy-\d+-\d+\./g) ?? []).size

let sitting: Sitting
const logged: string[] = []
afterEach(() => sitting.end())

async function writes(raw: Raw, person: number): Promise<void> {
  const canvas = openCanvas(raw.doc)
  for (let from = 0; from < EACH; from += AT_ONCE) {
    raw.doc.transact(() => {
      for (let i = from; i < from + AT_ONCE; i++)
        addNote(canvas, {
          ...{
            id: `n${person}-${i}`,
            place: ['channels', 0, i, 1],
            text: `${SIGN}-${person}-${i}.`,
            color: 'sky',
            author: '',
          },
        })
    })
    await raw.saved()
  }
}

/** Everything that anybody but the authors can get by asking. */
async function asked(): Promise<Buffer> {
  const paths = [
    '',
    '/people',
    '/versions',
    '/canvases/main.md',
    '/canvases/main.json',
    '/canvases/main/bin',
    '/speaker-notes',
    '/dashboard',
  ]
  const replies = await Promise.all(paths.map(path => sitting.asks('GET', path)))
  const figures = await (await fetch(`${sitting.server.local}/metrics`)).text()
  return Buffer.from([...replies.map(({ text }) => text), figures].join('\n'))
}

test(
  `[P17] of ${PEOPLE * EACH} marked notes nothing is heard before the reveal, and all of it after`,
  { timeout: 300_000 },
  async () => {
    const write = (event: string, fields?: object): void => void logged.push(JSON.stringify({ event, ...fields }))
    const log: Log = { info: write, warn: write }
    sitting = await Sitting.begin(openMemory(), { log })
    const others = (['observer', 'commenter', 'participant', 'facilitator'] as const).flatMap(role =>
      (['canvas/main', 'workshop'] as const).map(document => sitting.line(role, `Ear ${role}`, document)),
    )
    await Promise.all(others.map(raw => raw.synced()))
    const run = await sitting.does('step.start', { plan: plan('Alone', { visibility: 'private' }) })
    const round = run?.round ?? ''
    const ears = (['participant', 'facilitator'] as const).map(role =>
      sitting.line(role, `Ear ${role}`, `draft/${round}`),
    )
    const heard = () => Buffer.concat([...others, ...ears].flatMap(raw => raw.received))

    const drafts = Array.from({ length: PEOPLE }, (_, i) => sitting.line('participant', `W${i}`, `draft/${round}`))
    await Promise.all(drafts.map(raw => raw.synced()))
    await Promise.all(drafts.map(writes))
    const { workshops } = sitting.server.server
    expect(workshops.progress(sitting.board.board)?.blocks).toEqual({ channels: PEOPLE * EACH })
    // Two beats of progress: whatever counts them has seen the notes.
    const beats = () => heard().toString('latin1').split('"progress"').length - 1
    await expect.poll(beats, { timeout: 20_000 }).toBeGreaterThan(8)

    expect(holds(heard()), 'what others hear').toBe(false)
    expect(holds(await asked()), 'what others are answered').toBe(false)
    expect(holds(Buffer.from(logged.join('\n'))), 'what is logged').toBe(false)

    // The twin that must find them: the author's other device, and everybody once a block is revealed.
    const own = sitting.line('participant', 'W0', `draft/${round}`)
    await own.synced()
    expect(markersIn(Buffer.concat(own.received))).toBe(EACH)
    const first = workshops.of(sitting.board.board).round.get(round)
    expect(first?.state).toBe('open')
    const person = sitting.shown(({ people }) => people.all()).find(({ name }) => name === 'W0')?.id
    expect((await sitting.command('round.reveal', { round, person })).json).toEqual({ revealed: EACH })
    const [ear] = others
    await ear?.until('the notes', () => openCanvas(ear.doc).notes.size === EACH)
    expect(markersIn(Buffer.concat(ear?.received ?? []))).toBe(EACH)
    expect(markersIn(await asked())).toBe(EACH)
    expect(markersIn(Buffer.from(logged.join('\n')))).toBe(0)
  },
)
