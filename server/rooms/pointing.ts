/** What of a tab's own word about itself goes out: reactions and remarks only of whom may react, and no longer than they may be. */
import { isReaction, isRemark } from '../../shared/workshop/remarks.ts'
import type { Extent } from '../../shared/workshop/rights.ts'
import type { Strip } from './presence.ts'

type State = Parameters<Strip>[0]

const isKnown = (reaction: unknown): boolean =>
  typeof reaction === 'object' && reaction !== null && 'kind' in reaction && isReaction(reaction.kind)

/** The rest of a state is believed by nobody who reads it. */
export function keepRemarks(state: State, react: Extent): State {
  if (!('chat' in state) && !('reaction' in state)) return state
  const { chat, reaction, ...rest } = state
  if (react === 'none') return rest
  return { ...rest, ...(isRemark(chat) && { chat }), ...(isKnown(reaction) && { reaction }) }
}
