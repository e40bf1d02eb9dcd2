/** The links of a board that were made in this browser: the server keeps only hashes, so that nobody else can show them again. */
import type { KeyStorage } from '../base/store.ts'
import type { MadeBoard, ShareLink } from './server.ts'

/** What a link makes of a person. */
export const KINDS = ['participant', 'commenter', 'observer', 'facilitator', 'owner'] as const
export type LinkKind = (typeof KINDS)[number]

export const kindOf = ({ role, owner }: ShareLink): LinkKind => (owner ? 'owner' : role)

export interface KeptLink {
  readonly kind: LinkKind
  readonly url: string
  /** The server's name for it. The links of a board's making are told without: each is the first of its kind. */
  readonly id?: string
}

const keyOf = (board: string): string => `nonagon/${board}/links`

const isKept = (value: unknown): value is KeptLink => {
  const link = value as KeptLink | null
  return KINDS.some(kind => kind === link?.kind) && typeof link?.url === 'string'
}

/** Whatever stands in the storage may be old or broken: what cannot be read is left out. */
export function keptLinks(store: Pick<KeyStorage, 'getItem'>, board: string): readonly KeptLink[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(keyOf(board)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isKept) : []
  } catch {
    return []
  }
}

export function keepLinks(store: Pick<KeyStorage, 'setItem'>, board: string, links: readonly KeptLink[]): void {
  store.setItem(keyOf(board), JSON.stringify(links))
}

/** Those that a new board begins with. */
export function keepMadeLinks(store: Pick<KeyStorage, 'setItem'>, { board, links }: MadeBoard): void {
  keepLinks(
    store,
    board,
    KINDS.map(kind => ({ kind, url: links[kind] })),
  )
}

/** Gives the links of the board's making the names that the server has for them. */
export function named(kept: readonly KeptLink[], links: readonly ShareLink[]): readonly KeptLink[] {
  return kept.flatMap(link => {
    if (link.id !== undefined) return [link]
    const [first] = links.filter(each => kindOf(each) === link.kind).sort((a, b) => a.createdAt - b.createdAt)
    return first ? [{ ...link, id: first.id }] : []
  })
}
