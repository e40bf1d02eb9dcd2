/** The storage contract: everything the server keeps, one door for writes. `storage.test.ts` holds every implementation to it. */
import type { ImageType } from '../../shared/canvas/image-file.ts'
import type { Ink, Role } from '../../shared/workshop/roles.ts'

export interface StoredBoard {
  readonly id: string
  /** Title as last seen in the main canvas, for the invitation; the document is the truth. */
  readonly title: string
  readonly createdAt: number
  /** From then on it opens to nobody, and can be taken back for a while (`access/deleted.ts`). */
  readonly deletedAt: number | null
  /** The beginning of the day on which somebody last came or wrote. */
  readonly usedAt: number
}

/**
 * `shared`: for whoever is given it. `owner`: makes an owner. `personal`: goes on as the person who made it. `code`: what
 * stands behind a code that is typed.
 */
const LINK_KINDS = ['shared', 'owner', 'personal', 'code'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

export const isLinkKind = (value: unknown): value is LinkKind => LINK_KINDS.includes(value as LinkKind)

/** What a link opens. Only the SHA-256 (base64url) of its secret is kept. */
export interface StoredLink {
  readonly id: string
  readonly board: string
  readonly hash: string
  readonly kind: LinkKind
  /** Whose it is, for a personal one; their role holds, not that of the link. */
  readonly person: string | null
  readonly role: Role
  readonly label: string
  readonly createdAt: number
  readonly expiresAt: number | null
  readonly revokedAt: number | null
  /** It was revoked because another took its place. */
  readonly isReplaced: boolean
}

export interface StoredPerson {
  readonly id: string
  readonly board: string
  readonly name: string
  readonly color: Ink
  readonly role: Role
  /** A facilitator who may also delete the board and take it back. */
  readonly owner: boolean
  /** Id of the link they came by. */
  readonly link: string
  readonly joinedAt: number
  readonly removedAt: number | null
}

/** One browser or device: the hash of its cookie, and who it is at which board. */
export interface StoredSession {
  readonly hash: string
  readonly createdAt: number
  readonly seenAt: number
  /** board id → person id */
  readonly people: Readonly<Record<string, string>>
}

/** For scripts and stock clients: used once within a minute, it then stands for its person in that room for a day. */
export interface StoredTicket {
  readonly hash: string
  readonly board: string
  readonly person: string
  /** The room it was first used for; null until then. */
  readonly room: string | null
  readonly madeAt: number
}

/** Who may make boards here, where not everybody may. */
export interface StoredOperator {
  readonly id: string
  readonly hash: string
  readonly label: string
  readonly createdAt: number
}

/** What a row of a board's workshop tells of: what runs and ran, rounds, and what only some may read of them. */
export const WORKSHOP_PARTS = [
  'run',
  'seq',
  'ended',
  'control',
  'bring',
  'reveal',
  'ran',
  'round',
  'results',
  'roster',
  'ballot',
  'draft',
  'notes',
  'ready',
  'hand',
  'before',
  'waiting',
  'muted',
] as const
export type WorkshopPart = (typeof WORKSHOP_PARTS)[number]

export interface StoredVersion {
  readonly id: string
  readonly doc: string
  readonly at: number
  readonly person: string
  readonly reason: string
  /** The canvas as JSON text (`shared/canvas/json.ts`). */
  readonly content: string
}

export interface StoredImage {
  readonly board: string
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string
  readonly type: ImageType
  readonly width: number
  readonly height: number
  /** When it was last known to be wanted: brought, or named by the board. */
  readonly at: number
  readonly bytes: Uint8Array
}

/** What is known of an image without reading it. */
export type ImageFacts = Omit<StoredImage, 'bytes'> & { readonly size: number }

/** A document as it is on disk. `damaged`: a row failed its checksum and lies in quarantine. */
export interface StoredDocument {
  readonly name: string
  readonly epoch: number
  readonly schema: number
  /** Sequence of the last committed row; snapshot included. */
  readonly sequence: number
  /** Bytes to load, snapshot first, then the log rows in order; all Yjs V1. */
  readonly updates: readonly Uint8Array[]
  readonly damaged: boolean
  /** Log rows and bytes since the snapshot: says when to compact. */
  readonly logRows: number
  readonly logBytes: number
  /** Yjs client id → person id. */
  readonly clients: ReadonlyMap<number, string>
  /** `notes/<id>` → person id of the first maker. */
  readonly makers: ReadonlyMap<string, string>
  /** `notes/<id>` → when it was put into the bin, for records that lie there. */
  readonly binned: ReadonlyMap<string, number>
}

/** What storage forgets by itself, when something of the same kind is written. */
export const KEPT = {
  /** The last versions of a document. */
  versions: 50,
  /** Answers to commands, by their `at`. */
  answerMs: 24 * 60 * 60 * 1000,
  /** Tickets, by their `madeAt`, and sessions, by their `seenAt`: longer than any of them can be good for. */
  ticketMs: 2 * 24 * 60 * 60 * 1000,
  sessionMs: 31 * 24 * 60 * 60 * 1000,
} as const

/** The board of a document: what stands before the first slash of its name. */
export const boardOf = (document: string): string => document.split('/', 1)[0] ?? ''

/**
 * One thing to be written. A batch of them is one transaction: all or nothing. What has a key of its own (board, link,
 * person, session, ticket, version, image) replaces what was kept under that key. An entry about a document that is not there fails.
 */
export type Entry =
  | { readonly kind: 'board'; readonly board: StoredBoard }
  /** Parts of a board's row: another process may write the other parts meanwhile. Nothing, where there is no such board. */
  | {
      readonly kind: 'changeBoard'
      readonly board: string
      readonly change: Partial<Pick<StoredBoard, 'title' | 'deletedAt' | 'usedAt'>>
    }
  | { readonly kind: 'link'; readonly link: StoredLink }
  | { readonly kind: 'person'; readonly person: StoredPerson }
  | { readonly kind: 'session'; readonly session: StoredSession }
  | { readonly kind: 'endSession'; readonly hash: string }
  | { readonly kind: 'ticket'; readonly ticket: StoredTicket }
  | { readonly kind: 'endTicket'; readonly hash: string }
  /** All tickets of a board, or of one person there. */
  | { readonly kind: 'endTickets'; readonly board: string; readonly person?: string }
  /** Makes a document, or gives one that is there another epoch and schema. */
  | { readonly kind: 'document'; readonly name: string; readonly epoch: number; readonly schema: number }
  /** The next row of a document's log: any sequence but the one after the last fails. */
  | {
      readonly kind: 'update'
      readonly doc: string
      readonly sequence: number
      readonly at: number
      readonly data: Uint8Array
    }
  /** The first claim of a client id stands, and so does the first maker of a record. */
  | { readonly kind: 'client'; readonly doc: string; readonly client: number; readonly person: string }
  | { readonly kind: 'maker'; readonly doc: string; readonly record: string; readonly person: string }
  /** A record went into the bin at this moment, or (null) lies there no more. */
  | { readonly kind: 'bin'; readonly doc: string; readonly record: string; readonly at: number | null }
  /** Replaces snapshot and log up to `sequence` (not past the last row, not behind the last snapshot); clears `damaged` when `healed`. */
  | {
      readonly kind: 'snapshot'
      readonly doc: string
      readonly sequence: number
      readonly data: Uint8Array
      readonly healed?: boolean
    }
  /** A fresh life of a document: log, snapshot, claims and damage go, makers stay; the sequence goes on. */
  | { readonly kind: 'renew'; readonly doc: string; readonly epoch: number; readonly data: Uint8Array }
  /** A document goes with all that is kept of it, from the log of the file too. Nothing, where there is none. */
  | { readonly kind: 'endDocument'; readonly name: string }
  | { readonly kind: 'version'; readonly version: StoredVersion }
  /** Answer to a command, kept so that its repetition gets the same: the first one stands. */
  | {
      readonly kind: 'answer'
      readonly board: string
      readonly key: string
      readonly at: number
      readonly answer: string
    }
  /** A value (JSON) of a board's workshop, or none any more. Nothing, where there is no such board. */
  | {
      readonly kind: 'workshop'
      readonly board: string
      readonly part: WorkshopPart
      readonly key: string
      readonly value: string | null
    }
  /** Nothing, where there is no such board. */
  | { readonly kind: 'image'; readonly image: StoredImage }
  /** An image is wanted still. Nothing, where there is none. */
  | { readonly kind: 'wantImage'; readonly board: string; readonly hash: string; readonly at: number }
  /** An image goes, unless it was wanted after `at`: somebody may bring it again in the moment before. */
  | { readonly kind: 'endImage'; readonly board: string; readonly hash: string; readonly at: number }
  | { readonly kind: 'operator'; readonly operator: StoredOperator }
  | { readonly kind: 'endOperator'; readonly id: string }
  /** Boards that nobody used for so many days are deleted; null: never. */
  | { readonly kind: 'retention'; readonly days: number | null }
  /**
   * Everything of a board goes, from the log of the file too. `deletedBy`: only if it was deleted by then, as somebody may
   * take it back in the moment before.
   */
  | { readonly kind: 'purge'; readonly board: string; readonly deletedBy?: number }
  /** Writes and fsyncs a row that means nothing. */
  | { readonly kind: 'probe'; readonly at: number }

export type Batch = readonly Entry[]

/** What is kept takes `bytes`; the disk has `freeBytes` left, where there is a disk. */
export interface StorageStats {
  readonly bytes: number
  readonly freeBytes: number | undefined
}

/** Where a test may stand in for the disk. What a hook throws is taken as the disk's answer. */
export interface Faults {
  /** Most pages of 4 KiB that the file may have. */
  pageLimit?: number | undefined
  beforeStatement?: (() => void) | undefined
  beforeCommit?: (() => void) | undefined
}

/** The disk said no (`full`: it may say yes later), or the batch made no sense. */
export class StorageError extends Error {
  readonly full: boolean
  constructor(message: string, options: { readonly full: boolean; readonly cause?: unknown }) {
    super(message, { cause: options.cause })
    this.name = 'StorageError'
    this.full = options.full
  }
}

export interface Storage {
  /**
   * The only writer. Resolves when the batch is on disk (fsynced); rejects with StorageError and then nothing of it is kept.
   * One doubt no disk can take away: a crash right after a failed fsync may find the refused batch there, whole.
   */
  commit(batch: Batch): Promise<void>

  board(id: string): StoredBoard | undefined
  /** In the order in which they were made; so are links, people (by joining), operators and versions. */
  boards(): readonly StoredBoard[]
  /** Also a link that expired or was revoked: access decides. */
  linkByHash(board: string, hash: string): StoredLink | undefined
  links(board: string): readonly StoredLink[]
  people(board: string): readonly StoredPerson[]
  session(hash: string): StoredSession | undefined
  ticket(hash: string): StoredTicket | undefined
  answer(board: string, key: string): string | undefined
  /** JSON by key, in order of the keys. */
  workshop(board: string, part: WorkshopPart): ReadonlyMap<string, string>
  image(board: string, hash: string): StoredImage | undefined
  /** By hash. */
  images(board: string): readonly ImageFacts[]
  operators(): readonly StoredOperator[]
  /** Days after which unused boards are deleted; null: never. */
  retention(): number | null

  /** Names of the documents of a board, sorted. */
  documents(board: string): readonly string[]
  /** Undefined when there is none. Rows that fail their checksum go to quarantine and set `damaged`. */
  document(name: string): StoredDocument | undefined
  versions(doc: string): readonly StoredVersion[]

  /** A consistent copy of everything into a file, while writing goes on. */
  backup(file: string): Promise<void>
  stats(): StorageStats
  close(): void
}
