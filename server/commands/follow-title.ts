/** The board's title is the main canvas's; storage keeps a copy for invitations, written in the same commit. */
import { canvasName } from '../rooms/names.ts'
import type { Room } from '../rooms/room.ts'
import type { Entry, Storage } from '../storage/storage.ts'

/** Rows that follow from changes of a room; none unless the title is among them. */
export function followTitle(storage: Storage, room: Room, changes: readonly string[]): readonly Entry[] {
  if (room.name !== canvasName(room.board, 'main') || !changes.includes('about/title')) return []
  const board = storage.board(room.board)
  const title = room.value('about', 'title')
  if (!board || typeof title !== 'string' || title === board.title) return []
  return [{ kind: 'changeBoard', board: board.id, change: { title } }]
}
