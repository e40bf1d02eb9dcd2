/** A link that nobody has yet: its row, and the secret that is shown once. */
import type { Role } from '../../shared/workshop/roles.ts'
import type { StoredLink } from '../storage/storage.ts'
import { hashOf } from './secrets.ts'

export type NewLink = Pick<StoredLink, 'kind' | 'person' | 'label' | 'expiresAt'>

export interface LinkMaker {
  readonly now: () => number
  readonly newId: () => string
  readonly newSecret: () => string
}

export function newLink(
  board: string,
  role: Role,
  { now, newId, newSecret }: LinkMaker,
  { kind = 'shared', person = null, label = '', expiresAt = null }: Partial<NewLink> = {},
): { readonly link: StoredLink; readonly secret: string } {
  const secret = newSecret()
  return {
    link: {
      id: newId(),
      board,
      hash: hashOf(secret),
      kind,
      person,
      role,
      label,
      createdAt: now(),
      expiresAt,
      revokedAt: null,
      isReplaced: false,
    },
    secret,
  }
}
