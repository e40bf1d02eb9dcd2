/** Tells each socket how many are done with the step, and whether its own person is. Who they are only facilitators hear, unless they share it: who is named beside who is not would be who is silent. */
import type { Notice } from '../../shared/wire/messages.ts'
import { openWorkshop } from '../../shared/workshop/workshop.ts'
import type { Member } from '../access/member.ts'
import { workshopName } from '../rooms/names.ts'
import type { Peer } from '../rooms/peer.ts'
import type { Room } from '../rooms/room.ts'
import type { Rooms } from '../rooms/rooms.ts'
import { ReadOnce } from './read-once.ts'
import type { WorkshopState } from './state.ts'
import { runOf } from './state.ts'

export class Readiness {
  readonly #isShared: ReadOnce<boolean>
  /** What each was told last. */
  readonly #told = new WeakMap<Peer, string>()

  constructor(rooms: () => Rooms) {
    this.#isShared = new ReadOnce(rooms, document => openWorkshop(document).settings.value.silentShown)
  }

  /** Whoever has not heard it yet. */
  tell(room: Room, state: WorkshopState, members: ReadonlyMap<string, Member>, peers: Iterable<Peer> = room.peers) {
    const run = runOf(state)
    if (!run) return
    const people = [...state.ready.keys()]
    const working = [...members.values()].filter(({ person, trace }) => person.role === 'participant' && trace.isHere)
    const ready = working.filter(({ person }) => state.ready.has(person.id)).length
    const isShared = this.#isShared.on(room.name) ?? false
    for (const peer of peers) {
      const { id, role } = peer.person
      const notice: Notice = {
        ...{ kind: 'ready', run: run.id, ready, of: working.length, mine: state.ready.has(id) },
        ...((isShared || role === 'facilitator') && { people }),
      }
      const text = JSON.stringify(notice)
      if (this.#told.get(peer) === text) continue
      this.#told.set(peer, text)
      peer.notify(notice)
    }
  }

  forget(board: string): void {
    this.#isShared.forget(workshopName(board))
  }
}
