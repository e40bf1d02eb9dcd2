/** A timer in figures: `05:48` while there is time, `+0:42` when it is over, hours only where there are some. */
import type { Rest } from '../../shared/workshop/timer.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** Counting down, a second is shown until it is over; counting up, once it is over. */
export function clockText({ leftMs, elapsedMs }: Pick<Rest, 'leftMs' | 'elapsedMs'>): string {
  if (leftMs === null) return figures(Math.floor(elapsedMs / 1_000), { padded: true })
  if (leftMs <= -1_000) return `+${figures(Math.floor(-leftMs / 1_000), { padded: false })}`
  return figures(Math.max(0, Math.ceil(leftMs / 1_000)), { padded: true })
}

function figures(seconds: number, { padded }: { padded: boolean }): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  if (hours > 0) return `${hours}:${two(minutes)}:${two(rest)}`
  return `${padded ? two(minutes) : minutes}:${two(rest)}`
}

/** How long the same figures stand, ms. */
export function untilNextFigure({ leftMs, elapsedMs }: Pick<Rest, 'leftMs' | 'elapsedMs'>): number {
  const over = leftMs === null ? elapsedMs : -leftMs
  const gone = ((over % 1_000) + 1_000) % 1_000
  return 1_000 - gone
}

/** How a timer looks: there is time, a fifth is left, a twentieth, none; or it has no end, or stands still. */
export type Pressure = 'calm' | 'soon' | 'last' | 'over' | 'open' | 'paused'

const SOON = 0.2
const LAST = 0.05

export function pressureOf({ leftMs, elapsedMs, isOver, isPaused }: Rest): Pressure {
  if (isPaused) return 'paused'
  if (leftMs === null) return 'open'
  if (isOver) return 'over'
  const share = leftMs / (leftMs + elapsedMs)
  return share <= LAST ? 'last' : share <= SOON ? 'soon' : 'calm'
}

/** How much of the time is gone, 0 to 1. */
export const shareGone = ({ leftMs, elapsedMs, isOver }: Rest): number =>
  leftMs === null ? 0 : isOver ? 1 : elapsedMs / (leftMs + elapsedMs)
