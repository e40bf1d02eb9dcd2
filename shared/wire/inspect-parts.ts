/** The parts of a document that a frame touches: maps, their slots and shared texts, as the schema knows them. */
import * as Y from 'yjs'
import type { BoardDocument } from './document.ts'
import type { DocumentSchema, FieldRule, RootRule } from './schema.ts'
import { fieldRule, isKey } from './schema.ts'

/** Why something is not known; for logs, so it never quotes what was written. */
export type Oddity = 'root' | 'key' | 'field' | 'value' | 'content' | 'nesting' | 'ends' | 'replaces' | 'effort'

export interface Odd {
  readonly kind: 'odd'
  readonly why: Oddity
}

/** Where nothing has an effect any more: collected, or below something deleted. `record` is '' when nobody can tell which. */
export interface Gone {
  readonly kind: 'gone'
  readonly record: string
}

export type AnyType = NonNullable<ReturnType<BoardDocument['share']['get']>>

export interface RootPart {
  readonly kind: 'root'
  readonly name: string
  readonly rule: RootRule
  readonly type: AnyType | undefined
  readonly slots: Map<string, Slot>
}

export interface RecordPart {
  readonly kind: 'record'
  readonly slot: Slot
  readonly type: AnyType
  /** Made by this frame. */
  readonly fresh: boolean
  /** Deleted before this frame, or made and deleted by it. */
  readonly dead: boolean
  readonly slots: Map<string, Slot>
}

/** A shared text. What the frame does to it is counted in letters. */
export interface TextPart {
  readonly kind: 'text'
  readonly slot: Slot
  readonly type: AnyType
  readonly fresh: boolean
  readonly dead: boolean
  typed: number
  erased: number
  /** An end of a struct cuts a pair of surrogates in two: Yjs then replaces both. */
  cut: boolean
}

/** One key of a map: a record of a collection, a field of a record, a value of a register. */
export interface Slot {
  readonly kind: 'slot'
  readonly root: RootPart
  /** Key of the record; '' in a register. */
  readonly record: string
  /** Undefined for the slot of a record itself. */
  readonly field: { readonly name: string; readonly rule: FieldRule } | undefined
  /** The record whose field this is. */
  readonly home: RecordPart | undefined
  /** What stood here last before the frame, living or deleted. */
  readonly before: Y.Item | undefined
  /** What lived here before the frame. */
  readonly live: Y.Item | undefined
  /** What the frame puts here and leaves alive. */
  readonly put: Put[]
  /** The frame puts something here that it deletes itself: what lived here goes with it. */
  passed: boolean
  /** Last id of what the frame put here last, alive or not, and how many structs it has put here. */
  tail: Y.ID | undefined
  taken: number
  /** What the frame puts here does not stand one behind the other with what lives last: the last may be another. */
  loose: boolean
  /** The first of it does not stand behind what was here: it may not come out last either. */
  stray: boolean
  /** The frame deletes what lived here. */
  erased: boolean
}

export interface Put {
  readonly value: unknown
  readonly part: RecordPart | TextPart | undefined
}

export type Spot = Slot | TextPart | Gone | Odd
export type Part = RootPart | RecordPart | TextPart | Odd

export const odd = (why: Oddity): Odd => ({ kind: 'odd', why })
export const gone = (record: string): Gone => ({ kind: 'gone', record })

/** `<root>/<record>` */
export function recordName(spot: Slot | TextPart): string {
  const { root, record } = spot.kind === 'text' ? spot.slot : spot
  return `${root.name}/${record}`
}

export class Parts {
  readonly roots = new Map<string, RootPart | Odd>()
  readonly records: RecordPart[] = []
  readonly texts: TextPart[] = []
  readonly #document: BoardDocument
  readonly #schema: DocumentSchema
  readonly #byType = new Map<AnyType, Part>()

  constructor(document: BoardDocument, schema: DocumentSchema) {
    this.#document = document
    this.#schema = schema
  }

  root(name: string): RootPart | Odd {
    const known = this.roots.get(name)
    if (known) return known
    const rule = Object.hasOwn(this.#schema.roots, name) ? this.#schema.roots[name] : undefined
    const type = this.#document.share.get(name)
    const part: RootPart | Odd = rule ? { kind: 'root', name, rule, type, slots: new Map() } : odd('root')
    this.roots.set(name, part)
    if (type) this.#byType.set(type, part)
    return part
  }

  /** One key of a map, or the inside of a text, which has no keys. */
  spot(part: Part, key: string | null): Spot {
    if (part.kind === 'odd') return part
    if (part.kind === 'text') return key === null ? part : odd('key')
    if (key === null) return odd('key')
    const known = part.slots.get(key)
    if (known) return known
    if (!isKey(key)) return odd('key')
    const slot = slotIn(part, key)
    if (slot.kind === 'slot') part.slots.set(key, slot)
    return slot
  }

  /** The part that this type is, if it is stored or was added by `add`. */
  of(type: AnyType, level = 0): Part {
    const known = this.#byType.get(type)
    if (known) return known
    const item = type._item
    if (!item) return this.root(rootName(this.#document, type))
    const home = level < 2 ? this.of(item.parent as AnyType, level + 1) : odd('nesting')
    const slot = this.spot(home, item.parentSub)
    if (slot.kind !== 'slot') return slot.kind === 'odd' ? slot : odd('nesting')
    return this.#add(slot, type, { fresh: false, dead: item.deleted })
  }

  /** A type that the frame brings along. */
  add(slot: Slot, type: AnyType, { deleted }: { readonly deleted: boolean }): RecordPart | TextPart | Odd {
    const dead = deleted || slot.home?.dead === true
    return this.#add(slot, type, { fresh: true, dead })
  }

  #add(slot: Slot, type: AnyType, state: { fresh: boolean; dead: boolean }): RecordPart | TextPart | Odd {
    const part = partFor(slot, type, state)
    this.#byType.set(type, part)
    if (part.kind === 'record') this.records.push(part)
    if (part.kind === 'text') this.texts.push(part)
    return part
  }
}

function slotIn(part: RootPart | RecordPart, key: string): Slot | Odd {
  const root = part.kind === 'root' ? part : part.slot.root
  const isRecord = part.kind === 'root' && root.rule.kind === 'collection'
  const rule = isRecord ? undefined : fieldRule(root.rule, key)
  if (!isRecord && !rule) return odd('field')
  const before = part.kind === 'record' && part.fresh ? undefined : part.type?._map.get(key)
  return {
    kind: 'slot',
    root,
    record: isRecord ? key : part.kind === 'record' ? part.slot.record : '',
    field: rule && { name: key, rule },
    home: part.kind === 'record' ? part : undefined,
    before,
    live: before?.deleted === false ? before : undefined,
    put: [],
    passed: false,
    tail: undefined,
    taken: 0,
    loose: false,
    stray: false,
    erased: false,
  }
}

/** Only a plain map can be a record and only a plain text a shared text: XML types are descendants of both. */
function partFor(slot: Slot, type: AnyType, state: { fresh: boolean; dead: boolean }): RecordPart | TextPart | Odd {
  if (!slot.field)
    return type.constructor === Y.Map ? { kind: 'record', slot, type, ...state, slots: new Map() } : odd('content')
  if (slot.field.rule.kind !== 'text') return odd('nesting')
  if (type.constructor !== Y.Text) return odd('content')
  return { kind: 'text', slot, type, ...state, typed: 0, erased: 0, cut: false }
}

function rootName(document: BoardDocument, type: AnyType): string {
  for (const [name, root] of document.share) if (root === type) return name
  throw new Error('A type that stands nowhere.')
}
