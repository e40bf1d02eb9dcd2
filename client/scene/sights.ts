/** The notes as this screen paints them: fitted text, stripes, and where each stands or settles to. Kept up by what is dirty, read area by area. */
import { directionOf } from '../../shared/base/direction.ts'
import type { Point, Rect } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { NOTE } from '../../shared/canvas/layouts.ts'
import type { GroupOfNotes } from '../../shared/canvas/groups.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { isPrivate } from '../../shared/canvas/canvas.ts'
import { kindOf } from '../../shared/canvas/vocabularies.ts'
import type { Editor } from '../editor/editor.ts'
import { printsOf, printsOfAll, segmentOrder } from '../editor/segments.ts'
import type { TextBox } from '../editor/anatomy.ts'
import { downOf, STACK, textBox } from '../editor/anatomy.ts'
import { ease, mix } from './easing.ts'
import type { Fit, Measure } from '../editor/text-fit.ts'
import { fitText } from '../editor/text-fit.ts'

/** A paper as painted: a note, or a closed group under the id of the note at whose place it stands. Mutable, and never handed out of the scene. */
export interface Sight {
  readonly id: string
  note: Note
  group: GroupOfNotes | undefined
  /** Where it stands, and how high it is. */
  x: number
  y: number
  height: number
  /** Where it is painted: the same once it has settled. */
  atX: number
  atY: number
  /** Where it came from, and when it set off; until it has arrived. */
  from: Point | undefined
  since: number
  fit: Fit | undefined
  /** Places of its segments in the legend. */
  prints: readonly number[]
  initials: string
  kind: string
  links: number
  /** Another number whenever it looks different; where it stands does not matter. */
  look: number
}

export interface Sights {
  /** The papers of an area from top to bottom. */
  in(area: Area): readonly Sight[]
  /** The paper that a note is, or lies under. */
  get(id: string): Sight | undefined
  /** Notes that are on their way at this moment; those that have arrived are let go. */
  settling(now: number): readonly Sight[]
  /** Its text laid out, once the fonts are there. */
  fitOf(sight: Sight): Fit
  /** Makes a note set off from here, whatever the document says meanwhile. */
  setOff(id: string, from: Point, now: number): void
  /** Takes up what changed. Answers whether a note set off. */
  follow(dirty: ReadonlySet<string> | 'all', now: number): boolean
  /** Names, segments, links or fonts are others now. */
  forget(what: 'names' | 'links' | 'fonts'): void
}

export interface SightsOptions {
  readonly measure: Measure
  initials(name: string): string
  /** What the foot of a note says that only its author sees. */
  readonly onlyYou: string
  /** How long notes settle; 0 under reduced motion. */
  calm(): number
}

export function createSights(editor: Editor, { measure, initials, onlyYou, calm }: SightsOptions): Sights {
  const { shown, board } = editor
  const sights = new Map<string, Sight>()
  const areas = new Map<Area, { list: readonly Note[]; sights: readonly Sight[] }>()
  const moving = new Set<Sight>()
  let order: ReadonlyMap<string, number> | undefined
  let linkCounts: ReadonlyMap<string, number> | undefined

  const orderNow = () => (order ??= segmentOrder(board.canvas.value))
  const linksNow = () => (linkCounts ??= countLinks(editor))

  function dress(sight: Sight, note: Note): void {
    const group = groupUnder(note)
    const prints = group ? printsOfAll(group.notes, orderNow()) : printsOf(note, orderNow())
    const kind = note.kinds.length > 0 ? (kindOf(note.kinds[0] ?? '')?.label ?? '') : ''
    const worn = {
      prints: prints.join() === sight.prints.join() ? sight.prints : prints,
      initials: initials(board.people.value.get(note.author)?.name ?? ''),
      kind: isPrivate(board.canvas.value, note.id) ? onlyYou : kind,
      links: linksNow().get(note.id) ?? 0,
    }
    const isSameText =
      sight.note.text === note.text && prints.length > 0 === sight.prints.length > 0 && sight.note.image === note.image
    if (!isSameText) refit(sight)
    else if (sight.note.color !== note.color || sight.note.paper !== note.paper || !wears(sight, worn)) sight.look++
    Object.assign(sight, { note, group, ...worn })
  }

  const groupUnder = ({ id, place }: Note): GroupOfNotes | undefined => {
    const closed = shown.closedOver(id)
    return closed === undefined ? undefined : shown.groupsIn(place[0]).find(({ group }) => group.id === closed)
  }

  function sightOf(note: Note): Sight {
    let sight = sights.get(note.id)
    if (!sight) {
      sight = fresh(note, shown.seatOf(note.id) ?? { x: 0, y: 0, ...NOTE })
      sights.set(note.id, sight)
      dress(sight, note)
    } else if (sight.note !== note || sight.group !== groupUnder(note)) dress(sight, note)
    return sight
  }

  function move(sight: Sight, now: number): boolean {
    const rect = shown.paperOf(sight.id) === sight.id ? shown.seatOf(sight.id) : undefined
    if (!rect) {
      sights.delete(sight.id)
      moving.delete(sight)
      return false
    }
    if (rect.height !== sight.height) {
      sight.height = rect.height
      refit(sight)
    }
    if (rect.x === sight.x && rect.y === sight.y) return false
    const at = { x: sight.atX, y: sight.atY }
    sight.x = rect.x
    sight.y = rect.y
    return setOff(sight, at, now)
  }

  function setOff(sight: Sight, from: Point, now: number): boolean {
    const travels = calm() > 0 && (from.x !== sight.x || from.y !== sight.y)
    if (travels) moving.add(sight)
    else moving.delete(sight)
    sight.from = travels ? from : undefined
    sight.since = now
    advance(sight, now, calm())
    return travels
  }

  const redress = () => {
    for (const sight of sights.values()) dress(sight, sight.note)
  }

  return {
    in: area => {
      const list = shown.notesIn(area)
      const kept = areas.get(area)
      if (kept?.list === list) return kept.sights
      const papers = list.filter(({ id }) => shown.paperOf(id) === id)
      const found = { list, sights: papers.map(sightOf) }
      areas.set(area, found)
      return found.sights
    },
    get: id => {
      const note = board.canvas.value.notes.get(shown.paperOf(id) ?? '')
      return note && shown.seatOf(note.id) ? sightOf(note) : undefined
    },
    settling: now => {
      for (const sight of moving) {
        advance(sight, now, calm())
        if (!sight.from) moving.delete(sight)
      }
      return [...moving]
    },
    fitOf: sight => (sight.fit ??= fitSight(sight, measure)),
    setOff: (id, from, now) => {
      const sight = sights.get(id)
      if (sight) setOff(sight, from, now)
    },
    follow: (dirty, now) => {
      const before = orderNow()
      order = undefined
      if (!sameOrder(before, orderNow())) redress()
      if (dirty === 'all') areas.clear()
      let hasSetOff = false
      for (const id of dirty === 'all' ? [...sights.keys()] : dirty) {
        const sight = sights.get(id)
        if (sight && move(sight, now)) hasSetOff = true
      }
      return hasSetOff
    },
    forget: what => {
      if (what === 'fonts') for (const sight of sights.values()) refit(sight)
      else {
        linkCounts = undefined
        redress()
      }
    },
  }
}

/** Its text is to be laid out anew. */
function refit(sight: Sight): void {
  sight.fit = undefined
  sight.look++
}

type Worn = Pick<Sight, 'prints' | 'initials' | 'kind' | 'links'>
const wears = (sight: Sight, { prints, initials, kind, links }: Worn): boolean =>
  sight.prints === prints && sight.initials === initials && sight.kind === kind && sight.links === links

const fresh = (note: Note, { x, y, height }: Rect): Sight => ({
  id: note.id,
  note,
  group: undefined,
  x,
  y,
  height,
  atX: x,
  atY: y,
  from: undefined,
  since: 0,
  fit: undefined,
  prints: [],
  initials: '',
  kind: '',
  links: 0,
  look: 0,
})

/** Brings a note to where it is at this moment of its way. */
function advance(sight: Sight, now: number, calm: number): void {
  const part = sight.from && calm > 0 ? ease((now - sight.since) / calm) : 1
  if (part >= 1) sight.from = undefined
  sight.atX = sight.from ? mix(sight.from.x, sight.x, part) : sight.x
  sight.atY = sight.from ? mix(sight.from.y, sight.y, part) : sight.y
}

/** How far the words of a note stand below its image; nothing on a closed group, which shows none. */
export const downIn = ({ note, group, height }: Sight): number => (group ? 0 : downOf(note.image, height))

/** Where the words of a note stand. */
export const wordsBox = (sight: Sight, direction: Fit['direction']): TextBox =>
  textBox({ hasStripe: sight.prints.length > 0, direction, height: sight.height, down: downIn(sight) })

function fitSight(sight: Sight, measure: Measure): Fit {
  const { text } = sight.note
  return fitText(text, wordsBox(sight, directionOf(text)), measure)
}

function countLinks({ board }: Editor): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const { links, notes } = board.canvas.value
  for (const { from, to } of links.all())
    if (notes.get(from) && notes.get(to)) for (const id of [from, to]) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

const sameOrder = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([id, place]) => b.get(id) === place)

/** Words without paper. A closed group has paper, whatever is in it. */
export const isLabel = ({ note, group }: Sight): boolean => !group && note.paper === 'none'

/** All of a paper that is painted, for the rings around it. */
export function reachOf(sight: Sight): Rect {
  const rect = rectOf(sight)
  const more = sight.group ? STACK.papers * STACK.step : 0
  return { ...rect, width: rect.width + more, height: rect.height + more }
}

/** The note where it is painted. */
export const rectOf = ({ atX, atY, height }: Sight): Rect => ({ x: atX, y: atY, width: NOTE.width, height })
