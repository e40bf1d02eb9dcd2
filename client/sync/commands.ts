/** Commands on their way to the server: each is done once, however often the line is lost while it is sent. */
import { newId } from '../../shared/base/id.ts'
import type { CommandOutcome } from '../editor/board.ts'
import type { Timers } from './timers.ts'

/** A command whose answer did not come is sent again after these, under the id it has. */
const AGAIN_MS = [500, 1_000, 2_000, 4_000] as const

export interface CommandOptions {
  readonly board: string
  readonly origin: string
  readonly fetch: typeof fetch
  readonly timers: Timers
}

type Fields = Readonly<Record<string, unknown>>

export async function sendCommand(name: string, body: Fields, options: CommandOptions): Promise<CommandOutcome> {
  const text = JSON.stringify({ ...body, command: name, id: newId() })
  for (const wait of [...AGAIN_MS, undefined]) {
    const outcome = await attempt(text, options)
    if (outcome.kind !== 'unreachable' || wait === undefined) return outcome
    await new Promise<void>(resolve => options.timers.after(wait, resolve))
  }
  return { kind: 'unreachable' }
}

async function attempt(body: string, { board, origin, fetch }: CommandOptions): Promise<CommandOutcome> {
  try {
    const response = await fetch(`${origin}/api/boards/${board}/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body,
    })
    // The disk is full, or a proxy has lost its server: neither has answered.
    if (response.status >= 500) return { kind: 'unreachable' }
    const answer = asFields(await response.json())
    return response.ok ? { kind: 'done', answer } : { kind: 'refused', code: codeOf(answer), answer }
  } catch {
    return { kind: 'unreachable' }
  }
}

const asFields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})

function codeOf(answer: Fields): string {
  const { code } = asFields(answer['error'])
  return typeof code === 'string' ? code : ''
}
