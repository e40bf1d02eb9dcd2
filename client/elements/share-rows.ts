/** What stands in the share dialog: a row for each kind of link, and below it the links that were made for somebody in particular. */
import type { KeptLink, LinkKind } from './kept-links.ts'
import { kindOf, KINDS } from './kept-links.ts'
import type { ShareLink } from './server.ts'

export interface KindRow {
  readonly kind: LinkKind
  /** The link that the row speaks of: one known here, else the first of its kind. */
  readonly link: ShareLink | undefined
  /** Its address, where this browser knows it. */
  readonly url: string | undefined
  /** How many came by links of this kind, those below not counted. */
  readonly people: number
}

export interface OtherRow {
  readonly link: ShareLink
  readonly url: string | undefined
}

export interface ShareRows {
  readonly kinds: readonly KindRow[]
  readonly others: readonly OtherRow[]
}

export const isOver = ({ expiresAt }: ShareLink, now: number): boolean => expiresAt !== null && expiresAt <= now

/** `kept` are the links whose address this browser knows, the latest last. */
export function rowsOf(links: readonly ShareLink[], kept: readonly KeptLink[], now: number): ShareRows {
  const urls = new Map(kept.map(({ id, url }) => [id, url]))
  const live = links.filter(link => link.revokedAt === null)
  const general = live.filter(link => link.label === '' && !isOver(link, now)).sort((a, b) => a.createdAt - b.createdAt)
  const chosen = new Map(
    KINDS.map(kind => {
      const ofKind = general.filter(link => kindOf(link) === kind)
      return [kind, ofKind.findLast(link => urls.has(link.id)) ?? ofKind[0]]
    }),
  )
  const others = live.filter(link => chosen.get(kindOf(link)) !== link).sort((a, b) => a.createdAt - b.createdAt)
  const isListed = new Set(others)
  return {
    kinds: KINDS.map(kind => ({
      kind,
      link: chosen.get(kind),
      url: urls.get(chosen.get(kind)?.id),
      people: links
        .filter(link => kindOf(link) === kind && !isListed.has(link))
        .reduce((sum, link) => sum + link.people, 0),
    })),
    others: others.map(link => ({ link, url: urls.get(link.id) })),
  }
}
