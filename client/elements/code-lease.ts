/** The code that lets people of a room in: alive as long as it is on a screen, renewed in time, a new one when the server forgot it. */
import type { Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import type { Answer, Code } from './server.ts'

/** After a try that failed. */
const AGAIN_MS = 2_000
/** Renewed when so much of the lease is over, so that one lost request costs nothing. */
const PART = 1 / 3

export interface CodeLease {
  /** Undefined until the first comes, and while nobody can have one. */
  readonly code: Watchable<Code | undefined>
  /** Asks now: the line has come back. */
  renew(): void
  stop(): void
}

/** Nothing ends the code on purpose: another screen may show the same one. It ends with the last lease. */
export function leaseCode(show: (code?: string) => Promise<Answer<Code>>): CodeLease {
  const code = new Value<Code | undefined>(undefined)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let endsAt = 0
  const renew = async (): Promise<void> => {
    clearTimeout(timer)
    const answer = await show(code.value?.code)
    if (isStopped) return
    clearTimeout(timer)
    if (answer.ok) {
      endsAt = performance.now() + answer.value.leaseMs
      code.set(answer.value)
    } else if (performance.now() > endsAt) code.set(undefined)
    timer = setTimeout(() => void renew(), answer.ok ? answer.value.leaseMs * PART : AGAIN_MS)
  }
  void renew()
  return {
    code,
    renew: () => void renew(),
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

/** As it is read out and typed: `KQ7-M4T`. */
export const readable = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`
