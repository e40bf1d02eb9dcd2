/** What lies on the paper of the first page. */
import type { BlockId } from '../../shared/canvas/blocks.ts'
import type { PaperCursor, PaperNote } from './nn-paper.ts'

const note = (text: string, color: PaperNote['color'], segments: readonly number[], by: string): PaperNote => ({
  text,
  color,
  segments,
  by,
})

/** What a team might have written: 0 are listeners, 1 subscribers, 2 artists. */
export const WRITTEN: Partial<Record<BlockId, readonly PaperNote[]>> = {
  valuePropositions: [
    note('A huge music library at no price, with ads', 'sky', [0], 'AK'),
    note('Playlists and tips that learn your taste', 'sky', [0, 1], 'BO'),
    note('No ads', 'straw', [1], 'BO'),
    note('Offline listening, better sound', 'straw', [1], 'MT'),
    note('Exclusive content and playlists', 'straw', [1], 'AK'),
    note('Worldwide distribution', 'apricot', [2], 'MT'),
    note('Income per stream, and audience insight', 'apricot', [2], 'MT'),
  ],
  customerRelationships: [
    note('Automated: playlists and ads from listening history', 'sky', [0], 'AK'),
    note('Community: shared playlists', 'sky', [0], 'BO'),
    note('Self-service account and preferences', 'straw', [1], 'MT'),
    note('Faster customer support', 'straw', [1], 'MT'),
  ],
  channels: [
    note('Mobile and desktop apps', 'leaf', [0, 1], 'BO'),
    note('Website: account, discovery, subscription', 'leaf', [1], 'BO'),
    note('Social media: trends, releases', 'leaf', [0, 2], 'AK'),
  ],
  customerSegments: [
    note('Free listeners, funded by ads', 'sky', [0], 'AK'),
    note('Paying subscribers', 'straw', [1], 'AK'),
    note('Artists who publish and earn', 'apricot', [2], 'MT'),
  ],
  revenueStreams: [
    note('Monthly subscriptions', 'straw', [1], 'AK'),
    note('Advertising to free listeners', 'sky', [0], 'BO'),
    note('Bundles with telecom operators', 'straw', [1], 'BO'),
  ],
}

export const CURSORS: readonly PaperCursor[] = [
  { name: 'Ben', color: 'brick', x: 330, y: 316 },
  { name: 'Mei', color: 'teal', x: 490, y: 428 },
  { name: 'Ana', color: 'jade', x: 252, y: 560 },
]
