/** A board that is nowhere but in this page, with people who do what the harness tells them. */
import type { Board, Other, Person, Pointing } from '../../../client/editor/board.ts'
import type { News } from '../../../client/editor/board.ts'
import type { BallotBox } from '../../../client/editor/test-polls.ts'
import { ballotBox } from '../../../client/editor/test-polls.ts'
import { Signal, Value } from '../../../shared/base/observable.ts'
import { openCanvas } from '../../../shared/canvas/canvas.ts'
import { openHistory } from '../../../shared/canvas/history.ts'
import { createDocument } from '../../../shared/wire/document.ts'
import { candidatesOn } from '../../../shared/workshop/ballots.ts'
import { ALL_RIGHTS } from '../../../shared/workshop/rights.ts'
import { openWorkshop } from '../../../shared/workshop/workshop.ts'

const person = (id: string, name: string, color: Person['color']): Person => ({ id, name, color, role: 'participant' })
export const PEOPLE = {
  AK: { ...person('AK', 'Ana Klein', 'jade'), role: 'facilitator' },
  BO: person('BO', 'Ben Okoro', 'brick'),
  MT: person('MT', 'Mei Tan', 'teal'),
} as const satisfies Record<string, Person>

export interface MemoryBoard extends Board {
  readonly votes: BallotBox
  /** Ben and Mei do this. */
  point(others: Partial<Record<'BO' | 'MT', Pointing>>): void
}

const done = async () => ({ kind: 'done', answer: {} }) as const

export function openMemoryBoard(): MemoryBoard {
  const canvas = openCanvas(createDocument())
  const others = new Value<readonly Other[]>([])
  const people = Object.values(PEOPLE)
  const votes = ballotBox(candidatesOn(canvas))
  return {
    id: 'harness',
    me: new Value<Person>(PEOPLE.AK),
    people: new Value(new Map(people.map(each => [each.id, each]))),
    here: new Value(people),
    canvas: new Value(canvas),
    history: new Value(openHistory(canvas, { origin: { from: 'harness' }, allows: () => true })),
    rights: new Value(ALL_RIGHTS),
    presence: { others, set: () => {} },
    attendance: {
      ...{ ...nobody(), readiness: new Value(undefined), ready: done, raiseHand: done, lowerHand: done },
    },
    ...{ votes, polls: votes.polls(PEOPLE.AK.id) },
    saveState: new Value({ kind: 'saved' } as const),
    offers: { value: [], subscribe: () => () => {}, addAgain: () => {}, letGo: () => {} },
    news: new Signal<News>(),
    workshop: new Value(openWorkshop(createDocument())),
    privateRound: new Value(undefined),
    progress: new Value(undefined),
    dashboard: () => Promise.resolve(undefined),
    command: async () => ({ kind: 'done', answer: {} }),
    now: () => Date.now(),
    close: () => {},
    point: pointing =>
      others.set(
        Object.entries(pointing).map(([id, what], tab) => ({ tab, person: PEOPLE[id as 'BO' | 'MT'], pointing: what })),
      ),
  }
}

const nobody = () => ({ value: [], subscribe: () => () => {} })
