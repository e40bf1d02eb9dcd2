/** Pairs of notes of which a person said on this device that they are not the same. */
import type { KeyStorage } from '../base/store.ts'

type Pair = readonly [string, string]

const keyOf = (board: string): string => `nonagon.notTheSame.${board}`
/** The oldest are forgotten: whoever has said so often that nothing is the same may be asked again. */
const MOST = 1_000

export const nameOfPair = (pair: Pair): string => [...pair].sort().join(' ')

/** Whatever stands in the storage may be old or broken: what cannot be read is left out. */
export function keptApart(store: Pick<KeyStorage, 'getItem'>, board: string): ReadonlySet<string> {
  return new Set((store.getItem(keyOf(board)) ?? '').split('\n').filter(Boolean))
}

export function keepApart(store: Pick<KeyStorage, 'getItem' | 'setItem'>, board: string, pair: Pair): void {
  const names = [...keptApart(store, board), nameOfPair(pair)]
  store.setItem(keyOf(board), names.slice(-MOST).join('\n'))
}
