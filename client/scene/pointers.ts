/** Where other people point, between two of their messages: their cursors glide, their flags fade, and who is idle is gone. No drawing here. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { overlaps } from '../../shared/base/geometry.ts'
import { glideMs } from '../../shared/workshop/pace.ts'
import type { Other, Person, Spot } from '../editor/board.ts'
import { mix } from './easing.ts'
import type { Sight } from './sights.ts'
import { rectOf } from './sights.ts'

const FLAG_MS = 4_000
const IDLE_MS = 60_000
/** With more than this many in view only a few wear flags. */
const CROWD = 12
const FLAGS_IN_CROWD = 6

export interface Pointer {
  readonly person: Person
  readonly at: Point
  /** 1 while fresh, then fading to 0. */
  readonly flag: number
  /** What is said at the cursor; that flag stays as long as the words. */
  readonly chat: string
}

export interface Pointers {
  /** Takes up what was heard. Answers until when something glides. */
  hear(others: readonly Other[], now: number): number
  /** Everyone's cursor at this moment. */
  at(now: number, pointAt: (spot: Spot) => Point | undefined, fadeMs: number): readonly Pointer[]
  /** When something will next look different by itself: at once while a flag fades; undefined when nothing will. */
  next(now: number, fadeMs: number): number | undefined
}

interface Track {
  person: Person
  spot: Spot
  /** Where it was when the last message came; nothing for one that has just appeared. */
  from: Spot | undefined
  since: number
  chat: string
}

export function createPointers(): Pointers {
  const tracks = new Map<number, Track>()
  /** From message to message; longer among many, who say less often where they are. */
  let glide = glideMs(1)

  const partOf = (track: Track, now: number): number => Math.min(1, (now - track.since) / glide)
  const hear = (other: Other, spot: Spot, now: number) => {
    const track = tracks.get(other.tab)
    if (!track) {
      tracks.set(other.tab, {
        person: other.person,
        spot,
        from: undefined,
        since: now,
        chat: other.pointing.chat ?? '',
      })
      return
    }
    track.person = other.person
    track.chat = other.pointing.chat ?? ''
    if (track.spot.every((part, i) => part === spot[i])) return
    track.from = between(track, partOf(track, now))
    track.spot = spot
    track.since = now
  }

  return {
    hear: (others, now) => {
      const there = new Set<number>()
      glide = glideMs(others.length + 1)
      for (const other of others) {
        const spot = other.pointing.cursor
        if (!spot) continue
        there.add(other.tab)
        hear(other, spot, now)
      }
      for (const tab of tracks.keys()) if (!there.has(tab)) tracks.delete(tab)
      return Math.max(0, ...[...tracks.values()].map(({ since }) => since + glide))
    },
    at: (now, pointAt, fadeMs) =>
      [...tracks.values()].flatMap(track => {
        if (now - track.since >= IDLE_MS && !track.chat) return []
        const to = pointAt(track.spot)
        const from = track.from && pointAt(track.from)
        if (!to) return []
        const part = from ? partOf(track, now) : 1
        const at = from && part < 1 ? { x: mix(from.x, to.x, part), y: mix(from.y, to.y, part) } : to
        const { person, chat } = track
        return [{ person, at, flag: chat ? 1 : flagAt(now - track.since, fadeMs), chat }]
      }),
    next: (now, fadeMs) => {
      const times = [...tracks.values()].flatMap(({ since }) => {
        const fades = since + FLAG_MS
        const isFading = now >= fades && now < fades + fadeMs
        return [isFading ? now + 1 : fades, fades + fadeMs, since + IDLE_MS]
      })
      const ahead = times.filter(time => time > now)
      return ahead.length > 0 ? Math.min(...ahead) : undefined
    },
  }
}

/** Between two spots of one area; a cursor that changes its area is where it went. */
function between({ from, spot }: Track, part: number): Spot {
  if (from?.[0] !== spot[0]) return spot
  return [spot[0], mix(from[1], spot[1], part), mix(from[2], spot[2], part)]
}

const flagAt = (age: number, fadeMs: number): number =>
  age < FLAG_MS ? 1 : fadeMs === 0 ? 0 : Math.max(0, 1 - (age - FLAG_MS) / fadeMs)

/** Who wears a flag: everyone, but in a crowd only facilitators, whom I follow, who says something, and the few nearest to the middle of the view. */
export function flagged(pointers: readonly Pointer[], middle: Point, followed?: string): ReadonlySet<Pointer> {
  if (pointers.length <= CROWD) return new Set(pointers)
  const far = ({ at }: Pointer) => (at.x - middle.x) ** 2 + (at.y - middle.y) ** 2
  const nearest = [...pointers].sort((a, b) => far(a) - far(b)).slice(0, FLAGS_IN_CROWD)
  return new Set([...nearest, ...pointers.filter(pointer => isHeeded(pointer, followed))])
}

const isHeeded = ({ person, chat }: Pointer, followed: string | undefined): boolean =>
  chat !== '' || person.role === 'facilitator' || person.id === followed

/** Of the notes that somebody has chosen the one with their name: the uppermost in view, of equal ones the left. */
export function nameBearer(papers: readonly Sight[], view: Rect): Sight | undefined {
  const inView = papers.filter(paper => overlaps(rectOf(paper), view))
  return inView.reduce<Sight | undefined>((first, each) => (first && !isBefore(each, first) ? first : each), undefined)
}

const isBefore = (a: Sight, b: Sight): boolean => a.atY < b.atY || (a.atY === b.atY && a.atX < b.atX)
