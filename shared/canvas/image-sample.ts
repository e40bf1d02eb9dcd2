/** For tests: small images as bytes, and heads that claim what nobody should decode. */

const ascii = (text: string): number[] => [...text].map(letter => letter.charCodeAt(0))
const big = (value: number): number[] => [24, 16, 8, 0].map(shift => (value >>> shift) & 0xff)
const little = (value: number): number[] => big(value).reverse()

/** No reader of ours looks at checksums; a decoder does. */
const chunk = (name: string, data: readonly number[]): number[] => [
  ...big(data.length),
  ...ascii(name),
  ...data,
  0,
  0,
  0,
  0,
]

export interface Sample {
  readonly width?: number
  readonly height?: number
  readonly moves?: boolean
  /** Makes the bytes, and so the hash, another's. */
  readonly filling?: readonly number[]
  readonly behind?: string
}

export function png({ width = 4, height = 3, moves = false, filling = [], behind = '' }: Sample = {}): Uint8Array {
  const head = [...big(width), ...big(height), 8, 6, 0, 0, 0]
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', head),
    ...(moves ? chunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0]) : []),
    ...chunk('IDAT', filling),
    ...chunk('IEND', []),
    ...ascii(behind),
  ])
}

export function jpeg({ width = 4, height = 3, behind = '' }: Sample = {}): Uint8Array {
  const size = [height >> 8, height & 0xff, width >> 8, width & 0xff]
  return Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1],
    ...[0xff, 0xff, 0xc0, 0, 11, 8, ...size, 1, 1, 0x11, 0],
    ...[0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9],
    ...ascii(behind),
  ])
}

/** A head of the extended kind, and a frame in it that may say another size. */
export function webp({ width = 4, height = 3, moves = false, behind = '' }: Sample = {}, inner = [4, 3]): Uint8Array {
  const three = (value: number) => little(value).slice(0, 3)
  const [w = 0, h = 0] = inner
  const part = (name: string, data: readonly number[]) => [...ascii(name), ...little(data.length), ...data]
  const body = [
    ...ascii('WEBP'),
    ...part('VP8X', [moves ? 2 : 0, 0, 0, 0, ...three(width - 1), ...three(height - 1)]),
    ...(moves ? part('ANIM', [0, 0, 0, 0, 0, 0]) : []),
    ...part('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, w & 0xff, w >> 8, h & 0xff, h >> 8, 0, 0, 0, 0]),
  ]
  return Uint8Array.from([...ascii('RIFF'), ...little(body.length), ...body, ...ascii(behind)])
}
