/** The websocket's door: everything about a socket is decided here, before it is accepted. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import type { CloseCode } from '../shared/wire/messages.ts'
import { CLOSE } from '../shared/wire/messages.ts'
import { DRAFT_SCHEMA } from '../shared/workshop/drafts.ts'
import { Bucket, SOCKET_LIMITS } from './access/limits.ts'
import type { Member } from './access/member.ts'
import { cookieName } from './http.ts'
import { addressOf, isSameOrigin } from './origin.ts'
import { closeSocket } from './rooms/close.ts'
import type { AskedName } from './rooms/names.ts'
import { canvasName, draftName, parseAskedName, workshopName } from './rooms/names.ts'
import { Peer } from './rooms/peer.ts'
import type { Room } from './rooms/room.ts'
import type { Server } from './routes/route.ts'
import { draftAsked } from './workshop/drafts.ts'

const WS_OPTIONS = {
  noServer: true,
  perMessageDeflate: false,
  maxPayload: 2 * 1024 * 1024,
  maxFragments: 64,
  maxBufferedChunks: 1024,
  clientTracking: false,
} as const

interface Admission {
  readonly room: Room
  readonly member: Member
  readonly nn: boolean
  /** Sequence of the last row that the client has seen, by its own word. */
  readonly seen: number
}

/** Answers upgrades. `refused`: the socket is taken and closed with a final code, which is all a browser can see. */
export function createUpgrade(server: Server) {
  const wss = new WebSocketServer(WS_OPTIONS)
  // A server that was restarted is not run over by everybody at once.
  const { handshakesPerSecond } = server.config
  const handshakes = new Bucket({ perSecond: handshakesPerSecond, burst: 2 * handshakesPerSecond }, server.now())
  const addresses = new Map<string, number>()

  const turnAway = (socket: Duplex, status: string, why: string) => {
    server.metrics.handshakesRefused.inc({ why })
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  }

  const tooMany = (address: string): string | undefined => {
    if (!handshakes.take(server.now())) return 'rate'
    if (server.rooms.peers >= SOCKET_LIMITS.server) return 'server'
    return (addresses.get(address) ?? 0) >= SOCKET_LIMITS.address ? 'address' : undefined
  }

  const count = (address: string, by: 1 | -1) => {
    const next = (addresses.get(address) ?? 0) + by
    if (next > 0) addresses.set(address, next)
    else addresses.delete(address)
  }

  const accept = (request: IncomingMessage, socket: Duplex, head: Buffer, then: (ws: WebSocket) => void) => {
    const address = addressOf(request, server.config.trustedProxies)
    wss.handleUpgrade(request, socket, head, ws => {
      count(address, 1)
      ws.once('close', () => count(address, -1))
      then(ws)
    })
  }

  const refuse = (ws: WebSocket, code: CloseCode) => {
    server.metrics.handshakesRefused.inc({ why: String(code) })
    ws.on('error', () => ws.terminate())
    closeSocket(ws, code)
  }

  return async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    socket.on('error', () => socket.destroy())
    const url = new URL(request.url ?? '/', 'http://host')
    const name = url.pathname.startsWith('/sync/') ? decode(url.pathname.slice('/sync/'.length)) : undefined
    if (name === undefined) return turnAway(socket, '404 Not Found', 'path')
    if (server.isDraining()) return turnAway(socket, '503 Service Unavailable', 'draining')
    const limit = tooMany(addressOf(request, server.config.trustedProxies))
    if (limit) return turnAway(socket, '503 Service Unavailable', limit)
    const proof = proofOf(request, url, cookieName(server))
    if (!proof.withoutOrigin && !isSameOrigin(request, server.config.publicUrl))
      return turnAway(socket, '403 Forbidden', 'origin')
    let admission: Admission | CloseCode
    try {
      admission = await admit(server, name, proof, url.searchParams)
    } catch {
      // Storage could not write who this is: they may come back.
      admission = CLOSE.readOnly
    }
    if (socket.destroyed) return
    if (server.isDraining()) return turnAway(socket, '503 Service Unavailable', 'draining')
    if (typeof admission === 'number') {
      const code = admission
      return accept(request, socket, head, ws => refuse(ws, code))
    }
    const { room, member, nn, seen } = admission
    void server.access.use(room.board)
    accept(request, socket, head, ws => {
      room.join(new Peer(ws, socket, room, { member, nn, seen, now: server.now, metrics: server.metrics }))
    })
  }
}

const decode = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

interface Proof {
  readonly cookie: string | undefined
  readonly bearer: string | undefined
  readonly name: string
  readonly ticket: string | undefined
  /** Scripts prove themselves by a secret of their own; a browser's cookie needs its Origin too (T2). */
  readonly withoutOrigin: boolean
}

function proofOf(request: IncomingMessage, url: URL, cookie: string): Proof {
  const { headers } = request
  const bearer = /^Bearer (\S{1,200})$/.exec(headers.authorization ?? '')?.[1]
  const ticket = url.searchParams.get('ticket') ?? undefined
  const given = headers['x-nonagon-name']
  const pair = (headers.cookie ?? '').split(/; */).find(each => each.startsWith(`${cookie}=`))
  return {
    cookie: pair ? decode(pair.slice(cookie.length + 1)) : undefined,
    bearer,
    name: (typeof given === 'string' ? given.trim().slice(0, 60) : '') || 'Script',
    ticket,
    withoutOrigin: (bearer !== undefined || ticket !== undefined) && headers.origin === undefined,
  }
}

/** Who may come into which room, or the code with which they are told that they may not. */
async function admit(
  server: Server,
  path: string,
  proof: Proof,
  query: URLSearchParams,
): Promise<Admission | CloseCode> {
  const { access, rooms } = server
  const name = parseAskedName(path)
  const board = name?.board ?? ''
  const member = proof.ticket
    ? await access.byTicket(board, path, proof.ticket)
    : proof.bearer
      ? await access.byBearer(board, proof.bearer, proof.name)
      : access.bySession(board, proof.cookie)
  if (!member) return access.session(proof.cookie) && !proof.ticket ? CLOSE.noBoard : CLOSE.noSession
  if (member.isWaiting) return CLOSE.readOnly
  // It may have been deleted while we found out who this is.
  const kept = name && access.exists(board) ? await keptName(server, name, member) : undefined
  const room = kept === undefined ? undefined : rooms.open(kept)
  if (!room) return CLOSE.noBoard
  if (room.isClosing) return CLOSE.readOnly
  const nn = query.get('nn') === '1'
  const epoch = Number(query.get('epoch') ?? room.epoch)
  if (nn && epoch !== room.epoch) return CLOSE.otherEpoch
  const told = nn ? Number(query.get('seq') ?? 0) : 0
  const seen = Number.isSafeInteger(told) && told > 0 ? told : 0
  if (seen > room.document.sequence) {
    server.metrics.wentBack.inc()
    room.document.hears(seen)
  }
  const mine = [...rooms.peersOf(board)]
  if (mine.length >= SOCKET_LIMITS.board) return CLOSE.tooSlow
  return mine.filter(peer => peer.member === member).length >= SOCKET_LIMITS.person
    ? CLOSE.flood
    : { room, member, nn, seen }
}

/** The document that is meant. A draft is made when its owner first asks for it while the round is open. */
async function keptName(server: Server, name: AskedName, member: Member): Promise<string | undefined> {
  const { board, kind } = name
  if (kind === 'workshop') return workshopName(board)
  if (kind === 'canvas') return canvasName(board, name.canvas)
  const draft = draftName(board, name.round, member.person.id)
  const asked = draftAsked(server.workshops.of(board), name.round, member)
  if (asked === 'open' && !server.storage.documents(board).includes(draft))
    await server.rooms.tick.write([{ kind: 'document', name: draft, epoch: 1, schema: DRAFT_SCHEMA.version }])
  return asked && draft
}
