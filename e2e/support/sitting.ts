/** A session in a server of this process, for tests: its clock stands still until a test moves it, and people speak by raw sockets. */
import * as Y from 'yjs'
import { expect } from 'vitest'
import type { Reply } from './asks.ts'
import { askers, bearer } from './asks.ts'
import type { InProcess, InProcessOptions } from './in-process.ts'
import { startInProcess } from './in-process.ts'
import type { MadeBoard } from './nonagon.ts'
import { secretOf } from './nonagon.ts'
import type { Raw } from './raw.ts'
import { rawWith } from './raw.ts'
import { newId } from '../../shared/base/id.ts'
import { addSteps } from '../../shared/workshop/agenda.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import type { Run } from '../../shared/workshop/session.ts'
import type { Step, StepPlan } from '../../shared/workshop/step.ts'
import { BLANK_PLAN } from '../../shared/workshop/step.ts'
import type { Workshop } from '../../shared/workshop/workshop.ts'
import { openWorkshop } from '../../shared/workshop/workshop.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { openMemory } from '../../server/storage/memory.ts'

export const MINUTE = 60_000

/** A step that is called something. */
export const plan = (title: string, more: Partial<StepPlan> = {}): StepPlan => ({ ...BLANK_PLAN, title, ...more })

export class Sitting {
  readonly board: MadeBoard
  server: InProcess
  readonly storage: Storage
  #time: { now: number }
  readonly #lines: Raw[] = []

  private constructor(board: MadeBoard, server: InProcess, storage: Storage, time: { now: number }) {
    this.board = board
    this.server = server
    this.storage = storage
    this.#time = time
  }

  static async begin(storage: Storage = openMemory(), options: Pick<InProcessOptions, 'log'> = {}): Promise<Sitting> {
    const time = { now: 1_700_000_000_000 }
    const server = await startInProcess({ ...options, storage, now: () => time.now })
    return new Sitting(await server.makeBoardByHttp(), server, storage, time)
  }

  get now(): number {
    return this.#time.now
  }

  passes(ms: number): void {
    this.#time.now += ms
  }

  /** The server goes, and comes back with what storage has. */
  async restarts(storage: Storage): Promise<void> {
    await this.end()
    this.server = await startInProcess({ storage, now: () => this.#time.now })
  }

  async end(): Promise<void> {
    for (const line of this.#lines.splice(0)) line.cut()
    await this.server.stop()
  }

  // Asking ------------------------------------------------------------------------------------------------------------

  asks(method: string, path: string, role: Role = 'facilitator', name = 'Ana', body?: unknown): Promise<Reply> {
    const { ask } = askers(() => this.server.local)
    return ask(method, `/api/boards/${this.board.board}${path}`, { body, headers: bearer(this.board, role, name) })
  }

  /** Brings bytes or text; answers with the status. */
  async puts(path: string, body: Uint8Array | string, headers: Record<string, string>, role: Role): Promise<number> {
    const response = await fetch(`${this.server.local}/api/boards/${this.board.board}${path}`, {
      method: 'PUT',
      headers: { ...bearer(this.board, role, role), ...headers },
      body: typeof body === 'string' ? body : Buffer.from(body),
    })
    return response.status
  }

  command(command: string, body: object = {}, by: { role?: Role; name?: string; id?: string } = {}): Promise<Reply> {
    const { role = 'facilitator', name = 'Ana', id = newId() } = by
    return this.asks('POST', '/commands', role, name, { id, command, ...body })
  }

  /** As a facilitator who sees what runs; answers with what runs then. */
  async does(command: string, body: object = {}): Promise<Run | null> {
    const reply = await this.command(command, { seq: this.run?.seq ?? 0, ...body })
    expect(reply.status, reply.text).toBe(200)
    return reply.json['run'] as Run | null
  }

  /** What runs, by the rows. */
  get run(): Run | undefined {
    return this.server.server.workshops.of(this.board.board).run.get('now')
  }

  /** What everybody is shown. */
  shown<T>(read: (workshop: Workshop) => T): T {
    const { rooms } = this.server.server
    const seen = rooms.read(`${this.board.board}/workshop`, document => ({ it: read(openWorkshop(document)) }))
    if (!seen) throw new Error('There is no workshop.')
    return seen.it
  }

  // Lines -------------------------------------------------------------------------------------------------------------

  line(
    role: Role,
    name: string,
    document: 'canvas/main' | 'workshop' | `draft/${string}` = 'canvas/main',
    doc = new Y.Doc(),
  ): Raw {
    const raw = rawWith(secretOf(this.board.links[role]), name, {
      ...{ url: this.server.local, path: `${this.board.board}/${document}`, doc },
    })
    this.#lines.push(raw)
    return raw
  }

  /** A facilitator writes the agenda, over the line like everybody. */
  async writes(...plans: readonly StepPlan[]): Promise<readonly Step[]> {
    const line = this.line('facilitator', 'Ana', 'workshop')
    await line.synced()
    const { steps } = openWorkshop(line.doc)
    const ids = line.doc.transact(() => addSteps(line.doc, steps.all(), plans, newId))
    await line.saved()
    line.cut()
    return ids.flatMap(id => steps.get(id) ?? [])
  }
}
