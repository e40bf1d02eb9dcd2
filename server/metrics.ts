/** What the server counts and measures, for /metrics. No label ever names a board or a person. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof createMetrics>

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 })
  return {
    registry,
    receiptSeconds: new Histogram({
      name: 'receipt_seconds',
      help: 'From the arrival of a frame to its receipt.',
      buckets: SECONDS,
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'commit_seconds',
      help: 'One commit, fsync included.',
      buckets: SECONDS,
      registers,
    }),
    loadSeconds: new Histogram({
      name: 'load_seconds',
      help: 'Loading one document from storage.',
      buckets: SECONDS,
      registers,
    }),
    tickFrames: new Histogram({
      name: 'tick_frames',
      help: 'Document frames in one tick.',
      buckets: [1, 2, 5, 10, 25, 50, 100, 250, 1000],
      registers,
    }),
    connections: new Gauge({
      name: 'ws_connections',
      help: 'Open websockets.',
      labelNames: ['role'] as const,
      registers,
    }),
    closes: new Counter({
      name: 'ws_close_total',
      help: 'Websockets closed by the server.',
      labelNames: ['code'] as const,
      registers,
    }),
    refused: new Counter({
      name: 'frames_refused_total',
      help: 'Frames that the gate refused.',
      labelNames: ['reason'] as const,
      registers,
    }),
    presenceDropped: new Counter({
      name: 'presence_dropped_total',
      help: 'Presence frames not sent to slow readers.',
      registers,
    }),
    commitFailures: new Counter({ name: 'commit_failures_total', help: 'Commits that failed.', registers }),
    wentBack: new Counter({
      name: 'server_went_back_total',
      help: 'Clients that had seen a later state than the server has.',
      registers,
    }),
    handshakesRefused: new Counter({
      name: 'handshake_rejected_total',
      help: 'Upgrades refused.',
      labelNames: ['why'] as const,
      registers,
    }),
    rooms: new Gauge({ name: 'rooms', help: 'Rooms in memory.', labelNames: ['kind'] as const, registers }),
    damaged: new Gauge({ name: 'damaged_documents', help: 'Loaded documents with a row in quarantine.', registers }),
  }
}
