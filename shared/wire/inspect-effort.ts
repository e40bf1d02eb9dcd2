/**
 * Counts what integrating a frame would cost. For every struct Yjs looks at all that stands between its two ends; an
 * honest copy had nothing there, a forged one can make it look at a whole text thousands of times.
 */
import * as Y from 'yjs'
import type { BoardDocument } from './document.ts'
import type { TextPart } from './inspect-parts.ts'

type End = Y.ID | null

/** What a copy has right of a letter since this frame changed it, and how much of ours may lie between. */
interface Gap {
  readonly next: End
  readonly width: number
}

/** Letters looked at: a tenth of a second for any frame, and more for one that brings much. */
const BASE = 300_000
const PER_STRUCT = 10

export class Effort {
  readonly #document: BoardDocument
  readonly #gaps = new Map<TextPart, Map<string, Gap>>()
  readonly #lengths = new Map<TextPart, number>()
  #left: number

  constructor(document: BoardDocument, structs: number) {
    this.#document = document
    this.#left = BASE + PER_STRUCT * structs
  }

  /** False when the frame costs more than a frame may. */
  spend(steps: number): boolean {
    this.#left -= steps
    return this.#left >= 0
  }

  /** Puts letters between two ends. False when the ends stand the wrong way round, or too much lies between too often. */
  between(text: TextPart, left: End, right: End, letters: { readonly first: Y.ID; readonly last: Y.ID }): boolean {
    const gaps = this.#gaps.get(text) ?? new Map<string, Gap>()
    this.#gaps.set(text, gaps)
    const width = this.#width(text, gaps, left, right)
    if (width === undefined || !this.spend(width)) return false
    gaps.set(keyOf(left), { next: letters.first, width })
    gaps.set(keyOf(letters.last), { next: right, width })
    return true
  }

  #width(text: TextPart, gaps: ReadonlyMap<string, Gap>, left: End, right: End): number | undefined {
    const gap = gaps.get(keyOf(left)) ?? this.#untouched(text, left)
    if (gap && Y.compareIDs(gap.next, right)) return gap.width
    const more = gaps.size
    if (text.fresh || !this.#isStored(left) || !this.#isStored(right)) return this.#lengthOf(text) + more
    const stored = this.#storedWidth(text, left, right)
    return stored === undefined ? undefined : stored + more
  }

  /** Inside of what the frame brings, and in a text that it makes, letters follow one another. */
  #untouched(text: TextPart, left: End): Gap | undefined {
    if (left === null) return text.fresh ? { next: null, width: 0 } : undefined
    return this.#isStored(left) ? undefined : { next: Y.createID(left.client, left.clock + 1), width: 0 }
  }

  #isStored(end: End): boolean {
    return end === null || end.clock < Y.getState(this.#document.store, end.client)
  }

  /** Letters between two stored ends, deleted ones too; undefined when the right end is not right of the left one. */
  #storedWidth(text: TextPart, left: End, right: End): number | undefined {
    const first = left && Y.getItem(this.#document.store, left)
    const last = right && Y.getItem(this.#document.store, right)
    const offset = right && last ? right.clock - last.id.clock : 0
    if (left && first && first === last)
      return offset > left.clock - first.id.clock ? offset - (left.clock - first.id.clock) - 1 : undefined
    let width = left && first ? first.length - (left.clock - first.id.clock) - 1 : 0
    for (let item = first ? first.right : text.type._start; item !== last; item = item.right) {
      if (!item) return undefined
      width += item.length
    }
    return width + offset
  }

  /** All letters that ever were in a text and are still known of. */
  #lengthOf(text: TextPart): number {
    const known = this.#lengths.get(text)
    if (known !== undefined) return known
    let length = 0
    for (let item = text.type._start; item; item = item.right) length += item.length
    this.#lengths.set(text, length)
    return length
  }
}

const keyOf = (end: End): string => (end ? `${end.client}:${end.clock}` : '')
