/** Drafts of a private round: what may stand in one, what of it can be shown, and how it gets onto the canvas at the reveal. */
import * as Y from 'yjs'
import { isRecord } from '../base/collection.ts'
import type { Area } from '../canvas/blocks.ts'
import { readPlace } from '../canvas/canvas.ts'
import { NOTE_COLORS } from '../canvas/records.ts'
import { CANVAS_SCHEMA, LIMITS } from '../canvas/schema.ts'
import type { BoardDocument } from '../wire/document.ts'
import type { DocumentSchema, RootRule } from '../wire/schema.ts'
import { isKey } from '../wire/schema.ts'
import type { Names } from './step.ts'

const { notes: NOTES } = CANVAS_SCHEMA.roots as Readonly<Record<'notes', RootRule>>

/** What a note has only where everybody sees it. */
const OPEN_ONLY: ReadonlySet<string> = new Set(['group', 'draft'])

/** Notes as on a canvas, but in no group: those are everybody's. */
export const DRAFT_SCHEMA: DocumentSchema = {
  version: CANVAS_SCHEMA.version,
  roots: {
    notes: {
      ...NOTES,
      max: LIMITS.draftNotes,
      fields: Object.fromEntries(Object.entries(NOTES.fields).filter(([field]) => !OPEN_ONLY.has(field))),
    },
  },
}

/** A live note of a draft that says something. */
export interface DraftNote {
  readonly person: string
  readonly id: string
  readonly area: Area
  /** All that is written in it, its text as a string. */
  readonly fields: Readonly<Record<string, unknown>>
}

/** What a draft holds to be revealed: a note without words and image would be a blank paper. */
export function draftNotes(document: BoardDocument, person: string): readonly DraftNote[] {
  return [...document.getMap('notes').entries()].flatMap(([id, record]) => {
    const place = isRecord(record) ? readPlace(record.get('place')) : undefined
    if (!isRecord(record) || !place || !isKey(id) || record.get('bin') === true) return []
    const fields = record.toJSON() as Record<string, unknown>
    const isBlank = !textOf(fields).trim() && fields['image'] === undefined
    return isBlank ? [] : [{ person, id, area: place[0], fields }]
  })
}

const textOf = ({ text }: Readonly<Record<string, unknown>>): string => (typeof text === 'string' ? text : '')

/** A draft note as it comes to stand on the canvas. */
export interface RevealedNote {
  readonly from: DraftNote
  /** Always a new one: nobody can know it before, so nothing that is there is written over. */
  readonly id: string
  readonly fields: Readonly<Record<string, unknown>>
}

export interface RevealOptions {
  readonly names: Names
  /** Server time, ms. */
  readonly now: number
  readonly newId: () => string
  /** From 0 to below 1. */
  readonly random: () => number
}

const SEGMENT = 'segment:'

/** In an order that says nothing of who was first. Notes that name each other as segment go on doing so. */
export function revealNotes(notes: readonly DraftNote[], options: RevealOptions): readonly RevealedNote[] {
  const ids = new Map(notes.map(note => [`${note.person}/${note.id}`, options.newId()]))
  return shuffled(notes, options.random).map(from => ({
    from,
    id: ids.get(`${from.person}/${from.id}`) ?? options.newId(),
    fields: shownFields(from, options, segment => ids.get(`${from.person}/${segment}`)),
  }))
}

function shownFields(
  { person, id, fields: { author: _author, ...fields } }: DraftNote,
  { names, now }: RevealOptions,
  newIdOf: (segment: string) => string | undefined,
): Readonly<Record<string, unknown>> {
  const renamed = Object.entries(fields).map(([key, value]): [string, unknown] => {
    const to = key.startsWith(SEGMENT) ? newIdOf(key.slice(SEGMENT.length)) : undefined
    return [to === undefined ? key : `${SEGMENT}${to}`, value]
  })
  const shown = Object.fromEntries(renamed)
  if (names !== 'never') return { ...shown, author: person, draft: id }
  // A favourite colour and the moment of writing would name people too, and so would what their browser called it.
  const [area, x, y] = fields['place'] as readonly unknown[]
  return { ...shown, place: [area, x, y, now], color: NOTE_COLORS[0] }
}

/** Inside a transaction. */
export function writeRevealed(document: BoardDocument, notes: readonly RevealedNote[]): void {
  const root = document.getMap<unknown>('notes')
  for (const { id, fields } of notes) {
    const record = new Y.Map<unknown>(Object.entries(fields))
    record.set('text', new Y.Text(textOf(fields)))
    root.set(id, record)
  }
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1))
    const [a, b] = [order[at], order[last]]
    if (a !== undefined && b !== undefined) [order[at], order[last]] = [b, a]
  }
  return order
}
