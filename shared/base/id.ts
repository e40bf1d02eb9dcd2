/** Ids of records, people and boards: 12 random bytes, which tell neither when nor by whom they were made. */
/** The one thing of the platform that `shared/` needs; browsers, Node and workers all have it. */
declare const crypto: { getRandomValues<T extends Uint8Array>(bytes: T): T }

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bytes as base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3)
    const word = (a << 16) | (b << 8) | c
    const letters = Math.min(4, Math.ceil(((bytes.length - i) * 8) / 6))
    for (let k = 0; k < letters; k++) text += ALPHABET[(word >> (18 - 6 * k)) & 63]
  }
  return text
}

/** A fresh id of 16 letters. `getRandomValues` also exists on plain http, `randomUUID` does not. */
export function newId(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(12)))
}

/** A secret of 128 random bits, 22 letters. */
export function newSecret(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(16)))
}
