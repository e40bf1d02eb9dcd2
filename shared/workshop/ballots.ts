/** Dot voting as arithmetic: what a ballot may hold, what is left of it, and what all of them come to. */
import type { Area } from '../canvas/blocks.ts'
import { AREAS } from '../canvas/blocks.ts'
import type { Canvas } from '../canvas/canvas.ts'
import { groupOf } from '../canvas/groups.ts'
import type { VoteSettings } from './step.ts'

/**
 * What one person gave: dots by candidate, none of them 0. A candidate is what lies on the canvas as one paper: a note, or
 * a closed group as a whole. Dots stay where they were given, whatever is grouped or opened afterwards.
 */
export type Ballot = ReadonlyMap<string, number>

export const NO_DOTS: Ballot = new Map()

/** The area in which a candidate lies; undefined for what is none. */
export type AreaOf = (candidate: string) => Area | undefined

/** The candidates of a canvas as it is now. */
export const candidatesOn =
  ({ notes, groups }: Pick<Canvas, 'notes' | 'groups'>): AreaOf =>
  id => {
    const note = notes.get(id)
    if (note) return groupOf(groups, note)?.closed ? undefined : note.place[0]
    const group = groups.get(id)
    if (!group?.closed) return undefined
    return notes.all().some(each => each.group === id && groupOf(groups, each)) ? group.block : undefined
  }

export const isVoted = ({ blocks }: Pick<VoteSettings, 'blocks'>, area: Area): boolean =>
  blocks.length === 0 || blocks.includes(area)

export const spentIn = (ballot: Ballot): number => [...ballot.values()].reduce((sum, dots) => sum + dots, 0)

function spentAt(ballot: Ballot, area: Area, areaOf: AreaOf): number {
  let spent = 0
  for (const [candidate, dots] of ballot) if (areaOf(candidate) === area) spent += dots
  return spent
}

/** What a voter may still give. `areas` is empty unless each has a quota; then the voted ones, in their order. */
export interface Left {
  readonly dots: number
  readonly areas: readonly (readonly [area: Area, dots: number])[]
}

export function leftOf(settings: VoteSettings, ballot: Ballot, areaOf: AreaOf): Left {
  const dots = Math.max(0, settings.dots - spentIn(ballot))
  const { perBlock } = settings
  if (perBlock === null) return { dots, areas: [] }
  const areas = AREAS.filter(area => isVoted(settings, area)).map(area => {
    const quota = Math.max(0, perBlock - spentAt(ballot, area, areaOf))
    return [area, Math.min(dots, quota)] as const
  })
  return { dots, areas }
}

/**
 * Why a ballot cannot be changed so: the number is none, the candidate is not there or lies in a block that is not
 * voted, or it would be more than one candidate, one block, or the whole ballot may have.
 */
export type CastFault = 'number' | 'gone' | 'notVoted' | 'perNote' | 'perBlock' | 'noneLeft'

/** Dots that a voter wants on a candidate, in place of those they have there. */
export interface Cast {
  readonly note: string
  readonly dots: number
}

/** Undefined when it can be. Taking back always can, also from what is gone by now. */
export function castFault(
  settings: VoteSettings,
  ballot: Ballot,
  { note, dots }: Cast,
  areaOf: AreaOf,
): CastFault | undefined {
  if (!Number.isSafeInteger(dots) || dots < 0) return 'number'
  const more = dots - (ballot.get(note) ?? 0)
  if (more <= 0) return undefined
  const area = areaOf(note)
  if (area === undefined) return 'gone'
  if (!isVoted(settings, area)) return 'notVoted'
  if (dots > settings.perNote) return 'perNote'
  if (spentIn(ballot) + more > settings.dots) return 'noneLeft'
  const { perBlock } = settings
  return perBlock !== null && spentAt(ballot, area, areaOf) + more > perBlock ? 'perBlock' : undefined
}

/** The ballot with these dots on it. */
export function withCast(ballot: Ballot, { note, dots }: Cast): Ballot {
  const changed = new Map(ballot)
  if (dots > 0) changed.set(note, dots)
  else changed.delete(note)
  return changed
}

/** Dots by candidate, most first, then by id. */
export type Totals = readonly (readonly [note: string, dots: number])[]

export function totalsOf(ballots: Iterable<Ballot>): Totals {
  const sums = new Map<string, number>()
  for (const ballot of ballots) for (const [note, dots] of ballot) sums.set(note, (sums.get(note) ?? 0) + dots)
  return [...sums].sort(([a, dotsOfA], [b, dotsOfB]) => dotsOfB - dotsOfA || (a < b ? -1 : 1))
}

export interface Ranked {
  readonly note: string
  readonly dots: number
  /** 1 for the most; who is level shares a rank, and the ranks after it are left out. */
  readonly rank: number
  readonly isTied: boolean
}

export function rankedOf(totals: Totals): readonly Ranked[] {
  return totals.map(([note, dots]) => ({
    note,
    dots,
    rank: 1 + totals.filter(other => other[1] > dots).length,
    isTied: totals.filter(other => other[1] === dots).length > 1,
  }))
}

/** The first so many, and whoever is level with the last of them. */
export const topOf = (ranked: readonly Ranked[], count: number): readonly Ranked[] =>
  ranked.filter(({ rank }) => rank <= count)

/** An order of these ids that depends on the seed alone: what comes or goes moves none of the others. */
export function shuffled<T extends { readonly id: string }>(those: readonly T[], seed: string): readonly T[] {
  const weights = new Map(those.map(({ id }) => [id, weightOf(`${seed}/${id}`)]))
  const weight = ({ id }: T): number => weights.get(id) ?? 0
  return [...those].sort((a, b) => weight(a) - weight(b) || (a.id < b.id ? -1 : 1))
}

/** A number that looks like chance: FNV-1a, and two rounds of mixing, as ids that differ in one letter come out near each other without. */
function weightOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
