/** The five flows of a canvas: paths that a team walks, lights up and completes. */
import type { BlockId } from './blocks.ts'

export interface Flow {
  readonly id: string
  readonly name: string
  /** Each path goes from block to block; a flow that forks has one path a branch. */
  readonly paths: readonly (readonly BlockId[])[]
}

export const FLOWS: readonly Flow[] = Object.freeze([
  { id: 'payment', name: 'Who pays for what', paths: [['customerSegments', 'valuePropositions', 'revenueStreams']] },
  { id: 'promise', name: 'How the promise is made', paths: [['keyResources', 'keyActivities', 'valuePropositions']] },
  { id: 'meeting', name: 'How customers are met', paths: [['channels', 'customerRelationships']] },
  {
    id: 'partners',
    name: 'What partners bring',
    paths: [
      ['keyPartnerships', 'keyResources'],
      ['keyPartnerships', 'keyActivities'],
    ],
  },
  {
    id: 'cost',
    name: 'What drives cost',
    paths: [
      ['costStructure', 'keyActivities'],
      ['costStructure', 'keyResources'],
    ],
  },
])
