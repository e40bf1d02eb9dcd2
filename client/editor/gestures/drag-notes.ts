/** Notes in my hand. Others see them move through presence; the document hears of it once, when they are let go. */
import type { Point } from '../../../shared/base/geometry.ts'
import type { Unsubscribe } from '../../../shared/base/observable.ts'
import type { Area } from '../../../shared/canvas/blocks.ts'
import { membersOf } from '../../../shared/canvas/groups.ts'
import type { Press } from '../editor.ts'
import type { Parts } from '../parts.ts'
import { namedAmong } from '../pointing.ts'
import type { Snapped } from '../snapping.ts'
import { snapped } from '../snapping.ts'
import type { Gesture } from './gesture.ts'

/** A note held this long over the closed parking lot opens it. */
const OPENS_AFTER_MS = 400
/** Held this long over another note, it makes a group with it. */
const JOINS_AFTER_MS = 500

/** `ids` may all be moved; `grabbed`, one of them, is under the pointer. */
export function dragNotes(parts: Parts, ids: readonly string[], grabbed: string, start: Press): Gesture {
  const { board, shown, view, hand, deeds, pointOf } = parts
  const canvas = board.canvas.value
  const from = pointOf(start)
  const ordered = [grabbed, ...ids.filter(id => id !== grabbed)]
  const lot = openingLot(parts)
  const joining = holdingOver(parts, () => show())
  let last = start

  const alive = () => ordered.filter(id => canvas.notes.get(id))
  const grabbedOf = (held: readonly string[]) => (held.includes(grabbed) ? grabbed : (held[0] ?? grabbed))
  const now = (held: readonly string[]) => {
    const point = pointOf(last)
    const over = shown.areaAt(point) ?? null
    return { over, ...drawn(held, { x: point.x - from.x, y: point.y - from.y }, over) }
  }
  /** Alt leaves the notes as they are. */
  function drawn(ids: readonly string[], by: Point, over: Area | null): Snapped {
    const isFree = last.alt || over === null || isSpine(over) || joining.note !== null
    return isFree
      ? { by, guides: [] }
      : snapped(shown, { ids, grabbed: grabbedOf(ids), by, over }, view.camera.value.zoom)
  }
  const isSpine = (over: Area) => over === 'parking' && !parts.parkingOpen.value
  function show(): void {
    const held = alive()
    joining.follow(noteUnder(held))
    const { by, over, guides } = now(held)
    hand.set({ kind: 'drag', ids: held, by, over, allowed: over !== null, onto: joining.note, guides })
    board.presence.set({ drag: seenDrag(held, namedAmong(held, shown), by, over) })
    lot.follow(over)
  }
  /** The note under the pointer that those in the hand may join, alone or in its closed group. */
  function noteUnder(held: readonly string[]): string | undefined {
    const point = pointOf(last)
    const group = shown.groupAt(point)
    const under = group === undefined ? shown.noteAt(point) : membersOf(canvas, group)[0]?.id
    return under !== undefined && deeds.canJoin(held, under) ? under : undefined
  }
  const thaw = shown.freeze()
  const ends: Unsubscribe[] = [
    view.camera.subscribe(show),
    canvas.notes.subscribe(changed => {
      if (!ordered.some(id => changed.has(id))) return
      if (alive().length === 0) parts.letGo()
      else show()
    }),
  ]
  /** Only after the drop is in the document: in any other order others would see the notes jump. */
  function clear(landed: Area | null): void {
    for (const end of ends) end()
    board.presence.set({ drag: null })
    hand.set({ kind: 'nothing' })
    lot.end(landed)
    joining.end()
    thaw()
  }
  return {
    move: press => {
      last = press
      show()
    },
    end: press => {
      // An Alt that came or went without a move was not seen yet: they lie where they were shown.
      last = { ...press, alt: last.alt }
      const held = alive()
      const { by, over } = now(held)
      for (const end of ends.splice(0)) end()
      const { note } = joining
      const drop = over && { ids: held, grabbed: grabbedOf(held), by, over }
      if (drop && note !== null) deeds.dropOnto(drop, note)
      else if (drop) deeds.dropNotes(drop)
      clear(over)
    },
    cancel: () => clear(null),
  }
}

const seenDrag = (held: readonly string[], ids: readonly string[], by: Point, over: Area | null) => {
  const more = held.length - ids.length
  return {
    ids,
    by: [Math.round(by.x), Math.round(by.y)] as const,
    over,
    ...(more > 0 ? { more } : {}),
  }
}

/** Over which note those in the hand have waited long enough to join it. */
function holdingOver({ after }: Parts, changed: () => void) {
  let over: string | undefined
  let note: string | null = null
  let waits: Unsubscribe | undefined
  const stop = () => {
    waits?.()
    waits = undefined
    note = null
  }
  return {
    get note() {
      return note
    },
    follow(under: string | undefined): void {
      if (under === over) return
      stop()
      over = under
      if (under === undefined) return
      waits = after(JOINS_AFTER_MS, () => {
        note = under
        changed()
      })
    },
    end: stop,
  }
}

/** The parking lot opens under notes that wait over it, and closes again when they were put elsewhere. */
function openingLot({ parkingOpen, after }: Parts) {
  let waits: Unsubscribe | undefined
  let opened = false
  const stopWaiting = () => {
    waits?.()
    waits = undefined
  }
  return {
    follow(over: Area | null): void {
      if (over !== 'parking' || parkingOpen.value) return stopWaiting()
      waits ??= after(OPENS_AFTER_MS, () => {
        opened = true
        waits = undefined
        parkingOpen.set(true)
      })
    },
    end(landed: Area | null): void {
      stopWaiting()
      if (opened && landed !== 'parking') parkingOpen.set(false)
    },
  }
}
