/** Voting as one person does it: the round that is open, my ballot in it, and the results that are there. */
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import type { AreaOf, Ballot, CastFault, Left, Ranked } from '../../shared/workshop/ballots.ts'
import { candidatesOn, castFault, isVoted, leftOf, NO_DOTS, rankedOf, withCast } from '../../shared/workshop/ballots.ts'
import type { Results, Round } from '../../shared/workshop/session.ts'
import type { VoteSettings } from '../../shared/workshop/step.ts'
import { latestFirst } from '../../shared/workshop/vote-files.ts'
import type { CastOutcome, Extension, MyBallot, Polls, Standing, VoteProgress } from './polls.ts'

/** An open round, and my part in it. */
export interface Vote {
  readonly round: Round
  readonly settings: VoteSettings
  /** My ballot as I want it: what the server keeps, and what is on its way there. */
  readonly mine: Ballot
  readonly left: Left
  /** False until the server told, and for whoever came after the round had begun. */
  readonly isVoter: boolean
  readonly isDone: boolean
}

/** What the candidates came to, for badges and lists. */
export interface Tally {
  readonly round: string
  readonly byNote: ReadonlyMap<string, Ranked>
}

export interface Voting {
  /** The round to vote in now: of several that are open the last that was opened, unless another was chosen. */
  readonly now: Watchable<Vote | undefined>
  readonly open: Watchable<readonly Round[]>
  choose(round: string): void
  /** How many of those who may vote have finished. */
  readonly progress: Watchable<VoteProgress | undefined>
  /** Latest first. */
  readonly results: Watchable<readonly Results[]>
  /** Whose badges the notes wear; none while a vote is open whose totals are hidden. */
  readonly shown: Watchable<Tally | undefined>
  show(round: string | undefined): void
  /** May this be given dots in the open round: is it there, as one paper, in a block that is voted? */
  isCandidate(note: string): boolean
  /** Why there can be no further dot of mine on it. */
  faultOf(note: string): CastFault | undefined
  /** Puts so many more dots on it, or takes them back. What cannot be is answered, and nothing changes. */
  give(note: string, more: number): CastFault | undefined
  finish(isDone: boolean): void
  close(): Promise<boolean>
  extend(more: Extension): Promise<boolean>
  standing(): Promise<Standing | undefined>
  /** Asks the server again: I may have voted on another device. */
  refresh(): void
  destroy(): void
}

export interface VotingOptions {
  readonly canvas: Watchable<Canvas>
  readonly polls: Polls
  /** A dot did not get there. */
  failed(why: 'refused' | 'unreachable'): void
}

const sameBallot = (ballot: MyBallot): Ballot => new Map(ballot.mine)

export function createVoting({ canvas, polls, failed }: VotingOptions): Voting {
  const now = new Value<Vote | undefined>(undefined)
  const open = new Value<readonly Round[]>([])
  const results = new Value<readonly Results[]>([])
  const progress = new Value<VoteProgress | undefined>(undefined)
  const shown = new Value<Tally | undefined>(undefined)
  let chosen: string | undefined
  let showing: string | undefined
  let showsLatest = true
  /** What the server keeps, by its last word. */
  let kept: MyBallot | undefined
  /** Dots that are on their way there. */
  const wanted = new Map<string, number>()
  /** One at a time, in the order in which they were given. */
  let line: Promise<unknown> = Promise.resolve()
  let isEnded = false

  const areaOf: AreaOf = id => candidatesOn(canvas.value)(id)

  const renew = () => {
    const round = open.value.find(each => each.id === chosen) ?? open.value[0]
    const settings = round?.vote
    if (!round || !settings) return now.set(undefined)
    let mine = kept ? sameBallot(kept) : NO_DOTS
    for (const [note, dots] of wanted) mine = withCast(mine, { note, dots })
    const { isVoter = false, isDone = false } = kept ?? {}
    now.set({ round, settings, mine, left: leftOf(settings, mine, areaOf), isVoter, isDone })
  }
  const retally = () => {
    const open = now.value?.round
    progress.set(polls.progress.value.find(({ round }) => round === open?.id))
    if (open) {
      const totals = progress.value?.totals
      shown.set(totals && tallyOf(open.id, totals))
      return
    }
    const result = showsLatest ? results.value[0] : results.value.find(({ round }) => round === showing)
    shown.set(result && tallyOf(result.round, result.totals))
  }
  const isStill = (round: string): boolean => !isEnded && now.value?.round.id === round

  const ask = async () => {
    const round = now.value?.round.id
    if (round === undefined) return
    const ballot = await polls.ballot(round)
    if (!ballot || !isStill(round) || wanted.size > 0) return
    kept = ballot
    renew()
  }
  const readRounds = () => {
    const before = now.value?.round.id
    open.set(
      polls.rounds.value
        .filter(round => round.kind === 'vote' && round.state === 'open')
        .sort((a, b) => b.openedAt - a.openedAt || (a.id < b.id ? -1 : 1)),
    )
    renew()
    if (now.value?.round.id !== before) {
      kept = undefined
      wanted.clear()
      renew()
      void ask()
    }
    retally()
  }
  const readResults = () => {
    results.set(latestFirst(polls.results.value, polls.rounds.value))
    retally()
  }

  const send = (round: string, run: () => Promise<CastOutcome>, settled: () => void) => {
    line = line.then(async () => {
      const outcome = await run()
      if (!isStill(round)) return
      settled()
      if (outcome.kind === 'kept') kept = outcome.ballot
      else failed(outcome.kind)
      renew()
      if (outcome.kind !== 'kept') void ask()
    })
  }

  let unhear: Unsubscribe = () => undefined
  const hear = () => {
    unhear()
    const ends = [canvas.value.notes.subscribe(renew), canvas.value.groups.subscribe(renew)]
    unhear = () => {
      for (const end of ends) end()
    }
    renew()
  }
  hear()
  const stops = [
    canvas.subscribe(hear),
    polls.rounds.subscribe(readRounds),
    polls.results.subscribe(readResults),
    polls.progress.subscribe(retally),
    // What is on its way from here is newer.
    polls.told.subscribe(({ round, ...ballot }) => {
      if (!isStill(round) || wanted.size > 0) return
      kept = ballot
      renew()
    }),
  ]
  readRounds()
  readResults()

  const faultOf = (note: string, more: number): CastFault | undefined => {
    const { settings, mine } = now.value ?? {}
    if (!settings || !mine) return 'notVoted'
    return castFault(settings, mine, { note, dots: (mine.get(note) ?? 0) + more }, areaOf)
  }

  return {
    now,
    open,
    choose: round => {
      chosen = round
      readRounds()
    },
    progress,
    results,
    shown,
    show: round => {
      showing = round
      showsLatest = false
      retally()
    },
    isCandidate: note => {
      const area = areaOf(note)
      return area !== undefined && now.value !== undefined && isVoted(now.value.settings, area)
    },
    faultOf: note => faultOf(note, 1),
    give: (note, more) => {
      const vote = now.value
      if (!vote?.isVoter) return 'notVoted'
      const fault = faultOf(note, more)
      if (fault) return fault
      const dots = (vote.mine.get(note) ?? 0) + more
      const { id } = vote.round
      wanted.set(note, dots)
      renew()
      // Another dot on the same note may have been wanted meanwhile.
      send(
        id,
        () => polls.cast(id, note, dots),
        () => wanted.get(note) === dots && wanted.delete(note),
      )
      return undefined
    },
    finish: isDone => {
      const round = now.value?.round.id
      if (round !== undefined && now.value?.isVoter)
        send(
          round,
          () => polls.finish(round, isDone),
          () => undefined,
        )
    },
    close: async () => now.value !== undefined && polls.close(now.value.round.id),
    extend: async more => now.value !== undefined && polls.extend(now.value.round.id, more),
    standing: async () => now.value && polls.standing(now.value.round.id),
    refresh: () => void ask(),
    destroy: () => {
      isEnded = true
      unhear()
      for (const stop of stops) stop()
    },
  }
}

const tallyOf = (round: string, totals: Parameters<typeof rankedOf>[0]): Tally => ({
  round,
  byNote: new Map(rankedOf(totals).map(ranked => [ranked.note, ranked])),
})
