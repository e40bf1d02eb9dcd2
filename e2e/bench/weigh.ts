/** What quiet rooms of 100 notes weigh by themselves: heap and buffers of a server without sockets, before, with, and after them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { canvasName } from '../../server/rooms/names.ts'
import { openSqlite } from '../../server/storage/sqlite.ts'
import { startInProcess } from '../support/in-process.ts'
import { canvasContent } from './canvas.ts'

const ROOMS = 300
const WARM_UP = 100

const folder = mkdtempSync(join(tmpdir(), 'nonagon-'))
const server = await startInProcess({ storage: openSqlite(folder), env: { IDLE_SECONDS: '2' } })
const { rooms, access } = server.server

function weight(): number {
  for (let i = 0; i < 4; i++) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

async function allGone(): Promise<void> {
  while (boards.some(board => rooms.roomsOf(board).length > 0)) await pause(100)
}

const content = canvasContent(100)
const boards: string[] = []
for (let i = 0; i < ROOMS + WARM_UP; i++) boards.push((await server.makeBoard(content)).board)
const open = (some: readonly string[]): void => {
  for (const board of some) {
    rooms.open(canvasName(board, 'main'))
    access.members(board)
  }
}
// Once through before it counts: compiled code and caches are nobody's weight.
open(boards.slice(ROOMS))
await allGone()
const before = weight()
open(boards.slice(0, ROOMS))
const loaded = weight()
await allGone()
const after = weight()
process.stdout.write(`${JSON.stringify({ perRoom: (loaded - before) / ROOMS, kept: (after - before) / ROOMS })}\n`)
await server.stop()
rmSync(folder, { recursive: true, force: true })
