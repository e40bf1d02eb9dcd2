/** A real server in a process of its own, on a free port and a folder of its own: the thing that ships. */
import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Role } from '../../shared/workshop/roles.ts'

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))

export interface MadeBoard {
  readonly board: string
  readonly links: Readonly<Record<Role, string>>
  /** The owner's link. */
  readonly owner: string
}

export interface NonagonOptions {
  /** Kept by whoever gave it; a folder of its own is made and removed otherwise. */
  readonly dataDir?: string
  readonly env?: Readonly<Record<string, string>>
  /** The file to run instead of the built server, for negative controls. */
  readonly main?: string
}

export class Nonagon {
  readonly dataDir: string
  /** Everything that the server printed. */
  output = ''
  readonly #options: NonagonOptions
  #child: ChildProcess | undefined
  #url = ''
  #port = 0

  constructor(options: NonagonOptions = {}) {
    this.#options = options
    this.dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'nonagon-'))
  }

  get url(): string {
    return this.#url
  }

  get port(): number {
    return this.#port
  }

  get isUp(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** Starts, and resolves when the server says where it is. A restart keeps the port, so that clients find it again. */
  async start(): Promise<this> {
    const child = spawn(process.execPath, ['--disable-proto=delete', this.#options.main ?? MAIN], {
      env: {
        ...process.env,
        PORT: String(this.#port),
        HOST: '127.0.0.1',
        DATA_DIR: this.dataDir,
        LOG_LEVEL: 'warn',
        BOARDS_PER_MINUTE: '10000',
        ...this.#options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    const from = this.output.length
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        this.output += chunk.toString()
        const said = /^Nonagon is at (\S+)$/m.exec(this.output.slice(from))?.[1]
        if (!said) return
        this.#url = said
        this.#port = Number(new URL(said).port) || this.#port
        resolve()
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('exit', code => reject(new Error(`The server ended with ${code}: ${this.output.slice(from)}`)))
    })
    return this
  }

  /** Sends a signal and waits for the end. */
  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
    child.kill(signal)
    return ended
  }

  /** Ends the server and removes its folder, if it is its own. */
  async dispose(): Promise<void> {
    await this.end('SIGKILL')
    if (!this.#options.dataDir) rmSync(this.dataDir, { recursive: true, force: true })
  }

  /** From now on only operators make boards; answers with the secret of one. */
  async nameOperator(label: string): Promise<string> {
    const command = ['--disable-proto=delete', MAIN, 'operator', 'add', '--label', label, '--json']
    const env = { ...process.env, DATA_DIR: this.dataDir }
    const { stdout } = await promisify(execFile)(process.execPath, command, { env })
    return (JSON.parse(stdout) as { secret: string }).secret
  }

  async makeBoard(body: Readonly<Record<string, unknown>> = {}): Promise<MadeBoard> {
    const response = await fetch(`${this.url}/api/boards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.status !== 201) throw new Error(`No board: ${response.status} ${await response.text()}`)
    return (await response.json()) as MadeBoard
  }
}

export const secretOf = (link: string): string => new URL(link).hash.slice(1)
