/** Which layout a person has chosen for a board on this device. The classic one need not be kept. */
import type { LayoutId } from '../../shared/canvas/layouts.ts'
import { LAYOUT_IDS } from '../../shared/canvas/layouts.ts'

const keyOf = (board: string): string => `nonagon.layout.${board}`

export function keptLayout(storage: Pick<Storage, 'getItem'>, board: string): LayoutId {
  const kept = storage.getItem(keyOf(board))
  return LAYOUT_IDS.find(id => id === kept) ?? 'classic'
}

export function keepLayout(storage: Pick<Storage, 'setItem' | 'removeItem'>, board: string, layout: LayoutId): void {
  if (layout === 'classic') storage.removeItem(keyOf(board))
  else storage.setItem(keyOf(board), layout)
}
