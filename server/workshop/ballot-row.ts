/** What the row of a ballot holds. */

export interface BallotRow {
  /** None of them 0. */
  readonly dots: readonly (readonly [note: string, dots: number])[]
  readonly isDone: boolean
}

const isGiven = (value: unknown): boolean =>
  Array.isArray(value) && typeof value[0] === 'string' && Number.isSafeInteger(value[1]) && (value[1] as number) > 0

export function isBallotRow(value: unknown): value is BallotRow {
  if (typeof value !== 'object' || value === null) return false
  const { dots, isDone } = value as Record<string, unknown>
  return Array.isArray(dots) && dots.every(isGiven) && typeof isDone === 'boolean'
}
