/** Bends real frames into what no client would send. */
import type { Random } from '../../support/random.ts'
import { between } from '../../support/random.ts'

type Bend = (frame: Buffer, random: Random, other: Buffer) => Buffer

const at = (frame: Buffer, random: Random): number => between(random, 0, Math.max(0, frame.length - 1))
const noise = (random: Random, most: number): Buffer =>
  Buffer.from(Array.from({ length: between(random, 1, most) }, () => between(random, 0, 255)))
const splice = (frame: Buffer, from: number, until: number, put: Buffer = Buffer.alloc(0)): Buffer =>
  Buffer.concat([frame.subarray(0, from), put, frame.subarray(until)])

const BENDS: readonly Bend[] = [
  // a bit
  (frame, random) => {
    const bent = Buffer.from(frame)
    const i = at(bent, random)
    bent[i] = (bent[i] ?? 0) ^ (1 << between(random, 0, 7))
    return bent
  },
  // a byte, often one that means something as a length
  (frame, random) => {
    const bent = Buffer.from(frame)
    bent[at(bent, random)] = [0, 1, 2, 127, 128, 255, between(random, 0, 255)][between(random, 0, 6)] ?? 0
    return bent
  },
  // cut short
  (frame, random) => frame.subarray(0, between(random, 0, frame.length)),
  // something too much, something too little
  (frame, random) => splice(frame, at(frame, random), at(frame, random), noise(random, 6)),
  (frame, random) => {
    const i = at(frame, random)
    return splice(frame, i, i + between(random, 1, 5))
  },
  // a length that goes on and on
  (frame, random) => {
    const i = at(frame, random)
    return splice(frame, i, i + 1, Buffer.from([0xff, 0xff, 0xff, 0xff, 0x7f]))
  },
  // the beginning of one and the end of another
  (frame, random, other) => Buffer.concat([frame.subarray(0, at(frame, random)), other.subarray(at(other, random))]),
  // the same twice
  frame => Buffer.concat([frame, frame]),
  // another kind of message
  (frame, random) => splice(frame, 0, 1, Buffer.from([[0, 1, 3, 120, 121, 122, 200][between(random, 0, 6)] ?? 0])),
  // another step of the sync
  (frame, random) => splice(frame, 1, 2, Buffer.from([between(random, 0, 3)])),
  // nothing of it
  (_, random) => noise(random, 60),
]

/** One to three of these things, one after the other. `other` is a frame to borrow from. */
export function mutate(frame: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let bent = Buffer.from(frame)
  for (let times = between(random, 1, 3); times > 0; times--) {
    const bend = BENDS[between(random, 0, BENDS.length - 1)]
    if (bend) bent = Buffer.from(bend(bent, random, Buffer.from(other)))
  }
  return new Uint8Array(bent)
}
