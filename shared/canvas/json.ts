/**
 * A canvas as versioned JSON, with everything but the bin: ids, places, links, and fields of newer schemas. What comes
 * from outside is parsed once, wholly or not at all, under the limits of the schema.
 */
import type { Area } from './blocks.ts'
import { AREAS } from './blocks.ts'
import { byReading } from './canvas.ts'
import type { Outside, Report, Shape } from './json-shapes.ts'
import {
  ABOUT_SHAPE,
  BLOCKS_SHAPE,
  FILE_SHAPE,
  fits,
  GROUP_SHAPE,
  isOutside,
  isPlain,
  LINK_SHAPE,
  NOTE_SHAPE,
  STROKE_SHAPE,
} from './json-shapes.ts'
import type { Action, CanvasContent, Group, Link, Note, NoteColor, Stroke } from './records.ts'
import { LIMITS } from './schema.ts'

const FORMAT = 'nonagon-canvas'
const VERSION = 1

interface NoteJSON {
  readonly id: string
  readonly text: string
  readonly color: NoteColor
  readonly paper?: 'none'
  readonly image?: string
  readonly x: number
  readonly y: number
  readonly placedAt: number
  readonly author?: string
  readonly segments?: readonly string[]
  readonly kinds?: readonly string[]
  readonly tags?: readonly string[]
  readonly name?: string
  readonly group?: string
  readonly action?: Action
  readonly rest?: Readonly<Record<string, unknown>>
}

export interface CanvasJSON {
  readonly format: typeof FORMAT
  readonly version: typeof VERSION
  readonly about: { readonly title: string; readonly headings: Readonly<Record<string, string>> }
  /** Notes by area, each list in reading order. */
  readonly blocks: Readonly<Record<Area, readonly NoteJSON[]>>
  readonly links: readonly Link[]
  readonly groups: readonly Group[]
  readonly strokes: readonly Stroke[]
}

/** `path` leads to what is wrong, as in `blocks.channels[2].text`; empty for the whole. */
interface JSONProblem {
  readonly path: string
  readonly sentence: string
}

/** The same value with sorted keys, all the way down: two replicas export the same bytes. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => sorted(each))
  if (!isOutside(value)) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map(key => [key, sorted(value[key])]))
}

function noteJSON({ id, text, color, paper, image, place, author, ...note }: Note): NoteJSON {
  const [, x, y, placedAt] = place
  const { segments, kinds, tags, name, group, action, rest } = note
  const kept = Object.entries(rest ?? {}).filter(([, value]) => isPlain(value))
  return {
    id,
    text,
    color,
    x,
    y,
    placedAt,
    ...(paper && { paper }),
    ...(image && { image }),
    ...(author && { author }),
    ...(segments.length > 0 && { segments }),
    ...(kinds.length > 0 && { kinds }),
    ...(tags.length > 0 && { tags }),
    ...(name && { name }),
    ...(group && { group }),
    ...(action && { action }),
    ...(kept.length > 0 && { rest: Object.fromEntries(kept) }),
  }
}

/** Fresh plain values, ready for `JSON.stringify`. */
export function toJSON(content: CanvasContent): CanvasJSON {
  const notes = [...content.notes].sort(byReading)
  const blocks = AREAS.map(area => [area, notes.filter(note => note.place[0] === area).map(noteJSON)] as const)
  return sorted({
    format: FORMAT,
    version: VERSION,
    about: content.about,
    blocks: Object.fromEntries(blocks),
    links: content.links,
    groups: content.groups,
    strokes: content.strokes,
  }) as CanvasJSON
}

/** Brings an older file forward by one version. It sees what nobody has checked yet, so it may expect nothing. */
export type Migration = (older: Outside) => Outside

/** Version → the step to the next one. Version 1 is the first. */
const MIGRATIONS: Readonly<Record<number, Migration>> = {}

/** Goes step by step from `version` to `to`; undefined when a step is missing, or the file is from the future. */
export function migrate(
  file: Outside,
  version: number,
  { steps = MIGRATIONS, to = VERSION }: { steps?: Readonly<Record<number, Migration>>; to?: number } = {},
): Outside | undefined {
  if (version === to) return file
  const step = version < to && Object.hasOwn(steps, version) ? steps[version] : undefined
  return step && migrate(step(file), version + 1, { steps, to })
}

export type FromJSON =
  | { readonly ok: true; readonly content: CanvasContent }
  | { readonly ok: false; readonly problems: readonly JSONProblem[] }

/** Reads what `toJSON` wrote, in this version or an older one. Nothing is half read. */
export function fromJSON(value: unknown): FromJSON {
  const refuse = (path: string, sentence: string): FromJSON => ({ ok: false, problems: [{ path, sentence }] })
  if (!isOutside(value) || value.format !== FORMAT) return refuse('format', 'This is not a canvas of Nonagon.')
  const { version } = value
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refuse('version', 'A version is a whole number from 1.')
  if (version > VERSION)
    return refuse('version', `This file is of version ${version}; only ${VERSION} can be read here.`)
  const file = migrate(value, version)
  if (!file) return refuse('version', `Nobody knows how to read version ${version} any more.`)

  const problems: JSONProblem[] = []
  const content = readFile(file, (path, sentence) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ path, sentence })
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, content }
}

/** Enough to see what is wrong. */
const MOST_PROBLEMS = 50

/** Reads a list of records of one root; what does not fit is reported and left out. */
function readList<T extends { readonly id: string }>(
  lists: readonly (readonly [path: string, list: unknown, read: (record: Outside) => T])[],
  shapes: Readonly<Record<string, Shape>>,
  most: number,
  report: Report,
): T[] {
  const records = new Map<string, T>()
  for (const [path, list, read] of lists)
    for (const [i, value] of (Array.isArray(list) ? (list as unknown[]) : []).entries()) {
      if (!fits(value, `${path}[${i}]`, shapes, report)) continue
      const record = read(value)
      if (records.has(record.id)) report(`${path}[${i}].id`, 'Another record has this id.')
      records.set(record.id, record)
    }
  if (records.size > most) report(lists[0]?.[0] ?? '', `There are more than ${most} of these.`)
  return [...records.values()]
}

function readNote(area: Area, json: NoteJSON): Note {
  const set = (list: readonly string[] = []) => [...new Set(list)].sort()
  return {
    id: json.id,
    place: [area, json.x, json.y, json.placedAt],
    text: json.text,
    color: json.color,
    author: json.author ?? '',
    segments: set(json.segments),
    kinds: set(json.kinds),
    tags: set(json.tags),
    ...(json.paper && { paper: json.paper }),
    ...(json.image && { image: json.image }),
    ...(json.name && { name: json.name }),
    ...(json.group && { group: json.group }),
    ...(json.action && { action: json.action }),
    ...(json.rest && Object.keys(json.rest).length > 0 && { rest: json.rest }),
  }
}

/** For what `fits` has looked at, field by field. */
const as = <T>(value: unknown): T => value as T

function readFile(file: Outside, report: Report): CanvasContent {
  fits(file, '', FILE_SHAPE, report)
  const { about, blocks, links, groups, strokes } = file
  fits(about, 'about', ABOUT_SHAPE, report)
  fits(blocks, 'blocks', BLOCKS_SHAPE, report)
  const lists = AREAS.map(area => {
    const list = isOutside(blocks) && Object.hasOwn(blocks, area) ? blocks[area] : undefined
    return [`blocks.${area}`, list, (note: Outside) => readNote(area, as<NoteJSON>(note))] as const
  })
  return {
    about: as<CanvasContent['about']>(about),
    notes: readList(lists, NOTE_SHAPE, LIMITS.notes, report).sort(byReading),
    links: readList([['links', links, record => as<Link>(record)]], LINK_SHAPE, LIMITS.links, report),
    groups: readList([['groups', groups, record => as<Group>(record)]], GROUP_SHAPE, LIMITS.groups, report),
    strokes: readList([['strokes', strokes, record => as<Stroke>(record)]], STROKE_SHAPE, LIMITS.strokes, report),
  }
}
