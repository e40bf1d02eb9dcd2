/** What a facilitator reads of each person at work: one state of many, and who may need them. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import type { AreaCounts, Dashboard, DashboardRow } from '../../shared/workshop/dashboard.ts'

export type AtWork =
  /** `minutes` undefined: nobody knows since when. */
  | { readonly kind: 'away'; readonly minutes: number | undefined }
  | { readonly kind: 'voted' | 'ready' | 'writing' | 'here' }
  | { readonly kind: 'left'; readonly dots: number }
  | { readonly kind: 'quiet'; readonly minutes: number }

const MINUTE = 60_000
/** So many stand in a panel without being scrolled. */
const MOST = 12

const minutesSince = (at: number, now: number): number => Math.max(0, Math.floor((now - at) / MINUTE))

/** The first that holds, most telling first. Who reads for less than a minute is not quiet yet. */
export function atWorkOf(row: DashboardRow, now: number): AtWork {
  const { away, vote, ready, writing, idle = now } = row
  if (away !== undefined) return { kind: 'away', minutes: away === null ? undefined : minutesSince(away, now) }
  if (vote) return vote.done || vote.left === 0 ? { kind: 'voted' } : { kind: 'left', dots: vote.left }
  if (ready) return { kind: 'ready' }
  if (writing) return { kind: 'writing' }
  const minutes = minutesSince(idle, now)
  return minutes > 0 ? { kind: 'quiet', minutes } : { kind: 'here' }
}

/** Away, or idle with something left to do. */
function mayNeedHelp(row: DashboardRow, now: number): boolean {
  const { kind } = atWorkOf(row, now)
  return kind === 'away' || kind === 'quiet' || (kind === 'left' && minutesSince(row.idle ?? now, now) > 0)
}

export interface AtWorkList {
  readonly rows: readonly DashboardRow[]
  /** Of many people those who need nobody are counted only. */
  readonly others: number
  readonly isMany: boolean
}

/**
 * Me first, then by name, and so it stays: rows that change places with every note cannot be read. Of many people only
 * those are listed who may need a facilitator, so that sixty are as calm as six: the list is short while all goes well.
 */
export function listOf({ people, now }: Dashboard, me: string, { all }: { readonly all: boolean }): AtWorkList {
  const rows = [...people].sort(
    (a, b) => Number(b.id === me) - Number(a.id === me) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1),
  )
  const isMany = rows.length > MOST
  if (!isMany || all) return { rows, others: 0, isMany }
  const shown = rows.filter(row => row.id !== me && mayNeedHelp(row, now))
  return { rows: shown, others: rows.length - shown.length, isMany }
}

export const sumOf = (blocks: AreaCounts): number => Object.values(blocks).reduce((sum, count) => sum + count, 0)

/** In the order of the canvas. */
export const areasIn = (blocks: AreaCounts): readonly (readonly [area: Area, count: number])[] =>
  AREAS.flatMap(area => {
    const count = blocks[area] ?? 0
    return count > 0 ? [[area, count] as const] : []
  })
