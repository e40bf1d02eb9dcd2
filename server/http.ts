/** HTTP: headers, sessions, limits and the table of routes; what is no route is the page. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { getRequestListener } from '@hono/node-server'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import sirv from 'sirv'
import { atLeast } from '../shared/workshop/roles.ts'
import type { Member } from './access/member.ts'
import { readBody } from './body.ts'
import type { Log } from './log.ts'
import { addressOf, isSameOrigin, originOf } from './origin.ts'
import type { Answer, Call, Route, Server } from './routes/route.ts'
import { countWrong, deleted, notFound, Refusal, refusalOf } from './routes/route.ts'
import { ROUTES } from './routes/table.ts'
import { StorageError } from './storage/storage.ts'

type Env = { Bindings: HttpBindings }

const MAX_BODY = 2 * 1024 * 1024
const SESSION_DAYS = 30

/** Strict, and verified with Lit and Konva in a browser; `default` is the Trusted Types policy that lets Konva empty its host. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html default nonagon',
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'X-Frame-Options': 'DENY',
}

/** Browsers ignore it on plain http, and complain. */
const SECURE_HEADERS: Readonly<Record<string, string>> = { 'Cross-Origin-Opener-Policy': 'same-origin' }

/** The name follows the scheme: `__Host-` needs https, and an office network often has none. */
export const cookieName = (server: Pick<Server, 'config'>): string =>
  server.config.publicUrl?.protocol === 'https:' ? '__Host-nonagon' : 'nonagon'

/** `pageDir`: the built page; undefined where there is none (tests of the server alone). */
export function createHttp(server: Server, options: { readonly pageDir: string | undefined }) {
  const app = new Hono<Env>()
  for (const route of ROUTES) app.on(route.method.toUpperCase(), route.path, context => serve(context, route, server))
  app.all('/api/*', context => tell(context, notFound()))
  app.notFound(context => tell(context, notFound()))
  app.onError((error, context) => tell(context, refusalFrom(error, server.log)))

  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const page = options.pageDir === undefined ? undefined : serveFiles(options.pageDir)
  const headers = { ...HEADERS, ...(server.config.publicUrl?.protocol === 'https:' ? SECURE_HEADERS : {}) }
  return createServer(
    {
      connectionsCheckingInterval: 1_000,
      headersTimeout: 5_000,
      requestTimeout: 15_000,
      keepAliveTimeout: 10_000,
      maxHeaderSize: 16_384,
    },
    (request: IncomingMessage, response: ServerResponse) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      if (page && (request.method === 'GET' || request.method === 'HEAD') && !PROGRAMS.test(request.url ?? ''))
        page(request, response)
      else void answer(request, response)
    },
  )
}

/** Paths that programs ask for; every other one is the page, which reads its own address. */
const PROGRAMS = /^\/(api\/|healthz|readyz|metrics)/

function serveFiles(dir: string) {
  return sirv(dir, {
    // The build leaves each file compressed beside it.
    gzip: true,
    single: true,
    setHeaders: (response, path) =>
      response.setHeader(
        'Cache-Control',
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  })
}

async function serve(context: Context<Env>, route: Route, server: Server): Promise<Response> {
  const request = context.env.incoming
  const cookie = getCookie(context, cookieName(server))
  const bearer = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1]
  if (route.method !== 'get') guardWrite(request, server, { isBearer: bearer !== undefined })
  const call = {
    server,
    params: context.req.param() as Record<string, string>,
    query: new URL(context.req.url).searchParams,
    address: addressOf(request, server.config.trustedProxies),
    origin: originOf(request, server.config.publicUrl),
    cookie,
    bearer,
  }
  const me = route.access === 'anyone' ? undefined : await member(call, route, request.headers['x-nonagon-name'])
  const body = await bodyOf(context, route)
  // Routes for anyone are typed without `me`; they never read it.
  return reply(context, await route.run({ ...call, body, me } as Call<never>), server)
}

/** Cross-site forms and pages are turned away; scripts come with a Bearer and no Origin (T31). */
function guardWrite(request: IncomingMessage, server: Server, by: { readonly isBearer: boolean }): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const foreign = origin !== undefined && !isSameOrigin(request, server.config.publicUrl)
  const crossSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (foreign || (crossSite && !by.isBearer))
    throw new Refusal(403, 'otherOrigin', 'This request came from another site.')
  if (request.headers['content-encoding']) throw new Refusal(415, 'encoding', 'Send the body without compression.')
}

async function member(
  call: Pick<Call<unknown>, 'server' | 'params' | 'cookie' | 'bearer' | 'address'>,
  route: Route,
  given: string | string[] | undefined,
): Promise<Member> {
  const { access } = call.server
  const board = call.params['board'] ?? ''
  const name = (typeof given === 'string' ? given.trim().slice(0, 60) : '') || 'Script'
  const found = call.bearer ? await access.byBearer(board, call.bearer, name) : access.bySession(board, call.cookie)
  if (!found) throw stranger(call, board)
  if (route.access === 'owner' && !found.person.owner)
    throw new Refusal(403, 'forbidden', 'Only an owner of the board can do that.')
  if (route.access !== 'anyone' && route.access !== 'owner' && !atLeast(found.person.role, route.access))
    throw new Refusal(403, 'forbidden', `Only a ${route.access} can do that.`)
  if (found.isWaiting && !route.whileWaiting)
    throw new Refusal(403, 'waiting', 'A facilitator of the board has to let you in first.')
  await access.use(board)
  return found
}

/** Who is no member now: told why if they were one, or hold a secret that was good; else there is nothing here. */
function stranger(call: Pick<Call<unknown>, 'server' | 'cookie' | 'bearer' | 'address'>, board: string): Refusal {
  const { access } = call.server
  if (call.bearer === undefined) {
    const gone = access.deletedFor(board, call.cookie)
    return gone ? deleted(gone) : notFound()
  }
  const opening = access.opening(board, call.bearer)
  // The link is good, its person was removed.
  if (opening.kind === 'open') return notFound()
  if (opening.kind === 'unknown') countWrong(call)
  return refusalOf(opening)
}

async function bodyOf(context: Context<Env>, route: Route): Promise<unknown> {
  if (!route.body) return undefined
  const type = context.req.header('content-type') ?? ''
  if (route.bytes) return bytesOf(context, type, route.bytes)
  const wanted = route.text ?? 'application/json'
  const text = (await readBody(context.env.incoming, MAX_BODY))?.toString('utf8')
  if (text === undefined)
    throw new Refusal(413, 'tooBig', 'That is more than 2 MB. Split it, or import a smaller file.')
  if (text && !type.startsWith(wanted)) throw new Refusal(415, 'contentType', `Send the body as ${wanted}.`)
  if (route.text) return text
  let json: unknown
  try {
    json = text ? (JSON.parse(text) as unknown) : undefined
  } catch {
    throw new Refusal(400, 'badRequest', 'The body is not JSON.')
  }
  const parsed = route.body.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.')
  throw new Refusal(
    400,
    'badRequest',
    `${where ? `${where}: ` : ''}${issue?.message ?? 'The body is not as expected'}.`,
  )
}

async function bytesOf(context: Context<Env>, type: string, wanted: NonNullable<Route['bytes']>): Promise<Buffer> {
  const bytes = await readBody(context.env.incoming, wanted.max)
  if (!bytes) throw new Refusal(413, 'tooBig', `That is more than ${wanted.max / 1024 / 1024} MB.`)
  if (!wanted.types.includes(type))
    throw new Refusal(415, 'contentType', `Send the body as ${wanted.types.join(' or ')}.`)
  return bytes
}

/** A file that somebody brought: shown as what it was found to be, and able to do nothing, whatever is in it (T25). */
const IMAGE_HEADERS = {
  'Content-Disposition': 'inline',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  // Its address is its hash.
  'Cache-Control': 'private, max-age=31536000, immutable',
}

function reply(context: Context<Env>, answer: Answer, server: Server): Response {
  context.header('Cache-Control', 'no-store')
  if (answer.status === 204) return context.body(null, 204)
  if ('image' in answer)
    return context.body(Uint8Array.from(answer.image), 200, { ...IMAGE_HEADERS, 'Content-Type': answer.type })
  if ('text' in answer) return context.body(answer.text, answer.status, { 'Content-Type': answer.type })
  if (answer.cookie)
    setCookie(context, cookieName(server), answer.cookie, {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      secure: server.config.publicUrl?.protocol === 'https:',
      maxAge: SESSION_DAYS * 86_400,
    })
  return context.json(answer.json as object, answer.status)
}

function tell(context: Context<Env>, refusal: Refusal): Response {
  context.header('Cache-Control', 'no-store')
  return context.json({ error: { code: refusal.code, message: refusal.message }, ...refusal.more }, refusal.status)
}

function refusalFrom(error: Error, log: Log): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof StorageError)
    return new Refusal(
      503,
      'readOnly',
      'The server cannot write to its disk at the moment. Nothing was changed; try again soon.',
    )
  log.warn('request.failed', { error: `${error.name}: ${error.message}` })
  return new Refusal(503, 'failed', 'Something went wrong on the server. Nothing was changed.')
}
