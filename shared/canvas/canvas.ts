/** A canvas: the typed view of one nine-block document. Opening it writes nothing; an empty document is an empty canvas. */
import * as Y from 'yjs'
import type { Collection, ReadRecord } from '../base/collection.ts'
import { openCollection } from '../base/collection.ts'
import type { Unsubscribe } from '../base/observable.ts'
import { Signal } from '../base/observable.ts'
import type { BoardDocument } from '../wire/document.ts'
import { isKey } from '../wire/schema.ts'
import { isArea } from './blocks.ts'
import { groupOf } from './groups.ts'
import { isImageHash } from './image-file.ts'
import type { About, CanvasContent, Group, Link, Note, NoteColor, Place, Stroke, StrokeKind } from './records.ts'
import { NOTE_COLORS, STROKE_KINDS } from './records.ts'
import { isAction } from './schema.ts'

export interface Canvas {
  readonly document: BoardDocument
  readonly notes: Collection<Note>
  readonly links: Collection<Link>
  readonly groups: Collection<Group>
  readonly strokes: Collection<Stroke>
  readonly about: { readonly value: About; subscribe(listener: () => void): Unsubscribe }
  /** The document in which a record stands, or a new one is put: not `document` where somebody writes for themselves (`joined.ts`). */
  homeOf(root: string, id: string): BoardDocument
  /** Nobody writes in this note any more, whatever the rights: the time to do so is over. */
  isFixed(id: string): boolean
}

/** Does this note, or one that will be new, stand where only its author sees it? */
export const isPrivate = (canvas: Canvas, id = ''): boolean => canvas.homeOf('notes', id) !== canvas.document

const finite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A place as written by any program; undefined when no reader could use it. A missing time reads as 0: it was there first. */
export function readPlace(value: unknown): Place | undefined {
  if (!Array.isArray(value)) return undefined
  const [area, x, y, placedAt = 0] = value as unknown[]
  if (!isArea(area) || !finite(x) || !finite(y) || !finite(placedAt)) return undefined
  return Object.freeze([area, x, y, placedAt] as const)
}

const FIELDS = new Set([
  'place',
  'text',
  'color',
  'paper',
  'image',
  'author',
  'name',
  'group',
  'action',
  'draft',
  'bin',
])
const MEMBERS = ['segment:', 'kind:', 'tag:'] as const

function readNote(id: string, record: Y.Map<unknown>): Note | undefined {
  const place = readPlace(record.get('place'))
  if (!place) return undefined
  const members: Record<(typeof MEMBERS)[number], string[]> = { 'segment:': [], 'kind:': [], 'tag:': [] }
  const rest: Record<string, unknown> = {}
  for (const [key, value] of record.entries()) {
    const prefix = MEMBERS.find(each => key.startsWith(each))
    if (prefix) {
      if (value === true) members[prefix].push(key.slice(prefix.length))
    } else if (!FIELDS.has(key) && isKey(key)) rest[key] = value instanceof Y.AbstractType ? value.toJSON() : value
  }
  const color = record.get('color')
  const note: { -readonly [K in keyof Note]: Note[K] } = {
    id,
    place,
    text: noteText(record),
    color: NOTE_COLORS.includes(color as NoteColor) ? (color as NoteColor) : 'straw',
    author: text(record.get('author')),
    segments: Object.freeze(members['segment:'].sort()),
    kinds: Object.freeze(members['kind:'].sort()),
    tags: Object.freeze(members['tag:'].sort()),
  }
  const name = text(record.get('name'))
  const group = text(record.get('group'))
  if (record.get('paper') === 'none') note.paper = 'none'
  const image = record.get('image')
  if (isImageHash(image)) note.image = image
  if (name) note.name = name
  if (group) note.group = group
  const action = record.get('action')
  if (isAction(action)) note.action = Object.freeze({ owner: action[0], due: action[1] })
  const draft = text(record.get('draft'))
  if (draft) note.draft = draft
  if (Object.keys(rest).length > 0) note.rest = Object.freeze(rest)
  return note
}

const noteText = (record: Y.Map<unknown>): string => {
  const value = record.get('text')
  return value instanceof Y.Text ? value.toJSON() : text(value)
}

function readLink(id: string, record: Y.Map<unknown>): Link | undefined {
  const from = text(record.get('from'))
  const to = text(record.get('to'))
  return from && to ? { id, from, to, label: text(record.get('label')) } : undefined
}

function readGroup(id: string, record: Y.Map<unknown>): Group | undefined {
  const block = record.get('block')
  if (!isArea(block)) return undefined
  const title = text(record.get('title'))
  return record.get('closed') === true ? { id, title, block, closed: true } : { id, title, block }
}

function readStroke(id: string, record: Y.Map<unknown>): Stroke | undefined {
  const place = readPlace(record.get('anchor'))
  const points = record.get('points')
  if (!place || !Array.isArray(points) || !points.every(finite)) return undefined
  const width = record.get('width')
  const kind = record.get('kind')
  const author = text(record.get('author'))
  return {
    id,
    anchor: Object.freeze([place[0], place[1], place[2]] as const),
    points: Object.freeze(points),
    color: text(record.get('color')),
    width: finite(width) ? width : 3,
    ...(STROKE_KINDS.includes(kind as StrokeKind) && { kind: kind as StrokeKind }),
    ...(author && { author }),
  }
}

const HEADING = 'heading:'

function readAbout(root: Y.Map<unknown>): About {
  const headings: Record<string, string> = {}
  for (const [key, value] of root.entries())
    if (key.startsWith(HEADING) && isKey(key.slice(HEADING.length))) headings[key.slice(HEADING.length)] = text(value)
  return Object.freeze({ title: text(root.get('title')), headings: Object.freeze(headings) })
}

/** A reader that knows no record whose id could reach a prototype or could not stand in an address. */
const readable =
  <T>(read: ReadRecord<T>): ReadRecord<T> =>
  (id, record) =>
    isKey(id) ? read(id, record) : undefined

/** Opens the view. Cheap to keep: it lives as long as the document. */
export function openCanvas(document: BoardDocument): Canvas {
  const root = document.getMap<unknown>('about')
  const changed = new Signal()
  let about = readAbout(root)
  root.observe(() => {
    about = readAbout(root)
    changed.tell()
  })
  return {
    document,
    notes: openCollection(document.getMap('notes'), readable(readNote)),
    links: openCollection(document.getMap('links'), readable(readLink)),
    groups: openCollection(document.getMap('groups'), readable(readGroup)),
    strokes: openCollection(document.getMap('strokes'), readable(readStroke)),
    about: {
      get value() {
        return about
      },
      subscribe: listener => changed.subscribe(listener),
    },
    homeOf: () => document,
    isFixed: () => false,
  }
}

/** Links whose both ends are there. A link of a binned note is not shown, and comes back with it. */
export const visibleLinks = (canvas: Canvas): readonly Link[] =>
  canvas.links.all().filter(link => canvas.notes.get(link.from) && canvas.notes.get(link.to))

/** Reading order of the outline and of every export: y, then x, then id of the wishes. */
export function byReading(a: Note, b: Note): number {
  return a.place[2] - b.place[2] || a.place[1] - b.place[1] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** The note without what dangles: segments and a group that are not there, or a group in another block. They come back with those. */
function settled(canvas: Canvas, note: Note): Note {
  const segments = note.segments.filter(id => canvas.notes.get(id))
  const hasGroup = note.group === undefined || groupOf(canvas.groups, note) !== undefined
  if (segments.length === note.segments.length && hasGroup) return note
  const { group, ...rest } = note
  const kept = hasGroup && group !== undefined ? { group } : {}
  return Object.freeze({ ...rest, ...kept, segments: Object.freeze(segments) })
}

/** The live canvas as plain values, in reading order, what dangles left out. */
export const contentOf = (canvas: Canvas): CanvasContent => ({
  about: canvas.about.value,
  notes: canvas.notes
    .all()
    .map(note => settled(canvas, note))
    .sort(byReading),
  links: visibleLinks(canvas),
  groups: canvas.groups.all(),
  strokes: canvas.strokes.all(),
})
