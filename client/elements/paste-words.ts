/** Pasted words on their way to notes: one note at once, of more it is asked first. Loaded when somebody pastes. */
import type { Point } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { Editor } from '../editor/editor.ts'
import { isTooLong } from '../editor/note-length.ts'
import type { Readable } from '../files/paste.ts'
import { byMe, onlyNote } from '../files/paste.ts'
import type { Brought } from '../files/read-pasted.ts'
import { readPasted } from '../files/read-pasted.ts'
import { say } from '../words/words.ts'

/** An area, and a point in it for a note that comes alone. */
export interface Where {
  readonly area: Area
  readonly at?: Point
}

export type WordsPasted =
  | { readonly kind: 'done'; readonly ids: readonly string[] }
  | { readonly kind: 'asks'; readonly pasted: Readable }
  | { readonly kind: 'refused'; readonly why: string }

export function pasteWords(brought: Brought, editor: Editor, { area, ...spot }: Where): WordsPasted {
  const pasted = readPasted(brought, byMe(editor.board))
  if (pasted.kind === 'nothing') return { kind: 'refused', why: say('paste.nothing') }
  if (pasted.kind === 'tooMuch') return { kind: 'refused', why: say('paste.tooMuch', { limit: LIMITS.notes }) }
  const text = onlyNote(pasted)
  if (text === undefined) return { kind: 'asks', pasted }
  const id = editor.addNote(area, { ...spot, text })
  if (id !== undefined && isTooLong(text)) editor.say({ kind: 'tooLong', limit: LIMITS.noteLength })
  return { kind: 'done', ids: id === undefined ? [] : [id] }
}
