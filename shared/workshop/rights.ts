/** Who may do what: one table, read by the server's gate and by the buttons. Role ∩ running step; facilitators always may. */
import type { Role } from './roles.ts'

/** The verbs a step can give or take. `style` is colour, size, z; `mark` is segments, kinds, tags, status. */
export const RIGHTS = [
  'add',
  'text',
  'style',
  'move',
  'group',
  'link',
  'mark',
  'numbers',
  'delete',
  'comment',
  'vote',
  'react',
] as const
export type Right = (typeof RIGHTS)[number]

/** `own` is what the person made first; who that was, the server remembers. */
export const EXTENTS = ['none', 'own', 'all'] as const
export type Extent = (typeof EXTENTS)[number]
export type Rights = Readonly<Record<Right, Extent>>

const everything = (extent: Extent): Rights => Object.fromEntries(RIGHTS.map(right => [right, extent])) as Rights

export const ALL_RIGHTS: Rights = everything('all')
export const NO_RIGHTS: Rights = everything('none')

/** What a role may do when no step runs: an open board. */
export const ROLE_RIGHTS: Readonly<Record<Role, Rights>> = {
  observer: NO_RIGHTS,
  commenter: { ...NO_RIGHTS, comment: 'all', react: 'all' },
  participant: ALL_RIGHTS,
  facilitator: ALL_RIGHTS,
}

const narrower = (a: Extent, b: Extent): Extent => (EXTENTS.indexOf(a) < EXTENTS.indexOf(b) ? a : b)
const wider = (a: Extent, b: Extent): Extent => (EXTENTS.indexOf(a) > EXTENTS.indexOf(b) ? a : b)

const combine = (a: Rights, b: Rights, choose: (a: Extent, b: Extent) => Extent): Rights =>
  Object.fromEntries(RIGHTS.map(right => [right, choose(a[right], b[right])])) as Rights

/** Rights of a role while a step runs. `step` undefined means that none runs. */
export function effectiveRights(role: Role, step: Rights | undefined): Rights {
  if (role === 'facilitator' || !step) return ROLE_RIGHTS[role]
  return combine(ROLE_RIGHTS[role], step, narrower)
}

/** Old or new: what holds in the two seconds around a change of step or role. */
export const eitherRights = (a: Rights, b: Rights): Rights => combine(a, b, wider)

/** May a person with these rights do this to a record whose first maker is known to be them, or not? */
export const allows = (rights: Rights, right: Right, record: { readonly mine: boolean }): boolean =>
  rights[right] === 'all' || (rights[right] === 'own' && record.mine)
