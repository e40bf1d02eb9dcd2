/** How blocks touch each other: for suggestions, the check and ripples, and which verb a link reads with. */
import type { Area, BlockId } from './blocks.ts'

/** A change in `from` asks for a look at `to`. */
export interface Interconnection {
  readonly from: BlockId
  readonly to: BlockId
  readonly reason: string
}

/** from → to: reason. */
const REASONS: Readonly<Partial<Record<BlockId, Readonly<Partial<Record<BlockId, string>>>>>> = {
  customerSegments: {
    valuePropositions: 'Other people need other things, so the promise may change.',
    channels: 'Who they are decides where they can be met.',
    customerRelationships: 'Who they are decides how close they want us.',
    revenueStreams: 'Each group pays for other things, in other ways.',
  },
  valuePropositions: {
    customerSegments: 'A new promise wins some groups and loses others.',
    keyResources: 'Every promise needs something to stand on.',
    keyActivities: 'Every promise makes work.',
    revenueStreams: 'What is promised decides what can be charged.',
  },
  channels: {
    customerSegments: 'Each channel reaches some groups and misses others.',
    customerRelationships: 'The way in decides how personal it gets.',
    revenueStreams: 'Where we sell decides how people pay.',
  },
  customerRelationships: {
    customerSegments: 'Only the group it is for can say if it is right.',
    channels: 'A relationship needs a channel to live in.',
    revenueStreams: 'People who stay pay again.',
  },
  revenueStreams: {
    customerSegments: 'The price has to suit what the group can and will pay.',
    valuePropositions: 'A price above what the value feels like fails.',
    channels: 'The way of paying has to work at the point of sale.',
    keyResources: 'Income has to carry what we own.',
    keyActivities: 'Income has to carry what we do.',
  },
  keyResources: {
    valuePropositions: 'What we have limits what we can promise.',
    keyActivities: 'Work is done with what we have.',
    keyPartnerships: 'What we lack, a partner may own.',
    costStructure: 'What we have costs money to keep.',
  },
  keyActivities: {
    keyResources: 'The work decides what we need to have.',
    valuePropositions: 'The work is what delivers the promise.',
    keyPartnerships: 'Some of the work could be a partner’s.',
    costStructure: 'Work costs money.',
  },
  keyPartnerships: {
    keyResources: 'A partner brings things we then need not own.',
    keyActivities: 'A partner takes work off us.',
    costStructure: 'A partner saves costs, or adds some.',
  },
  costStructure: {
    keyResources: 'What we own drives what we spend.',
    keyActivities: 'What we do drives what we spend.',
    revenueStreams: 'What goes out has to come in.',
  },
}

export const INTERCONNECTIONS: readonly Interconnection[] = Object.freeze(
  (Object.keys(REASONS) as BlockId[]).flatMap(from =>
    (Object.entries(REASONS[from] ?? {}) as [BlockId, string][]).map(([to, reason]) =>
      Object.freeze({ from, to, reason }),
    ),
  ),
)

/** One row a pair of blocks that touch: the verb from the first to the second, and back. The words for them are the page's. */
const VERBS = [
  ['customerSegments', 'valuePropositions', 'chooses', 'isFor'],
  ['channels', 'customerSegments', 'reaches', 'isReachedBy'],
  ['customerRelationships', 'customerSegments', 'serves', 'expects'],
  ['customerSegments', 'revenueStreams', 'pays', 'isPaidBy'],
  ['keyResources', 'valuePropositions', 'makesPossible', 'needs'],
  ['keyActivities', 'valuePropositions', 'delivers', 'dependsOn'],
  ['valuePropositions', 'revenueStreams', 'earns', 'paysFor'],
  ['channels', 'customerRelationships', 'carries', 'livesIn'],
  ['channels', 'revenueStreams', 'bringsIn', 'comesThrough'],
  ['customerRelationships', 'revenueStreams', 'sustains', 'growsWith'],
  ['revenueStreams', 'keyResources', 'paysFor', 'supports'],
  ['revenueStreams', 'keyActivities', 'paysFor', 'supports'],
  ['keyActivities', 'keyResources', 'uses', 'isUsedIn'],
  ['keyPartnerships', 'keyResources', 'provides', 'comesFrom'],
  ['keyResources', 'costStructure', 'causes', 'paysFor'],
  ['keyPartnerships', 'keyActivities', 'does', 'isDoneWith'],
  ['keyActivities', 'costStructure', 'causes', 'paysFor'],
  ['keyPartnerships', 'costStructure', 'changes', 'isChangedBy'],
  ['revenueStreams', 'costStructure', 'covers', 'isCoveredBy'],
] as const satisfies readonly (readonly [BlockId, BlockId, there: string, back: string])[]

export type LinkVerb = (typeof VERBS)[number][2 | 3] | 'relatesTo'

const VERB_OF: ReadonlyMap<string, LinkVerb> = new Map(
  VERBS.flatMap(([a, b, there, back]) => [[`${a} ${b}`, there] as const, [`${b} ${a}`, back] as const]),
)

/** Which verb reads a link between notes of these areas as a sentence: "Website *reaches* Hosts". */
export const linkVerb = (from: Area, to: Area): LinkVerb => VERB_OF.get(`${from} ${to}`) ?? 'relatesTo'
