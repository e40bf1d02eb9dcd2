/** Votes in memory, for tests: one box for all people at a table, with the server's arithmetic. */
import { Signal, Value } from '../../shared/base/observable.ts'
import type { Ballot } from '../../shared/workshop/ballots.ts'
import { castFault, leftOf, NO_DOTS, spentIn, totalsOf, withCast } from '../../shared/workshop/ballots.ts'
import type { AreaOf } from '../../shared/workshop/ballots.ts'
import type { Results, Round } from '../../shared/workshop/session.ts'
import type { VoteSettings } from '../../shared/workshop/step.ts'
import { BLANK_VOTE } from '../../shared/workshop/step.ts'
import type { CastOutcome, MyBallot, Polls, VoteProgress } from './polls.ts'

interface Mine {
  readonly ballot: Ballot
  readonly isDone: boolean
}

export interface BallotBox {
  /** What the server can be reached by; without it nothing gets there. */
  isOnline: boolean
  opens(settings?: Partial<VoteSettings>, roster?: readonly string[]): string
  closes(): void
  /** The server tells how many are done. */
  beats(): void
  /** A person votes on another of their devices. */
  casts(person: string, note: string, dots: number): void
  /** What a person has on the server. */
  of(person: string): Readonly<Record<string, number>>
  polls(person: string): Polls
}

export function ballotBox(areaOf: AreaOf): BallotBox {
  const rounds = new Value<readonly Round[]>([])
  const results = new Value<readonly Results[]>([])
  const progress = new Value<readonly VoteProgress[]>([])
  let roster: readonly string[] = []
  const ballots = new Map<string, Mine>()
  const elsewhere = new Signal<MyBallot & { readonly round: string; readonly person: string }>()
  const open = () => rounds.value.find(({ state }) => state === 'open')
  const mineOf = (person: string): Mine => ballots.get(person) ?? { ballot: NO_DOTS, isDone: false }
  const answer = (person: string): MyBallot => {
    const { ballot, isDone } = mineOf(person)
    return { mine: [...ballot], isVoter: roster.includes(person), isDone }
  }
  const box: BallotBox = {
    isOnline: true,
    opens: (settings = {}, people = ['ana', 'ben', 'mei']) => {
      roster = people
      const id = `round${rounds.value.length + 1}`
      const round: Round = {
        ...{ id, kind: 'vote', run: 'run', canvas: 'main', state: 'open', names: 'shown', title: `Vote ${id}` },
        ...{ vote: { ...BLANK_VOTE, ...settings }, openedAt: rounds.value.length, closedAt: null },
      }
      rounds.set([...rounds.value, round])
      return id
    },
    closes: () => {
      const round = open()
      if (!round) return
      const all = [...ballots.values()].map(({ ballot }) => ballot)
      const totals = totalsOf(all)
      const dots = all.reduce((sum, each) => sum + spentIn(each), 0)
      const voters = all.filter(each => each.size > 0).length
      rounds.set(rounds.value.map(each => (each === round ? { ...each, state: 'closed', closedAt: 1 } : each)))
      results.set([...results.value, { round: round.id, title: round.title, totals, voters, dots, of: roster.length }])
      ballots.clear()
    },
    beats: () => {
      const round = open()
      if (!round) return progress.set([])
      const done = roster.filter(person => mineOf(person).isDone).length
      const totals = totalsOf([...ballots.values()].map(({ ballot }) => ballot))
      progress.set([{ round: round.id, done, of: roster.length, ...(round.vote?.live && { totals }) }])
    },
    casts: (person, note, dots) => {
      const { ballot, isDone } = mineOf(person)
      ballots.set(person, { ballot: withCast(ballot, { note, dots }), isDone })
      elsewhere.tell({ ...answer(person), round: open()?.id ?? '', person })
    },
    of: person => Object.fromEntries(mineOf(person).ballot),
    polls: person => {
      const change = (run: () => boolean): Promise<CastOutcome> => {
        if (!box.isOnline) return Promise.resolve({ kind: 'unreachable' })
        return Promise.resolve(run() ? { kind: 'kept', ballot: answer(person) } : { kind: 'refused' })
      }
      return {
        ...{ rounds, results, progress },
        told: { subscribe: listener => elsewhere.subscribe(each => each.person === person && listener(each)) },
        ballot: () => Promise.resolve(box.isOnline ? answer(person) : undefined),
        cast: (id, note, dots) =>
          change(() => {
            const round = open()
            const { ballot, isDone } = mineOf(person)
            if (round?.id !== id || !round.vote || !roster.includes(person)) return false
            if (castFault(round.vote, ballot, { note, dots }, areaOf)) return false
            ballots.set(person, { ballot: withCast(ballot, { note, dots }), isDone })
            return true
          }),
        finish: (id, isDone) =>
          change(() => {
            if (open()?.id !== id || !roster.includes(person)) return false
            ballots.set(person, { ...mineOf(person), isDone })
            return true
          }),
        close: () => {
          box.closes()
          return Promise.resolve(true)
        },
        extend: () => Promise.resolve(false),
        standing: () => {
          const { vote } = open() ?? {}
          const left = roster.filter(each => vote && leftOf(vote, mineOf(each).ballot, areaOf).dots > 0)
          const done = roster.filter(each => mineOf(each).isDone).length
          return Promise.resolve({ done, of: roster.length, withLeft: left.length })
        },
      }
    },
  }
  return box
}
