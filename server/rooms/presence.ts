/** Who points where in one room: rewritten by the server, so that nobody speaks for another, and merged so that the latest wins. */
import { createDecoder, hasContent, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import type { Person } from './peer.ts'

const MAX_STATE_LENGTH = 2_048
const MAX_CLOCK_STEP = 1_000
const NOBODY = 'null'
const POISON = /"(?:__proto__|constructor|prototype)"\s*:/

/** What a person's tab may say of itself, minus what the running step keeps private. */
export type Strip = (state: Readonly<Record<string, unknown>>, person: Person) => Readonly<Record<string, unknown>>

/** Of what people say only the name that stock clients show; where they point, choose and write is theirs, and no words go beside it. */
export const withoutPointers = (state: Parameters<Strip>[0]): ReturnType<Strip> =>
  'user' in state ? { user: state['user'] } : {}

interface State {
  clock: number
  /** As it came, to know what is said once more from what is new. */
  said: string
  /** JSON as sent to others. */
  json: string
}

/** One peer's own line in the presence of a room. */
export interface PresenceOwner {
  readonly person: Person
  /** The awareness client id this socket speaks for; bound by its first frame. */
  presenceId: number | undefined
}

const newLineId = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0

/** Who speaks for the server: nobody's person. */
const SERVER = { id: 'server' } as const

/** `repeated`: the first word of a line, or what it said before: libraries do both of their own accord. */
export type PresenceVerdict = 'taken' | 'repeated' | 'ignored' | 'malformed'

export class RoomPresence {
  readonly #states = new Map<number, State>()
  readonly #owners = new Map<number, PresenceOwner>()
  readonly #dirty = new Set<number>()
  /** The awareness client id of the server's own line: of as many bytes in each room. */
  readonly #serverId = (newLineId() | 0x80000000) >>> 0
  #beats = 0

  /** Live tabs; equal to the sockets that ever said something. */
  get size(): number {
    return this.#states.size
  }

  get isDirty(): boolean {
    return this.#dirty.size > 0
  }

  /** Takes what a peer says of itself out of an awareness update; what it says of others is ignored. Never throws. */
  take(owner: PresenceOwner, payload: Uint8Array, strip: Strip): PresenceVerdict {
    let own: { id: number; clock: number; json: string } | undefined
    try {
      const decoder = createDecoder(payload)
      const count = readVarUint(decoder)
      for (let i = 0; i < count && hasContent(decoder); i++) {
        const entry = { id: readVarUint(decoder), clock: readVarUint(decoder), json: readVarString(decoder) }
        if (this.#isOwn(owner, entry.id)) own = entry
      }
    } catch {
      return 'malformed'
    }
    return own ? this.#put(owner, own, strip) : 'ignored'
  }

  #isOwn(owner: PresenceOwner, id: number): boolean {
    if (owner.presenceId !== undefined) return owner.presenceId === id
    const before = this.#owners.get(id)
    if (id === this.#serverId) return false
    if (!before) return true
    // The same person again: their old line is dead and does not know it yet.
    if (before.person.id !== owner.person.id) return false
    before.presenceId = undefined
    return true
  }

  #put(owner: PresenceOwner, entry: { id: number; clock: number; json: string }, strip: Strip): PresenceVerdict {
    const known = this.#states.get(entry.id)
    if (entry.json.length > MAX_STATE_LENGTH || POISON.test(entry.json)) return 'ignored'
    if (known && (entry.clock < known.clock || entry.clock > known.clock + MAX_CLOCK_STEP)) return 'ignored'
    const state = parse(entry.json)
    if (state === undefined) return 'malformed'
    owner.presenceId = entry.id
    this.#owners.set(entry.id, owner)
    this.#states.set(entry.id, {
      clock: entry.clock,
      said: entry.json,
      json: state === null ? NOBODY : stamp(strip(state, owner.person), owner.person),
    })
    this.#dirty.add(entry.id)
    return known && known.said !== entry.json ? 'taken' : 'repeated'
  }

  /** Stamps everything anew: a name, a colour or a role changed, or a step began that hides more. */
  restamp(strip: Strip): void {
    for (const [id, state] of this.#states) {
      const owner = this.#owners.get(id)
      const known = parse(state.json)
      if (!owner || !known) continue
      const json = stamp(strip(known, owner.person), owner.person)
      if (json === state.json) continue
      // One later, or the others' libraries would take it for what they have.
      this.#states.set(id, { ...state, clock: state.clock + 1, json })
      this.#dirty.add(id)
    }
  }

  /** The server's own line: what it tells on a beat, be it the same (libraries forget who is silent), or null: nothing. */
  speak(state: Readonly<Record<string, unknown>> | null): void {
    if (!state && !this.#states.has(this.#serverId)) return
    const json = state ? JSON.stringify({ ...state, person: SERVER }) : NOBODY
    this.#states.set(this.#serverId, { clock: ++this.#beats, said: json, json })
    this.#dirty.add(this.#serverId)
  }

  /** Who has a note open to write in, also while nobody else is to see it. */
  get writers(): readonly string[] {
    return [...this.#owners].flatMap(([id, { person }]) => {
      const { caret } = parse(this.#states.get(id)?.said ?? NOBODY) ?? {}
      return caret === undefined || caret === null ? [] : [person.id]
    })
  }

  leave(owner: PresenceOwner): void {
    const id = owner.presenceId
    if (id === undefined || this.#owners.get(id) !== owner) return
    this.#owners.delete(id)
    const state = this.#states.get(id)
    if (state) {
      state.json = NOBODY
      this.#dirty.add(id)
    }
  }

  /** What changed since last asked, as one awareness update. Those who left are told once and forgotten. */
  takeNews(): Uint8Array {
    const news = this.#encode([...this.#dirty])
    for (const id of this.#dirty)
      if (!this.#owners.has(id) && this.#states.get(id)?.json === NOBODY) this.#states.delete(id)
    this.#dirty.clear()
    return news
  }

  /** Everybody, for one who comes. */
  everyone(): Uint8Array {
    return this.#encode([...this.#states.keys()])
  }

  #encode(ids: readonly number[]): Uint8Array {
    const encoder = createEncoder()
    const known = ids.flatMap(id => {
      const state = this.#states.get(id)
      return state ? [{ id, state }] : []
    })
    writeVarUint(encoder, known.length)
    for (const { id, state } of known) {
      writeVarUint(encoder, id)
      writeVarUint(encoder, state.clock)
      writeVarString(encoder, state.json)
    }
    return toUint8Array(encoder)
  }
}

/** The state as an object, null for "gone", undefined for anything else. */
function parse(json: string): Readonly<Record<string, unknown>> | null | undefined {
  try {
    const value: unknown = JSON.parse(json)
    if (value === null) return null
    return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

const stamp = (state: Readonly<Record<string, unknown>>, person: Person): string =>
  JSON.stringify({
    ...state,
    // Stock clients read `user`; they see the true name and no other.
    ...('user' in state ? { user: { name: person.name, color: person.color } } : {}),
    person: { id: person.id, name: person.name, color: person.color, role: person.role },
  })
