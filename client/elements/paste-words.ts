/** Pasted words on their way to notes: a note that comes alone, and notes of a board, at once; of others it is asked first. Loaded when somebody pastes. */
import '../words/later.ts'
import type { Point } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { Editor } from '../editor/editor.ts'
import { isTooLong } from '../editor/note-length.ts'
import type { CopiedNotes } from '../files/copied.ts'
import type { Readable } from '../files/paste.ts'
import { onlyNote, planPaste, runPaste } from '../files/paste.ts'
import { byMe } from '../files/plan-file.ts'
import type { Brought } from '../files/read-pasted.ts'
import { readPasted } from '../files/read-pasted.ts'
import { say } from '../words/words.ts'
import { leftWords } from './left-words.ts'

/** An area, if one is in mind, and a point in it for a note that comes alone. */
export interface Where {
  readonly area?: Area | undefined
  readonly at?: Point
}

export type WordsPasted =
  /** With what is to be said of what was left. */
  | { readonly kind: 'done'; readonly ids: readonly string[]; readonly left: readonly string[] }
  | { readonly kind: 'asks'; readonly pasted: Readable; readonly area: Area }
  | { readonly kind: 'refused'; readonly why: string }

/** `came`: hashes of images of another board that are on this one by now. */
export function pasteWords(
  brought: Brought,
  editor: Editor,
  where: Where,
  came: ReadonlySet<string> = new Set(),
): WordsPasted {
  const pasted = readPasted(brought, byMe(editor.board))
  if (pasted.kind === 'nothing') return { kind: 'refused', why: say('paste.nothing') }
  if (pasted.kind === 'tooMuch') return { kind: 'refused', why: say('paste.tooMuch', { limit: LIMITS.notes }) }
  if (pasted.kind === 'copied') return pasteCopied({ ...pasted, came }, editor, where)
  const { area = 'parking', ...spot } = where
  const text = onlyNote(pasted)
  if (text === undefined) return { kind: 'asks', pasted, area }
  const id = editor.addNote(area, { ...spot, text })
  if (id !== undefined && isTooLong(text)) editor.say({ kind: 'tooLong', limit: LIMITS.noteLength })
  return { kind: 'done', ids: id === undefined ? [] : [id], left: [] }
}

/** Notes of one block go to the block in mind; of several each to its own. */
function pasteCopied(notes: CopiedNotes, editor: Editor, { area }: Where): WordsPasted {
  const isOne = new Set(notes.content.notes.map(({ place }) => place[0])).size === 1
  const goal = { area: area ?? 'parking', sorted: area === undefined || !isOne }
  const plan = planPaste(editor, { kind: 'copied', ...notes }, goal)
  return { kind: 'done', ids: runPaste(editor, plan) ?? [], left: leftWords(plan.left) }
}
