/** What a supervisor asks: alive, ready, and how it goes. */
import { StorageError } from '../storage/storage.ts'
import type { Route, Server } from './route.ts'
import { Refusal, route } from './route.ts'

const PROBE_EVERY_MS = 5_000
const PROBE_LIMIT_MS = 1_000

interface Probe {
  readonly at: number
  readonly answer: Promise<void>
}

const probes = new WeakMap<Server, Probe>()

/** Ready means that a row was written and fsynced, not long ago and in good time, and that no write failed since. */
function isReady(server: Server): Promise<void> {
  const now = server.now()
  const last = probes.get(server)
  if (last && now - last.at < PROBE_EVERY_MS && !server.rooms.tick.isFailing) return last.answer
  const written = server.rooms.tick.write([{ kind: 'probe', at: now }])
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageError('Storage is slow.', { full: false })), PROBE_LIMIT_MS)
  })
  const answer = Promise.race([written, late]).finally(() => clearTimeout(timer))
  probes.set(server, { at: now, answer })
  // A failed probe is asked again at once, so that recovery shows.
  answer.catch(() => probes.delete(server))
  return answer
}

export const healthRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/healthz',
    summary: 'The process is alive.',
    access: 'anyone',
    answers: { 200: 'Alive.' },
    run: () => ({ status: 200, json: { status: 'ok' } }),
  }),
  route({
    method: 'get',
    path: '/readyz',
    summary: 'A row could be written and fsynced, and the server is not on its way out.',
    access: 'anyone',
    answers: { 200: 'Ready.', 503: 'Draining, or storage takes nothing.' },
    async run(call) {
      if (call.server.isDraining()) throw new Refusal(503, 'draining', 'The server is about to stop.')
      try {
        await isReady(call.server)
      } catch {
        throw new Refusal(503, 'readOnly', 'Storage takes nothing at the moment.')
      }
      return { status: 200, json: { status: 'ready' } }
    },
  }),
  route({
    method: 'get',
    path: '/metrics',
    summary: 'Counters and figures in Prometheus text.',
    access: 'anyone',
    answers: { 200: 'Metrics.' },
    async run({ server }) {
      server.metrics.connections.reset()
      for (const [role, count] of server.rooms.countRoles()) server.metrics.connections.set({ role }, count)
      const { registry } = server.metrics
      return { status: 200, type: registry.contentType, text: await registry.metrics() }
    },
  }),
]
