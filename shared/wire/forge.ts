/** Writes updates struct by struct, also such as no Yjs would: for tests that attack the gate. */
import type { Encoder } from 'lib0/encoding'
import {
  createEncoder,
  toUint8Array,
  writeAny,
  writeUint8,
  writeVarString,
  writeVarUint,
  writeUint8Array,
  writeVarUint8Array,
} from 'lib0/encoding'
import type { Update } from './document.ts'

/** As lib0 writes an array with one value in it. */
const ARRAY_OF_ONE = new Uint8Array([117, 1])

/** Client and clock. */
export type ForgedId = readonly [client: number, clock: number]

export type ForgedContent =
  | { readonly any: readonly unknown[] }
  /** A value in an array in an array, and so on: deeper than a program that writes it could go. */
  | { readonly nested: number }
  | { readonly string: string }
  | { readonly deleted: number }
  /** 0 array, 1 map, 2 text, 3 XML element, 4 fragment, 5 hook, 6 XML text. */
  | { readonly type: number; readonly name?: string }
  | { readonly format: readonly [key: string, value: unknown] }
  | { readonly embed: unknown }
  | { readonly json: readonly unknown[] }
  | { readonly binary: Uint8Array }
  | { readonly document: string }

export type ForgedStruct =
  | { readonly gc: number }
  | { readonly skip: number }
  | {
      readonly origin?: ForgedId | undefined
      readonly right?: ForgedId | undefined
      /** The name of a root, or the id of an item. Written only where there is neither origin nor right. */
      readonly parent?: string | ForgedId | undefined
      readonly key?: string | undefined
      readonly content: ForgedContent
    }

export interface ForgedBlock {
  readonly client: number
  readonly clock: number
  readonly structs: readonly ForgedStruct[]
}

export interface ForgedRange {
  readonly client: number
  readonly clock: number
  readonly length: number
}

export function forge(blocks: readonly ForgedBlock[], deletes: readonly ForgedRange[] = []): Update {
  const encoder = createEncoder()
  writeVarUint(encoder, blocks.length)
  for (const { client, clock, structs } of blocks) {
    writeVarUint(encoder, structs.length)
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
    for (const struct of structs) writeStruct(encoder, struct)
  }
  writeVarUint(encoder, deletes.length)
  for (const { client, clock, length } of deletes) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, 1)
    writeVarUint(encoder, clock)
    writeVarUint(encoder, length)
  }
  return toUint8Array(encoder)
}

const ORIGIN = 0x80
const RIGHT = 0x40
const KEY = 0x20
const SKIP = 10

function writeStruct(encoder: Encoder, struct: ForgedStruct): void {
  if ('gc' in struct) {
    writeUint8(encoder, 0)
    writeVarUint(encoder, struct.gc)
    return
  }
  if ('skip' in struct) {
    writeUint8(encoder, SKIP)
    writeVarUint(encoder, struct.skip)
    return
  }
  const { origin, right, parent, key, content } = struct
  const marks = (origin ? ORIGIN : 0) | (right ? RIGHT : 0) | (key === undefined ? 0 : KEY)
  writeUint8(encoder, marks | contentNumber(content))
  if (origin) writeId(encoder, origin)
  if (right) writeId(encoder, right)
  if (!origin && !right) {
    const isRoot = parent === undefined || typeof parent === 'string'
    writeVarUint(encoder, isRoot ? 1 : 0)
    if (isRoot) writeVarString(encoder, parent ?? '')
    else writeId(encoder, parent)
    if (key !== undefined) writeVarString(encoder, key)
  }
  writeContent(encoder, content)
}

function writeId(encoder: Encoder, [client, clock]: ForgedId): void {
  writeVarUint(encoder, client)
  writeVarUint(encoder, clock)
}

function contentNumber(content: ForgedContent): number {
  if ('deleted' in content) return 1
  if ('json' in content) return 2
  if ('binary' in content) return 3
  if ('string' in content) return 4
  if ('embed' in content) return 5
  if ('format' in content) return 6
  if ('type' in content) return 7
  return 'any' in content || 'nested' in content ? 8 : 9
}

function writeContent(encoder: Encoder, content: ForgedContent): void {
  if ('deleted' in content) writeVarUint(encoder, content.deleted)
  else if ('json' in content) {
    writeVarUint(encoder, content.json.length)
    for (const value of content.json) writeVarString(encoder, JSON.stringify(value))
  } else if ('binary' in content) writeVarUint8Array(encoder, content.binary)
  else if ('string' in content) writeVarString(encoder, content.string)
  else if ('embed' in content) writeVarString(encoder, JSON.stringify(content.embed))
  else if ('format' in content) {
    writeVarString(encoder, content.format[0])
    writeVarString(encoder, JSON.stringify(content.format[1]))
  } else if ('type' in content) {
    writeVarUint(encoder, content.type)
    if (content.name !== undefined) writeVarString(encoder, content.name)
  } else if ('any' in content) {
    writeVarUint(encoder, content.any.length)
    for (const value of content.any) writeAny(encoder, value as never)
  } else if ('nested' in content) {
    writeVarUint(encoder, 1)
    for (let level = 0; level < content.nested; level++) writeUint8Array(encoder, ARRAY_OF_ONE)
    writeAny(encoder, 1)
  } else {
    writeVarString(encoder, content.document)
    writeAny(encoder, {})
  }
}
