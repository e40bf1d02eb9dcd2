/** Puts what a vote allows into sentences: its rules, what is left, and why a dot cannot be given. */
import type { Area } from '../../shared/canvas/blocks.ts'
import type { CastFault } from '../../shared/workshop/ballots.ts'
import type { VoteSettings } from '../../shared/workshop/step.ts'
import { dated, listed, say } from './words.ts'

export const leftWords = (count: number): string => (count === 0 ? say('vote.none') : say('vote.left', { count }))

export function faultSentence(fault: CastFault, area: Area | undefined): string {
  if (fault !== 'perBlock') return say(`vote.fault.${fault}`)
  return area === undefined ? say('vote.fault.noneLeft') : say('vote.fault.perBlock', { area: say(`area.${area}`) })
}

/** What one may do in a vote, and who will see it. */
export function rulesOf(settings: VoteSettings, until: number | undefined): string {
  const { dots, perNote, perBlock, blocks, live, named } = settings
  /** The bar tells what is left in each of these blocks. */
  const isCounted = perBlock !== null && blocks.length > 0
  const rules = [
    perNote < dots ? say('vote.rules.most', { count: dots, most: perNote }) : say('vote.rules.free', { count: dots }),
    perBlock === null || isCounted ? '' : say('vote.rules.block', { count: perBlock }),
    blocks.length === 0 || isCounted
      ? ''
      : say('vote.rules.areas', { areas: listed(blocks.map(area => say(`area.${area}`))) }),
    named ? say('vote.rules.named') : say(live ? 'vote.rules.live' : 'vote.rules.secret'),
    until === undefined ? '' : say('vote.rules.until', { date: dated(until, 'long') }),
  ]
  return rules.filter(Boolean).join(' ')
}
