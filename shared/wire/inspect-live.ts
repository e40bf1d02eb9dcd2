/** What the gate asks a live document about: who had a hand in a record, how many there are, what a field holds. */
import * as Y from 'yjs'
import type { BoardDocument } from './document.ts'
import type { AnyType } from './inspect-parts.ts'

/** The map of a live record. */
function recordMap(document: BoardDocument, root: string, record: string): AnyType | undefined {
  const item = document.share.get(root)?._map.get(record)
  if (!item || item.deleted || !(item.content instanceof Y.ContentType)) return undefined
  return item.content.type as AnyType
}

function* itemsIn(type: AnyType): Generator<Y.Item> {
  for (const item of type._map.values()) if (!item.deleted) yield item
  for (let item = type._start; item; item = item.right) if (!item.deleted) yield item
}

/** Client ids of everything that lives in a record, the record itself included. */
export function clientsIn(document: BoardDocument, root: string, record: string): ReadonlySet<number> {
  const clients = new Set<number>()
  const map = recordMap(document, root, record)
  if (map?._item) clients.add(map._item.id.client)
  for (const item of map ? itemsIn(map) : []) {
    clients.add(item.id.client)
    if (item.content instanceof Y.ContentType)
      for (const letter of itemsIn(item.content.type as AnyType)) clients.add(letter.id.client)
  }
  return clients
}

/** The plain value of a live record's field. */
export function valueIn(document: BoardDocument, root: string, record: string, field: string): unknown {
  return plainAt(recordMap(document, root, record), field)
}

function plainAt(map: AnyType | undefined, field: string): unknown {
  const item = map?._map.get(field)
  return item && !item.deleted && item.content instanceof Y.ContentAny ? item.content.arr.at(-1) : undefined
}

/** Could there be more live records than `max` when `more` are added? Cheap while the answer is no. */
export function exceeds(document: BoardDocument, root: string, max: number, more: number): boolean {
  const type = document.share.get(root)
  if (!type || type._map.size + more <= max) return more > max
  let live = more
  for (const item of type._map.values()) {
    if (item.deleted || !(item.content instanceof Y.ContentType)) continue
    if (plainAt(item.content.type as AnyType, 'bin') !== true) live++
  }
  return live > max
}

/** The client id that wrote what stands in a live record's field. */
export function writerOf(
  document: BoardDocument,
  { root, record, field }: { readonly root: string; readonly record: string; readonly field: string },
): number | undefined {
  const item = recordMap(document, root, record)?._map.get(field)
  return item && !item.deleted ? item.id.client : undefined
}
