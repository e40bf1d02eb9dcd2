/** What facilitators are told of how people work in the running step. Reckoned when it is asked for; nothing of it is kept. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import type { BoardDocument } from '../../shared/wire/document.ts'
import type { AreaCounts, Dashboard, DashboardRow } from '../../shared/workshop/dashboard.ts'
import type { AreaOf } from '../../shared/workshop/ballots.ts'
import type { DraftNote } from '../../shared/workshop/drafts.ts'
import type { Run } from '../../shared/workshop/session.ts'
import { atLeast } from '../../shared/workshop/roles.ts'
import type { Member } from '../access/member.ts'
import { counted, privateRound, waitingIn } from './drafts.ts'
import { standingOf, voteOf } from './open-vote.ts'
import type { WorkshopState } from './state.ts'
import { NOW, runOf } from './state.ts'

/** Who left so long ago no longer belongs to those one waits for, unless they have left something in this step. */
const GONE_MS = 60 * 60_000

/** A note, as far as it is counted. */
export interface Counted {
  readonly id: string
  readonly person: string
  readonly area: Area
}

export interface DashboardSource {
  readonly state: WorkshopState
  readonly now: number
  readonly members: ReadonlyMap<string, Member>
  readonly drafts: (round: string) => readonly DraftNote[]
  /** Who has a note open to write in, by id. */
  readonly writers: ReadonlySet<string>
  /** What lies on the canvas. */
  readonly notes: () => readonly Counted[]
  readonly areaOf: () => AreaOf
}

export const countedIn = (document: BoardDocument): readonly Counted[] =>
  openCanvas(document)
    .notes.all()
    .map(({ id, author, place: [area] }) => ({ id, person: author, area }))

/** What was written in the step, and whether it may be told whose it is. */
interface Written {
  readonly notes: readonly Counted[]
  /** Of these, what waits for the reveal. */
  readonly hidden: readonly Counted[]
  readonly isNamed: boolean
}

function writtenIn(run: Run | undefined, { state, drafts, notes }: DashboardSource): Written {
  const round = run?.round ? privateRound(state, run.round) : undefined
  if (round) {
    const all = drafts(round.id)
    return { notes: all, hidden: waitingIn(state, round, all), isNamed: round.names !== 'never' }
  }
  const before = new Set(state.before.get(NOW))
  const isVote = run?.plan.vote !== null
  return { notes: isVote ? [] : notes().filter(({ id }) => !before.has(id)), hidden: [], isNamed: true }
}

export function dashboardOf(source: DashboardSource, me: Member): Dashboard {
  const { state, now, members, areaOf, writers } = source
  const run = runOf(state)
  const since = run?.startedAt ?? 0
  const written = writtenIn(run, source)
  const round = state.round.get(run?.round ?? '')
  const vote = round && voteOf(round, state)
  const votes = new Map(vote && standingOf(vote, areaOf()).people.map(each => [each.id, each]))
  const wrote = new Set(written.notes.map(({ person }) => person))
  const isAsked = (member: Member): boolean =>
    wrote.has(member.person.id) || votes.has(member.person.id) || state.ready.has(member.person.id)
  const wasHere = ({ trace: { isHere, leftAt } }: Member): boolean =>
    isHere || (leftAt !== undefined && now - leftAt < GONE_MS)
  const working = [...members.values()].filter(
    member =>
      !member.isRemoved &&
      !member.isWaiting &&
      atLeast(member.person.role, 'participant') &&
      (isAsked(member) || wasHere(member)),
  )
  const row = (member: Member): DashboardRow => {
    const { id, name, color, role } = member.person
    const { isHere, leftAt = null, actedAt = 0 } = member.trace
    const isTheirs = ({ person }: Counted): boolean => person === id
    const voter = votes.get(id)
    return {
      ...{ id, name, color, role, ready: state.ready.has(id) },
      ...(!isHere && { away: leftAt }),
      ...(written.isNamed && {
        // Before the step is no matter of this step.
        ...{ idle: Math.max(since, actedAt), writing: writers.has(id) },
        ...{ blocks: byArea(written.notes.filter(isTheirs)), hidden: written.hidden.filter(isTheirs).length },
      }),
      ...(voter && { vote: { left: voter.left, done: voter.isDone } }),
    }
  }
  return {
    ...{ run: run?.id ?? null, now, blocks: byArea(written.notes) },
    writing: working.filter(member => member !== me && writers.has(member.person.id)).length,
    waiting: working.filter(
      ({ person, trace: { isHere, leftAt = 0 } }) => !isHere && (wrote.has(person.id) || leftAt >= since),
    ).length,
    people: working.map(row),
  }
}

const byArea = (notes: readonly Counted[]): AreaCounts => counted(notes, ({ area }) => area)
