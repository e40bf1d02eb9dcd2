/** What an update's bytes hold, before anybody asks what it means: structs in strands by client, ranges of deletions. */
import { createDecoder, readVarUint } from 'lib0/decoding'
import * as Y from 'yjs'
import type { BoardDocument, Update } from './document.ts'

export type Struct = Y.Item | Y.GC | Y.Skip

/** The structs of one client, in the order of their clocks. */
export interface Strand {
  readonly client: number
  readonly structs: Struct[]
  /** Clocks below this are in the store. */
  readonly known: number
  /** Clock behind the last struct. */
  end: number
}

export interface Range {
  readonly start: number
  readonly end: number
}

/** Per client sorted, without overlaps. */
export type Ranges = ReadonlyMap<number, readonly Range[]>

export interface Frame {
  readonly strands: ReadonlyMap<number, Strand>
  readonly deleted: Ranges
}

/** Decodes and checks the form: what Yjs would read differently when it applies, or choke on, is malformed. */
export function readFrame(update: Update, document: BoardDocument): Frame | 'malformed' {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    const strands = strandsOf(structs, document)
    // A client in two blocks: Yjs applies the last of them only. An empty block would hide one likewise.
    if (!strands || strands.size !== readVarUint(createDecoder(update))) return 'malformed'
    const deleted = rangesOf(ds)
    return deleted ? { strands, deleted } : 'malformed'
  } catch {
    return 'malformed'
  }
}

function strandsOf(structs: readonly Struct[], document: BoardDocument): Map<number, Strand> | undefined {
  const strands = new Map<number, Strand>()
  let strand: Strand | undefined
  for (const struct of structs) {
    const { client, clock } = struct.id
    const end = clock + struct.length
    if (!(struct.length > 0) || !Number.isSafeInteger(client) || !Number.isSafeInteger(end)) return undefined
    if (strand?.client !== client) {
      if (strands.has(client)) return undefined
      strand = { client, structs: [], known: Y.getState(document.store, client), end }
      strands.set(client, strand)
    }
    strand.structs.push(struct)
    strand.end = end
  }
  return strands
}

function rangesOf(set: ReturnType<typeof Y.decodeUpdate>['ds']): Ranges | undefined {
  const ranges = new Map<number, Range[]>()
  for (const [client, items] of set.clients) {
    const sorted: Range[] = []
    for (const { clock, len } of items) {
      if (!(len > 0) || !Number.isSafeInteger(clock + len)) return undefined
      sorted.push({ start: clock, end: clock + len })
    }
    ranges.set(client, merged(sorted))
  }
  return ranges
}

function merged(ranges: Range[]): Range[] {
  if (ranges.every((range, i) => (ranges[i - 1]?.end ?? -1) < range.start)) return ranges
  ranges.sort((a, b) => a.start - b.start)
  const result: Range[] = []
  for (const range of ranges) {
    const last = result.at(-1)
    if (last && range.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else result.push(range)
  }
  return result
}

/** Index of the last of sorted things whose start is at or before `clock`; -1 when there is none. */
function lastAtOrBefore(length: number, startAt: (index: number) => number, clock: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (startAt(middle) <= clock) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Index of the struct that holds this clock, which must lie in the strand. */
export const structIndex = (strand: Strand, clock: number): number =>
  lastAtOrBefore(strand.structs.length, index => strand.structs[index]?.id.clock ?? 0, clock)

/** How many of the clocks from `start` up to `end` does the frame delete? */
export function deletedWithin(ranges: Ranges, client: number, start: number, end: number): number {
  const own = ranges.get(client)
  if (!own) return 0
  let sum = 0
  for (
    let i = Math.max(
      0,
      lastAtOrBefore(own.length, index => own[index]?.start ?? 0, start),
    );
    i < own.length;
    i++
  ) {
    const range = own[i]
    if (!range || range.start >= end) break
    sum += Math.max(0, Math.min(end, range.end) - Math.max(start, range.start))
  }
  return sum
}

/** Something of the store that the frame deletes and that still lives; `met` of its clocks. */
export interface Hit {
  readonly item: Y.Item
  readonly met: number
}

export function liveAmong(ranges: Ranges, document: BoardDocument): readonly Hit[] {
  const found: Hit[] = []
  for (const [client, own] of ranges) {
    const structs = document.store.clients.get(client)
    if (!structs) continue
    const known = Y.getState(document.store, client)
    for (const { start, end } of own) {
      if (start >= known) break
      for (let i = Y.findIndexSS(structs, start); i < structs.length; i++) {
        const item = structs[i]
        if (!item || item.id.clock >= end) break
        if (item.deleted || !(item instanceof Y.Item)) continue
        const met = Math.min(end, item.id.clock + item.length) - Math.max(start, item.id.clock)
        found.push({ item, met })
      }
    }
  }
  return found
}

/** Does the frame bring structs that the store lacks? */
export function hasNews(frame: Frame): boolean {
  for (const strand of frame.strands.values()) if (strand.end > strand.known) return true
  return false
}

/** Does a deletion reach beyond what is stored or brought along? Yjs would keep it waiting. */
export function reachesBeyond(frame: Frame, document: BoardDocument): boolean {
  for (const [client, own] of frame.deleted) {
    const end = Math.max(Y.getState(document.store, client), frame.strands.get(client)?.end ?? 0)
    if ((own.at(-1)?.end ?? 0) > end) return true
  }
  return false
}

interface Walk {
  readonly strand: Strand
  next: number
  /** Clocks below this are in the store or were visited. */
  reached: number
}

/**
 * Visits every struct after all that it stands on, the way Yjs integrates them, without recursion. `gap`: something it
 * stands on is neither stored nor in the frame. `malformed`: a circle, or a struct that stands on later ones of its own.
 */
export function walkInOrder(
  frame: Frame,
  document: BoardDocument,
  visit: (strand: Strand, index: number) => boolean,
): 'done' | 'stopped' | 'gap' | 'malformed' {
  const walks = new Map<number, Walk>()
  for (const [client, strand] of frame.strands) walks.set(client, { strand, next: 0, reached: strand.known })
  const reached = (client: number): number => walks.get(client)?.reached ?? Y.getState(document.store, client)
  const waiting = new Set<Walk>()
  for (const start of walks.values()) {
    const stack = [start]
    for (let walk = stack.at(-1); walk; walk = stack.at(-1)) {
      const struct = walk.strand.structs[walk.next]
      if (!struct) {
        stack.pop()
        continue
      }
      if (struct.id.clock > walk.reached) return 'gap'
      const missing = struct instanceof Y.Item ? missingOf(struct, reached) : undefined
      if (missing) {
        const other = walks.get(missing.client)
        if (missing.client === struct.id.client) return 'malformed'
        if (!other || missing.clock >= other.strand.end) return 'gap'
        waiting.add(walk)
        if (waiting.has(other)) return 'malformed'
        stack.push(other)
        continue
      }
      if (struct instanceof Y.Skip) {
        if (struct.id.clock + struct.length > walk.reached) return 'gap'
      } else if (!visit(walk.strand, walk.next)) return 'stopped'
      walk.next++
      walk.reached = Math.max(walk.reached, struct.id.clock + struct.length)
      if (stack.length > 1) {
        stack.pop()
        const below = stack.at(-1)
        if (below) waiting.delete(below)
      }
    }
  }
  return 'done'
}

/** The parent of a decoded item: the name of a root, the id of an item, or null when its ends tell. */
export const parentOf = (item: Y.Item): string | Y.ID | null => item.parent as unknown as string | Y.ID | null

/** The first thing that this item stands on and that is not there yet. Its own client's later clocks never will be. */
function missingOf(item: Y.Item, reached: (client: number) => number): Y.ID | undefined {
  const parent = parentOf(item)
  for (const id of [item.origin, item.rightOrigin, typeof parent === 'string' ? null : parent]) {
    if (!id) continue
    if (id.client === item.id.client ? id.clock >= item.id.clock : id.clock >= reached(id.client)) return id
  }
  return undefined
}
