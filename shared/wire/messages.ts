/** The numbers of the wire and the frames that are ours. 0 and 1 are y-websocket's; 120 and up go only to clients that asked (`nn=1`). */
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'

export const MESSAGE = { sync: 0, presence: 1, queryPresence: 3, receipt: 120, clock: 121, notice: 122 } as const
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** Close codes. 4400–4499 are final for stock clients (y-websocket ≥ 3.1); the rest mean "come back". */
export const CLOSE = {
  restart: 1012,
  malformed: 4400,
  noSession: 4401,
  removed: 4403,
  noBoard: 4404,
  refused: 4409,
  otherEpoch: 4410,
  tooBig: 4413,
  flood: 4429,
  readOnly: 4503,
  tooSlow: 4508,
} as const
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]

/** "`count` of the document frames of this socket are on disk." */
export interface Receipt {
  /** Step2 and update frames of this socket that are on disk, or were refused. */
  readonly count: number
  readonly epoch: number
  /** The document's last committed row. Lower than one seen before in this epoch: the server went back. */
  readonly sequence: number
  /** One of the counted frames was refused. */
  readonly refused: boolean
}

export function encodeReceipt(receipt: Receipt): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE.receipt)
  writeVarUint(encoder, receipt.count)
  writeVarUint(encoder, receipt.epoch)
  writeVarUint(encoder, receipt.sequence)
  writeVarUint(encoder, receipt.refused ? 1 : 0)
  return toUint8Array(encoder)
}

/** Reads what follows the message number. Throws on a short frame. */
export function decodeReceipt(payload: Uint8Array): Receipt {
  const decoder = createDecoder(payload)
  return {
    count: readVarUint(decoder),
    epoch: readVarUint(decoder),
    sequence: readVarUint(decoder),
    refused: (readVarUint(decoder) & 1) === 1,
  }
}

/** The client's question and the server's answer: `asked` comes back as it went, with the server's time (ms since 1970). */
export interface ClockAnswer {
  readonly asked: number
  readonly serverTime: number
}

export function encodeClock(asked: number, serverTime?: number): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE.clock)
  writeVarUint(encoder, asked)
  if (serverTime !== undefined) writeVarUint(encoder, serverTime)
  return toUint8Array(encoder)
}

export function decodeClock(payload: Uint8Array): ClockAnswer {
  const decoder = createDecoder(payload)
  return { asked: readVarUint(decoder), serverTime: readVarUint(decoder) }
}

/** Why a frame was not taken; a sentence for people is made from it in `client/words`. */
export type RefusalReason =
  | 'malformed'
  | 'role'
  | 'step'
  | 'notYours'
  | 'foreignClient'
  | 'foreignAuthor'
  | 'unknown'
  | 'tooBig'
  | 'tooMany'
  | 'epoch'
  | 'readOnly'

export type Notice =
  | { readonly kind: 'welcome'; readonly schema: number; readonly person: string; readonly role: string }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly right?: string }
  | { readonly kind: 'gone'; readonly records: readonly string[] }
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'drain' }
  | { readonly kind: 'readOnly'; readonly readOnly: boolean }
  | ReadyNotice
  | HandsNotice
  /** Notes of my own draft that are shown already, by what they are called there. */
  | { readonly kind: 'revealed'; readonly notes: readonly string[] }
  | BallotNotice

/** What I have given in an open vote: I may have voted on another of my devices. */
export interface BallotNotice {
  readonly kind: 'ballot'
  readonly round: string
  readonly mine: readonly (readonly [note: string, dots: number])[]
  readonly isVoter: boolean
  readonly isDone: boolean
}

/** Whose hands are up, each since when (server time, ms). */
export interface HandsNotice {
  readonly kind: 'hands'
  readonly up: readonly (readonly [person: string, at: number])[]
}

/** How many who work in a run are done with it, whether I am, and for whom it is meant: who. */
export interface ReadyNotice {
  readonly kind: 'ready'
  readonly run: string
  readonly ready: number
  readonly of: number
  readonly mine: boolean
  readonly people?: readonly string[]
}

export function encodeNotice(notice: Notice): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE.notice)
  writeVarString(encoder, JSON.stringify(notice))
  return toUint8Array(encoder)
}

/** Reads what follows the message number. Throws on a short frame or broken JSON. */
export function decodeNotice(payload: Uint8Array): Notice {
  return JSON.parse(readVarString(createDecoder(payload))) as Notice
}

/** A sync frame: step1 carries a state vector, step2 and update carry an update. */
export function encodeSync(step: 0 | 1 | 2, payload: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE.sync)
  writeVarUint(encoder, step)
  writeVarUint8Array(encoder, payload)
  return toUint8Array(encoder)
}

export function encodePresence(payload: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE.presence)
  writeVarUint8Array(encoder, payload)
  return toUint8Array(encoder)
}

/** A presence frame with nobody in it: keeps stock clients from dropping a quiet line. */
export const HEARTBEAT: Uint8Array = encodePresence(new Uint8Array([0]))
