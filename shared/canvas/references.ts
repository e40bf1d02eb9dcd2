/** References from record to record: of links to the notes they join, of notes to their group and their segments. */
import type * as Y from 'yjs'
import { isRecord } from '../base/collection.ts'
import type { BoardDocument } from '../wire/document.ts'
import type { RecordName, Root } from './changes.ts'
import { keyOf } from './changes.ts'

const SEGMENT = 'segment:'

/** The records that a field refers to; whatever is done to a link is done between its two notes. */
export function referencesOf(root: Root, record: Y.Map<unknown>, field: string): readonly RecordName[] {
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

type IsOthers = (referring: RecordName, record: Y.Map<unknown>, field: string) => boolean

/** Does a live record refer to this one by what another wrote? */
export function isHeldByOthers(document: BoardDocument, held: RecordName, isOthers: IsOthers): boolean {
  return (['links', 'notes'] as const).some(root =>
    [...document.getMap(root)].some(
      ([id, record]) =>
        isRecord(record) &&
        record.get('bin') !== true &&
        [...record.keys()].some(
          field =>
            referencesOf(root, record, field).some(each => keyOf(each) === keyOf(held)) &&
            isOthers({ root, id }, record, field),
        ),
    ),
  )
}
