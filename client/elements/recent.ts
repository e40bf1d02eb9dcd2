/** Boards opened in this browser, the latest first, so that a person finds back without the link. Only ids and titles are kept. */
export interface RecentBoard {
  readonly id: string
  readonly title: string
  readonly at: number
}

const KEY = 'nonagon.boards'
const MOST = 6

const isRecent = (value: unknown): value is RecentBoard => {
  const board = value as RecentBoard | null
  return typeof board?.id === 'string' && typeof board.title === 'string' && typeof board.at === 'number'
}

/** Whatever stands in the storage may be old or broken: what cannot be read is left out. */
export function recentBoards(storage: Pick<Storage, 'getItem'>): readonly RecentBoard[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isRecent) : []
  } catch {
    return []
  }
}

export function rememberBoard(storage: Pick<Storage, 'getItem' | 'setItem'>, board: RecentBoard): void {
  const others = recentBoards(storage).filter(other => other.id !== board.id)
  storage.setItem(KEY, JSON.stringify([board, ...others].sort((a, b) => b.at - a.at).slice(0, MOST)))
}

export function forgetBoard(storage: Pick<Storage, 'getItem' | 'setItem'>, id: string): void {
  storage.setItem(KEY, JSON.stringify(recentBoards(storage).filter(board => board.id !== id)))
}
