/** Nonagon behind a real nginx with TLS: nginx.conf as people are told to write it, on ports and in a folder of its own. */
import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../../server/config.ts'
import type { Running } from '../../server/start.ts'
import { start } from '../../server/start.ts'
import { openMemory } from '../../server/storage/memory.ts'

const SITE = new URL('nginx.conf', import.meta.url)
const PAGE = fileURLToPath(new URL('../../dist/client', import.meta.url))
const TRIES = 5

const programAt = (name: string): string | undefined =>
  [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin']
    .map(folder => join(folder, name))
    .find(existsSync)

const NGINX = programAt('nginx')
const OPENSSL = programAt('openssl')

/** Why this machine cannot do it, in a sentence; undefined if it can. */
export const missing: string | undefined = !NGINX
  ? 'nginx is not installed (Debian: apt-get install nginx)'
  : !OPENSSL
    ? 'openssl is not installed'
    : process.platform === 'linux'
      ? undefined
      : 'several loopback addresses are needed, which only Linux has from the start'

export interface BehindOptions {
  /** In the place of nginx.conf's `proxy_read_timeout 60s`. */
  readonly readTimeout?: string
  readonly pingMs?: number
  readonly env?: Readonly<Record<string, string>>
}

interface Asked {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** The client's own address. */
  readonly from?: string
}

export interface Behind {
  /** As people see it: `https://127.0.0.1:port`. */
  readonly url: string
  /** The other door, which only sends people to the first. */
  readonly plainUrl: string
  readonly running: Running
  readonly log: () => string
  readonly ask: (path: string, asking?: Asking) => Promise<Asked>
  readonly stop: () => Promise<void>
}

interface Ports {
  readonly tls: number
  readonly plain: number
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

/** A certificate for 127.0.0.1 under the names that nginx.conf uses. This process trusts it from then on. */
function makeCertificate(folder: string): void {
  const [key, certificate] = [join(folder, 'privkey.pem'), join(folder, 'fullchain.pem')]
  execFileSync(
    OPENSSL ?? '',
    [
      'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1'.split(' '),
      ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate],
    ].flat(),
    { stdio: 'pipe' },
  )
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(certificate, 'utf8')])
}

/** nginx.conf with this machine's ports and folder; throws when a line that it counts on is gone. */
function siteFor(folder: string, ports: Ports, upstream: string, readTimeout: string): string {
  const replacements: readonly (readonly [string, string])[] = [
    ['/etc/letsencrypt/live/board.example.org/', `${folder}/`],
    ['https://board.example.org', `https://127.0.0.1:${ports.tls}`],
    ['server_name board.example.org', 'server_name 127.0.0.1'],
    ['listen 443 ', `listen 127.0.0.1:${ports.tls} `],
    ['listen 80;', `listen 127.0.0.1:${ports.plain};`],
    ['/var/log/nginx/', `${folder}/`],
    ['proxy_pass http://127.0.0.1:8080;', `proxy_pass ${upstream};`],
    ['proxy_read_timeout 60s;', `proxy_read_timeout ${readTimeout};`],
  ]
  return replacements.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`nginx.conf no longer says "${from}".`)
      return text.replaceAll(from, to)
    },
    readFileSync(SITE, 'utf8'),
  )
}

/** What Debian's own nginx.conf says around a site, in short. */
const around = (folder: string): string => `
daemon off;
pid ${folder}/pid;
error_log stderr notice;
events {}
http {
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(each => `${each}_temp_path ${folder}/${each};`).join(' ')}
  include ${folder}/site.conf;
}
`

/** Resolves when nginx listens; false if one of its ports was taken meanwhile. */
function startNginx(folder: string): Promise<{ child: ChildProcess; isListening: boolean }> {
  const child = spawn(NGINX ?? '', ['-e', 'stderr', '-p', folder, '-c', join(folder, 'around.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () =>
      said.includes('Address already in use')
        ? resolve({ child, isListening: false })
        : reject(new Error(`nginx ended: ${said}`)),
    )
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('start worker process ')) resolve({ child, isListening: true })
    })
  })
}

async function endNginx(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

function startNonagon(tlsPort: number, options: BehindOptions): Promise<Running> {
  const read = readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: `https://127.0.0.1:${tlsPort}`,
    TRUSTED_PROXIES: '127.0.0.1',
    ...options.env,
  })
  if (!read.ok) throw new Error(read.problem)
  const pings = options.pingMs === undefined ? {} : { pingMs: options.pingMs }
  return start({ config: read.config, storage: openMemory(), pageDir: PAGE, ...pings })
}

const ask = (url: string, { method = 'GET', headers = {}, body, from = '127.0.0.1' }: Asking): Promise<Asked> =>
  new Promise((resolve, reject) => {
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const options = { method, headers: { ...type, ...headers }, localAddress: from }
    const sent = request(url, options, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** Both servers, ready. */
export async function startBehind(options: BehindOptions = {}): Promise<Behind> {
  const folder = mkdtempSync(join(tmpdir(), 'nonagon-nginx-'))
  // nginx begins as root and works as www-data.
  chmodSync(folder, 0o755)
  makeCertificate(folder)
  writeFileSync(join(folder, 'around.conf'), around(folder))
  for (let tries = 0; tries < TRIES; tries++) {
    const ports = { tls: await freePort(), plain: await freePort() }
    const running = await startNonagon(ports.tls, options)
    writeFileSync(join(folder, 'site.conf'), siteFor(folder, ports, running.local, options.readTimeout ?? '60s'))
    const { child, isListening } = await startNginx(folder)
    if (isListening) return behind(folder, ports, running, child)
    await running.stop()
  }
  throw new Error('No free port for nginx.')
}

function behind(folder: string, ports: Ports, running: Running, child: ChildProcess): Behind {
  const url = `https://127.0.0.1:${ports.tls}`
  return {
    url,
    plainUrl: `http://127.0.0.1:${ports.plain}`,
    running,
    log: () =>
      ['nonagon.log', 'nonagon-error.log']
        .map(name => join(folder, name))
        .map(file => (existsSync(file) ? readFileSync(file, 'utf8') : ''))
        .join(''),
    ask: (path, asking = {}) => ask(`${url}${path}`, asking),
    async stop() {
      await endNginx(child)
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
