/** Carets that stay with their letters while others type: positions in a note's shared text, as plain JSON for presence. */
import * as Y from 'yjs'
import type { Canvas } from './canvas.ts'
import { sharedText } from './operations.ts'

/** A selection in a note's text; both ends are Yjs relative positions as JSON. */
export interface Caret {
  readonly note: string
  readonly anchor: unknown
  readonly head: unknown
}

/** The caret at two indexes (UTF-16 units) of the text; undefined when the note is gone. */
export function caretAt(canvas: Canvas, note: string, anchor: number, head: number): Caret | undefined {
  const text = sharedText(canvas, note)
  if (!text) return undefined
  const position = (index: number): unknown =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, Math.min(index, text.length), -1))
  return { note, anchor: position(anchor), head: position(head) }
}

/** Where a caret stands now; undefined when its note or its letters are not here. Never throws on what others sent. */
export function indexesOf(canvas: Canvas, caret: Caret): { anchor: number; head: number } | undefined {
  const text = sharedText(canvas, caret.note)
  if (!text) return undefined
  const indexOf = (position: unknown): number | undefined => {
    try {
      const found = Y.createAbsolutePositionFromRelativePosition(
        Y.createRelativePositionFromJSON(position),
        canvas.homeOf('notes', caret.note),
      )
      return found?.type === text ? found.index : undefined
    } catch {
      return undefined
    }
  }
  const anchor = indexOf(caret.anchor)
  const head = indexOf(caret.head)
  return anchor === undefined || head === undefined ? undefined : { anchor, head }
}
