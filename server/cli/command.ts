/** What a command is: one entry of the table in `cli.ts`. It gets what was typed, and says what it did. */
import type { Config } from '../config.ts'
import { openBeside } from '../storage/sqlite.ts'
import type { Storage, StoredBoard } from '../storage/storage.ts'

/** Used wrongly; the sentence is all that is said. */
export class WrongUse extends Error {}

export interface Asked {
  readonly config: Config
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly now: number
}

/** What a command says: for people, and with `--json` for programs. */
export interface Said {
  readonly text: string
  readonly json: unknown
}

export interface Command {
  /** What follows the name. */
  readonly usage: string
  /** One line in the list of commands, beginning with a verb. */
  readonly summary: string
  /** What else there is to know. */
  readonly help: string
  readonly options?: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>
  /** How many words may follow the name, and what they are called when one is missing. */
  readonly takes: { readonly least: number; readonly most: number; readonly words: string }
  run(asked: Asked): Promise<Said>
}

/** Opens what is kept, beside a server that may run on it, for as long as `work` takes. */
export async function beside<T>(
  { config }: Asked,
  work: (storage: Storage) => T | Promise<T>,
  options: { readonly create?: boolean } = {},
): Promise<T> {
  const storage = openBeside(config.dataDir, options)
  try {
    return await work(storage)
  } finally {
    storage.close()
  }
}

/** The board that was typed. */
export function boardAsked(storage: Storage, { args: [id = ''] }: Asked): StoredBoard {
  const board = storage.board(id)
  if (!board) throw new WrongUse(`There is no board ${printable(id)}. The command boards lists all.`)
  return board
}

/** What people wrote goes to a terminal without anything that a terminal obeys. */
export const printable = (text: string): string => text.replace(/\p{C}/gu, ' ').trim()

export const titleOf = ({ title }: Pick<StoredBoard, 'title'>): string => printable(title) || 'without a title'

/** A moment as a host reads it, in UTC. */
export const timeOf = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

export const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

export const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`

/** Rows under their heads, each column as wide as it must be; `right` names those of figures. */
export function columns(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly string[] = [],
): string {
  const widths = heads.map((head, index) => Math.max(head.length, ...rows.map(row => row[index]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => {
        const width = widths[index] ?? 0
        return right.includes(heads[index] ?? '') ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return [heads, ...rows].map(line).join('\n')
}
