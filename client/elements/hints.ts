/** The first minute on this device: what a newcomer may do next, one thing after the other, until it was done or put away. */
import type { Right } from '../../shared/workshop/rights.ts'

/** The ways to begin on an empty board, then three things to do, each named as the undo step that shows it was done. */
const HINTS = ['begin', 'add', 'move', 'link'] as const
export type HintId = (typeof HINTS)[number]

/** What one must be allowed to be told of it. */
const RIGHT_OF = { begin: 'add', add: 'add', move: 'move', link: 'link' } as const satisfies Record<HintId, Right>

const KEY = 'nonagon.learned'

export const isHint = (name: string | undefined): name is HintId => HINTS.includes(name as HintId)

export function learned(storage: Pick<Storage, 'getItem'>): Set<HintId> {
  return new Set((storage.getItem(KEY) ?? '').split(' ').filter(isHint))
}

export function learn(storage: Pick<Storage, 'getItem' | 'setItem'>, hint: HintId): void {
  storage.setItem(KEY, [...learned(storage).add(hint)].join(' '))
}

/** The next thing to tell, or nothing: of what may be done here. Ways to begin are for an empty board, and there come first. */
export function nextHint(
  known: ReadonlySet<HintId>,
  { isEmpty, may }: { readonly isEmpty: boolean; may(right: Right): boolean },
): HintId | undefined {
  if (isEmpty) return known.has('begin') || !may(RIGHT_OF.begin) ? undefined : 'begin'
  const next = HINTS.find(hint => hint !== 'begin' && !known.has(hint))
  return next && may(RIGHT_OF[next]) ? next : undefined
}
