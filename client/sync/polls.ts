/** Votes as the server has them: rounds and results from the workshop, progress from its presence, and my ballot by asking. */
import type { Awareness } from 'y-protocols/awareness'
import type { Unsubscribe } from '../../shared/base/observable.ts'
import { Signal, Value } from '../../shared/base/observable.ts'
import type { BallotNotice } from '../../shared/wire/messages.ts'
import type { Results, Round } from '../../shared/workshop/session.ts'
import type { Workshop } from '../../shared/workshop/workshop.ts'
import type { CommandOutcome } from '../editor/board.ts'
import type { CastOutcome, Extension, MyBallot, Polls, Standing, VoteProgress } from '../editor/polls.ts'

export interface PollsOptions {
  readonly board: string
  readonly origin: string
  readonly fetch: typeof fetch
  command(name: string, body: Readonly<Record<string, unknown>>): Promise<CommandOutcome>
}

type Fields = Readonly<Record<string, unknown>>

export class ServerPolls implements Polls {
  readonly rounds = new Value<readonly Round[]>([])
  readonly results = new Value<readonly Results[]>([])
  readonly progress = new Value<readonly VoteProgress[]>([])
  readonly told = new Signal<BallotNotice>()
  readonly #options: PollsOptions
  #unfollow: Unsubscribe = () => undefined

  constructor(options: PollsOptions) {
    this.#options = options
  }

  /** Follows the workshop; again when it begins a new life. */
  follow({ rounds, results }: Workshop, awareness: Awareness): void {
    this.#unfollow()
    const readRounds = () => this.rounds.set(rounds.all())
    const readResults = () => this.results.set(results.all())
    const readProgress = () => this.#readProgress(awareness)
    const stops = [rounds.subscribe(readRounds), results.subscribe(readResults)]
    awareness.on('change', readProgress)
    this.#unfollow = () => {
      for (const stop of stops) stop()
      awareness.off('change', readProgress)
    }
    readRounds()
    readResults()
    readProgress()
  }

  stop(): void {
    this.#unfollow()
  }

  async ballot(round: string): Promise<MyBallot | undefined> {
    const answer = await this.#get(`${round}/mine`)
    return answer && readBallot(answer)
  }

  cast(round: string, note: string, dots: number): Promise<CastOutcome> {
    return this.#change('vote.cast', { round, note, dots })
  }

  finish(round: string, isDone: boolean): Promise<CastOutcome> {
    return this.#change('vote.done', { round, done: isDone })
  }

  async close(round: string): Promise<boolean> {
    return (await this.#options.command('vote.close', { round })).kind === 'done'
  }

  async extend(round: string, more: Extension): Promise<boolean> {
    return (await this.#options.command('vote.extend', { round, ...more })).kind === 'done'
  }

  async standing(round: string): Promise<Standing | undefined> {
    const { done, of, withLeft } = (await this.#get(`${round}/standing`)) ?? {}
    return isNumber(done) && isNumber(of) && isNumber(withLeft) ? { done, of, withLeft } : undefined
  }

  async #change(name: string, body: Fields): Promise<CastOutcome> {
    const outcome = await this.#options.command(name, body)
    if (outcome.kind !== 'done') return { kind: outcome.kind }
    const ballot = readBallot(outcome.answer)
    return ballot ? { kind: 'kept', ballot } : { kind: 'refused' }
  }

  async #get(path: string): Promise<Fields | undefined> {
    const { board, origin, fetch } = this.#options
    try {
      const answer = await fetch(`${origin}/api/boards/${board}/rounds/${path}`, { credentials: 'same-origin' })
      return answer.ok ? asFields(await answer.json()) : undefined
    } catch {
      return undefined
    }
  }

  /** Only the server's own line is believed: it stamps those of people. */
  #readProgress(awareness: Awareness): void {
    const lines = [...(awareness.getStates() as ReadonlyMap<number, unknown>).values()].map(asFields)
    const said = lines.find(({ person }) => asFields(person)['id'] === 'server')?.['votes']
    const progress = Array.isArray(said) ? said.flatMap(each => readProgress(asFields(each)) ?? []) : []
    if (JSON.stringify(progress) !== JSON.stringify(this.progress.value)) this.progress.set(progress)
  }
}

const asFields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})
const isNumber = (value: unknown): value is number => typeof value === 'number'

/** Pairs of an id and a number. */
function readPairs(value: unknown): readonly (readonly [string, number])[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((pair: unknown) => {
    const [id, dots] = Array.isArray(pair) ? (pair as unknown[]) : []
    return typeof id === 'string' && isNumber(dots) ? [[id, dots] as const] : []
  })
}

function readBallot({ mine, isVoter, isDone }: Fields): MyBallot | undefined {
  return Array.isArray(mine) ? { mine: readPairs(mine), isVoter: isVoter === true, isDone: isDone === true } : undefined
}

function readProgress({ round, done, of, totals }: Fields): VoteProgress | undefined {
  if (typeof round !== 'string' || !isNumber(done) || !isNumber(of)) return undefined
  return { round, done, of, ...(totals !== undefined && { totals: readPairs(totals) }) }
}
