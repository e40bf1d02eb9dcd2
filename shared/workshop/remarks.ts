/** What people say to each other in passing: reactions, and a few words at a cursor. */

export const REACTIONS = ['agree', 'love', 'idea', 'question', 'laugh'] as const
export type ReactionKind = (typeof REACTIONS)[number]

export const isReaction = (value: unknown): value is ReactionKind => REACTIONS.includes(value as ReactionKind)

/** Characters of a remark, as a reader counts them. */
const MOST_OF_REMARK = 60

/** As much of a text as a remark holds, on one line. */
export const remarkOf = (text: string): string => [...text.replace(/\s+/gu, ' ')].slice(0, MOST_OF_REMARK).join('')

export const isRemark = (value: unknown): value is string => typeof value === 'string' && remarkOf(value) === value
