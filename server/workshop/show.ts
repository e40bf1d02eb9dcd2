/** How the workshop document shows the rows of a board. It only shows: where the two differ, the rows are right. */
import type { BoardDocument } from '../../shared/wire/document.ts'
import type { Session } from '../../shared/workshop/session.ts'
import type { ShownRoot } from '../../shared/workshop/workshop.ts'
import { writeSession, writeShown, writeStanding } from '../../shared/workshop/workshop.ts'
import type { WorkshopPart } from '../storage/storage.ts'
import type { Row, WorkshopState } from './state.ts'
import { NOW } from './state.ts'

/** Parts that are a value of the session, by its key. */
const IN_SESSION = ['run', 'ended', 'control', 'bring', 'reveal'] as const satisfies readonly (WorkshopPart &
  keyof Session)[]

/** Parts that are records of a root. */
const IN_ROOTS = { ran: 'ran', round: 'rounds', results: 'results' } as const satisfies Partial<
  Record<WorkshopPart, ShownRoot>
>

/** Parts that are told of a person. */
const OF_PEOPLE = ['waiting', 'muted'] as const satisfies readonly WorkshopPart[]

const isOfPeople = (part: WorkshopPart): part is (typeof OF_PEOPLE)[number] =>
  (OF_PEOPLE as readonly WorkshopPart[]).includes(part)
const isInSession = (part: WorkshopPart): part is (typeof IN_SESSION)[number] =>
  (IN_SESSION as readonly WorkshopPart[]).includes(part)
const isInRoots = (part: WorkshopPart): part is keyof typeof IN_ROOTS => Object.hasOwn(IN_ROOTS, part)

export const isShown = ({ part }: Row): boolean => isInSession(part) || isInRoots(part) || isOfPeople(part)

/** Inside a transaction. */
export function showRows(document: BoardDocument, rows: readonly Row[]): void {
  for (const { part, key, value } of rows) {
    if (isInSession(part)) writeSession(document, part, value)
    else if (isOfPeople(part)) writeStanding(document, key, part, value !== null)
    else if (isInRoots(part)) writeShown(document, IN_ROOTS[part], key, value as object | null)
  }
}

/** Everything anew, and nothing else stays; writes only what differs. */
export function showAll(document: BoardDocument, state: WorkshopState): void {
  for (const part of IN_SESSION) writeSession(document, part, state[part].get(NOW) ?? null)
  for (const part of OF_PEOPLE)
    for (const person of document.getMap('people').keys())
      writeStanding(document, person, part, state[part].has(person))
  for (const [part, root] of Object.entries(IN_ROOTS) as [keyof typeof IN_ROOTS, ShownRoot][]) {
    for (const id of document.getMap(root).keys()) if (!state[part].has(id)) writeShown(document, root, id, null)
    for (const [id, value] of state[part]) writeShown(document, root, id, value)
  }
}
