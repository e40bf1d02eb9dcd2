/** Whole contents written into a canvas: into an empty one, or in place of what is there, as one ordinary change. */
import * as Y from 'yjs'
import { isRecord } from '../base/collection.ts'
import type { Canvas } from './canvas.ts'
import { isPrivate } from './canvas.ts'
import { addLink, addNote, addStroke, binRecords, change, editText, labelLink, restoreRecords } from './operations.ts'
import type { CanvasContent, Group, Link, Note, Stroke } from './records.ts'

/** Writes every record of `content` into the canvas; to be called inside `change`, on a canvas that has none of them. */
export function writeContent(canvas: Canvas, content: CanvasContent): void {
  for (const note of content.notes) writeNote(canvas, note)
  for (const link of content.links) addLink(canvas, link)
  for (const group of content.groups) writeGroup(canvas, group)
  for (const stroke of content.strokes) addStroke(canvas, stroke)
  writeAbout(canvas, content)
}

function writeNote(canvas: Canvas, note: Note): void {
  addNote(canvas, note)
  const record = canvas.homeOf('notes', note.id).getMap('notes').get(note.id)
  if (isRecord(record)) for (const [key, value] of Object.entries(note.rest ?? {})) record.set(key, value)
}

const writeRecord = (canvas: Canvas, root: string, id: string, fields: Readonly<Record<string, unknown>>): void => {
  const record = new Y.Map<unknown>()
  for (const [key, value] of Object.entries(fields)) record.set(key, value)
  canvas.document.getMap(root).set(id, record)
}

const writeGroup = (canvas: Canvas, { id, ...fields }: Group): void => writeRecord(canvas, 'groups', id, fields)

/** Of a stroke that is put in place of what was there: its author is the person who does it, as with notes. */
const replaceStroke = (canvas: Canvas, { author: _, ...stroke }: Stroke): void => {
  const { id, ...fields } = stroke
  replaceRecord(canvas, 'strokes', id, fields, () => addStroke(canvas, stroke))
}

function writeAbout(canvas: Canvas, content: CanvasContent): void {
  const about = canvas.document.getMap('about')
  // None is as good as an empty one.
  if (canvas.about.value.title !== content.about.title) about.set('title', content.about.title)
  const wanted = new Map(Object.entries(content.about.headings).map(([key, heading]) => [`heading:${key}`, heading]))
  for (const key of [...about.keys()]) if (key.startsWith('heading:') && !wanted.has(key)) about.delete(key)
  for (const [key, heading] of wanted) if (about.get(key) !== heading) about.set(key, heading)
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Makes the canvas show `content` by one change in place: what is not in it goes into the bin, what is comes out of it,
 * fields are set where they differ and texts by diff. Old edits of people who were away survive it (M14). What somebody
 * writes for themselves is no part of it: while they do nothing is replaced, and afterwards their notes stay as they are.
 */
export function replaceContent(canvas: Canvas, content: CanvasContent, origin: unknown): void {
  if (isPrivate(canvas)) throw new Error('nothing is replaced while somebody writes for themselves')
  const isOpen = (id: string): boolean => !isPrivate(canvas, id)
  change(canvas, origin, () => {
    const keep = {
      notes: new Set(content.notes.map(note => note.id)),
      links: new Set(content.links.map(link => link.id)),
      groups: new Set(content.groups.map(group => group.id)),
      strokes: new Set(content.strokes.map(stroke => stroke.id)),
    }
    for (const root of ['notes', 'links', 'groups', 'strokes'] as const)
      binRecords(
        canvas,
        root,
        canvas[root]
          .all()
          .filter(({ id }) => !keep[root].has(id) && (root !== 'notes' || isOpen(id)))
          .map(record => record.id),
      )
    for (const note of content.notes) if (isOpen(note.id)) replaceNote(canvas, note)
    for (const link of content.links) replaceLink(canvas, link)
    for (const group of content.groups) {
      const { id, ...fields } = group
      replaceRecord(canvas, 'groups', id, fields, () => writeGroup(canvas, group))
    }
    for (const stroke of content.strokes) replaceStroke(canvas, stroke)
    writeAbout(canvas, content)
  })
}

function replaceNote(canvas: Canvas, note: Note): void {
  const fields: Record<string, unknown> = { place: note.place, color: note.color, ...note.rest }
  if (note.paper) fields['paper'] = note.paper
  if (note.image) fields['image'] = note.image
  if (note.name) fields['name'] = note.name
  if (note.group) fields['group'] = note.group
  if (note.action) fields['action'] = [note.action.owner, note.action.due]
  for (const segment of note.segments) fields[`segment:${segment}`] = true
  for (const kind of note.kinds) fields[`kind:${kind}`] = true
  for (const tag of note.tags) fields[`tag:${tag}`] = true
  const isThere = replaceRecord(canvas, 'notes', note.id, fields, () => writeNote(canvas, { ...note, author: '' }))
  if (isThere) editText(canvas, note.id, note.text)
}

function replaceLink(canvas: Canvas, link: Link): void {
  const isThere = replaceRecord(canvas, 'links', link.id, { from: link.from, to: link.to }, () => addLink(canvas, link))
  if (isThere && canvas.links.find(link.id)?.label !== link.label) labelLink(canvas, link.id, link.label)
}

const KEPT = new Set(['text', 'author', 'draft', 'bin', 'label'])

/** Sets and clears the fields of a record that is there; makes it where it is not. True when it was there. */
function replaceRecord(
  canvas: Canvas,
  root: 'notes' | 'links' | 'groups' | 'strokes',
  id: string,
  fields: Readonly<Record<string, unknown>>,
  make: () => void,
): boolean {
  const record = canvas.document.getMap(root).get(id)
  if (!isRecord(record)) {
    make()
    return false
  }
  if (record.get('bin') !== undefined) restoreRecords(canvas, root, [id])
  for (const key of [...record.keys()]) if (!KEPT.has(key) && !Object.hasOwn(fields, key)) record.delete(key)
  for (const [key, value] of Object.entries(fields))
    if (!sameJson(record.get(key), value)) record.set(key, Array.isArray(value) ? [...(value as unknown[])] : value)
  return true
}
