/** The end of a board: it is deleted, can be taken back for a week, and then all of it goes. */
import type { Access } from '../access/access.ts'
import type { Codes } from '../access/codes.ts'
import { DAY_MS, dayOf, GRACE_MS, goneAtOf } from '../access/days.ts'
import type { Log } from '../log.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Storage } from '../storage/storage.ts'
import type { Workshops } from '../workshop/workshops.ts'
import type { Images } from './images.ts'

export interface BoardLife {
  readonly storage: Storage
  readonly rooms: Rooms
  readonly access: Access
  readonly codes: Codes
  readonly images: Images
  readonly workshops: Workshops
  readonly log: Log
  readonly now: () => number
  /** The server is about to stop: what is still to be swept waits for the next. */
  readonly isDraining: () => boolean
}

export interface Deletion {
  readonly deletedAt: number
  /** Until then it can be taken back. */
  readonly goneAt: number
}

/** Deletes a board that is there: everybody is out when this resolves. */
export async function deleteBoard(board: string, life: BoardLife): Promise<Deletion> {
  const deletedAt = life.now()
  await life.codes.end(board)
  await life.rooms.tick.write([{ kind: 'changeBoard', board, change: { deletedAt } }])
  life.log.info('board.deleted', { board })
  await life.rooms.end(board)
  return { deletedAt, goneAt: goneAtOf(deletedAt) }
}

/** Takes a deleted board back; says whether it is there. Being taken back counts as being used. */
export async function undeleteBoard(board: string, { storage, rooms, now }: BoardLife): Promise<boolean> {
  await rooms.tick.write([{ kind: 'changeBoard', board, change: { deletedAt: null, usedAt: dayOf(now()) } }])
  // It may have been purged in the same commit, or by another process.
  return storage.board(board) !== undefined
}

/** Deletes what nobody used for as long as the host keeps boards, purges what was deleted a week ago, and sweeps images. */
export async function sweepBoards(life: BoardLife): Promise<void> {
  const { storage, rooms, access, images, now } = life
  for (const board of rooms.boards()) if (rooms.isOpen(board)) await access.use(board)
  const today = dayOf(now())
  const days = storage.retention()
  for (const board of storage.boards()) {
    const { id, deletedAt, usedAt } = board
    if (life.isDraining()) return
    if (deletedAt !== null && goneAtOf(deletedAt) <= now()) {
      await rooms.end(id)
      await rooms.tick.write([{ kind: 'purge', board: id, deletedBy: now() - GRACE_MS }])
      access.forget(id)
      life.workshops.forget(id)
      life.log.info('board.purged', { board: id })
    } else if (deletedAt === null && days !== null && today - usedAt > days * DAY_MS) await deleteBoard(id, life)
    else if (deletedAt === null) {
      await life.workshops.sweep(id)
      await images.sweep(board)
    }
  }
}

/** Lets everybody out of boards that another process deleted or purged. */
export async function leaveDeleted({ rooms, access }: BoardLife): Promise<void> {
  for (const board of rooms.boards()) if (!access.exists(board)) await rooms.end(board)
}
