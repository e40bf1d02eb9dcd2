/** Starts a server from a configuration, and stops it without losing anything. `main` and the tests use the same. */
import type { Socket } from 'node:net'
import { newId, newSecret } from '../shared/base/id.ts'
import { HEARTBEAT } from '../shared/wire/messages.ts'
import { Access } from './access/access.ts'
import { BoardUse } from './access/board-use.ts'
import { Codes } from './access/codes.ts'
import { Buckets } from './access/limits.ts'
import { Images } from './commands/images.ts'
import { makeBoard } from './commands/make-board.ts'
import { followTitle } from './commands/follow-title.ts'
import { watchBoards } from './commands/watch-boards.ts'
import type { Config } from './config.ts'
import { createHttp } from './http.ts'
import type { Log } from './log.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { Rooms } from './rooms/rooms.ts'
import type { Server } from './routes/route.ts'
import type { Storage } from './storage/storage.ts'
import { createUpgrade } from './upgrade.ts'
import { Workshops } from './workshop/workshops.ts'

const BAD_SECRETS = { perSecond: 10 / 60, burst: 10 }
/** Connections that do not end by themselves are cut after this, ms. */
const DRAIN_MS = 3_000

export interface Running {
  /** Where people find it: PUBLIC_URL, or else the same as `local`. */
  readonly address: string
  /** `http://host:port`, as reached from this machine. */
  readonly local: string
  readonly server: Server
  makeBoard(content: Parameters<typeof makeBoard>[0]): ReturnType<typeof makeBoard>
  /** Tells everybody, writes what waits, closes storage. */
  stop(): Promise<void>
}

export interface StartOptions {
  readonly config: Config
  readonly storage: Storage
  readonly pageDir?: string
  /** Standard output at the configured level by default. */
  readonly log?: Log
  readonly now?: () => number
  /** How often each socket is asked whether anybody is there, ms. */
  readonly pingMs?: number
  /** How often it is looked which boards and images are due to go, ms. */
  readonly lookMs?: number
}

/** Rejects when the port cannot be had. */
export async function start(options: StartOptions): Promise<Running> {
  const { config, storage, pageDir, now = Date.now, log = createLog(config.logLevel) } = options
  const metrics = createMetrics()
  const use = new BoardUse({ storage, now })
  let isDraining = false
  const rooms = new Rooms({
    storage,
    now,
    metrics,
    log,
    idleMs: config.idleMs,
    running: board => workshops.running(board),
    drafting: (draft, member) => workshops.drafting(draft, member),
    hidesPointers: board => workshops.hidesPointers(board),
    joined: (room, peer) => workshops.greet(room, peer),
    committed: (room, changes) => [...followTitle(storage, room, changes), ...use.follow(room.board)],
    heartbeat: HEARTBEAT,
    ...(options.pingMs === undefined ? {} : { pingMs: options.pingMs }),
  })
  const workshops: Workshops = new Workshops({
    storage,
    rooms: () => rooms,
    access: () => access,
    log,
    now,
    newId,
  })
  const lobby = {
    isAt: (board: string) => workshops.hasLobby(board),
    hold: (board: string, person: string) => workshops.hold(board, person),
  }
  const access = new Access({ storage, rooms, use, lobby, now, newId, newSecret })
  const codes = new Codes({ access, rooms, now })
  const images = new Images({ storage, rooms, now })
  const server: Server = {
    config,
    storage,
    rooms,
    access,
    codes,
    images,
    workshops,
    metrics,
    newBoards: new Buckets({ perSecond: config.boardsPerMinute / 60, burst: config.boardsPerMinute }),
    badSecrets: new Buckets(BAD_SECRETS),
    log,
    now,
    newId,
    newSecret,
    isDraining: () => isDraining,
  }
  const http = createHttp(server, { pageDir })
  const upgrade = createUpgrade(server)
  const connections = new Set<Socket>()
  http.on('connection', socket => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  http.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(config.port, config.host, resolve)
  })
  const watch = watchBoards(server, options.lookMs)
  const bound = http.address()
  const port = typeof bound === 'object' && bound ? bound.port : config.port
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host
  const local = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  log.info('server.started', { port, node: process.version })
  return {
    address: config.publicUrl?.origin ?? local,
    local,
    server,
    makeBoard: content => makeBoard(content, { tick: rooms.tick, log, now, newId, newSecret }),
    async stop() {
      if (isDraining) return
      isDraining = true
      const began = performance.now()
      log.info('server.stopping', { sockets: rooms.peers })
      const closed = new Promise(resolve => http.close(resolve))
      workshops.stop()
      await watch.stop()
      await rooms.stop()
      http.closeIdleConnections()
      const cut = setTimeout(() => connections.forEach(socket => socket.destroy()), DRAIN_MS)
      await closed
      clearTimeout(cut)
      storage.close()
      log.info('server.stopped', { ms: Math.round(performance.now() - began) })
    },
  }
}
