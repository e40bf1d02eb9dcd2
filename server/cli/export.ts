/** `export <board>`: its canvas as the same text that the API gives. */
import { writeFileSync } from 'node:fs'
import { contentOf, openCanvas } from '../../shared/canvas/canvas.ts'
import { toJSON } from '../../shared/canvas/json.ts'
import { toMarkdown } from '../../shared/canvas/markdown.ts'
import type { CanvasContent } from '../../shared/canvas/records.ts'
import { canvasName } from '../rooms/names.ts'
import type { Command } from './command.ts'
import { beside, boardAsked, count, WrongUse } from './command.ts'
import { readStored } from './read-stored.ts'

const FORMATS: Readonly<Record<string, (content: CanvasContent) => string>> = {
  markdown: toMarkdown,
  json: content => `${JSON.stringify(toJSON(content), null, 2)}\n`,
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch {
    throw new WrongUse(`${file} cannot be written.`)
  }
}

export const exportCommand: Command = {
  usage: '<board> [<file>] [--format markdown|json]',
  summary: 'writes a canvas out as Markdown or JSON',
  help: `Without a file it goes to standard output. A file of that name is written over. JSON holds everything; Markdown holds
what can be read. A deleted board can be exported too, until it is gone.`,
  options: { format: { type: 'string' } },
  takes: { least: 1, most: 2, words: 'the id of a board and, if you like, the name of a file' },
  run: asked =>
    beside(asked, storage => {
      const { format = 'markdown' } = asked.options
      const toText = FORMATS[String(format)]
      if (!toText) throw new WrongUse(`The format is markdown or json, not "${String(format)}".`)
      const board = boardAsked(storage, asked)
      const stored = storage.document(canvasName(board.id, 'main'))
      if (!stored) throw new WrongUse(`The board ${board.id} has no canvas.`)
      const content = readStored(stored, document => contentOf(openCanvas(document)))
      const text = toText(content)
      const [, file] = asked.args
      if (file === undefined) return { text, json: toJSON(content) }
      write(file, text)
      const notes = content.notes.length
      return { text: `Wrote ${count(notes, 'note')} to ${file}.`, json: { board: board.id, file, format, notes } }
    }),
}
