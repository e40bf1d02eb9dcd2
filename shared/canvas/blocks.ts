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

export interface Block {
  readonly id: BlockId
  /** Two signs, the money blocks with a `$`. */
  readonly code: string
  /** 1–9: worn by the block, and the key that goes there. */
  readonly number: number
  readonly name: string
  readonly side: 'customer' | 'centre' | 'operations'
  readonly money: boolean
  /** What an empty block asks. */
  readonly question: string
  /** What a facilitator may ask to fill it. */
  readonly asks: readonly string[]
}

const block = (
  id: BlockId,
  code: string,
  name: string,
  side: Block['side'],
  question: string,
  asks: readonly string[],
): Block =>
  Object.freeze({
    id,
    code,
    number: BLOCK_IDS.indexOf(id) + 1,
    name,
    side,
    money: code.endsWith('$'),
    question,
    asks: Object.freeze(asks),
  })

export const BLOCKS: Readonly<Record<BlockId, Block>> = Object.freeze({
  customerSegments: block('customerSegments', 'CS', 'Customer Segments', 'customer', 'Who do we create value for?', [
    'Whose life or work gets better because of us?',
    'Which of these groups matters most to us?',
    'Is each group different enough to stand alone: another offer, channel or relationship, other margins, another thing they pay for?',
    'Whom do we leave out, and on purpose?',
  ]),
  valuePropositions: block('valuePropositions', 'VP', 'Value Propositions', 'centre', 'Why would they choose us?', [
    'What of value do we hand over?',
    'Which problem goes away?',
    'Which need is met?',
    'Which bundle of products and services goes to which segment?',
    'How does it differ from what else they could take?',
  ]),
  channels: block('channels', 'CH', 'Channels', 'customer', 'How do we reach them, and deliver?', [
    'Where does each segment want to meet us?',
    'How do we reach them today?',
    'How do the channels fit together?',
    'Which channels work best?',
    'Which reach people at the least cost?',
    'How do they fit into what customers do anyway?',
  ]),
  customerRelationships: block(
    'customerRelationships',
    'CR',
    'Customer Relationships',
    'customer',
    'What kind of relationship do they expect?',
    [
      'What kind of relationship does each segment expect of us?',
      'Which of them do we have already?',
      'What does each of them cost?',
      'How do they go with the rest of the model?',
    ],
  ),
  revenueStreams: block(
    'revenueStreams',
    'R$',
    'Revenue Streams',
    'customer',
    'What do they really pay for, and how?',
    [
      'For what value do customers really pay?',
      'What do they pay today, and in which way?',
      'How would they rather pay?',
      'What share of the whole does each stream bring?',
    ],
  ),
  keyResources: block('keyResources', 'KR', 'Key Resources', 'operations', 'What must we have?', [
    'What must we have to keep each promise?',
    'What do our channels need?',
    'What do our relationships with customers need?',
    'What do our revenue streams need?',
  ]),
  keyActivities: block('keyActivities', 'KA', 'Key Activities', 'operations', 'What must we do well?', [
    'What must we do to keep each promise?',
    'What must we do to run our channels?',
    'What must we do to look after customers?',
    'What must we do so that money comes in?',
  ]),
  keyPartnerships: block('keyPartnerships', 'KP', 'Key Partnerships', 'operations', 'Who helps us, and with what?', [
    'Who are our partners, and who supplies us?',
    'Which resources do we get from them?',
    'Which activities do they do for us?',
  ]),
  costStructure: block('costStructure', 'C$', 'Cost Structure', 'operations', 'What does it cost to run?', [
    'Which costs are the biggest?',
    'Which resources are the dearest?',
    'Which activities are the dearest?',
    'Are we driven by cost, or by value?',
  ]),
})

/** The area beside the sheet. Not a block: it asks nothing and has no code. */
const PARKING = Object.freeze({ number: 0, name: 'Parking lot' })

export const blockOf = (code: string): Block | undefined =>
  BLOCK_IDS.map(id => BLOCKS[id]).find(each => each.code === code)

export const areaName = (area: Area): string => (area === 'parking' ? PARKING : BLOCKS[area]).name

/** 1–9 for the blocks, 0 for the parking lot. */
export const areaNumber = (area: Area): number => (area === 'parking' ? PARKING : BLOCKS[area]).number
