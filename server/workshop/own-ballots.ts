/** A voter's other devices hear at once what was given on one of them: a line to their own sockets, and not a byte to anybody else (P19). */
import type { AreaOf } from '../../shared/workshop/ballots.ts'
import type { Peer } from '../rooms/peer.ts'
import { ballotKey, mineIn, voteOf } from './open-vote.ts'
import { openRounds } from './rounds.ts'
import type { WorkshopState } from './state.ts'

export function tellBallots(
  before: WorkshopState,
  state: WorkshopState,
  { peers, areaOf }: { readonly peers: Iterable<Peer>; readonly areaOf: () => AreaOf },
): void {
  if (before.ballot === state.ballot) return
  const votes = openRounds(state).flatMap(round => voteOf(round, state) ?? [])
  for (const peer of peers)
    for (const vote of votes) {
      const { id } = peer.person
      const key = ballotKey(vote.round, id)
      if (before.ballot.get(key) === state.ballot.get(key)) continue
      const { mine, isVoter, isDone } = mineIn(vote, id, areaOf())
      peer.notify({ kind: 'ballot', round: vote.round, mine, isVoter, isDone })
    }
}
