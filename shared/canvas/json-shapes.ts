/** What may stand where in a canvas file, as tables: each value is asked the same rule that the gate asks. */
import { fieldRule, isKey } from '../wire/schema.ts'
import { AREAS } from './blocks.ts'
import { STROKE_KINDS } from './records.ts'
import { CANVAS_SCHEMA, LIMITS } from './schema.ts'

/** Anything that a file may hold where a record should be. */
export type Outside = Readonly<Record<string, unknown>>

export const isOutside = (value: unknown): value is Outside =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Values that JSON can hold, at most so deep, with no key that reaches a prototype. */
export function isPlain(value: unknown, depth = 4): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth === 0 || ArrayBuffer.isView(value)) return false
  if (Array.isArray(value)) return value.every(each => isPlain(each, depth - 1))
  return Object.entries(value).every(([key, each]) => isKey(key) && isPlain(each, depth - 1))
}

export type Report = (path: string, sentence: string) => void

/** What may stand under a key, and what to say when something else does. */
export interface Shape {
  readonly accepts: (value: unknown) => boolean
  readonly sentence: string
  readonly optional?: boolean
}

/** Asks the same rule that the gate asks. */
const accepts =
  (root: string, field: string) =>
  (value: unknown): boolean => {
    const of = CANVAS_SCHEMA.roots[root]
    const rule = of && fieldRule(of, field)
    if (!rule) return false
    return rule.kind === 'text' ? typeof value === 'string' && value.length <= rule.maxLength : rule.accepts(value)
  }

const shape = (accepts: Shape['accepts'], sentence: string): Shape => ({ accepts, sentence })
const optional = (of: Shape): Shape => ({ ...of, optional: true })

const KEY = shape(
  value => typeof value === 'string' && isKey(value),
  'An id has 1 to 64 letters, digits, colons, dashes or underscores.',
)
const ID = shape(accepts('links', 'from'), 'An id has 1 to 64 letters, digits, dashes or underscores.')
const NUMBER = shape(
  value => accepts('notes', 'place')(['parking', value, 0]),
  'Only numbers up to a million are places.',
)
const TIME = shape(
  value => accepts('notes', 'place')(['parking', 0, 0, value]),
  'A time is a whole number of milliseconds.',
)
const SHORT = shape(accepts('links', 'label'), `This is a text of at most ${LIMITS.shortText} characters.`)
const AREA = shape(accepts('groups', 'block'), `This is one of ${AREAS.join(', ')}.`)
const AUTHOR = shape(accepts('notes', 'author'), 'An author is the id of a person.')
const LIST = shape(Array.isArray, 'This is a list.')

const members = (prefix: string): Shape =>
  shape(
    value =>
      Array.isArray(value) && value.every(each => typeof each === 'string' && each && isKey(`${prefix}:${each}`)),
    'This is a list of words of letters, digits, colons, dashes or underscores.',
  )

const isKnown = (key: string): boolean => {
  const { notes } = CANVAS_SCHEMA.roots
  return notes !== undefined && fieldRule(notes, key) !== undefined
}
const isRest = (value: unknown): boolean => isOutside(value) && isPlain(value, 5) && !Object.keys(value).some(isKnown)

export const NOTE_SHAPE: Readonly<Record<string, Shape>> = {
  id: KEY,
  text: shape(accepts('notes', 'text'), `A note has a text of at most ${LIMITS.noteLength} characters.`),
  color: shape(accepts('notes', 'color'), 'A note has one of the eight colours.'),
  paper: optional(shape(accepts('notes', 'paper'), 'A note without paper says none.')),
  image: optional(shape(accepts('notes', 'image'), 'An image is named by its SHA-256, in hexadecimal.')),
  x: NUMBER,
  y: NUMBER,
  placedAt: TIME,
  author: optional(AUTHOR),
  segments: optional(members('segment')),
  kinds: optional(members('kind')),
  tags: optional(members('tag')),
  name: optional(SHORT),
  group: optional(ID),
  action: optional(
    shape(
      value =>
        isOutside(value) &&
        Object.keys(value).length === 2 &&
        accepts('notes', 'action')([value['owner'], value['due']]),
      'An action has an owner and a day such as 2026-12-04; both may be empty.',
    ),
  ),
  rest: optional(shape(isRest, 'These are plain values under names that this version does not use.')),
}
export const LINK_SHAPE = { id: KEY, from: ID, to: ID, label: SHORT }
export const GROUP_SHAPE = {
  id: KEY,
  title: SHORT,
  block: AREA,
  closed: optional(shape(accepts('groups', 'closed'), 'A closed group says true; an open one says nothing.')),
}
export const STROKE_SHAPE: Readonly<Record<string, Shape>> = {
  id: KEY,
  anchor: shape(
    v => Array.isArray(v) && v.length === 3 && accepts('strokes', 'anchor')(v),
    'An anchor is a block, x and y.',
  ),
  points: shape(accepts('strokes', 'points'), 'Points are a list of numbers.'),
  color: SHORT,
  width: NUMBER,
  kind: optional(shape(accepts('strokes', 'kind'), `This is one of ${STROKE_KINDS.join(', ')}.`)),
  author: optional(AUTHOR),
}
const HEADINGS = shape(
  value =>
    isOutside(value) &&
    Object.entries(value).every(([key, text]) => isKey(key) && isKey(`heading:${key}`) && SHORT.accepts(text)),
  'Headings are short texts under names such as channels:1.',
)
export const ABOUT_SHAPE = { title: SHORT, headings: HEADINGS }
export const BLOCKS_SHAPE = Object.fromEntries(AREAS.map(area => [area, LIST]))
const ANY = shape(() => true, '')
export const FILE_SHAPE = {
  format: ANY,
  version: ANY,
  about: ANY,
  blocks: ANY,
  links: LIST,
  groups: LIST,
  strokes: LIST,
}

/** True when the value has each key that it must have, each as it should be, and no other. */
export function fits(
  value: unknown,
  path: string,
  shapes: Readonly<Record<string, Shape>>,
  report: Report,
): value is Outside {
  if (!isOutside(value)) {
    report(path, 'This is not a record.')
    return false
  }
  const at = (key: string) => (path ? `${path}.${key}` : key)
  let good = true
  const fail = (key: string, sentence: string) => {
    good = false
    report(at(key), sentence)
  }
  for (const key of Object.keys(value)) if (!Object.hasOwn(shapes, key)) fail(key, 'This name is not known here.')
  for (const [key, { accepts, sentence, optional }] of Object.entries(shapes)) {
    if (!Object.hasOwn(value, key)) {
      if (!optional) fail(key, 'This is missing.')
    } else if (!accepts(value[key])) fail(key, sentence)
  }
  return good
}
