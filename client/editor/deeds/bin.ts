/** What a person does to records in the bin: takes out those that they might have put there, as one step. */
import type { BinnableRoot } from '../../../shared/canvas/operations.ts'
import { restoreRecords } from '../../../shared/canvas/operations.ts'
import type { Right } from '../../../shared/workshop/rights.ts'
import { denialOf, makersOf } from '../may.ts'
import type { BinDeeds, BinnedRecord } from './deeds.ts'
import type { Ground } from './ground.ts'

const RIGHTS: Readonly<Record<BinnableRoot, Right>> = {
  notes: 'delete',
  links: 'link',
  groups: 'group',
  strokes: 'delete',
}
const ROOTS = Object.keys(RIGHTS) as readonly BinnableRoot[]

export function createBinDeeds({ board, say, run, hasRoomFor }: Ground): BinDeeds {
  const canvas = () => board.canvas.value
  const isBinned = ({ root, id }: BinnedRecord): boolean =>
    canvas()[root].find(id) !== undefined && !canvas()[root].get(id)
  const denialTo = ({ root, id }: BinnedRecord) => denialOf(board, RIGHTS[root], makersOf(canvas(), root, id))

  return {
    mayRestore: record => denialTo(record) === undefined,
    restore: records => {
      const all = [...records].filter(isBinned)
      const mine = all.filter(record => denialTo(record) === undefined)
      const [first] = all
      if (!first) return
      if (mine.length === 0) {
        const why = denialTo(first)
        if (why) say({ kind: 'notAllowed', right: RIGHTS[first.root], why })
        return
      }
      const byRoot = ROOTS.map(root => ({ root, ids: mine.filter(each => each.root === root).map(({ id }) => id) }))
      if (!byRoot.every(({ root, ids }) => hasRoomFor(ids.length, root))) return
      run('restore', () => {
        for (const { root, ids } of byRoot) restoreRecords(canvas(), root, ids)
      })
      if (mine.length < all.length) say({ kind: 'partly', done: mine.length, left: all.length - mine.length })
      else say({ kind: 'restored', count: mine.length })
    },
  }
}
