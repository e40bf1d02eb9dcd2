/** Canvases to load a server with. */
import * as Y from 'yjs'
import type { CanvasContent } from '../../shared/canvas/records.ts'
import { contentOf, openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote, moveNotes } from '../../shared/canvas/operations.ts'

/** A canvas of so many notes, each moved so many times, as bytes. */
export function canvasBytes(notes: number, moves: number): Uint8Array {
  const doc = new Y.Doc()
  const canvas = openCanvas(doc)
  const ids = Array.from({ length: notes }, (_, i) => `n${i}`)
  doc.transact(() => {
    ids.forEach((id, i) =>
      addNote(canvas, {
        id,
        place: ['channels', (i % 20) * 224, Math.floor(i / 20) * 144, i],
        text: `Note ${i}: what it says here`,
        color: 'straw',
        author: '',
      }),
    )
  })
  for (let move = 0; move < moves; move++)
    for (const id of ids) doc.transact(() => moveNotes(canvas, new Map([[id, ['channels', move, 0, move] as const]])))
  return Y.encodeStateAsUpdate(doc)
}

export function canvasContent(notes: number): CanvasContent {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, canvasBytes(notes, 0))
  return contentOf(openCanvas(doc))
}
