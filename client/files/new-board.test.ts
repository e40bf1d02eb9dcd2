/** What becomes a board on the first page: canvases, and tables and lines as they come onto a board. */
import { expect, test } from 'vitest'
import { fromJSON, toJSON } from '../../shared/canvas/json.ts'
import { readNewBoard } from './new-board.ts'

let count = 0
const BY = { newId: () => `id${count++}`, now: 1, author: '' }
const reads = (name: string, text: string) => readNewBoard(new File([text], name), BY)

async function boardOf(name: string, text: string) {
  const read = await reads(name, text)
  if (!read.ok) return read.problem.kind
  const { notes } = read.content
  const spots = new Set(notes.map(({ place: [area, x, y] }) => `${area} ${x} ${y}`))
  expect(spots.size, 'none lies on another').toBe(notes.length)
  // The server takes it like this.
  expect(fromJSON(JSON.parse(JSON.stringify(toJSON(read.content))))).toMatchObject({ ok: true })
  return [read.title, ...notes.map(({ place: [area], text: words }) => `${area}: ${words}`).sort()]
}

test('[B14] a table is sorted into the blocks that it names; the board is called like the file', async () => {
  expect(await boardOf('Our model.csv', 'Key Partners,Costs\n"Banks, small",Rent\nShops,\n')).toEqual([
    'Our model',
    'costStructure: Rent',
    'keyPartnerships: Banks, small',
    'keyPartnerships: Shops',
  ])
})

test('[B14] lines of which nothing says where lie in the parking lot', async () => {
  expect(await boardOf('a.txt', 'Hosts\nCities\n')).toEqual(['a', 'parking: Cities', 'parking: Hosts'])
})

test('a canvas comes with its own title, and what means to be one and is not is refused as before', async () => {
  expect(await boardOf('a.md', '# Ours\n\n## Channels\n- Web')).toEqual(['Ours', 'channels: Web'])
  for (const text of ['## Nowhere\nodd', 'Milk and bread']) expect(await boardOf('a.md', text)).toBe('notACanvas')
  expect(await boardOf('a.csv', ' \n')).toBe('empty')
})
