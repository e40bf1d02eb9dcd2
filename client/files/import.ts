/** What a file would do to a canvas, said before it is done; and doing it, as one step that one undo takes back. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import type { History } from '../../shared/canvas/history.ts'
import { openHistory } from '../../shared/canvas/history.ts'
import { keepIdentity } from '../../shared/canvas/keep-identity.ts'
import type { Layout } from '../../shared/canvas/layouts.ts'
import { areaHeight, areaWidth } from '../../shared/canvas/layouts.ts'
import type { ImportedBy } from '../../shared/canvas/markdown-content.ts'
import { headingTag } from '../../shared/canvas/markdown-groups.ts'
import { freeSlots, placedOf, shownPlaces } from '../../shared/canvas/placement.ts'
import { isTall } from '../../shared/canvas/tall.ts'
import type { CanvasContent, Group, Link, Note, Stroke } from '../../shared/canvas/records.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import { replaceContent, writeContent } from '../../shared/canvas/write-content.ts'
import { applyUpdates, createDocument, encodeState, onUpdate } from '../../shared/wire/document.ts'
import { UPDATE_BYTES } from '../../shared/wire/sizes.ts'
import type { Right } from '../../shared/workshop/rights.ts'
import type { Board } from '../editor/board.ts'
import type { Denial } from '../editor/editor.ts'
import { denialOf } from '../editor/may.ts'
import type { Format } from './read-canvas.ts'

/** Beside what is there, or in its place. */
export const WAYS = ['add', 'replace'] as const
export type Way = (typeof WAYS)[number]

export interface Counts {
  readonly added: number
  readonly changed: number
  readonly removed: number
  /** Notes that are there and stay as they are. */
  readonly stays: number
}

export interface Plan {
  readonly way: Way
  /** What is written: the notes that come, or all that is there afterwards. */
  readonly content: CanvasContent
  /** Areas in which there is something, before or after. */
  readonly areas: readonly (Counts & { readonly area: Area })[]
  readonly total: Counts
  /** Notes of the file that are not added, because the same words stand in the same block. */
  readonly known: number
  /** Notes with marks of a newer version, which nobody here could write. */
  readonly unknownMarks: number
  /** There would be more of something than a canvas holds. */
  readonly isFull: boolean
  readonly needs: readonly { readonly right: Right; readonly ofOthers: boolean }[]
}

export interface PlanOptions extends ImportedBy {
  readonly way: Way
  /** What is there already is added once more: somebody who pastes means it. */
  readonly again?: boolean
  /** In which free places are looked for. */
  readonly layout: Layout
}

interface Chosen {
  readonly format: Format
  readonly content: CanvasContent
}

export const planImport = (file: Chosen, before: CanvasContent, options: PlanOptions): Plan =>
  options.way === 'add' ? planAdding(file.content, before, options) : planReplacing(file, before)

// In place of what is there --------------------------------------------------------------------------------------------

const REPLACING: readonly Right[] = ['add', 'text', 'style', 'move', 'mark', 'link', 'group', 'delete']

function planReplacing({ format, content }: Chosen, before: CanvasContent): Plan {
  const found = format === 'markdown' ? keepIdentity(content, before) : content
  const live = new Map(before.notes.map(note => [note.id, note]))
  const notes = found.notes.map((note): Note => {
    const { rest: _, ...known } = note
    const rest = live.get(note.id)?.rest
    return rest ? { ...known, rest } : known
  })
  // A file without a title says nothing of it.
  const about = { ...found.about, title: found.about.title || before.about.title }
  return {
    way: 'replace',
    content: { ...found, about, notes },
    ...countsOf(before.notes, notes),
    known: 0,
    unknownMarks: found.notes.filter(({ id, rest }) => rest && !live.get(id)?.rest).length,
    isFull: false,
    needs: REPLACING.map(right => ({ right, ofOthers: true })),
  }
}

// Beside what is there -------------------------------------------------------------------------------------------------

const wordsOf = ({ place, text }: Note): string => JSON.stringify([place[0], text])

/**
 * Every record under a fresh id, since the file may come from this very canvas. Notes, groups, links and headings that
 * are there already stand for those of the file, so that "Hosts" does not become a second segment.
 */
function planAdding(file: CanvasContent, before: CanvasContent, options: PlanOptions): Plan {
  const { newId, author, again } = options
  const there = new Map<string, string[]>()
  for (const note of again ? [] : before.notes) there.set(wordsOf(note), [...(there.get(wordsOf(note)) ?? []), note.id])
  const ids = new Map<string, string>()
  const fresh: Note[] = []
  for (const note of file.notes) {
    const same = there.get(wordsOf(note))?.shift()
    ids.set(note.id, same ?? newId())
    if (same === undefined) fresh.push(note)
  }
  const groups = sameGroups(fresh, file.groups, again ? [] : before.groups, newId)
  const headings = sameHeadings(fresh, file.about.headings, before.about.headings)
  const placeOf = placesFor(before, options)
  // Of what is pasted where it was copied, the segments are there.
  const segments = new Set(again ? before.notes.filter(isSegment).map(({ id }) => id) : [])
  const notes = fresh.map((note): Note => {
    const { rest: _, group, ...known } = note
    const into = group === undefined ? undefined : groups.ids.get(group)
    return {
      ...known,
      id: ids.get(note.id) ?? note.id,
      author,
      place: placeOf(note),
      segments: note.segments.flatMap(id => ids.get(id) ?? (segments.has(id) ? id : [])).sort(),
      tags: note.tags.map(tag => headings.tags.get(tag) ?? tag).sort(),
      ...(into !== undefined && { group: into }),
    }
  })
  const links = newLinks(file.links, before.links, ids, newId)
  const strokes = newStrokes(file.strokes, before.strokes, options)
  const headingsChange = Object.keys(headings.all).length > Object.keys(before.about.headings).length
  return {
    way: 'add',
    content: { about: { ...before.about, headings: headings.all }, notes, links, groups: groups.added, strokes },
    ...countsOf(before.notes, [...before.notes, ...notes]),
    known: file.notes.length - fresh.length,
    unknownMarks: fresh.filter(({ rest }) => rest).length,
    isFull:
      before.notes.length + notes.length > LIMITS.notes ||
      before.links.length + links.length > LIMITS.links ||
      before.groups.length + groups.added.length > LIMITS.groups ||
      before.strokes.length + strokes.length > LIMITS.strokes,
    needs: [
      { right: 'add', ofOthers: false },
      ...(links.length > 0 ? [{ right: 'link', ofOthers: false } as const] : []),
      ...(groups.added.length > 0 ? [{ right: 'group', ofOthers: false } as const] : []),
      ...(headingsChange ? [{ right: 'mark', ofOthers: true } as const] : []),
    ],
  }
}

const isSegment = ({ place: [area] }: Note): boolean => area === 'customerSegments'

/** The next free place of an area for a note like this, each time it is asked. */
function placesFor(before: CanvasContent, { layout, now }: PlanOptions): (note: Note) => Note['place'] {
  const groups = new Map(before.groups.map(group => [group.id, group]))
  const slots = new Map<Area, ReturnType<typeof freeSlots>>()
  return ({ place: [area], text, image }) => {
    const width = areaWidth(layout, area)
    const standing = () =>
      shownPlaces(
        before.notes.filter(({ place }) => place[0] === area).map(note => placedOf(note, groups)),
        width,
        areaHeight(layout, area),
      )
    const next = slots.get(area) ?? freeSlots(standing(), width)
    slots.set(area, next)
    const { x, y } = next(isTall({ text, image }))
    return [area, x, y, Math.round(now)]
  }
}

function sameGroups(fresh: readonly Note[], groups: readonly Group[], before: readonly Group[], newId: () => string) {
  const keyOf = ({ title, block }: Group) => JSON.stringify([block, title])
  const there = new Map(before.map(group => [keyOf(group), group.id]))
  const used = new Set(fresh.map(({ group }) => group))
  const ids = new Map<string, string>()
  const added: Group[] = []
  for (const group of groups.filter(({ id }) => used.has(id))) {
    const same = there.get(keyOf(group))
    const id = same ?? newId()
    ids.set(group.id, id)
    if (same === undefined) added.push({ ...group, id })
  }
  return { ids, added }
}

type Headings = CanvasContent['about']['headings']

/** Headings of the file under numbers that are free here, and what the tags that mean them are called then. */
function sameHeadings(fresh: readonly Note[], headings: Headings, before: Headings) {
  const all: Record<string, string> = { ...before }
  const used = new Set(fresh.flatMap(({ tags }) => tags))
  const tags = new Map<string, string>()
  for (const [key, words] of Object.entries(headings)) {
    if (!used.has(headingTag(key))) continue
    const [area = ''] = key.split(':')
    let here = Object.keys(all).find(each => each.startsWith(`${area}:`) && all[each] === words)
    for (let n = 1; here === undefined; n++) if (!Object.hasOwn(all, `${area}:${n}`)) here = `${area}:${n}`
    all[here] = words
    tags.set(headingTag(key), headingTag(here))
  }
  return { all, tags }
}

/** The same line in the same place is there already, whatever it is called and whoever drew it. */
function newStrokes(
  strokes: readonly Stroke[],
  before: readonly Stroke[],
  { newId, author }: PlanOptions,
): readonly Stroke[] {
  const lineOf = ({ id: _id, author: _author, ...line }: Stroke): string => JSON.stringify(Object.entries(line).sort())
  const there = new Set(before.map(lineOf))
  return strokes
    .filter(stroke => !there.has(lineOf(stroke)))
    .map(stroke => ({ ...stroke, id: newId(), ...(author && { author }) }))
}

function newLinks(
  links: readonly Link[],
  before: readonly Link[],
  ids: ReadonlyMap<string, string>,
  newId: () => string,
): readonly Link[] {
  const there = new Set(before.map(({ from, to }) => `${from} ${to}`))
  return links.flatMap(({ from: a, to: b, label }): Link[] => {
    const [from, to] = [ids.get(a), ids.get(b)]
    if (from === undefined || to === undefined || there.has(`${from} ${to}`)) return []
    there.add(`${from} ${to}`)
    return [{ id: newId(), from, to, label }]
  })
}

// What will have changed -----------------------------------------------------------------------------------------------

/** All of a note that its readers see, but for its spot. */
const looksOf = ({ place, text, color, paper, image, segments, kinds, tags, name, group, action }: Note): string =>
  JSON.stringify([place[0], text, color, paper, image, segments, kinds, tags, name, group, action])

type Tally = { -readonly [K in keyof Counts]: Counts[K] }

function countsOf(before: readonly Note[], after: readonly Note[]): Pick<Plan, 'areas' | 'total'> {
  const none = (): Tally => ({ added: 0, changed: 0, removed: 0, stays: 0 })
  const tallies = new Map<Area, Tally>(AREAS.map(area => [area, none()]))
  const total = none()
  const count = (area: Area, what: keyof Counts) => {
    const tally = tallies.get(area)
    if (tally) tally[what]++
    total[what]++
  }
  const old = new Map(before.map(note => [note.id, note]))
  for (const note of after) {
    const was = old.get(note.id)
    old.delete(note.id)
    count(note.place[0], !was ? 'added' : looksOf(was) === looksOf(note) ? 'stays' : 'changed')
  }
  for (const note of old.values()) count(note.place[0], 'removed')
  const areas = [...tallies].flatMap(([area, tally]) =>
    Object.values(tally).some(each => each > 0) ? [{ area, ...tally }] : [],
  )
  return { areas, total }
}

// Doing it -------------------------------------------------------------------------------------------------------------

/** What keeps me from it, for `said.notAllowed`; undefined when nothing does. */
export function denialFor(board: Board, { needs }: Plan): { readonly right: Right; readonly why: Denial } | undefined {
  for (const { right, ofOthers } of needs) {
    const why = denialOf(board, right, ofOthers ? [] : undefined)
    if (why) return { right, why }
  }
  return undefined
}

/** Would the server take it as the one change that it is, and the undo of it? Tried out on a copy. */
export function fitsOneChange(canvas: Canvas, plan: Plan): boolean {
  const copy = createDocument()
  applyUpdates(copy, [encodeState(canvas.document)], 'copy')
  // Each id that is written weighs as much as on the line.
  copy.clientID = canvas.document.clientID
  const rehearsed = openCanvas(copy)
  const history = openHistory(rehearsed, { origin: {}, allows: () => true })
  const bytes: number[] = []
  onUpdate(copy, update => bytes.push(update.length))
  runImport(history, rehearsed, plan)
  const most = doRecordsComeOrGo(canvas, rehearsed) ? UPDATE_BYTES.large : UPDATE_BYTES.ordinary
  history.undo()
  copy.destroy()
  return bytes.every(each => each <= most)
}

const ROOTS = ['notes', 'links', 'groups', 'strokes'] as const

const doRecordsComeOrGo = (before: Canvas, after: Canvas): boolean =>
  ROOTS.some(
    root => before[root].size !== after[root].size || after[root].all().some(({ id }) => !before[root].get(id)),
  )

/** One transaction, one update, one undo step; what throws has written nothing that others see. */
export function runImport(history: History, canvas: Canvas, plan: Plan, step: 'import' | 'paste' = 'import'): void {
  history.run(step, () => write(canvas, plan))
}

function write(canvas: Canvas, { way, content }: Plan): void {
  if (way === 'add') writeContent(canvas, content)
  else replaceContent(canvas, content, undefined)
}
