/** Rows about drafts: what a private round lets people write, and which notes of it were revealed. */
import type { Rights } from '../../shared/workshop/rights.ts'

/** Of a round: what its step lets people do, and when its notes were last revealed. Of a note: that it was. */
export type DraftRow = { readonly rights: Rights; readonly revealedAt: number | null } | { readonly isRevealed: true }

export function isDraftRow(value: unknown): value is DraftRow {
  if (typeof value !== 'object' || value === null) return false
  return 'isRevealed' in value || ('rights' in value && 'revealedAt' in value)
}
