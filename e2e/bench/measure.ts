/** Figures of processes and of samples. */
import { readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** Processor seconds that a process has used so far, user and system. Linux. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** Resident memory in bytes. */
export const residentBytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024

export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)

/** One line of the report: what, the figure, and the budget beside it. */
export interface Row {
  readonly what: string
  readonly figure: string
  readonly budget: string
  readonly isMet: boolean
}

export function printRows(rows: readonly Row[]): void {
  const wide = Math.max(...rows.map(row => row.what.length))
  const figures = Math.max(...rows.map(row => row.figure.length))
  for (const { what, figure, budget, isMet } of rows)
    process.stdout.write(
      `${what.padEnd(wide)}  ${figure.padStart(figures)}  ${isMet ? 'within' : 'OVER  '}  ${budget}\n`,
    )
}
