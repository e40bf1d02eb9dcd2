import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readImageHead } from './image-file.ts'
import { jpeg, png, webp } from './image-sample.ts'

const KINDS = { 'image/png': png, 'image/jpeg': jpeg, 'image/webp': webp } as const

test.each(Object.entries(KINDS))(
  '[T25] the head of %s says its size, and whether anything comes behind',
  (type, make) => {
    expect(readImageHead(make({ width: 640, height: 480 }))).toEqual({
      type,
      width: 640,
      height: 480,
      moves: false,
      whole: true,
    })
    expect(readImageHead(make({ behind: '<script>' }))).toMatchObject({ type, whole: false })
    expect(readImageHead(make().subarray(0, -1))).toMatchObject({ type, whole: false })
  },
)

test('[T25] of two sizes in one file the larger counts', () => {
  expect(readImageHead(webp({ width: 2, height: 2 }, [16_000, 12_000]))).toMatchObject({
    width: 16_000,
    height: 12_000,
  })
})

test('[T25] lossless WebP says its size in bits', () => {
  const bits = 639 | (479 << 14)
  const data = [0x2f, bits & 0xff, (bits >> 8) & 0xff, (bits >> 16) & 0xff, (bits >> 24) & 0xff, 0, 0, 0, 0, 0]
  const file = Buffer.concat([Buffer.from('RIFF\x16\0\0\0WEBPVP8L\x0a\0\0\0', 'latin1'), Uint8Array.from(data)])
  expect(readImageHead(file)).toMatchObject({ type: 'image/webp', width: 640, height: 480, whole: true })
})

test('[T25] an image that moves is known by its head', () => {
  expect(readImageHead(png({ moves: true }))?.moves).toBe(true)
  expect(readImageHead(webp({ moves: true }))?.moves).toBe(true)
})

test.each([
  ['nothing', ''],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['GIF', 'GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!'],
  ['HTML', '<!doctype html><title>no image</title>'],
  ['a JPEG that breaks off', '\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01'],
  ['a WebP without a frame', 'RIFF\x10\0\0\0WEBPICCP\x04\0\0\0abcdefghij'],
])('[T25] %s is no image', (_what, text) => {
  expect(readImageHead(Buffer.from(text, 'latin1'))).toBeUndefined()
})

test('[T25] whatever the bytes, reading them ends', () => {
  const kinds = fc.constantFrom(png(), jpeg(), webp())
  const spoiled = fc
    .tuple(kinds, fc.nat(80), fc.uint8Array({ minLength: 1, maxLength: 12 }))
    .map(([file, at, bytes]) => {
      const copy = Uint8Array.from(file)
      copy.set(bytes.subarray(0, Math.max(0, copy.length - at)), Math.min(at, copy.length))
      return copy
    })
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), spoiled), bytes => {
      const head = readImageHead(bytes)
      return head === undefined || head.width >= 0
    }),
    { seed: 25, numRuns: 2_000 },
  )
})
