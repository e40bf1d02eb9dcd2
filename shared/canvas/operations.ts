/** The verbs on a canvas. Each writes only what it means, skips what is no longer there, and is to be called inside `change`. */
import { simpleDiffString } from 'lib0/diff'
import * as Y from 'yjs'
import { isRecord } from '../base/collection.ts'
import type { Canvas } from './canvas.ts'
import { isPrivate } from './canvas.ts'
import type { Area } from './blocks.ts'
import type { Action, Group, Link, Note, NoteColor, Place, Stroke } from './records.ts'

/** The roots whose records can be binned. */
export type BinnableRoot = 'notes' | 'links' | 'groups' | 'strokes'

/** Runs `write` as one transaction: one update, one event, one undo step. */
export function change<T>(canvas: Canvas, origin: unknown, write: () => T): T {
  return canvas.document.transact(write, origin)
}

const recordOf = (canvas: Canvas, root: BinnableRoot, id: string): Y.Map<unknown> | undefined => {
  if (root === 'notes' && canvas.isFixed(id)) return undefined
  const record = canvas.homeOf(root, id).getMap(root).get(id)
  return isRecord(record) ? record : undefined
}

export type NewNote = Pick<Note, 'id' | 'place' | 'text' | 'color' | 'author'> &
  Partial<Pick<Note, 'paper' | 'image' | 'segments' | 'kinds' | 'tags' | 'name' | 'group' | 'action'>>

export function addNote(canvas: Canvas, note: NewNote): void {
  const record = new Y.Map<unknown>()
  record.set('place', [...note.place])
  record.set('text', new Y.Text(note.text))
  record.set('color', note.color)
  if (note.paper) record.set('paper', note.paper)
  if (note.image) record.set('image', note.image)
  if (note.author) record.set('author', note.author)
  for (const segment of note.segments ?? []) record.set(`segment:${segment}`, true)
  for (const kind of note.kinds ?? []) record.set(`kind:${kind}`, true)
  for (const tag of note.tags ?? []) record.set(`tag:${tag}`, true)
  if (note.name) record.set('name', note.name)
  const home = canvas.homeOf('notes', note.id)
  // Groups are everybody's: what one writes for oneself is in none.
  if (note.group && home === canvas.document) record.set('group', note.group)
  if (note.action) record.set('action', [note.action.owner, note.action.due])
  home.getMap('notes').set(note.id, record)
}

/** Puts notes at new places; one value each, whatever the gesture was. */
export function moveNotes(canvas: Canvas, places: ReadonlyMap<string, Place>): void {
  for (const [id, place] of places) recordOf(canvas, 'notes', id)?.set('place', [...place])
}

/** Makes something to do of a note, or nothing any more. */
export function setAction(canvas: Canvas, id: string, action: Action | undefined): void {
  const record = recordOf(canvas, 'notes', id)
  if (action) record?.set('action', [action.owner, action.due])
  else if (record?.has('action')) record.delete('action')
}

/** Gives notes paper of this colour. */
export function colorNotes(canvas: Canvas, ids: Iterable<string>, color: NoteColor): void {
  for (const id of ids) {
    const record = recordOf(canvas, 'notes', id)
    if (!record) continue
    if (record.get('color') !== color) record.set('color', color)
    if (record.has('paper')) record.delete('paper')
  }
}

/** Makes labels of notes. A colour gives them paper again. */
export function unpaperNotes(canvas: Canvas, ids: Iterable<string>): void {
  for (const id of ids) {
    const record = recordOf(canvas, 'notes', id)
    if (record && record.get('paper') !== 'none') record.set('paper', 'none')
  }
}

/** Puts an image on a note, or (null) takes it off. */
export function setImage(canvas: Canvas, id: string, image: string | null): void {
  const record = recordOf(canvas, 'notes', id)
  if (image === null) record?.delete('image')
  else record?.set('image', image)
}

/** Changes the text to `next` by the smallest edit, so that what others type meanwhile stays. */
export function editText(canvas: Canvas, id: string, next: string): void {
  const text = recordOf(canvas, 'notes', id)?.get('text')
  if (!(text instanceof Y.Text)) return
  const { index, remove, insert } = simpleDiffString(text.toJSON(), next)
  if (remove > 0) text.delete(index, remove)
  if (insert) text.insert(index, insert)
}

/** Sets or unsets a member key: `segment:<id>`, `kind:<id>`, `tag:<t>`. */
export function markNote(canvas: Canvas, id: string, member: string, on: boolean): void {
  const record = recordOf(canvas, 'notes', id)
  if (!on) record?.delete(member)
  else if (record?.get(member) !== true) record?.set(member, true)
}

export function nameNote(canvas: Canvas, id: string, name: string): void {
  const record = recordOf(canvas, 'notes', id)
  if (name) record?.set('name', name)
  else record?.delete('name')
}

/** Deleting is a field: what others write meanwhile is kept, links come back by themselves. */
export function binRecords(canvas: Canvas, root: BinnableRoot, ids: Iterable<string>): void {
  for (const id of ids) {
    const record = recordOf(canvas, root, id)
    if (record && record.get('bin') !== true) record.set('bin', true)
  }
}

export function restoreRecords(canvas: Canvas, root: BinnableRoot, ids: Iterable<string>): void {
  for (const id of ids) recordOf(canvas, root, id)?.delete('bin')
}

export function addLink(canvas: Canvas, link: Link): void {
  const record = new Y.Map<unknown>()
  record.set('from', link.from)
  record.set('to', link.to)
  if (link.label) record.set('label', link.label)
  canvas.document.getMap('links').set(link.id, record)
}

export function labelLink(canvas: Canvas, id: string, label: string): void {
  const record = recordOf(canvas, 'links', id)
  if (label) record?.set('label', label)
  else record?.delete('label')
}

/** Turns a link around; it stays the same link. Two who do it at once have it turned once. */
export function reverseLink(canvas: Canvas, id: string): void {
  const record = recordOf(canvas, 'links', id)
  const [from, to] = [record?.get('from'), record?.get('to')]
  record?.set('from', to)
  record?.set('to', from)
}

/** Draws a stroke: written once, when the pen was lifted. */
export function addStroke(canvas: Canvas, { id, anchor, points, ...look }: Stroke): void {
  const record = new Y.Map<unknown>(Object.entries(look))
  record.set('anchor', [...anchor])
  record.set('points', [...points])
  canvas.document.getMap('strokes').set(id, record)
}

export function addGroup(canvas: Canvas, { id, title, block }: Omit<Group, 'closed'>): void {
  const record = new Y.Map<unknown>()
  record.set('title', title)
  record.set('block', block)
  canvas.document.getMap('groups').set(id, record)
}

/** Puts notes into a group, or with no group out of theirs. */
export function putInGroup(canvas: Canvas, ids: Iterable<string>, group: string | undefined): void {
  for (const id of ids) {
    const record = isPrivate(canvas, id) ? undefined : recordOf(canvas, 'notes', id)
    if (group === undefined) record?.delete('group')
    else if (record?.get('group') !== group) record?.set('group', group)
  }
}

const setInGroup = (canvas: Canvas, id: string, field: 'title' | 'block' | 'closed', value: unknown): void => {
  const record = recordOf(canvas, 'groups', id)
  if (record && record.get(field) !== value) record.set(field, value)
}

export const titleGroup = (canvas: Canvas, id: string, title: string): void => setInGroup(canvas, id, 'title', title)

/** The block in which its notes are its notes. */
export const moveGroup = (canvas: Canvas, id: string, block: Area): void => setInGroup(canvas, id, 'block', block)

export const closeGroup = (canvas: Canvas, id: string): void => setInGroup(canvas, id, 'closed', true)

export const openGroup = (canvas: Canvas, id: string): void => recordOf(canvas, 'groups', id)?.delete('closed')

/** Lets a link reach (its head) or leave (its tail) another note; it stays the same link, with its label. */
export function reattachLink(canvas: Canvas, id: string, end: 'head' | 'tail', note: string): void {
  recordOf(canvas, 'links', id)?.set(end === 'head' ? 'to' : 'from', note)
}

export function nameCanvas(canvas: Canvas, title: string): void {
  canvas.document.getMap('about').set('title', title)
}

/** The shared text of a note, for the editor that types in it. */
export function sharedText(canvas: Canvas, id: string): Y.Text | undefined {
  const text = recordOf(canvas, 'notes', id)?.get('text')
  return text instanceof Y.Text ? text : undefined
}
