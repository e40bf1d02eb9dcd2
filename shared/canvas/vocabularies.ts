/** The kinds a note may carry, by block: stored as `kind:<id>`, several at once. */
import type { BlockId } from './blocks.ts'
import { BLOCK_IDS } from './blocks.ts'

export interface Kind {
  /** Unique over all blocks, so that a kind still means the same when its note moves. */
  readonly id: string
  readonly label: string
  /** The question this kind answers; kinds of one family stand together in a menu. */
  readonly family: string
  readonly block: BlockId
}

/** Block → family → id: label. */
const TABLE: Readonly<Record<BlockId, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  customerSegments: {
    market: {
      massMarket: 'Mass market',
      niche: 'Niche',
      segmented: 'Segmented',
      diversified: 'Diversified',
      multiSided: 'Multi-sided platform',
    },
    basis: {
      demographic: 'Demographic',
      psychographic: 'Psychographic',
      behavioural: 'Behavioural',
      geographic: 'Geographic',
      firmographic: 'Firmographic',
    },
  },
  valuePropositions: {
    value: {
      newness: 'Newness',
      performance: 'Performance',
      customisation: 'Customisation',
      gettingJobDone: 'Getting the job done',
      design: 'Design',
      brandStatus: 'Brand or status',
      price: 'Price',
      costReduction: 'Cost reduction',
      riskReduction: 'Risk reduction',
      accessibility: 'Accessibility',
      convenience: 'Convenience or usability',
    },
  },
  channels: {
    path: {
      directDigital: 'Direct, digital',
      partnerDigital: 'Partner, digital',
      directPhysical: 'Direct, physical',
      partnerPhysical: 'Partner, physical',
    },
    phase: {
      awareness: 'Awareness',
      evaluation: 'Evaluation',
      purchase: 'Purchase',
      delivery: 'Delivery',
      afterSales: 'After-sales support',
    },
  },
  customerRelationships: {
    relationship: {
      personalAssistance: 'Personal assistance',
      dedicatedAssistance: 'Dedicated assistance',
      selfService: 'Self-service',
      automated: 'Automated',
      community: 'Community',
      coCreation: 'Co-creation',
    },
    motive: { acquisition: 'Acquisition', retention: 'Retention', upselling: 'Upselling' },
  },
  revenueStreams: {
    rhythm: { oneTime: 'One-time', recurring: 'Recurring' },
    stream: {
      transactionSale: 'Transaction sale',
      subscription: 'Subscription',
      usageBased: 'Usage-based',
      freemium: 'Freemium',
      commission: 'Marketplace commission',
      licensing: 'Licensing',
      advertising: 'Advertising',
      brokerage: 'Brokerage',
      hybrid: 'Hybrid',
    },
    pricing: {
      listPrice: 'List price',
      bargaining: 'Bargaining',
      auction: 'Auction',
      marketDependent: 'Market-dependent',
      volumeDependent: 'Volume-dependent',
      yieldManagement: 'Yield management',
    },
  },
  keyResources: {
    resource: { physical: 'Physical', intellectual: 'Intellectual', human: 'Human', financial: 'Financial' },
  },
  keyActivities: {
    activity: { production: 'Production', problemSolving: 'Problem solving', platform: 'Platform or network' },
  },
  keyPartnerships: {
    partnership: {
      strategicAlliance: 'Strategic alliance',
      coopetition: 'Coopetition',
      jointVenture: 'Joint venture',
      supplier: 'Supplier',
    },
    motive: {
      optimisation: 'Optimisation or scale',
      sharedRisk: 'Risk reduction',
      acquiring: 'Acquiring a resource or activity',
    },
  },
  costStructure: {
    behaviour: { fixedCost: 'Fixed', variableCost: 'Variable' },
    drive: { costDriven: 'Cost-driven', valueDriven: 'Value-driven' },
    economies: { economiesOfScale: 'Economies of scale', economiesOfScope: 'Economies of scope' },
  },
}

const KINDS: readonly Kind[] = Object.freeze(
  BLOCK_IDS.flatMap(block =>
    Object.entries(TABLE[block]).flatMap(([family, kinds]) =>
      Object.entries(kinds).map(([id, label]) => Object.freeze({ id, label, family, block })),
    ),
  ),
)

const BY_BLOCK: ReadonlyMap<BlockId, readonly Kind[]> = new Map(
  BLOCK_IDS.map(block => [block, Object.freeze(KINDS.filter(kind => kind.block === block))]),
)
const BY_ID: ReadonlyMap<string, Kind> = new Map(KINDS.map(kind => [kind.id, kind]))

/** The kinds offered in a block, family by family. */
export const kindsOf = (block: BlockId): readonly Kind[] => BY_BLOCK.get(block) ?? []

/** The kind of this id, whatever block its note lies in now. */
export const kindOf = (id: string): Kind | undefined => BY_ID.get(id)
