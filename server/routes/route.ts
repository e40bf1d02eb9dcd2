/** What a route is: one entry of the table from which the server routes, checks and describes itself (OpenAPI). */
import type { z } from 'zod'
import type { Access, Opening } from '../access/access.ts'
import type { Codes } from '../access/codes.ts'
import type { Buckets } from '../access/limits.ts'
import type { Member } from '../access/member.ts'
import type { Images } from '../commands/images.ts'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Storage } from '../storage/storage.ts'
import type { Workshops } from '../workshop/workshops.ts'

/** What routes work with. */
export interface Server {
  readonly config: Config
  readonly storage: Storage
  readonly rooms: Rooms
  readonly access: Access
  readonly codes: Codes
  readonly images: Images
  readonly workshops: Workshops
  readonly metrics: Metrics
  readonly newBoards: Buckets
  readonly badSecrets: Buckets
  readonly log: Log
  readonly now: () => number
  readonly newId: () => string
  readonly newSecret: () => string
  readonly isDraining: () => boolean
}

/** One request, parsed: `body` has passed the route's schema, `me` the route's access. */
export interface Call<Body> {
  readonly server: Server
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Body
  /** The member who asks; routes for anyone have none. */
  readonly me: Member
  readonly address: string
  readonly cookie: string | undefined
  readonly bearer: string | undefined
  /** Origin for links: PUBLIC_URL, or the one that was asked for. */
  readonly origin: string
}

export type Answer =
  | { readonly status: 200 | 201 | 202; readonly json: unknown; readonly cookie?: string }
  | { readonly status: 200; readonly text: string; readonly type: string }
  | { readonly status: 200; readonly image: Uint8Array; readonly type: string }
  | { readonly status: 204 }

/** An answer that is an error; thrown by routes, told as `{ error: { code, message } }`. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503
  readonly code: string
  /** What a program may want to know; stands beside `error`. */
  readonly more: Readonly<Record<string, unknown>>
  constructor(status: Refusal['status'], code: string, message: string, more: Refusal['more'] = {}) {
    super(message)
    this.status = status
    this.code = code
    this.more = more
  }
}

/** One answer for what is unknown and what is forbidden: nobody learns which boards exist. */
export const notFound = (): Refusal => new Refusal(404, 'notFound', 'There is nothing here that this link opens.')

/** Counts wrong secrets by address, so that guessing stays hopeless. */
export function countWrong({ server, address }: Pick<Call<unknown>, 'server' | 'address'>): void {
  if (!server.badSecrets.take(address, server.now()))
    throw new Refusal(429, 'tooMany', 'Too many links that open nothing came from your address. Try again in a minute.')
}

const CLOSED = {
  expired: 'This link has expired. Whoever sent it can make another one.',
  replaced: 'Another link took the place of this one. Whoever sent it has the new one.',
  revoked: 'This link was revoked and opens nothing any more.',
} as const

export const deleted = (what: { readonly goneAt: number; readonly owner: boolean }): Refusal =>
  new Refusal(410, 'deleted', 'This board was deleted. Its owner can take it back until it is gone for good.', {
    goneAt: what.goneAt,
    owner: what.owner,
  })

/** Who holds a secret that was good once may know why it opens nothing now. */
export function refusalOf(opening: Exclude<Opening, { kind: 'open' }>): Refusal {
  if (opening.kind === 'unknown') return notFound()
  return opening.kind === 'deleted' ? deleted(opening) : new Refusal(410, opening.why, CLOSED[opening.why])
}

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Hono's syntax: `/api/boards/:board`. */
  readonly path: string
  readonly summary: string
  /** `anyone` may call it; others need to be a member of `:board`, with at least this role, or its owner. */
  readonly access: 'anyone' | 'observer' | 'participant' | 'facilitator' | 'owner'
  /** Also for somebody who waits to be admitted. */
  readonly whileWaiting?: true
  readonly body?: z.ZodType
  /** The body is text of this type instead of JSON. */
  readonly text?: string
  /** The body is bytes of one of these types instead of JSON, and at most so many. */
  readonly bytes?: { readonly types: readonly string[]; readonly max: number }
  readonly query?: Readonly<Record<string, string>>
  readonly answers: Readonly<Record<number, string>>
  run(call: Call<never>): Answer | Promise<Answer>
}

/** Gives a route its types: the body is what the schema says. */
export function route<S extends z.ZodType = z.ZodUndefined>(
  definition: Omit<Route, 'run' | 'body'> & {
    readonly body?: S
    run(call: Call<z.infer<S>>): Answer | Promise<Answer>
  },
): Route {
  return definition
}
