/** Configuration: the only place that reads the environment. A bad value is told in one sentence, before anything starts. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Origin under which people reach the server, when it is not the Host they ask for. */
  readonly publicUrl: URL | undefined
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  /** Boards one address may make in a minute. */
  readonly boardsPerMinute: number
  /** Sockets that are let in a second, from everywhere; twice as many at once after a pause. */
  readonly handshakesPerSecond: number
  /** A room is put away this long after the last one left, ms. */
  readonly idleMs: number
  readonly logLevel: 'silent' | 'warn' | 'info'
  /** Started by `npm start`, which puts a shell between. */
  readonly isBehindShell: boolean
}

export type ConfigResult =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problem: string }

type Environment = Readonly<Record<string, string | undefined>>

const whole = (name: string, text: string, low: number, high: number): number => {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < low || value > high)
    throw new RangeError(`${name} must be a whole number from ${low} to ${high}, not "${text}".`)
  return value
}

const LEVELS = ['silent', 'warn', 'info'] as const

const level = (text: string): Config['logLevel'] => {
  const found = LEVELS.find(each => each === text)
  if (!found) throw new RangeError(`LOG_LEVEL must be one of ${LEVELS.join(', ')}, not "${text}".`)
  return found
}

function url(text: string): URL {
  const sentence = `PUBLIC_URL must be an address like https://board.example.org, not "${text}".`
  let value: URL
  try {
    value = new URL(text)
  } catch {
    throw new RangeError(sentence)
  }
  if (!/^https?:$/.test(value.protocol) || value.pathname !== '/' || value.search || value.hash)
    throw new RangeError(sentence)
  return value
}

/** Reads the environment into a Config, or the sentence that says what is wrong with it. */
export function readConfig(env: Environment): ConfigResult {
  const read = (name: string, fallback: string) => env[name]?.trim() || fallback
  try {
    return {
      ok: true,
      config: {
        port: whole('PORT', read('PORT', '8080'), 0, 65_535),
        host: read('HOST', '127.0.0.1'),
        dataDir: read('DATA_DIR', './data'),
        publicUrl: env['PUBLIC_URL']?.trim() ? url(env['PUBLIC_URL'].trim()) : undefined,
        trustedProxies: read('TRUSTED_PROXIES', '')
          .split(',')
          .map(each => each.trim())
          .filter(Boolean),
        boardsPerMinute: whole('BOARDS_PER_MINUTE', read('BOARDS_PER_MINUTE', '60'), 1, 1_000_000),
        handshakesPerSecond: whole('HANDSHAKES_PER_SECOND', read('HANDSHAKES_PER_SECOND', '200'), 1, 1_000_000),
        idleMs: whole('IDLE_SECONDS', read('IDLE_SECONDS', '60'), 0, 86_400) * 1000,
        logLevel: level(read('LOG_LEVEL', 'warn')),
        isBehindShell: env['npm_lifecycle_event'] === 'start',
      },
    }
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, problem: error.message }
    throw error
  }
}
