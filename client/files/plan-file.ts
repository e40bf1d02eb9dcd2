/** What a file would do to a board: of what I write for myself nothing is replaced, and while I do only notes come. */
import { newId } from '../../shared/base/id.ts'
import { contentOf, isPrivate } from '../../shared/canvas/canvas.ts'
import { LAYOUTS } from '../../shared/canvas/layouts.ts'
import type { ImportedBy } from '../../shared/canvas/markdown-content.ts'
import type { CanvasContent } from '../../shared/canvas/records.ts'
import type { Board } from '../editor/board.ts'
import type { Editor } from '../editor/editor.ts'
import type { Plan, Way } from './import.ts'
import { planImport } from './import.ts'
import type { Left } from './left-behind.ts'
import { takeAlone } from './left-behind.ts'
import type { ReadCanvas } from './read-canvas.ts'

/** A plan, and what of its source stays behind. */
export interface TakenPlan extends Plan {
  readonly left: Left
}

export const byMe = (board: Board): ImportedBy => ({ newId, now: board.now(), author: board.me.value.id })

/** What everybody sees is not replaced by somebody who writes for themselves: what for, and by what, nobody could see. */
export const isReplaceable = (board: Board): boolean => !isPrivate(board.canvas.value)

type Chosen = Extract<ReadCanvas, { ok: true }>

export function planFile({ board, layout }: Editor, file: Chosen, way: Way): TakenPlan {
  const options = { ...byMe(board), way, layout: LAYOUTS[layout.value] }
  const before = contentOf(board.canvas.value)
  const { content, left } = takeAlone(board, file.content)
  if (way === 'add') return { ...planImport({ ...file, content }, before, options), left }
  const open = (content: CanvasContent): CanvasContent => ({
    ...content,
    notes: content.notes.filter(({ id }) => !isDraftNote(board, id)),
  })
  return { ...planImport({ ...file, content: open(file.content) }, open(before), options), left }
}

const isDraftNote = ({ canvas: { value } }: Board, id: string): boolean =>
  value.notes.find(id) !== undefined && isPrivate(value, id)
