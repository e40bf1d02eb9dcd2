/** Secrets are handed out once and kept only as hashes. */
import { createHash } from 'node:crypto'

/** SHA-256 as base64url: what storage keeps of a link's, a session's or a ticket's secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** The same 16 letters for the same words: the person of a script is known by its link and its name. */
export const derivedId = (...words: readonly string[]): string =>
  createHash('sha256').update(words.join('\n')).digest().subarray(0, 12).toString('base64url')
