/** The nine blocks of the Business Model Canvas: ids, codes, names, questions. Never data: a participant cannot rename them. */
export const BLOCK_IDS = [
  'customerSegments',
  'valuePropositions',
  'channels',
  'customerRelationships',
  'revenueStreams',
  'keyResources',
  'keyActivities',
  'keyPartnerships',
  'costStructure',
] as const
export type BlockId = (typeof BLOCK_IDS)[number]

/** Where a note may lie: in a block, or beside the canvas. */
export const AREAS = [...BLOCK_IDS, 'parking'] as const
export type Area = (typeof AREAS)[number]

export const isArea = (value: unknown): value is Area => AREAS.includes(value as Area)
