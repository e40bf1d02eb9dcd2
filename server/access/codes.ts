/** Codes to be read from a wall and typed: six signs that stand for a participant's link while somebody shows them. */
import { randomInt } from 'node:crypto'
import type { Rooms } from '../rooms/rooms.ts'
import type { StoredLink } from '../storage/storage.ts'
import type { Access } from './access.ts'
import { DAY_MS } from './days.ts'
import { Bucket, Buckets } from './limits.ts'

/** No I, L, O, U, and no letter that passes for a digit (B, S, Z), so that those can be read as what they were meant to be. */
const SIGNS = 'ACDEFGHJKMNPQRTVWXY23456789'
const LENGTH = 6
const LOOK_ALIKES: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2' }

/** A code ends when nobody renewed it for so long, and after a day in any case. */
const LEASE_MS = 60_000
const LIFE_MS = DAY_MS
/** Who has typed a code still needs the time to give a name. */
const AFTERWARDS_MS = 10 * 60_000
/** How far the end of the link is put off at once: a server that is killed leaves it open for no longer. */
const AHEAD_MS = 2 * AFTERWARDS_MS

/**
 * Guessing: 27^6 codes are 387 million. Everybody together may be wrong 60 times a minute, so with ten codes shown at once,
 * day and night, a guess is as likely as not to hit one of them after 310 days; each lives for a day at most. Only what is
 * wrong counts: a hall full of people behind one address gets in.
 */
const WRONG_OF_ALL = { perSecond: 1, burst: 60 }
const WRONG_OF_ONE = { perSecond: 10 / 60, burst: 10 }

interface Code {
  readonly code: string
  readonly board: string
  readonly secret: string
  readonly link: StoredLink
  readonly endsAt: number
  leaseEndsAt: number
  /** What storage holds as the end of the link. */
  linkEndsAt: number
}

export interface ShownCode {
  readonly code: string
  readonly secret: string
  readonly expiresAt: number
  readonly leaseMs: number
}

export interface CodesOptions {
  readonly access: Access
  readonly rooms: Rooms
  readonly now: () => number
}

const newCode = (): string => Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')

/** What somebody typed, as the code that they meant. */
const meant = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[BSZ]/g, sign => LOOK_ALIKES[sign] ?? sign)

/** In memory only: a server that was started anew knows no codes, and whoever shows one gets another at the next renewal. */
export class Codes {
  readonly #options: CodesOptions
  readonly #codes = new Map<string, Code>()
  readonly #wrongOfAll: Bucket
  readonly #wrongOfOne = new Buckets(WRONG_OF_ONE)

  constructor(options: CodesOptions) {
    this.#options = options
    this.#wrongOfAll = new Bucket(WRONG_OF_ALL, options.now())
  }

  /** The code of a board, for another minute; a new one when there is none. */
  async show(board: string): Promise<ShownCode> {
    await this.sweep()
    const known = this.#of(board)
    const code = known ?? (await this.#make(board))
    const now = this.#options.now()
    code.leaseEndsAt = Math.min(now + LEASE_MS, code.endsAt)
    if (code.linkEndsAt < code.leaseEndsAt + AFTERWARDS_MS) await this.#endLink(code, now + AHEAD_MS)
    return { code: code.code, secret: code.secret, expiresAt: code.endsAt, leaseMs: LEASE_MS }
  }

  #of(board: string): Code | undefined {
    return [...this.#codes.values()].find(each => each.board === board)
  }

  async #make(board: string): Promise<Code> {
    const { access, now } = this.#options
    const expiresAt = now() + AHEAD_MS
    const { link, secret } = await access.makeLink(board, 'participant', { kind: 'code', expiresAt })
    // Two who ask at once are shown the same.
    const other = this.#of(board)
    if (other) return other
    let code = newCode()
    while (this.#codes.has(code)) code = newCode()
    const made: Code = {
      code,
      board,
      secret,
      link,
      endsAt: now() + LIFE_MS,
      leaseEndsAt: now() + LEASE_MS,
      linkEndsAt: expiresAt,
    }
    this.#codes.set(code, made)
    return made
  }

  async #endLink(code: Code, at: number): Promise<void> {
    code.linkEndsAt = at
    // Of a board that was purged nothing is written any more.
    if (!this.#options.access.exists(code.board)) return
    await this.#options.access.changeLink({ ...code.link, expiresAt: at })
  }

  /** What a typed code stands for. `tooMany`: this address, or everybody together, was wrong too often. */
  open(typed: string, address: string): { readonly board: string; readonly secret: string } | 'unknown' | 'tooMany' {
    const now = this.#options.now()
    // Asked before the code is looked at, or guessing could go on behind the limit.
    if (!this.#wrongOfOne.has(address, now) || !this.#wrongOfAll.has(now)) return 'tooMany'
    const code = this.#codes.get(meant(typed))
    if (code && code.leaseEndsAt > now && this.#options.access.exists(code.board))
      return { board: code.board, secret: code.secret }
    this.#wrongOfOne.take(address, now)
    this.#wrongOfAll.take(now)
    return 'unknown'
  }

  async end(board: string): Promise<void> {
    const code = this.#of(board)
    if (code) await this.#end(code, this.#options.now())
  }

  async #end(code: Code, at: number): Promise<void> {
    this.#codes.delete(code.code)
    await this.#endLink(code, at + AFTERWARDS_MS)
  }

  /** Ends the codes that nobody shows any more. */
  async sweep(): Promise<void> {
    const now = this.#options.now()
    const over = [...this.#codes.values()].filter(each => each.leaseEndsAt <= now)
    await Promise.all(over.map(each => this.#end(each, each.leaseEndsAt)))
  }
}
