/** `delete <board>` and `undelete <board>`. */
import { dayOf, goneAtOf } from '../access/days.ts'
import type { Storage, StoredBoard } from '../storage/storage.ts'
import type { Asked, Command, Said } from './command.ts'
import { beside, boardAsked, timeOf, titleOf, WrongUse } from './command.ts'

const takes = { least: 1, most: 1, words: 'the id of one board' }

const nameOf = (board: StoredBoard): string => `The board ${board.id} (${titleOf(board)})`

async function purge(storage: Storage, board: StoredBoard, { now, options }: Asked): Promise<Said> {
  if (!options['yes'])
    throw new WrongUse(`${nameOf(board)} would be gone at once and for good. Say so with --now --yes.`)
  // Deleted first: a server that runs shuts its doors before the rows go.
  if (board.deletedAt === null) await storage.commit([change(board, { deletedAt: now })])
  await storage.commit([{ kind: 'purge', board: board.id }])
  return {
    text: `${nameOf(board)} is gone for good. Backups still hold it.`,
    json: { board: board.id, deletedAt: now, goneAt: now },
  }
}

const change = (board: StoredBoard, what: Partial<Pick<StoredBoard, 'deletedAt' | 'usedAt'>>) =>
  ({ kind: 'changeBoard', board: board.id, change: what }) as const

export const deleteCommand: Command = {
  usage: '<board> [--now --yes]',
  summary: 'deletes a board; it can be taken back for a week',
  help: `A server that runs closes the board within seconds. For a week an owner or \`undelete\` takes it back; then all of it
goes. With --now it goes at once and for good, which has to be confirmed with --yes.`,
  options: { now: { type: 'boolean' }, yes: { type: 'boolean' } },
  takes,
  run: asked =>
    beside(asked, async storage => {
      const board = boardAsked(storage, asked)
      if (asked.options['now']) return purge(storage, board, asked)
      const deletedAt = board.deletedAt ?? asked.now
      if (board.deletedAt === null) await storage.commit([change(board, { deletedAt })])
      const goneAt = goneAtOf(deletedAt)
      const how = board.deletedAt === null ? 'is deleted' : 'was deleted already'
      return {
        text: `${nameOf(board)} ${how}. Until ${timeOf(goneAt)} it can be taken back.`,
        json: { board: board.id, deletedAt, goneAt },
      }
    }),
}

export const undeleteCommand: Command = {
  usage: '<board>',
  summary: 'takes a deleted board back',
  help: 'Its people, links and canvases are as they were.',
  takes,
  run: asked =>
    beside(asked, async storage => {
      const board = boardAsked(storage, asked)
      const wasDeleted = board.deletedAt !== null
      // Taken back it counts as used, or the retention would take it again.
      if (wasDeleted) await storage.commit([change(board, { deletedAt: null, usedAt: dayOf(asked.now) })])
      boardAsked(storage, asked)
      return {
        text: `${nameOf(board)} ${wasDeleted ? 'is back' : 'was not deleted'}.`,
        json: { board: board.id, wasDeleted },
      }
    }),
}
