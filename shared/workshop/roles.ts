/** Who someone is at a board. A role is a ceiling; a running step may lower it (`rights.ts`). */
export const ROLES = ['observer', 'commenter', 'participant', 'facilitator'] as const
export type Role = (typeof ROLES)[number]

export const isRole = (value: unknown): value is Role => ROLES.includes(value as Role)

export const atLeast = (role: Role, floor: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(floor)

export const higherRole = (a: Role, b: Role): Role => (atLeast(a, b) ? a : b)

/** The inks people wear, in the order in which they are given out. */
export const INKS = ['jade', 'brick', 'teal', 'ochre', 'plum', 'cobalt', 'moss', 'slate'] as const
export type Ink = (typeof INKS)[number]

export const isInk = (value: unknown): value is Ink => INKS.includes(value as Ink)
