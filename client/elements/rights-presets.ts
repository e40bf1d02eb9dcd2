/** Rights of a step as a facilitator thinks of them: in a few words that stand for a row of the matrix each. */
import type { Right, Rights } from '../../shared/workshop/rights.ts'
import { ALL_RIGHTS, NO_RIGHTS, RIGHTS } from '../../shared/workshop/rights.ts'

const TALK: Rights = { ...NO_RIGHTS, comment: 'all', react: 'all' }
const OWN: Rights = { ...TALK, add: 'own', text: 'own', style: 'own', move: 'own', mark: 'own', delete: 'own' }

export const PRESETS = {
  all: ALL_RIGHTS,
  own: OWN,
  ownAndLinks: { ...OWN, link: 'own' },
  sort: { ...OWN, style: 'all', move: 'all', group: 'all', link: 'all', mark: 'all' },
  vote: { ...TALK, vote: 'all' },
  talk: TALK,
} as const satisfies Readonly<Record<string, Rights>>

export type Preset = keyof typeof PRESETS

export const PRESET_IDS = Object.keys(PRESETS) as readonly Preset[]

/** Undefined where a facilitator chose one by one. */
export const presetOf = (rights: Rights): Preset | undefined =>
  PRESET_IDS.find(preset => RIGHTS.every(right => PRESETS[preset][right] === rights[right]))

/** Who adds or votes does so with what is their own anyway. */
const YES_OR_NO: ReadonlySet<Right> = new Set(['add', 'vote', 'react'])

export const isYesOrNo = (right: Right): boolean => YES_OR_NO.has(right)
