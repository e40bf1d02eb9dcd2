/** Who may come in, and as whom: links, guest sessions, scripts by Bearer, tickets. Answers from memory and storage, writes through the tick. */
import type { BoardDocument } from '../../shared/wire/document.ts'
import type { CloseCode } from '../../shared/wire/messages.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import type { Ink, Role } from '../../shared/workshop/roles.ts'
import { higherRole, INKS } from '../../shared/workshop/roles.ts'
import { writePerson, writeStanding } from '../../shared/workshop/workshop.ts'
import { workshopName } from '../rooms/names.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Batch, Storage, StoredLink, StoredPerson, StoredSession, StoredTicket } from '../storage/storage.ts'
import { StorageError } from '../storage/storage.ts'
import type { BoardUse } from './board-use.ts'
import { DAY_MS, goneAtOf } from './days.ts'
import { Member } from './member.ts'
import { newLink } from './new-link.ts'
import type { NewLink } from './new-link.ts'
import { derivedId, hashOf } from './secrets.ts'

/** A ticket is to be used within a minute; then it stands for its person in that room for a day. */
const TICKET_MS = 60_000
const TICKET_LIFE_MS = DAY_MS
/** A guest session ends when its browser was not seen for so long. */
const SESSION_MS = 30 * DAY_MS
/** Seen is written at most so often. */
const SEEN_MS = DAY_MS

/** Where those wait who are new at a board that wants it so. */
export interface Lobby {
  isAt(board: string): boolean
  /** Resolves when it is on disk that this person waits. */
  hold(board: string, person: string): Promise<void>
}

export interface AccessOptions {
  readonly storage: Storage
  readonly rooms: Rooms
  readonly use: BoardUse
  readonly lobby: Lobby
  readonly now: () => number
  readonly newId: () => string
  readonly newSecret: () => string
}

export interface Joined {
  readonly member: Member
  /** The session's secret, if this browser had none. */
  readonly cookie: string | undefined
}

/** What a secret opens, or why it opens nothing now. Who holds a secret that once was good has proved it, and is told. */
export type Opening =
  | { readonly kind: 'open'; readonly link: StoredLink }
  | { readonly kind: 'closed'; readonly why: 'expired' | 'replaced' | 'revoked' }
  | { readonly kind: 'deleted'; readonly goneAt: number; readonly owner: boolean }
  | { readonly kind: 'unknown' }

export class Access {
  readonly #options: AccessOptions
  /** Board → person id → member, for boards that somebody asked for. */
  readonly #boards = new Map<string, Map<string, Member>>()

  constructor(options: AccessOptions) {
    this.#options = options
  }

  // Reading -----------------------------------------------------------------------------------------------------------

  /** Members of a board by id, removed ones too. */
  members(board: string): Map<string, Member> {
    let members = this.#boards.get(board)
    if (!members) {
      const { storage } = this.#options
      const [waiting, muted] = [storage.workshop(board, 'waiting'), storage.workshop(board, 'muted')]
      const standing = ({ id }: StoredPerson) => ({ isWaiting: waiting.has(id), isMuted: muted.has(id) })
      members = new Map(storage.people(board).map(person => [person.id, new Member(person, standing(person))]))
      this.#boards.set(board, members)
    }
    return members
  }

  opening(board: string, secret: string): Opening {
    const { storage, now } = this.#options
    const stored = storage.board(board)
    const link = stored && storage.linkByHash(board, hashOf(secret))
    if (!stored || !link) return { kind: 'unknown' }
    const why = this.#closedBecause(link)
    if (why) return { kind: 'closed', why }
    if (stored.deletedAt === null) return { kind: 'open', link }
    const goneAt = goneAtOf(stored.deletedAt)
    return goneAt > now() ? { kind: 'deleted', goneAt, owner: this.makesOwner(link) } : { kind: 'unknown' }
  }

  #closedBecause(link: StoredLink): 'expired' | 'replaced' | 'revoked' | undefined {
    if (link.revokedAt !== null) return link.isReplaced ? 'replaced' : 'revoked'
    if (link.person !== null && !this.#present(link.board, link.person)) return 'revoked'
    return link.expiresAt !== null && link.expiresAt <= this.#options.now() ? 'expired' : undefined
  }

  /** The link that this secret opens now: not revoked, not expired, on a board that is not deleted. */
  link(board: string, secret: string): StoredLink | undefined {
    const opening = this.opening(board, secret)
    return opening.kind === 'open' ? opening.link : undefined
  }

  /** Whom a personal link goes on as. */
  personOf(link: StoredLink): Member | undefined {
    return link.person === null ? undefined : this.#present(link.board, link.person)
  }

  makesOwner(link: StoredLink): boolean {
    return link.kind === 'owner' || (this.personOf(link)?.person.owner ?? false)
  }

  exists(board: string): boolean {
    const stored = this.#options.storage.board(board)
    return stored !== undefined && stored.deletedAt === null
  }

  /** For a member of a deleted board, while it can be taken back. */
  deletedFor(board: string, cookie: string | undefined): { goneAt: number; owner: boolean } | undefined {
    const { storage, now } = this.#options
    const deletedAt = storage.board(board)?.deletedAt
    const id = this.session(cookie)?.people[board]
    const member = id ? this.#present(board, id) : undefined
    if (!member || typeof deletedAt !== 'number' || goneAtOf(deletedAt) <= now()) return undefined
    return { goneAt: goneAtOf(deletedAt), owner: member.person.owner }
  }

  /** A purged board leaves nothing in memory. */
  forget(board: string): void {
    this.#boards.delete(board)
  }

  session(cookie: string | undefined): StoredSession | undefined {
    const session = cookie ? this.#options.storage.session(hashOf(cookie)) : undefined
    return session && session.seenAt + SESSION_MS > this.#options.now() ? session : undefined
  }

  /** Whom this browser is at a board. */
  bySession(board: string, cookie: string | undefined): Member | undefined {
    const id = this.session(cookie)?.people[board]
    return id && this.exists(board) ? this.#present(board, id) : undefined
  }

  #present(board: string, id: string): Member | undefined {
    const member = this.members(board).get(id)
    return member && !member.isRemoved ? member : undefined
  }

  /** Notes that somebody came, once a day. A disk that takes nothing keeps nobody from coming. */
  async use(board: string): Promise<void> {
    const entries = this.#options.use.follow(board)
    if (entries.length === 0) return
    await this.#options.rooms.tick.write(entries).catch((error: unknown) => {
      if (!(error instanceof StorageError)) throw error
    })
  }

  /** Keeps an old session alive by a row a day. */
  async touch(cookie: string | undefined): Promise<void> {
    const session = this.session(cookie)
    const now = this.#options.now()
    if (!session || now - session.seenAt < SEEN_MS) return
    await this.#options.rooms.tick.write([{ kind: 'session', session: { ...session, seenAt: now } }])
  }

  // Joining -----------------------------------------------------------------------------------------------------------

  /** Makes a guest, or finds the one this browser is: the higher role, the newer name. */
  async join(
    link: StoredLink,
    guest: { readonly name: string; readonly color: Ink | undefined; readonly cookie: string | undefined },
  ): Promise<Joined> {
    const { newId, newSecret, now } = this.#options
    const known = this.session(guest.cookie)
    const cookie = known ? undefined : newSecret()
    const before = this.personOf(link)?.person ?? this.bySession(link.board, guest.cookie)?.person
    const person: StoredPerson = before
      ? { ...raised(before, link), name: guest.name, color: guest.color ?? before.color }
      : this.#newPerson(newId(), link, { name: guest.name, color: guest.color })
    const session: StoredSession = {
      hash: known?.hash ?? hashOf(cookie ?? ''),
      createdAt: known?.createdAt ?? now(),
      seenAt: now(),
      people: { ...known?.people, [link.board]: person.id },
    }
    const isWaiting = !before && (await this.#waits(person, link))
    return { member: await this.save(person, [{ kind: 'session', session }], { isWaiting }), cookie }
  }

  /** Who is new waits, where there is a lobby; those who could admit them do not. */
  async #waits({ id, board }: StoredPerson, { role }: StoredLink): Promise<boolean> {
    const { lobby } = this.#options
    if (role === 'facilitator' || !lobby.isAt(board)) return false
    await lobby.hold(board, id)
    return true
  }

  #newPerson(
    id: string,
    link: StoredLink,
    { name, color }: { readonly name: string; readonly color: Ink | undefined },
  ): StoredPerson {
    return {
      id,
      board: link.board,
      name,
      color: color ?? this.freeInk(link.board),
      role: link.role,
      owner: link.kind === 'owner',
      link: link.id,
      joinedAt: this.#options.now(),
      removedAt: null,
    }
  }

  /** The person of a script: one for each link and name, whatever the number of its connections. */
  async byBearer(board: string, secret: string, name: string): Promise<Member | undefined> {
    const link = this.link(board, secret)
    if (!link) return undefined
    if (link.person !== null) return this.personOf(link)
    const id = derivedId('bearer', link.id, name)
    const known = this.members(board).get(id)
    if (known) return known.isRemoved ? undefined : known
    const person = this.#newPerson(id, link, { name, color: undefined })
    return this.save(person, [], { isWaiting: await this.#waits(person, link) })
  }

  /** The ink that fewest people of the board wear. */
  freeInk(board: string): Ink {
    const worn = [...this.members(board).values()]
      .filter(member => !member.isRemoved)
      .map(member => member.person.color)
    const count = (ink: Ink) => worn.filter(each => each === ink).length
    return INKS.reduce((best, ink) => (count(ink) < count(best) ? ink : best))
  }

  // Tickets -----------------------------------------------------------------------------------------------------------

  async makeTicket(member: Member): Promise<string> {
    const { newSecret, now, rooms } = this.#options
    const secret = newSecret()
    const { id, board } = member.person
    const ticket: StoredTicket = { hash: hashOf(secret), board, person: id, room: null, madeAt: now() }
    await rooms.tick.write([{ kind: 'ticket', ticket }])
    return secret
  }

  /** Whom a ticket stands for in this room; binds it to the room at its first use. */
  async byTicket(board: string, room: string, secret: string): Promise<Member | undefined> {
    const { storage, now, rooms } = this.#options
    const ticket = storage.ticket(hashOf(secret))
    if (!ticket || ticket.board !== board || !this.exists(board)) return undefined
    const age = now() - ticket.madeAt
    const isGood = ticket.room === null ? age <= TICKET_MS : ticket.room === room && age <= TICKET_LIFE_MS
    if (!isGood) return undefined
    if (ticket.room === null) await rooms.tick.write([{ kind: 'ticket', ticket: { ...ticket, room } }])
    return this.#present(board, ticket.person)
  }

  // Changing people ---------------------------------------------------------------------------------------------------

  /** Writes a person, and what belongs to it, in one commit with the workshop document; then live sockets follow. */
  async save(person: StoredPerson, more: Batch = [], { isWaiting = false } = {}): Promise<Member> {
    const { rooms, now } = this.#options
    const show = (document: BoardDocument) => {
      writePerson(document, person)
      if (isWaiting) writeStanding(document, person.id, 'waiting', true)
    }
    await rooms.edit(workshopName(person.board), 'server', show, [{ kind: 'person', person }, ...more])
    const members = this.members(person.board)
    const known = members.get(person.id)
    if (!known) {
      const member = new Member(person, { isWaiting, isMuted: false })
      members.set(person.id, member)
      return member
    }
    const role = known.person.role
    known.become(person, now())
    this.#follow(known, role)
    return known
  }

  /** Live sockets of a changed person: told their role, shown under their name. */
  #follow(member: Member, before: Role): void {
    const { board, role } = member.person
    for (const peer of this.#peersOf(member)) if (role !== before) peer.notify({ kind: 'role', role })
    for (const room of this.#options.rooms.roomsOf(board)) room.restampPresence()
  }

  #peersOf(member: Member) {
    return [...this.#options.rooms.peersOf(member.person.board)].filter(peer => peer.member === member)
  }

  /** Ends what a person may do here; their sockets are closed before this resolves. */
  async remove(member: Member): Promise<void> {
    await this.save({ ...member.person, removedAt: this.#options.now() })
    this.#close(member, CLOSE.removed)
  }

  #close(member: Member, code: CloseCode): void {
    for (const peer of this.#peersOf(member)) peer.close(code)
  }

  // Links -------------------------------------------------------------------------------------------------------------

  async makeLink(board: string, role: Role, options: Partial<NewLink> = {}) {
    const made = newLink(board, role, this.#options, options)
    await this.#options.rooms.tick.write([{ kind: 'link', link: made.link }])
    return made
  }

  /** A link by which this person is known on another device. A new one takes the place of the last. */
  async makePersonalLink({ person }: Member) {
    const { storage, rooms, now } = this.#options
    const made = newLink(person.board, person.role, this.#options, { kind: 'personal', person: person.id })
    const last = storage.links(person.board).filter(each => each.person === person.id && each.revokedAt === null)
    await rooms.tick.write([
      ...last.map(link => ({ kind: 'link', link: { ...link, revokedAt: now(), isReplaced: true } }) as const),
      { kind: 'link', link: made.link },
    ])
    return made
  }

  async changeLink(link: StoredLink): Promise<void> {
    await this.#options.rooms.tick.write([{ kind: 'link', link }])
  }

  /** A new secret for the same role and label; who came by the old one stays. */
  async rotateLink(link: StoredLink) {
    const { newId, newSecret, now, rooms } = this.#options
    const secret = newSecret()
    const fresh: StoredLink = { ...link, id: newId(), hash: hashOf(secret), createdAt: now(), revokedAt: null }
    await rooms.tick.write([
      { kind: 'link', link: { ...link, revokedAt: now(), isReplaced: true } },
      { kind: 'link', link: fresh },
    ])
    return { link: fresh, secret }
  }

  /** Closes a link, and removes the people who came by it unless they are to stay. */
  async revokeLink(link: StoredLink, options: { readonly people: 'remove' | 'keep' }): Promise<number> {
    await this.changeLink({ ...link, revokedAt: this.#options.now() })
    if (options.people === 'keep') return 0
    const came = this.cameBy(link)
    for (const member of came) await this.remove(member)
    return came.length
  }

  /** People who came by a link and are still here. */
  cameBy(link: StoredLink): Member[] {
    return [...this.members(link.board).values()].filter(member => !member.isRemoved && member.person.link === link.id)
  }
}

/** Whoever comes again, by another link: the higher role. By a personal link they are who they are. */
function raised(person: StoredPerson, link: StoredLink): StoredPerson {
  if (link.kind === 'personal') return person
  const role = higherRole(person.role, link.role)
  // An owner came by the owner's link: who revokes the link they first came by does not remove them.
  return link.kind === 'owner' ? { ...person, role, owner: true, link: link.id } : { ...person, role }
}
