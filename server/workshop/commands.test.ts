/** Every command there is: refused to whoever may not ask and to whatever makes no sense, and done once, however often it is sent. */
import { afterEach, expect, test } from 'vitest'
import { plan, Sitting } from '../../e2e/support/sitting.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote } from '../../shared/canvas/operations.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import { atLeast, ROLES } from '../../shared/workshop/roles.ts'
import type { StepPlan } from '../../shared/workshop/step.ts'
import { BLANK_VOTE } from '../../shared/workshop/step.ts'
import { WORKSHOP_PARTS } from '../storage/storage.ts'
import { WORKSHOP_COMMANDS } from './commands.ts'

/** What a body is made of, as it is once the step runs. */
interface Scene {
  readonly seq: number
  readonly run: string
  readonly round: string
  /** A step of the agenda. */
  readonly step: string
  /** The id of Ben, who takes part. */
  readonly ben: string
}

interface Case {
  /** The least that may ask; a facilitator, where nothing is said. */
  readonly floor?: Role
  /** What runs meanwhile. */
  readonly during?: Partial<StepPlan>
  readonly body: (scene: Scene) => Readonly<Record<string, unknown>>
}

const PRIVATE: Partial<StepPlan> = { visibility: 'private' }
const VOTE: Partial<StepPlan> = { vote: BLANK_VOTE }
const FOCUS = { kind: 'areas', areas: ['channels'] }

const CASES: Readonly<Record<string, Case>> = {
  'step.start': { body: ({ seq, step }) => ({ seq, step }) },
  'step.next': { body: ({ seq }) => ({ seq }) },
  'step.back': { body: ({ seq }) => ({ seq }) },
  'step.skip': { body: ({ seq }) => ({ seq }) },
  'step.pause': { body: ({ seq }) => ({ seq }) },
  'step.resume': { body: ({ seq }) => ({ seq }) },
  'step.extend': { body: ({ seq }) => ({ seq, minutes: 5 }) },
  'session.end': { body: ({ seq }) => ({ seq }) },
  'notes.set': { body: ({ step }) => ({ step, text: 'Be quick' }) },
  ready: { floor: 'observer', body: ({ run }) => ({ run, ready: true }) },
  hand: { floor: 'observer', body: () => ({ up: true }) },
  'round.reveal': { during: PRIVATE, body: ({ round }) => ({ round, all: true }) },
  'round.close': { during: PRIVATE, body: ({ round }) => ({ round }) },
  'vote.cast': { floor: 'participant', during: VOTE, body: ({ round }) => ({ round, note: 'shop', dots: 1 }) },
  'vote.done': { floor: 'participant', during: VOTE, body: ({ round }) => ({ round, done: true }) },
  'vote.close': { during: VOTE, body: ({ round }) => ({ round }) },
  'vote.extend': { during: VOTE, body: ({ round }) => ({ round, dots: 9 }) },
  'person.admit': { body: ({ ben }) => ({ person: ben }) },
  'person.mute': { body: ({ ben }) => ({ person: ben, muted: true }) },
  bring: { body: () => ({ focus: FOCUS }) },
  'control.take': { body: () => ({ focus: FOCUS }) },
  'control.release': { body: () => ({}) },
}

let sitting: Sitting
afterEach(() => sitting.end())

/** Answers with the body of the command. A command that is not in the table fails here. */
async function begins(each: Case | undefined) {
  sitting = await Sitting.begin()
  for (const role of ROLES) await sitting.asks('GET', '', role, role === 'facilitator' ? 'Ana' : `Some ${role}`)
  const line = sitting.line('facilitator', 'Ana')
  await line.synced()
  addNote(openCanvas(line.doc), { id: 'shop', place: ['channels', 1, 1, 1], text: 'Shop', color: 'straw', author: '' })
  await line.saved()
  line.cut()
  const [, step] = await sitting.writes(plan('One'), plan('Two'))
  await sitting.does('step.next')
  // A step in between has one before it and one after.
  const run = await sitting.does('step.start', { plan: plan('Now', each?.during) })
  const ben = sitting.shown(({ people }) => people.all().find(({ name }) => name === 'Some participant')?.id ?? '')
  const scene: Scene = { seq: run?.seq ?? 0, run: run?.id ?? '', round: run?.round ?? '', step: step?.id ?? '', ben }
  if (!each) throw new Error('There is no case for this command.')
  return each.body(scene)
}

/** All rows of the session, and all that is shown of it. */
const kept = () => [
  WORKSHOP_PARTS.map(part => [...sitting.storage.workshop(sitting.board.board, part)]),
  sitting.shown(({ document }) => document.toJSON()),
]

test.each(Object.keys(WORKSHOP_COMMANDS))(
  '[B2] [T12] %s: whoever may not, and whatever makes no sense, changes nothing; sent again it is done once',
  async name => {
    const { floor = 'facilitator' } = CASES[name] ?? {}
    const body = await begins(CASES[name])
    const before = kept()
    const by = (role: Role) => ({ role, name: role === 'facilitator' ? 'Ana' : `Some ${role}` })
    for (const role of ROLES.filter(role => !atLeast(role, floor))) {
      const reply = await sitting.command(name, body, by(role))
      expect([role, reply.status, reply.json['error']]).toMatchObject([role, 403, { code: 'role' }])
    }
    const nonsense: object[] = [
      { ...body, colour: 'red' },
      ...Object.keys(body).flatMap(key => [
        { ...body, [key]: {} },
        { ...body, [key]: null },
      ]),
    ]
    for (const wrong of nonsense) {
      const reply = await sitting.command(name, wrong)
      expect([wrong, reply.status, reply.json['error']]).toMatchObject([
        wrong,
        400,
        { code: 'badRequest', message: expect.stringMatching(/\w{3}.+\.$/s) as string },
      ])
    }
    expect(kept()).toEqual(before)

    const asks = () =>
      sitting.command(name, body, { ...by(atLeast('participant', floor) ? 'participant' : 'facilitator'), id: 'once' })
    const first = await asks()
    expect(first.status, first.text).toBe(200)
    const done = kept()
    const again = await asks()
    expect([again.status, again.text]).toEqual([200, first.text])
    expect(kept()).toEqual(done)
  },
)
