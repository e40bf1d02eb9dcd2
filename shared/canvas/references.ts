/** What points at a record: links at the notes they join, notes at their group and at their segments. */
import type * as Y from 'yjs'
import { isRecord } from '../base/collection.ts'
import type { BoardDocument } from '../wire/document.ts'
import type { RecordName, Root } from './changes.ts'
import { keyOf } from './changes.ts'

const SEGMENT = 'segment:'

/** The records that a field points at; whatever is done to a link is done between its two notes. */
export function pointedAt(root: Root, record: Y.Map<unknown>, field: string): readonly RecordName[] {
  if (root === 'links')
    return ['from', 'to'].flatMap(end => {
      const id = record.get(end)
      return typeof id === 'string' ? { root: 'notes', id } : []
    })
  if (root !== 'notes') return []
  if (field.startsWith(SEGMENT)) return [{ root: 'notes', id: field.slice(SEGMENT.length) }]
  const group = field === 'group' ? record.get('group') : undefined
  return typeof group === 'string' ? [{ root: 'groups', id: group }] : []
}

type IsOthers = (pointing: RecordName, record: Y.Map<unknown>, field: string) => boolean

/** Does a live record point at this one by what another wrote? */
export function isHeldByOthers(document: BoardDocument, held: RecordName, isOthers: IsOthers): boolean {
  return (['links', 'notes'] as const).some(root =>
    [...document.getMap(root)].some(
      ([id, record]) =>
        isRecord(record) &&
        record.get('bin') !== true &&
        [...record.keys()].some(
          field =>
            pointedAt(root, record, field).some(each => keyOf(each) === keyOf(held)) &&
            isOthers({ root, id }, record, field),
        ),
    ),
  )
}
