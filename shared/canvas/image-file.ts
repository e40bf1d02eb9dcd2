/**
 * What the head of an image file says, read from its bytes: neither its name nor a type that somebody says is believed,
 * and nothing is decoded.
 */

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const
export type ImageType = (typeof IMAGE_TYPES)[number]

export const isImageType = (value: unknown): value is ImageType => IMAGE_TYPES.includes(value as ImageType)

export interface ImageHead {
  readonly type: ImageType
  /** Pixels; of several sizes that a file gives, the largest. */
  readonly width: number
  readonly height: number
  /** It has more than one frame. */
  readonly moves: boolean
  /** It ends where its format says, and nothing comes behind. */
  readonly whole: boolean
}

/** Limits of what the server keeps. Browsers make images that small before they send them. */
export const IMAGE_LIMITS = {
  bytes: 1024 * 1024,
  side: 1600,
  /** Of a board. */
  count: 200,
  total: 100 * 1024 * 1024,
  /** An image that nothing on the board names goes after so many days. */
  unnamedDays: 30,
} as const

/** How an image is named: SHA-256 of its bytes, in hexadecimal. */
export const isImageHash = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

const letters = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Chunks of length, name, bytes and checksum; the first is the head. */
function readPng(bytes: Uint8Array): ImageHead | undefined {
  const view = viewOf(bytes)
  if (bytes.length < 33 || letters(bytes, 12) !== 'IHDR') return undefined
  let [moves, whole] = [false, false]
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = letters(bytes, at + 4)
    if (name === 'acTL') moves = true
    if (name !== 'IEND') continue
    whole = at + 12 === bytes.length
    break
  }
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20), moves, whole }
}

/** Markers that carry the size: all frames but the tables between them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Segments of marker, length and bytes, until the scan begins. */
function readJpeg(bytes: Uint8Array): ImageHead | undefined {
  const view = viewOf(bytes)
  const whole = bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const marker = view.getUint8(at + 1)
    if (isFrame(marker))
      return {
        type: 'image/jpeg',
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
        moves: false,
        whole,
      }
    if (marker === 0xda) return undefined
    // Between segments any number of fill bytes may stand.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}

type Size = readonly [width: number, height: number]

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000

const WEBP_SIZES: Readonly<Record<string, (view: DataView, at: number) => Size>> = {
  VP8X: (view, at) => [uint24(view, at + 4) + 1, uint24(view, at + 7) + 1],
  'VP8 ': (view, at) => [view.getUint16(at + 6, true) & 0x3fff, view.getUint16(at + 8, true) & 0x3fff],
  VP8L: (view, at) => {
    const bits = view.getUint32(at + 1, true)
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
  },
}

/** Chunks of name, length and bytes, padded to even lengths. */
function readWebp(bytes: Uint8Array): ImageHead | undefined {
  const view = viewOf(bytes)
  let [width, height, moves] = [0, 0, false]
  for (let at = 12; at + 18 <= bytes.length;) {
    const name = letters(bytes, at)
    const size = WEBP_SIZES[name]?.(view, at + 8) ?? [0, 0]
    width = Math.max(width, size[0])
    height = Math.max(height, size[1])
    if (name === 'ANIM' || name === 'ANMF') moves = true
    const length = view.getUint32(at + 4, true)
    at += 8 + length + (length % 2)
  }
  if (width === 0) return undefined
  return { type: 'image/webp', width, height, moves, whole: view.getUint32(4, true) + 8 === bytes.length }
}

/** Undefined when it is none of the three kinds, or breaks off before it says how large it is. */
export function readImageHead(bytes: Uint8Array): ImageHead | undefined {
  if (bytes.length < 16) return undefined
  if (PNG.every((byte, at) => bytes[at] === byte)) return readPng(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes)
  if (letters(bytes, 0) === 'RIFF' && letters(bytes, 8) === 'WEBP') return readWebp(bytes)
  return undefined
}
