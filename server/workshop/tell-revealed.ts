/** Where names are never stored nothing on the canvas says whose a note was. Its author alone hears, over their own draft, which of their notes are shown: nothing more is kept for it. */
import { parseDocumentName } from '../rooms/names.ts'
import type { Peer } from '../rooms/peer.ts'
import type { Room } from '../rooms/room.ts'
import type { DraftNote } from '../../shared/workshop/drafts.ts'
import { privateRound, revealedKey } from './drafts.ts'
import type { WorkshopState } from './state.ts'

interface Source {
  readonly state: WorkshopState
  readonly drafts: (round: string) => readonly DraftNote[]
}

export function tellRevealed(room: Room, { state, drafts }: Source, peers: Iterable<Peer> = room.peers): void {
  const name = parseDocumentName(room.name)
  const round = name?.kind === 'draft' ? privateRound(state, name.round) : undefined
  if (name?.kind !== 'draft' || round?.names !== 'never') return
  const shown = drafts(round.id).filter(
    note => note.person === name.person && state.draft.has(revealedKey(round, note)),
  )
  if (shown.length === 0) return
  for (const peer of peers) peer.notify({ kind: 'revealed', notes: shown.map(({ id }) => id) })
}
