/** Do copies of a document say the same, in what is read of them and in what Yjs keeps? */
import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import type { Canvas } from '../../../shared/canvas/canvas.ts'
import { contentOf } from '../../../shared/canvas/canvas.ts'
import { hasPending } from '../../../shared/wire/document.ts'

export interface Copy {
  readonly name: string
  readonly canvas: Canvas
}

const vectorOf = ({ canvas }: Copy) => Y.decodeStateVector(Y.encodeStateVector(canvas.document))
const deletesOf = ({ canvas }: Copy) => Y.createDeleteSetFromStructStore(canvas.document.store)

/** The first thing in which they differ; undefined when nothing does. */
export function differenceIn(copies: readonly Copy[]): string | undefined {
  const [first, ...others] = copies
  if (!first) return 'nobody is there'
  for (const copy of others) {
    const which = `${copy.name} and ${first.name}`
    if (!isDeepStrictEqual(vectorOf(copy), vectorOf(first))) return `${which}: state vectors`
    if (!Y.equalDeleteSets(deletesOf(copy), deletesOf(first))) return `${which}: delete sets`
    if (!isDeepStrictEqual(contentOf(copy.canvas), contentOf(first.canvas))) return `${which}: contents`
  }
  const waiting = copies.find(copy => hasPending(copy.canvas.document))
  return waiting && `${waiting.name} has structs that wait`
}

/** Does the document hold all of this state? */
export const holds = ({ canvas }: Pick<Copy, 'canvas'>, state: Uint8Array): boolean =>
  Y.snapshotContainsUpdate(Y.snapshot(canvas.document), state)
