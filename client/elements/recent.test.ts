import { expect, test } from 'vitest'
import { forgetBoard, recentBoards, rememberBoard } from './recent.ts'

function memory(text?: string) {
  const kept = new Map<string, string>(text === undefined ? [] : [['nonagon.boards', text]])
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  }
}

test('[B1] the board opened last stands first, each once, and six are kept', () => {
  const storage = memory()
  for (const [at, id] of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'b'].entries())
    rememberBoard(storage, { id, title: id, at })
  expect(recentBoards(storage).map(board => board.id)).toEqual(['b', 'g', 'f', 'e', 'd', 'c'])
  forgetBoard(storage, 'g')
  expect(recentBoards(storage).map(board => board.id)).toEqual(['b', 'f', 'e', 'd', 'c'])
})

test.each(['', 'nonsense', '{}', '[1, null, {"id": 3}]'])('what cannot be read is left out: %j', text => {
  expect(recentBoards(memory(text))).toEqual([])
})
