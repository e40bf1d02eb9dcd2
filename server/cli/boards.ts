/** `boards`: what is kept here, without anything of what people wrote but the titles. */
import { contentOf, openCanvas } from '../../shared/canvas/canvas.ts'
import { goneAtOf } from '../access/days.ts'
import type { Storage, StoredBoard } from '../storage/storage.ts'
import type { Command } from './command.ts'
import { beside, columns, dateOf, titleOf } from './command.ts'
import { readStored } from './read-stored.ts'

const HEADS = ['board', 'created', 'last used', 'people', 'notes', 'KiB', 'deleted', 'title']

function about(storage: Storage, { id, title, createdAt, usedAt, deletedAt }: StoredBoard) {
  const documents = storage.documents(id).flatMap(name => storage.document(name) ?? [])
  const canvases = documents.filter(({ name }) => name.startsWith(`${id}/canvas/`))
  const notesOf = (stored: (typeof documents)[number]) =>
    readStored(stored, document => contentOf(openCanvas(document)).notes.length)
  return {
    board: id,
    title,
    createdAt,
    usedAt,
    people: storage.people(id).filter(({ removedAt }) => removedAt === null).length,
    notes: canvases.reduce((sum, each) => sum + notesOf(each), 0),
    bytes: documents.flatMap(({ updates }) => updates).reduce((sum, update) => sum + update.length, 0),
    deletedAt,
    goneAt: deletedAt === null ? null : goneAtOf(deletedAt),
  }
}

export const boardsCommand: Command = {
  usage: '',
  summary: 'lists the boards',
  help: `One line a board: when it was made and last used, the people who joined, its notes, its size, and until when a
deleted one can be taken back.`,
  takes: { least: 0, most: 0, words: 'nothing' },
  run: asked =>
    beside(asked, storage => {
      const all = storage.boards().map(board => about(storage, board))
      const rows = all.map(each => [
        each.board,
        dateOf(each.createdAt),
        dateOf(each.usedAt),
        String(each.people),
        String(each.notes),
        String(Math.ceil(each.bytes / 1024)),
        each.goneAt === null ? '' : `until ${dateOf(each.goneAt)}`,
        titleOf(each),
      ])
      const text = rows.length === 0 ? 'There are no boards.' : columns(HEADS, rows, ['people', 'notes', 'KiB'])
      return { text, json: all }
    }),
}
