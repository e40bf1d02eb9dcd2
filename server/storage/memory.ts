/** Storage without a disk, for tests: the contract in its plainest form. */
import { readFileSync, writeFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import type {
  Batch,
  Entry,
  Faults,
  ImageFacts,
  Storage,
  StoredBoard,
  StoredDocument,
  StoredImage,
  StoredLink,
  StoredOperator,
  StoredPerson,
  StoredSession,
  StoredTicket,
  StoredVersion,
  WorkshopPart,
} from './storage.ts'
import { KEPT, StorageError, boardOf } from './storage.ts'

interface Doc {
  readonly epoch: number
  readonly schema: number
  readonly base: number
  readonly head: number
  readonly snapshot: Uint8Array | undefined
  readonly log: ReadonlyMap<number, Uint8Array>
  readonly clients: ReadonlyMap<number, string>
  readonly makers: ReadonlyMap<string, string>
  readonly binned: ReadonlyMap<string, number>
}

interface StoredAnswer {
  readonly board: string
  readonly key: string
  readonly at: number
  readonly answer: string
}

interface WorkshopRow {
  readonly board: string
  readonly part: WorkshopPart
  readonly key: string
  readonly value: string
}

/** Everything that is kept. A batch works on a copy of these maps; the values in them never change. */
interface Kept {
  readonly boards: Map<string, StoredBoard>
  readonly links: Map<string, StoredLink>
  readonly people: Map<string, StoredPerson>
  readonly sessions: Map<string, StoredSession>
  readonly tickets: Map<string, StoredTicket>
  readonly answers: Map<string, StoredAnswer>
  readonly docs: Map<string, Doc>
  readonly versions: Map<string, StoredVersion>
  readonly workshop: Map<string, WorkshopRow>
  readonly images: Map<string, StoredImage>
  readonly operators: Map<string, StoredOperator>
  /** One entry at most. */
  readonly retention: Map<'days', number>
}

const copyOf = (kept?: Kept): Kept => ({
  boards: new Map(kept?.boards),
  links: new Map(kept?.links),
  people: new Map(kept?.people),
  sessions: new Map(kept?.sessions),
  tickets: new Map(kept?.tickets),
  answers: new Map(kept?.answers),
  docs: new Map(kept?.docs),
  versions: new Map(kept?.versions),
  workshop: new Map(kept?.workshop),
  images: new Map(kept?.images),
  operators: new Map(kept?.operators),
  retention: new Map(kept?.retention),
})

const wrong = (message: string): StorageError => new StorageError(message, { full: false })
const pair = (board: string, key: string): string => `${board} ${key}`

function deleteWhere<K, V>(map: Map<K, V>, isGone: (value: V, key: K) => boolean): void {
  for (const [key, value] of map) if (isGone(value, key)) map.delete(key)
}

function theDoc(kept: Kept, name: string): Doc {
  const doc = kept.docs.get(name)
  if (!doc) throw wrong(`There is no document ${name}.`)
  return doc
}

const EMPTY = {
  base: 0,
  head: 0,
  snapshot: undefined,
  log: new Map(),
  clients: new Map(),
  makers: new Map(),
  binned: new Map(),
}

type Writes = { readonly [K in Entry['kind']]: (kept: Kept, entry: Extract<Entry, { kind: K }>) => void }

const WRITES: Writes = {
  board: (kept, { board }) => kept.boards.set(board.id, board),
  changeBoard: (kept, { board: id, change }) => {
    const board = kept.boards.get(id)
    if (board) kept.boards.set(id, { ...board, ...change })
  },
  link: (kept, { link }) => kept.links.set(link.id, link),
  person: (kept, { person }) => kept.people.set(pair(person.board, person.id), person),
  session: (kept, { session }) => {
    deleteWhere(kept.sessions, each => each.seenAt < session.seenAt - KEPT.sessionMs)
    kept.sessions.set(session.hash, session)
  },
  endSession: (kept, { hash }) => kept.sessions.delete(hash),
  ticket: (kept, { ticket }) => {
    deleteWhere(kept.tickets, each => each.madeAt < ticket.madeAt - KEPT.ticketMs)
    kept.tickets.set(ticket.hash, ticket)
  },
  endTicket: (kept, { hash }) => kept.tickets.delete(hash),
  endTickets: (kept, { board, person }) =>
    deleteWhere(kept.tickets, each => each.board === board && (person === undefined || each.person === person)),

  document: (kept, { name, epoch, schema }) =>
    kept.docs.set(name, { ...(kept.docs.get(name) ?? EMPTY), epoch, schema }),
  update: (kept, { doc: name, sequence, data }) => {
    const doc = theDoc(kept, name)
    if (sequence !== doc.head + 1) throw wrong(`Row ${sequence} of ${name} cannot follow row ${doc.head}.`)
    kept.docs.set(name, { ...doc, head: sequence, log: new Map(doc.log).set(sequence, data) })
  },
  client: (kept, { doc: name, client, person }) => {
    const doc = theDoc(kept, name)
    if (!doc.clients.has(client)) kept.docs.set(name, { ...doc, clients: new Map(doc.clients).set(client, person) })
  },
  maker: (kept, { doc: name, record, person }) => {
    const doc = theDoc(kept, name)
    if (!doc.makers.has(record)) kept.docs.set(name, { ...doc, makers: new Map(doc.makers).set(record, person) })
  },
  bin: (kept, { doc: name, record, at }) => {
    const doc = theDoc(kept, name)
    const binned = new Map(doc.binned)
    if (at === null) binned.delete(record)
    else binned.set(record, at)
    kept.docs.set(name, { ...doc, binned })
  },
  snapshot: (kept, { doc: name, sequence, data }) => {
    const doc = theDoc(kept, name)
    if (sequence < doc.base || sequence > doc.head)
      throw wrong(`${name} has no row ${sequence} to fold into a snapshot.`)
    const log = new Map([...doc.log].filter(([row]) => row > sequence))
    kept.docs.set(name, { ...doc, base: sequence, snapshot: data, log })
  },
  renew: (kept, { doc: name, epoch, data }) => {
    const doc = theDoc(kept, name)
    kept.docs.set(name, { ...doc, epoch, base: doc.head, snapshot: data, log: new Map(), clients: new Map() })
  },
  endDocument: (kept, { name }) => {
    kept.docs.delete(name)
    deleteWhere(kept.versions, version => version.doc === name)
  },
  version: (kept, { version }) => {
    theDoc(kept, version.doc)
    kept.versions.set(version.id, version)
    const old = versionsOf(kept, version.doc).slice(0, -KEPT.versions)
    for (const { id } of old) kept.versions.delete(id)
  },

  answer: (kept, { board, key, at, answer }) => {
    deleteWhere(kept.answers, each => each.at < at - KEPT.answerMs)
    if (!kept.answers.has(pair(board, key))) kept.answers.set(pair(board, key), { board, key, at, answer })
  },
  workshop: (kept, { board, part, key, value }) => {
    const name = pair(board, pair(part, key))
    if (value === null) kept.workshop.delete(name)
    else if (kept.boards.has(board)) kept.workshop.set(name, { board, part, key, value })
  },
  image: (kept, { image }) => {
    if (kept.boards.has(image.board)) kept.images.set(pair(image.board, image.hash), image)
  },
  wantImage: (kept, { board, hash, at }) => {
    const image = kept.images.get(pair(board, hash))
    if (image) kept.images.set(pair(board, hash), { ...image, at: Math.max(image.at, at) })
  },
  endImage: (kept, { board, hash, at }) => {
    if ((kept.images.get(pair(board, hash))?.at ?? Infinity) <= at) kept.images.delete(pair(board, hash))
  },
  operator: (kept, { operator }) => kept.operators.set(operator.id, operator),
  endOperator: (kept, { id }) => kept.operators.delete(id),
  retention: (kept, { days }) => {
    if (days === null) kept.retention.clear()
    else kept.retention.set('days', days)
  },
  purge: (kept, { board, deletedBy }) => {
    if (deletedBy !== undefined && (kept.boards.get(board)?.deletedAt ?? Infinity) > deletedBy) return
    for (const map of [kept.links, kept.people, kept.tickets, kept.answers, kept.workshop, kept.images])
      deleteWhere<string, { readonly board: string }>(map, each => each.board === board)
    deleteWhere(kept.docs, (_doc, name) => boardOf(name) === board)
    deleteWhere(kept.versions, each => boardOf(each.doc) === board)
    for (const [hash, session] of kept.sessions) {
      const people = Object.entries(session.people).filter(([each]) => each !== board)
      kept.sessions.set(hash, { ...session, people: Object.fromEntries(people) })
    }
    kept.boards.delete(board)
  },
  probe: () => undefined,
}

function write<K extends Entry['kind']>(kept: Kept, entry: Extract<Entry, { kind: K }>): void {
  const change: (kept: Kept, entry: Extract<Entry, { kind: K }>) => void = WRITES[entry.kind]
  change(kept, entry)
}

const sorted = <T>(values: Iterable<T>, at: (value: T) => number, id: (value: T) => string): readonly T[] =>
  [...values].sort((a, b) => at(a) - at(b) || (id(a) < id(b) ? -1 : 1))

const factsOf = ({ bytes, ...facts }: StoredImage): ImageFacts => ({ ...facts, size: bytes.length })

const versionsOf = (kept: Kept, doc: string): readonly StoredVersion[] =>
  [...kept.versions.values()].filter(each => each.doc === doc).sort((a, b) => a.at - b.at)

function documentOf(kept: Kept, name: string): StoredDocument | undefined {
  const doc = kept.docs.get(name)
  if (!doc) return undefined
  const log = [...doc.log.values()]
  return {
    name,
    epoch: doc.epoch,
    schema: doc.schema,
    sequence: doc.head,
    updates: doc.snapshot ? [doc.snapshot, ...log] : log,
    damaged: false,
    logRows: log.length,
    logBytes: log.reduce((sum, data) => sum + data.length, 0),
    clients: doc.clients,
    makers: doc.makers,
    binned: doc.binned,
  }
}

class MemoryStorage implements Storage {
  readonly #faults: Faults
  #kept: Kept
  #isClosed = false

  constructor(kept: Kept, faults: Faults) {
    this.#kept = kept
    this.#faults = faults
  }

  async commit(batch: Batch): Promise<void> {
    if (batch.length === 0) return
    if (this.#isClosed) throw wrong('The storage is closed.')
    const next = copyOf(this.#kept)
    try {
      for (const entry of structuredClone(batch)) {
        this.#faults.beforeStatement?.()
        write(next, entry)
      }
      this.#faults.beforeCommit?.()
    } catch (error) {
      throw error instanceof StorageError ? error : new StorageError(String(error), { full: true, cause: error })
    }
    this.#kept = next
  }

  /** What the caller gets is theirs: nothing they do to it reaches what is kept. */
  #ask<T>(answer: (kept: Kept) => T): T {
    if (this.#isClosed) throw wrong('The storage is closed.')
    return structuredClone(answer(this.#kept))
  }

  board = (id: string) => this.#ask(({ boards }) => boards.get(id))
  boards = () =>
    this.#ask(({ boards }) =>
      sorted(
        boards.values(),
        each => each.createdAt,
        each => each.id,
      ),
    )
  links = (board: string) =>
    this.#ask(({ links }) =>
      sorted(
        links.values(),
        each => each.createdAt,
        each => each.id,
      ).filter(each => each.board === board),
    )
  linkByHash = (board: string, hash: string) => this.links(board).find(each => each.hash === hash)
  people = (board: string) =>
    this.#ask(({ people }) =>
      sorted(
        people.values(),
        each => each.joinedAt,
        each => each.id,
      ).filter(each => each.board === board),
    )
  session = (hash: string) => this.#ask(({ sessions }) => sessions.get(hash))
  ticket = (hash: string) => this.#ask(({ tickets }) => tickets.get(hash))
  answer = (board: string, key: string) => this.#ask(({ answers }) => answers.get(pair(board, key))?.answer)
  workshop = (board: string, part: WorkshopPart) =>
    this.#ask(({ workshop }) => {
      const rows = [...workshop.values()].filter(each => each.board === board && each.part === part)
      return new Map(rows.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ key, value }) => [key, value]))
    })
  image = (board: string, hash: string) => this.#ask(({ images }) => images.get(pair(board, hash)))
  images = (board: string) =>
    this.#ask(({ images }) =>
      sorted(
        [...images.values()].filter(each => each.board === board).map(factsOf),
        () => 0,
        each => each.hash,
      ),
    )
  operators = () =>
    this.#ask(({ operators }) =>
      sorted(
        operators.values(),
        each => each.createdAt,
        each => each.id,
      ),
    )
  retention = () => this.#ask(({ retention }) => retention.get('days') ?? null)
  documents = (board: string) =>
    this.#ask(({ docs }) => [...docs.keys()].filter(name => boardOf(name) === board).sort())
  document = (name: string) => this.#ask(kept => documentOf(kept, name))
  versions = (doc: string) => this.#ask(kept => versionsOf(kept, doc))

  async backup(file: string): Promise<void> {
    writeFileSync(file, serialize(this.#kept))
  }

  stats(): { readonly bytes: number; readonly freeBytes: undefined } {
    const logs = [...this.#kept.docs.values()].flatMap(doc => [...doc.log.values(), doc.snapshot ?? new Uint8Array()])
    const images = [...this.#kept.images.values()].map(image => image.bytes)
    return { bytes: [...logs, ...images].reduce((sum, data) => sum + data.length, 0), freeBytes: undefined }
  }

  close(): void {
    this.#isClosed = true
  }
}

/** Empty, or as it was when `from` was backed up. */
export function openMemory(options: { readonly from?: string; readonly faults?: Faults } = {}): Storage {
  const kept = options.from === undefined ? copyOf() : (deserialize(readFileSync(options.from)) as Kept)
  return new MemoryStorage(kept, options.faults ?? {})
}
