/** A server in this process on a free port, for tests that look inside or hurt its storage. */
import type { Config } from '../../server/config.ts'
import { readConfig } from '../../server/config.ts'
import type { Running } from '../../server/start.ts'
import type { Log } from '../../server/log.ts'
import { start } from '../../server/start.ts'
import { openMemory } from '../../server/storage/memory.ts'
import type { Storage } from '../../server/storage/storage.ts'
import type { MadeBoard } from './nonagon.ts'

export interface InProcess extends Running {
  makeBoardByHttp(body?: Readonly<Record<string, unknown>>): Promise<MadeBoard>
}

export interface InProcessOptions {
  readonly storage?: Storage
  /** The built page, for tests with a browser. */
  readonly pageDir?: string
  readonly env?: Readonly<Record<string, string>>
  readonly now?: () => number
  readonly pingMs?: number
  readonly lookMs?: number
  readonly log?: Log
}

function configFor(env: Readonly<Record<string, string>> = {}): Config {
  const read = readConfig({ PORT: '0', LOG_LEVEL: 'silent', BOARDS_PER_MINUTE: '100000', ...env })
  if (!read.ok) throw new Error(read.problem)
  return read.config
}

export async function startInProcess(options: InProcessOptions = {}): Promise<InProcess> {
  const running = await start({
    config: configFor(options.env),
    storage: options.storage ?? openMemory(),
    ...(options.pageDir ? { pageDir: options.pageDir } : {}),
    ...(options.now ? { now: options.now } : {}),
    ...(options.pingMs ? { pingMs: options.pingMs } : {}),
    ...(options.lookMs ? { lookMs: options.lookMs } : {}),
    ...(options.log ? { log: options.log } : {}),
  })
  return {
    ...running,
    async makeBoardByHttp(body = {}) {
      const response = await fetch(`${running.local}/api/boards`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (response.status !== 201) throw new Error(`No board: ${response.status} ${await response.text()}`)
      return (await response.json()) as MadeBoard
    },
  }
}
