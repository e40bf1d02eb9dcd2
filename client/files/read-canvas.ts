/** Reads a file that somebody chose or dropped: Markdown or JSON, told apart by what is in it. All of it, or a word why not. */
import { fromJSON } from '../../shared/canvas/json.ts'
import type { ImportedBy } from '../../shared/canvas/markdown-content.ts'
import { fromMarkdown } from '../../shared/canvas/markdown.ts'
import type { CanvasContent } from '../../shared/canvas/records.ts'

/** Bytes; the server takes no more either. */
export const LARGEST_FILE = 2 * 1024 * 1024

export type Format = 'markdown' | 'json'

/** Where a file goes wrong: a line of Markdown (from 1), or the way to a value of JSON. */
export interface Fault {
  readonly at: number | string
  readonly sentence: string
}

/** Why a file is no canvas. */
export type FileProblem =
  | { readonly kind: 'tooLarge' | 'empty' | 'unreadable' | 'notText' | 'notJson' }
  | { readonly kind: 'notACanvas'; readonly format: Format; readonly faults: readonly Fault[] }

export type ReadCanvas =
  | { readonly ok: true; readonly format: Format; readonly content: CanvasContent }
  | { readonly ok: false; readonly problem: FileProblem }

const refuse = (kind: Exclude<FileProblem['kind'], 'notACanvas'>): ReadCanvas => ({ ok: false, problem: { kind } })

/** What a browser's `File` is, as far as it matters here. A folder that was dropped looks like one, and cannot be read. */
export type ChosenFile = Pick<File, 'size' | 'arrayBuffer'>

export async function readCanvasFile(file: ChosenFile, by: ImportedBy): Promise<ReadCanvas> {
  if (file.size > LARGEST_FILE) return refuse('tooLarge')
  try {
    return readCanvas(new Uint8Array(await file.arrayBuffer()), by)
  } catch {
    return refuse('unreadable')
  }
}

export function readCanvas(bytes: Uint8Array, by: ImportedBy): ReadCanvas {
  if (bytes.length > LARGEST_FILE) return refuse('tooLarge')
  const text = textOf(bytes)
  if (text === undefined) return refuse('notText')
  const begin = /\S/u.exec(text)?.[0]
  if (begin === undefined) return refuse('empty')
  return begin === '{' || begin === '[' ? readJSON(text) : readMarkdown(text, by)
}

/** Signs that stand in no text: what has them is a picture, a document of an office, an archive. */
const NO_TEXT = /[\0-\x08\x0e-\x1a]/

/** Undefined: what is in it is no text. `unmarked`: the letters of a file that says nothing of them. */
export function textOf(bytes: Uint8Array, unmarked = 'utf-8'): string | undefined {
  const [first, second] = bytes
  const name =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : unmarked
  try {
    const text = new TextDecoder(name, { fatal: true }).decode(bytes)
    return NO_TEXT.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

function readJSON(text: string): ReadCanvas {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('notJson')
  }
  const read = fromJSON(value)
  if (read.ok) return { ok: true, format: 'json', content: read.content }
  const faults = read.problems.map(({ path, sentence }) => ({ at: path, sentence }))
  return { ok: false, problem: { kind: 'notACanvas', format: 'json', faults } }
}

function readMarkdown(text: string, by: ImportedBy): ReadCanvas {
  const read = fromMarkdown(text, by)
  if (read.ok) return { ok: true, format: 'markdown', content: read.content }
  const faults = read.problems.map(({ line, sentence }) => ({ at: line, sentence }))
  return { ok: false, problem: { kind: 'notACanvas', format: 'markdown', faults } }
}
