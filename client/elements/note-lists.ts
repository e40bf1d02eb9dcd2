/** The notes of every area in reading order, kept up by what changed: typing in a note costs its area one list, not a sort. */
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Signal } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { byReading } from '../../shared/canvas/canvas.ts'
import type { Link, Note } from '../../shared/canvas/records.ts'
import { segmentOrder } from '../editor/segments.ts'

export interface NoteLists {
  /** Live notes in reading order of their wishes; the same array until something in it changes. */
  in(area: Area): readonly Note[]
  /** Place of each segment in the legend. */
  readonly segments: ReadonlyMap<string, number>
  /** Links that begin or end at a note, their other end alive. */
  linksOf(note: string): readonly Link[]
  /** Tells the areas whose list changed. */
  subscribe(listener: (changed: ReadonlySet<Area>) => void): Unsubscribe
  close(): void
}

const EVERYWHERE: ReadonlySet<Area> = new Set(AREAS)

export function listNotes(source: Watchable<Canvas>): NoteLists {
  const changed = new Signal<ReadonlySet<Area>>()
  const areaOf = new Map<string, Area>()
  const members = new Map<Area, Set<string>>()
  const lists = new Map<Area, readonly Note[]>()
  let links = new Map<string, readonly Link[]>()
  let segments: ReadonlyMap<string, number> = new Map()
  let stops: readonly Unsubscribe[] = []

  const membersOf = (area: Area): Set<string> => {
    const set = members.get(area) ?? new Set()
    members.set(area, set)
    return set
  }
  const put = (id: string, area: Area | undefined): Area | undefined => {
    const before = areaOf.get(id)
    if (before && before !== area) membersOf(before).delete(id)
    if (area) membersOf(area).add(id)
    if (area) areaOf.set(id, area)
    else areaOf.delete(id)
    return before
  }
  const renumber = (): boolean => {
    const next = segmentOrder(source.value)
    const same = next.size === segments.size && [...next].every(([id, place]) => segments.get(id) === place)
    if (!same) segments = next
    return !same
  }
  const relink = () => {
    const { notes, links: all } = source.value
    const next = new Map<string, Link[]>()
    const at = (note: string, link: Link) => {
      const list = next.get(note)
      if (list) list.push(link)
      else next.set(note, [link])
    }
    for (const link of all.all()) {
      if (!notes.get(link.from) || !notes.get(link.to)) continue
      at(link.from, link)
      at(link.to, link)
    }
    links = next
  }
  const tell = (areas: ReadonlySet<Area>) => {
    for (const area of areas) lists.delete(area)
    changed.tell(areas)
  }
  const notesChanged = (ids: ReadonlySet<string>) => {
    const { notes } = source.value
    const touched = new Set<Area>()
    let ends = false
    for (const id of ids) {
      const area = notes.get(id)?.place[0]
      const before = put(id, area)
      // A note that came or went takes its links along, and shows or hides them at the other end.
      ends ||= (before === undefined) !== (area === undefined) && source.value.links.size > 0
      for (const each of [area, before]) if (each) touched.add(each)
    }
    if (ends) relink()
    const renumbered = touched.has('customerSegments') && renumber()
    tell(renumbered || ends ? EVERYWHERE : touched)
  }
  const linksChanged = () => {
    relink()
    tell(EVERYWHERE)
  }
  const open = () => {
    const { notes, links: all } = source.value
    for (const stop of stops) stop()
    stops = [notes.subscribe(notesChanged), all.subscribe(linksChanged)]
    areaOf.clear()
    members.clear()
    for (const note of notes.all()) put(note.id, note.place[0])
    renumber()
    relink()
    tell(EVERYWHERE)
  }

  open()
  const stopSource = source.subscribe(open)
  const NONE: readonly Link[] = []

  return {
    in: area => {
      const kept = lists.get(area)
      if (kept) return kept
      const { notes } = source.value
      const list = [...membersOf(area)].flatMap(id => notes.get(id) ?? []).sort(byReading)
      lists.set(area, list)
      return list
    },
    get segments() {
      return segments
    },
    linksOf: note => links.get(note) ?? NONE,
    subscribe: listener => changed.subscribe(listener),
    close: () => {
      stopSource()
      for (const stop of stops) stop()
    },
  }
}
