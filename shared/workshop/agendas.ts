/**
 * Ready agendas: how long each step takes, what it shows and what may be done in it. Their words are in `client/words`, in
 * each language; what a facilitator takes is copied into the board and theirs to change.
 */
import type { Area } from '../canvas/blocks.ts'
import type { Rights } from './rights.ts'
import { ALL_RIGHTS, NO_RIGHTS } from './rights.ts'
import type { StepPlan, VoteSettings } from './step.ts'
import { BLANK_PLAN, BLANK_VOTE } from './step.ts'

/** Talk is never taken away: who may comment does so in every step. */
const TALK: Rights = { ...NO_RIGHTS, comment: 'all', react: 'all' }
/** Everybody writes, and has their hands on what they wrote. */
const WRITE: Rights = { ...TALK, add: 'own', text: 'own', style: 'own', move: 'own', mark: 'own', delete: 'own' }
const WRITE_AND_LINK: Rights = { ...WRITE, link: 'own' }
/** Sorting out together what is there. */
const SORT: Rights = { ...WRITE_AND_LINK, style: 'all', move: 'all', group: 'all', mark: 'all', link: 'all' }
const VOTE: Rights = { ...TALK, vote: 'all' }

const REACH: readonly Area[] = ['channels', 'customerRelationships']
const OPERATIONS: readonly Area[] = ['keyActivities', 'keyResources', 'keyPartnerships']
const MONEY: readonly Area[] = ['revenueStreams', 'costStructure']

type Rest = Partial<Omit<StepPlan, 'title' | 'instruction' | 'minutes'>>

/** All but how long they take, which is each agenda's own. */
const STEPS = {
  warmUp: {
    kind: 'warmUp',
    focus: ['parking'],
    rights: { ...WRITE, vote: 'all' },
    vote: vote({ dots: 1, perNote: 1, blocks: ['parking'], live: true }),
  },
  segments: { visibility: 'private', focus: ['customerSegments'], rights: WRITE, questions: true },
  sortSegments: { focus: ['customerSegments'], rights: SORT },
  value: {
    visibility: 'private',
    focus: ['valuePropositions', 'customerSegments'],
    rights: WRITE_AND_LINK,
    questions: true,
  },
  marketSide: {
    visibility: 'private',
    focus: [...REACH, 'revenueStreams'],
    rights: WRITE_AND_LINK,
    questions: true,
  },
  voteStrongest: {
    focus: ['valuePropositions', 'revenueStreams'],
    rights: VOTE,
    vote: vote({ dots: 4, perNote: 2, perBlock: 2, blocks: ['valuePropositions', 'revenueStreams'] }),
  },
  operations: { focus: OPERATIONS, rights: WRITE_AND_LINK, questions: true },
  costs: { focus: MONEY, rights: { ...WRITE_AND_LINK, numbers: 'own' }, questions: true },
  coherence: { rights: ALL_RIGHTS },
  voteRiskiest: { rights: { ...VOTE, mark: 'all' }, vote: vote({ dots: 5, perNote: 1 }) },
  actions: { rights: WRITE_AND_LINK },
  story: { rights: TALK },
  sketchSegments: { visibility: 'silent', focus: ['customerSegments'], rights: WRITE },
  sketchValue: { visibility: 'silent', focus: ['valuePropositions', 'customerSegments'], rights: WRITE_AND_LINK },
  sketchReach: { focus: REACH, rights: WRITE_AND_LINK },
  sketchMoney: { focus: MONEY, rights: { ...WRITE_AND_LINK, numbers: 'own' } },
  promise: { focus: ['customerSegments', 'valuePropositions'], rights: SORT, questions: true },
  viability: { focus: MONEY, rights: { ...SORT, numbers: 'all' }, questions: true },
  ways: { focus: REACH, rights: SORT, questions: true },
  discovery: { focus: ['customerSegments'], rights: SORT, questions: true },
  propositions: { focus: ['valuePropositions'], rights: SORT, questions: true },
  revenueModel: { focus: ['revenueStreams'], rights: { ...SORT, numbers: 'all' }, questions: true },
  running: { focus: [...OPERATIONS, 'costStructure'], rights: { ...SORT, numbers: 'all' }, questions: true },
} as const satisfies Readonly<Record<string, Rest>>

function vote(settings: Partial<VoteSettings>): VoteSettings {
  return { ...BLANK_VOTE, ...settings }
}

export type ReadyStepId = keyof typeof STEPS

export interface ReadyStep {
  /** By which its words are found. */
  readonly id: ReadyStepId
  readonly minutes: number
}

const AGENDAS = {
  sketch: { sketchSegments: 5, sketchValue: 6, sketchReach: 6, sketchMoney: 6, operations: 5, story: 2 },
  team: {
    ...{ warmUp: 3, segments: 7, sortSegments: 6, value: 8, marketSide: 9 },
    ...{ operations: 8, costs: 6, coherence: 6, voteRiskiest: 4, story: 3 },
  },
  full: {
    ...{ warmUp: 4, segments: 8, sortSegments: 8, value: 10, marketSide: 10, voteStrongest: 4 },
    ...{ operations: 10, costs: 8, coherence: 8, voteRiskiest: 8, actions: 8, story: 4 },
  },
  /** `domain.md` §4: the suggested order. */
  promiseFirst: { promise: 15, viability: 15, operations: 15, ways: 15 },
  /** `domain.md` §4: led by discovery. */
  discoveryFirst: { discovery: 20, propositions: 15, revenueModel: 15, running: 10 },
} as const satisfies Readonly<Record<string, { readonly [Id in ReadyStepId]?: number }>>

export type ReadyAgendaId = keyof typeof AGENDAS

export const READY_AGENDAS = Object.keys(AGENDAS) as readonly ReadyAgendaId[]

/** The steps of a ready agenda in their order. */
export const stepsOf = (agenda: ReadyAgendaId): readonly ReadyStep[] =>
  Object.entries(AGENDAS[agenda]).map(([id, minutes]) => ({ id: id as ReadyStepId, minutes }))

/** What `say` calls a step and tells to do in it. */
export type StepWords = Readonly<Record<ReadyStepId, Pick<StepPlan, 'title' | 'instruction'>>>

/** A ready agenda as plans, in the words of a language. */
export const plansOf = (agenda: ReadyAgendaId, words: StepWords): readonly StepPlan[] =>
  stepsOf(agenda).map(({ id, minutes }) => ({ ...BLANK_PLAN, ...STEPS[id], ...words[id], minutes }))
