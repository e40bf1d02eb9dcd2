/** The shown canvas of this screen, kept up by what changed: a changed note costs its area, a changed word nothing. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { contains } from '../../shared/base/geometry.ts'
import type { Watchable } from '../../shared/base/observable.ts'
import { Signal } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { byReading } from '../../shared/canvas/canvas.ts'
import type { Layout, LayoutId, LayoutRects } from '../../shared/canvas/layouts.ts'
import { areaHeight, areaWidth, LAYOUTS, layoutRects } from '../../shared/canvas/layouts.ts'
import type { Placed, ShownPlaces } from '../../shared/canvas/placement.ts'
import type { GroupOfNotes } from '../../shared/canvas/groups.ts'
import { groupsAmong } from '../../shared/canvas/groups.ts'
import { grownRows, placedOf, shownPlaces, sizeOf } from '../../shared/canvas/placement.ts'
import type { Note } from '../../shared/canvas/records.ts'
import type { Shown } from './editor.ts'
import type { Standing } from './standing.ts'
import { addMoved, amongFrozen, stand } from './standing.ts'

export interface ShownCanvas extends Shown {
  /** The sheet and what is to be seen of the parking lot beside it. */
  readonly whole: Rect
  /** Where the notes of an area stand, in its own coordinates; also those of the closed parking lot. */
  placesIn(area: Area): ShownPlaces
  /** Keeps what stands where it stands, until the answer is called. */
  freeze(): () => void
  /** The one note that keeps its height here, whatever its text becomes: while I write in it, it stays under my hands. */
  keepHeight(id: string | undefined): void
  destroy(): void
}

/** What a screen shows, and how. */
export interface Showing {
  readonly canvas: Watchable<Canvas>
  readonly layout: Watchable<LayoutId>
  readonly parkingOpen: Watchable<boolean>
}

/** The areas to compute anew, each with the notes that were just put there. */
type Touched = Map<Area, Set<string>>

const NOWHERE = stand(new Map())
const NO_NOTES: ReadonlySet<string> = new Set()

export function showCanvas({ canvas, layout, parkingOpen }: Showing): ShownCanvas {
  const changed = new Signal<ReadonlySet<string> | 'all'>()
  /** The wish and the height of every live note, by which a change of place is told from a change of words. */
  const wishes = new Map<string, Placed>()
  const members = new Map<Area, Set<string>>(AREAS.map(area => [area, new Set()]))
  const standings = new Map<Area, Standing>()
  const lists = new Map<Area, readonly Note[]>()
  const groupLists = new Map<Area, readonly GroupOfNotes[]>()
  /** The notes of every closed group. */
  const closed = new Map<string, Set<string>>()
  const grown: Partial<Record<Area, number>> = {}
  const waiting = new Set<Area>()
  let rects: LayoutRects
  let freezes = 0
  let written: string | undefined

  const layoutNow = (): Layout => LAYOUTS[layout.value]
  const membersOf = (area: Area): Set<string> => members.get(area) ?? new Set()
  const standingOf = (area: Area): Standing => standings.get(area) ?? NOWHERE
  const isHidden = (area: Area): boolean => area === 'parking' && !parkingOpen.value
  const layOut = () => layoutRects(layoutNow(), grown, { parking: parkingOpen.value ? 'open' : 'closed' })

  /** Takes up a note's wish as it is now; tells the areas in which it leaves or changes a place. */
  function follow(id: string, touched: Touched): void {
    const before = wishes.get(id)
    const now = wishOf(id, before)
    if (before) forgetLists(before.place[0])
    if (now) forgetLists(now.place[0])
    if (sameWish(before, now)) return
    if (before) {
      leave(before)
      touch(touched, before.place[0])
    }
    if (now) {
      enter(now)
      const fresh = touch(touched, now.place[0])
      if (!samePlace(before?.place, now.place)) fresh.add(id)
      wishes.set(id, now)
    } else wishes.delete(id)
  }

  function enter({ id, place, closedIn }: Placed): void {
    membersOf(place[0]).add(id)
    if (closedIn === undefined) return
    const group = closed.get(closedIn) ?? new Set()
    closed.set(closedIn, group.add(id))
  }
  function leave({ id, place, closedIn }: Placed): void {
    membersOf(place[0]).delete(id)
    const group = closedIn === undefined ? undefined : closed.get(closedIn)
    if (!group || closedIn === undefined) return
    group.delete(id)
    if (group.size === 0) closed.delete(closedIn)
  }
  function forgetLists(area: Area): void {
    lists.delete(area)
    groupLists.delete(area)
  }

  function wishOf(id: string, before: Placed | undefined): Placed | undefined {
    const note = canvas.value.notes.get(id)
    if (!note) return undefined
    const now = placedAs(note)
    if (id !== written || before === undefined) return now
    const { closedIn } = now
    return { id, place: now.place, ...(before.tall && { tall: true }), ...(closedIn && { closedIn }) }
  }
  const placedAs = (note: Note): Placed => placedOf(note, canvas.value.groups)

  const placedIn = (area: Area): Placed[] => {
    const placed: Placed[] = []
    for (const id of membersOf(area)) {
      const wish = wishes.get(id)
      if (wish) placed.push(wish)
    }
    return placed
  }

  /** Computes an area's places anew; while frozen, what stood stays and only what is new looks for room. */
  function restand(area: Area, fresh: ReadonlySet<string> = NO_NOTES): void {
    const width = areaWidth(layoutNow(), area)
    forgetLists(area)
    if (freezes > 0) {
      standings.set(
        area,
        stand(amongFrozen(placedIn(area), fresh, standingOf(area).places, { width, height: rects.areas[area].height })),
      )
      return
    }
    const height = areaHeight(layoutNow(), area)
    const places = shownPlaces(placedIn(area), width, area === 'parking' ? rects.sheet.height : height)
    standings.set(area, stand(places))
    grown[area] = isHidden(area) ? 0 : grownRows(places, height)
  }

  /** Restands areas and those that their growth moves; tells whether any area's rectangle changed. */
  function settle(touched: Touched): boolean {
    const before = rects
    for (const [area, fresh] of touched) restand(area, fresh)
    if (freezes > 0) return false
    rects = layOut()
    if (rects.sheet.height !== before.sheet.height) restand('parking')
    rects = layOut()
    return AREAS.some(area => !sameRect(rects.areas[area], before.areas[area]))
  }

  function takeIn(ids: ReadonlySet<string>): void {
    const touched: Touched = new Map()
    for (const id of ids) follow(id, touched)
    if (freezes > 0) for (const area of touched.keys()) waiting.add(area)
    update(touched, ids)
  }

  /** A group that was closed, opened, told another block or binned: its notes stand elsewhere. */
  function regroup(ids: ReadonlySet<string>): void {
    const touched: Touched = new Map()
    const dirty = new Set(ids)
    for (const { id, group } of canvas.value.notes.all())
      if (group !== undefined && ids.has(group)) {
        follow(id, touched)
        dirty.add(id)
      }
    if (freezes > 0) for (const area of touched.keys()) waiting.add(area)
    update(touched, dirty)
  }

  function update(touched: Touched, ids: Iterable<string>): void {
    const before = new Map([...touched.keys()].map(area => [area, standingOf(area).places]))
    const moved = settle(touched)
    if (moved) return changed.tell('all')
    const dirty = new Set(ids)
    for (const [area, places] of before) addMoved(places, standingOf(area).places, dirty)
    if (dirty.size > 0) changed.tell(dirty)
  }

  function rebuild(): void {
    wishes.clear()
    closed.clear()
    lists.clear()
    groupLists.clear()
    for (const set of members.values()) set.clear()
    for (const note of canvas.value.notes.all()) {
      const placed = placedAs(note)
      wishes.set(note.id, placed)
      enter(placed)
    }
    reflow()
  }

  /** Every area anew: another layout, another canvas, another parking lot. */
  function reflow(): void {
    const held = freezes
    freezes = 0
    rects = layOut()
    settle(untouched(AREAS))
    freezes = held
    changed.tell('all')
  }

  const hear = ({ notes, groups }: Canvas) => {
    const ends = [notes.subscribe(takeIn), groups.subscribe(regroup)]
    return () => {
      for (const end of ends) end()
    }
  }
  let unhear = hear(canvas.value)
  rects = layoutRects(layoutNow())
  rebuild()
  const ends = [
    canvas.subscribe(next => {
      unhear()
      unhear = hear(next)
      rebuild()
    }),
    layout.subscribe(reflow),
    parkingOpen.subscribe(() => {
      grown.parking = isHidden('parking')
        ? 0
        : grownRows(standingOf('parking').places, areaHeight(layoutNow(), 'parking'))
      rects = layOut()
      changed.tell('all')
    }),
  ]

  const areaAt = (point: Point): Area | undefined => AREAS.find(area => contains(rects.areas[area], point))
  const rectOf = (area: Area): Rect => rects.areas[area]
  const closedOver = (id: string): string | undefined => wishes.get(id)?.closedIn
  /** Where the paper under this note's id stands: the note, or the group for which it stands. */
  const paperRect = (id: string): Rect | undefined => {
    const area = wishes.get(id)?.place[0]
    const at = area && !isHidden(area) ? standingOf(area).places.get(id) : undefined
    return area && at && { x: rectOf(area).x + at.x, y: rectOf(area).y + at.y, ...sizeOf(at) }
  }
  const paperOfGroup = (id: string): string | undefined =>
    [...(closed.get(id) ?? [])].find(each => standingOf(wishes.get(each)?.place[0] ?? 'parking').places.has(each))
  const paperOf = (id: string): string | undefined => {
    const group = closedOver(id)
    return group === undefined ? id : paperOfGroup(group)
  }
  const groupRect = (id: string): Rect | undefined => {
    const paper = paperOfGroup(id)
    return paper === undefined ? undefined : paperRect(paper)
  }
  /** The notes for which the paper under this id stands. */
  const notesUnder = (id: string): readonly string[] => {
    const group = closedOver(id)
    return group === undefined ? [id] : [...(closed.get(group) ?? [])]
  }
  const paperAt = (point: Point): string | undefined => {
    const area = areaAt(point)
    if (!area || isHidden(area)) return undefined
    return standingOf(area).noteAt({ x: point.x - rectOf(area).x, y: point.y - rectOf(area).y })
  }

  const shown: ShownCanvas = {
    get layout() {
      return layout.value
    },
    get sheet() {
      return rects.sheet
    },
    get whole() {
      const { width } = rects.whole
      return { ...rects.sheet, width }
    },
    areaRect: rectOf,
    placesIn: area => standingOf(area).places,
    noteRect: id => (closedOver(id) === undefined ? paperRect(id) : undefined),
    groupRect,
    seatOf: id => {
      const paper = paperOf(id)
      return paper === undefined ? undefined : paperRect(paper)
    },
    closedOver,
    paperOf,
    notesIn: area => {
      let list = lists.get(area)
      if (!list) {
        const { notes } = canvas.value
        list = standingOf(area).order.flatMap(paper =>
          notesUnder(paper)
            .flatMap(id => notes.get(id) ?? [])
            .sort(byReading),
        )
        lists.set(area, list)
      }
      return list
    },
    groupsIn: area => {
      let list = groupLists.get(area)
      if (!list) {
        list = groupsAmong(canvas.value.groups, shown.notesIn(area))
        groupLists.set(area, list)
      }
      return list
    },
    areaAt,
    noteAt: point => {
      const id = paperAt(point)
      return id !== undefined && closedOver(id) === undefined ? id : undefined
    },
    groupAt: point => {
      const id = paperAt(point)
      return id === undefined ? undefined : closedOver(id)
    },
    notesWithin: rect =>
      AREAS.flatMap(area => {
        const part = isHidden(area) ? undefined : partIn(rectOf(area), rect)
        if (!part) return []
        const isAll = part.width === rectOf(area).width && part.height === rectOf(area).height
        return (isAll ? standingOf(area).order : standingOf(area).notesWithin(part)).flatMap(notesUnder)
      }),
    freeze: () => {
      freezes++
      let held = true
      return () => {
        if (!held) return
        held = false
        if (--freezes > 0) return
        const touched = untouched(waiting)
        waiting.clear()
        update(touched, [])
      }
    },
    keepHeight: id => {
      const before = written
      written = id
      if (before !== undefined && before !== id) takeIn(new Set([before]))
    },
    subscribe: listener => changed.subscribe(listener),
    destroy: () => {
      unhear()
      for (const end of ends) end()
    },
  }
  return shown
}

const untouched = (areas: Iterable<Area>): Touched => new Map([...areas].map(area => [area, new Set()]))

function touch(touched: Touched, area: Area): Set<string> {
  const fresh = touched.get(area) ?? new Set()
  touched.set(area, fresh)
  return fresh
}

/** The part of `rect` in `area`, in the area's own coordinates. */
function partIn(area: Rect, rect: Rect): Rect | undefined {
  const x = Math.max(area.x, rect.x)
  const y = Math.max(area.y, rect.y)
  const width = Math.min(area.x + area.width, rect.x + rect.width) - x
  const height = Math.min(area.y + area.height, rect.y + rect.height) - y
  return width > 0 && height > 0 ? { x: x - area.x, y: y - area.y, width, height } : undefined
}

const samePlace = (a: Placed['place'] | undefined, b: Placed['place'] | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.every((part, i) => part === b[i]))

const sameWish = (a: Placed | undefined, b: Placed | undefined): boolean =>
  a?.tall === b?.tall && a?.closedIn === b?.closedIn && samePlace(a?.place, b?.place)

const sameRect = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
