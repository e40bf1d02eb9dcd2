/** What a copy holds that the server did not take, told as offers: found by name, then read in both documents. */
import { isRecord } from '../../shared/base/collection.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import type { Note, Place } from '../../shared/canvas/records.ts'
import { CANVAS_SCHEMA } from '../../shared/canvas/schema.ts'
import type { BoardDocument } from '../../shared/wire/document.ts'
import { applyUpdates, createDocument, encodeState, stateVector } from '../../shared/wire/document.ts'
import { inspect } from '../../shared/wire/inspect.ts'
import type { RefusalReason } from '../../shared/wire/messages.ts'
import type { Offer } from '../editor/board.ts'

/** A copy that was given up, beside the fresh one. */
export interface Stranded {
  readonly mine: BoardDocument
  readonly theirs: BoardDocument
  /** The two began as one document. In another epoch nothing of the old one has a counterpart. */
  readonly isSameEpoch: boolean
  /** Names of what was changed and never acknowledged (`saved.ts`). */
  readonly touched: ReadonlySet<string>
  readonly reason: RefusalReason
}

/** How an offer is done once more. */
export type Again =
  | { readonly kind: 'note'; readonly note: Omit<Note, 'rest'> }
  /** `was`: what the server had when mine was refused. */
  | { readonly kind: 'text'; readonly was: string | undefined; readonly note: Omit<Note, 'rest'> }
  | { readonly kind: 'move'; readonly place: Place }
  | { readonly kind: 'delete' }
  /** Fields of a record, null for one that I took away. `isWhole`: the record is made if it is not there. */
  | {
      readonly kind: 'fields'
      readonly root: string
      readonly id: string
      readonly fields: Readonly<Record<string, unknown>>
      readonly isWhole: boolean
    }

export interface Found {
  readonly change: Offer['change']
  readonly again: Again
}

/** Everything that would be lost with `mine`, in the order in which it was found. */
export function findStranded(stranded: Stranded): readonly Found[] {
  const { mine, theirs } = stranded
  // A view lives as long as its document, and theirs is about to live long.
  const look = createDocument()
  applyUpdates(look, [encodeState(theirs)], look)
  const [from, to] = [openCanvas(mine), openCanvas(look)]
  const found: Found[] = []
  for (const [record, fields] of byRecord(namesOf(stranded))) {
    const [root = '', id = ''] = record.split('/')
    if (root === 'notes') found.push(...inNote(id, fields, from, to))
    else found.push(...inRecord(root, id, fields, from, to))
  }
  look.destroy()
  return found
}

/** By structs within one epoch. What no reader knows, and what is too big or too much, has no list of changes: then by what was touched. */
function namesOf({ mine, theirs, isSameEpoch, touched }: Stranded): ReadonlySet<string> {
  if (!isSameEpoch) return touched
  const inspection = inspect(encodeState(mine, stateVector(theirs)), theirs, CANVAS_SCHEMA)
  if (inspection.kind === 'nothing') return new Set()
  if (inspection.kind !== 'changes') return touched
  const changed = inspection.changes.map(change => {
    const record = change.record ? `${change.root}/${change.record}` : change.root
    return 'field' in change ? `${record}/${change.field}` : record
  })
  // Of what was collected nobody can always tell the record.
  return new Set([...changed, ...(inspection.gone.length > 0 ? touched : [])])
}

/** Record → its fields; '' stands for the record as a whole. */
function byRecord(names: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const records = new Map<string, Set<string>>()
  for (const name of names) {
    const [root = '', ...rest] = name.split('/')
    const [id = '', field = ''] = root === 'about' ? ['', ...rest] : rest
    const record = `${root}/${id}`
    records.set(record, (records.get(record) ?? new Set()).add(field))
  }
  return records
}

function inNote(id: string, fields: ReadonlySet<string>, from: Canvas, to: Canvas): readonly Found[] {
  const mine = from.notes.find(id)
  const isMineLive = from.notes.get(id) !== undefined
  const theirs = to.notes.get(id)
  if (!theirs) {
    if (!mine || !isMineLive) return []
    if (fields.has('')) return [newNote(mine)]
    if (fields.has('bin') && to.notes.find(id)) return [restored(mine)]
    return fields.has('text') ? [otherText(mine, undefined)] : []
  }
  if (!mine || !isMineLive) return [{ change: changeOf('delete', theirs), again: { kind: 'delete' } }]
  const found: Found[] = []
  const isWhole = fields.has('')
  if ((isWhole || fields.has('text')) && mine.text !== theirs.text) found.push(otherText(mine, theirs))
  if ((isWhole || fields.has('place')) && !isSamePlace(mine.place, theirs.place))
    found.push({
      change: { ...changeOf('move', theirs), block: mine.place[0] },
      again: { kind: 'move', place: mine.place },
    })
  const rest = [...fields].filter(field => !TOLD.has(field))
  return [...found, ...otherFields({ root: 'notes', id, names: rest, isWhole: false }, from, to, theirs.text)]
}

/** Fields with offers of their own, and the author, who is never offered. */
const TOLD: ReadonlySet<string> = new Set(['', 'text', 'place', 'author', 'bin'])

const isSamePlace = (a: Place, b: Place): boolean => a[0] === b[0] && a[1] === b[1] && a[2] === b[2]

const changeOf = <K extends 'text' | 'move' | 'delete'>(kind: K, note: Note) =>
  ({ kind, note: note.id, block: note.place[0], text: note.text }) as const

const newNote = (note: Note): Found => ({
  change: { kind: 'note', block: note.place[0], text: note.text },
  again: { kind: 'note', note: known(note) },
})

const restored = (note: Note): Found => ({
  change: newNote(note).change,
  again: { kind: 'fields', root: 'notes', id: note.id, fields: { bin: null }, isWhole: false },
})

const otherText = (mine: Note, theirs: Note | undefined): Found => ({
  change: { ...changeOf('text', mine), block: (theirs ?? mine).place[0] },
  again: { kind: 'text', was: theirs?.text, note: known(mine) },
})

const known = ({ rest: _rest, ...note }: Note): Omit<Note, 'rest'> => note

// Links, groups, strokes, the register, and the smaller fields of notes ------------------------------------------------

function inRecord(root: string, id: string, fields: ReadonlySet<string>, from: Canvas, to: Canvas): readonly Found[] {
  const isWhole = fields.has('')
  const names = isWhole ? Object.keys(plain(from, root, id)) : [...fields]
  return otherFields({ root, id, names, isWhole }, from, to, wordsOf(root, id, from))
}

interface Named {
  readonly root: string
  readonly id: string
  readonly names: readonly string[]
  readonly isWhole: boolean
}

function otherFields({ root, id, names, isWhole }: Named, from: Canvas, to: Canvas, text: string): readonly Found[] {
  const [mine, theirs] = [plain(from, root, id), plain(to, root, id)]
  const differing = names.filter(name => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]))
  if (differing.length === 0) return []
  const fields = Object.fromEntries(differing.map(name => [name, mine[name] ?? null]))
  return [{ change: { kind: 'other', text }, again: { kind: 'fields', root, id, fields, isWhole } }]
}

function plain(canvas: Canvas, root: string, id: string): Readonly<Record<string, unknown>> {
  const map = canvas.document.getMap<unknown>(root)
  const record = root === 'about' ? map : map.get(id)
  return isRecord(record) ? record.toJSON() : {}
}

/** What a person knows it by. */
function wordsOf(root: string, id: string, canvas: Canvas): string {
  if (root === 'about') return canvas.about.value.title
  if (root === 'groups') return canvas.groups.find(id)?.title ?? ''
  const link = canvas.links.find(id)
  if (root !== 'links' || !link) return ''
  return [link.from, link.to].map(note => canvas.notes.find(note)?.text ?? '').join(' → ')
}
