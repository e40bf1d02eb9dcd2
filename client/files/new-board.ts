/** A file that is to become a board of its own: a canvas as it stands, or lines and tables as they would be pasted. */
import { LAYOUTS } from '../../shared/canvas/layouts.ts'
import type { ImportedBy } from '../../shared/canvas/markdown-content.ts'
import type { CanvasContent } from '../../shared/canvas/records.ts'
import { planImport } from './import.ts'
import { contentFor } from './paste.ts'
import type { FileProblem } from './read-canvas.ts'
import { readCanvasFile } from './read-canvas.ts'
import type { WordsFile } from './read-words.ts'
import { readWordsFile } from './read-words.ts'

export type NewBoardFile =
  | { readonly ok: true; readonly title: string; readonly content: CanvasContent }
  | { readonly ok: false; readonly problem: FileProblem }

/** Who names it so means a canvas, and wants to hear where it goes wrong. */
const CANVAS = /\.(?:md|markdown|json)$/i

const NOTHING: CanvasContent = { about: { title: '', headings: {} }, notes: [], links: [], groups: [], strokes: [] }

export async function readNewBoard(file: WordsFile, by: ImportedBy): Promise<NewBoardFile> {
  const title = file.name.replace(/\.\w+$/, '')
  const read = await readCanvasFile(file, by)
  if (read.ok) return { ok: true, title: read.content.about.title || title, content: read.content }
  const words = CANVAS.test(file.name) ? undefined : await readWordsFile(file, read)
  if (!words) return { ok: false, problem: read.problem }
  // Where nothing says which block, a team sorts them itself.
  const content = contentFor(words, { area: 'parking', sorted: true })
  const options = { ...by, way: 'add', again: true, layout: LAYOUTS.classic } as const
  return { ok: true, title, content: planImport({ format: 'json', content }, NOTHING, options).content }
}
