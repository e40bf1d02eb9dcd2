/** A Nonagon started by whatever command people use, as whoever they are. */
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { spawn } from 'node:child_process'

/** A server that has not said where it is by then is ended. */
const READY_MS = 20_000

interface Runs {
  readonly url: string
  readonly output: () => string
  /** Of the process that was started; null where a signal ended it. */
  readonly end: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<number | null>
}

export interface RunsOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly as?: { readonly uid: number; readonly gid: number } | undefined
}

/** Resolves when the server says where it is. It leads a process group, which gets the signals, as from a terminal. */
export function runs(command: readonly [string, ...string[]], { cwd, env, as }: RunsOptions): Promise<Runs> {
  const [file, ...args] = command
  const options: SpawnOptions = { cwd, env, ...as, detached: true, stdio: ['ignore', 'pipe', 'pipe'] }
  const child = spawn(file, args, options)
  let said = ''
  const output = (): string => said
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => void end(child, 'SIGKILL'), READY_MS)
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /^Nonagon is at (\S+)$/m.exec(said)?.[1]
      if (!url) return
      clearTimeout(late)
      resolve({ url, output, end: signal => end(child, signal) })
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('exit', code => {
      clearTimeout(late)
      reject(new Error(`${command.join(' ')} ended with ${code}: ${said}`))
    })
  })
}

/** Waits until nobody of the group holds the output any more. */
async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.stdout?.closed !== false) return child.exitCode
  const closed = new Promise(resolve => child.once('close', resolve))
  process.kill(-(child.pid ?? 0), signal)
  await closed
  return child.exitCode
}
