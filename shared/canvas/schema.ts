/** The canvas document's schema: one line a field says its right and what may stand in it. */
import type { DocumentSchema, FieldRule } from '../wire/schema.ts'
import { isKey } from '../wire/schema.ts'
import { isArea } from './blocks.ts'
import { isImageHash } from './image-file.ts'
import { NOTE_COLORS, STROKE_KINDS } from './records.ts'

/** The limits that the gate keeps. */
export const LIMITS = {
  noteLength: 10_000,
  notes: 5_000,
  /** Of one person in one private round. */
  draftNotes: 500,
  links: 10_000,
  groups: 1_000,
  strokes: 5_000,
  strokeNumbers: 20_000,
  shortText: 200,
  binned: 1_000,
  binDays: 30,
} as const

const MAX_COORDINATE = 1_000_000
const finite = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= MAX_COORDINATE
const id = (value: unknown): boolean => typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value)
const short = (value: unknown): boolean => typeof value === 'string' && value.length <= LIMITS.shortText
const yes = (value: unknown): boolean => value === true
const time = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 8.64e15

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** `[owner, day]`, both of which may be empty: one value, as they are said together. */
export const isAction = (value: unknown): value is readonly [owner: string, due: string] =>
  Array.isArray(value) && value.length === 2 && short(value[0]) && (value[1] === '' || DAY.test(String(value[1])))

/** `[area, x, y]`, with the time it was put there as an optional fourth. */
const place = (value: unknown): boolean =>
  Array.isArray(value) &&
  (value.length === 3 || (value.length === 4 && time(value[3]))) &&
  isArea(value[0]) &&
  finite(value[1]) &&
  finite(value[2])

const value = (right: FieldRule['right'], accepts: (value: unknown) => boolean): FieldRule => ({
  kind: 'value',
  right,
  accepts,
})

const BIN = value('delete', yes)
const AUTHOR = value('add', v => v === '' || id(v))

export const CANVAS_SCHEMA: DocumentSchema = {
  version: 1,
  roots: {
    notes: {
      kind: 'collection',
      record: 'note',
      by: 'rights',
      add: 'add',
      max: LIMITS.notes,
      fields: {
        place: value('move', place),
        text: { kind: 'text', right: 'text', maxLength: LIMITS.noteLength },
        color: value('style', v => NOTE_COLORS.includes(v as never)),
        paper: value('style', v => v === 'none'),
        image: value('style', isImageHash),
        author: AUTHOR,
        name: value('mark', short),
        group: value('group', id),
        action: value('mark', isAction),
        draft: { kind: 'value', right: 'add', accepts: v => typeof v === 'string' && isKey(v), by: 'server' },
        bin: BIN,
      },
      members: { segment: value('mark', yes), kind: value('mark', yes), tag: value('mark', yes) },
    },
    links: {
      kind: 'collection',
      record: 'link',
      by: 'rights',
      add: 'link',
      ends: { from: 'notes', to: 'notes' },
      max: LIMITS.links,
      fields: { from: value('link', id), to: value('link', id), label: value('link', short), bin: value('link', yes) },
    },
    groups: {
      kind: 'collection',
      record: 'group',
      by: 'rights',
      add: 'group',
      max: LIMITS.groups,
      fields: {
        title: value('group', short),
        block: value('group', isArea),
        closed: value('group', yes),
        bin: value('group', yes),
      },
    },
    strokes: {
      kind: 'collection',
      record: 'stroke',
      by: 'rights',
      add: 'add',
      max: LIMITS.strokes,
      fields: {
        anchor: value('add', place),
        points: value('add', v => Array.isArray(v) && v.length <= LIMITS.strokeNumbers && v.every(finite)),
        color: value('style', short),
        width: value('style', finite),
        kind: value('add', v => STROKE_KINDS.includes(v as never)),
        author: AUTHOR,
        bin: BIN,
      },
    },
    about: {
      kind: 'register',
      record: 'about',
      by: 'rights',
      fields: {
        title: value('text', short),
        schema: { kind: 'value', right: 'text', accepts: Number.isSafeInteger, by: 'server' },
      },
      members: { heading: value('mark', short) },
    },
  },
}
