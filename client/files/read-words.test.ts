/** Files of lines and tables come as what is pasted does; a canvas that goes wrong says where. */
import { expect, test } from 'vitest'
import { readCanvasFile } from './read-canvas.ts'
import { readWordsFile } from './read-words.ts'

let count = 0
const BY = { newId: () => `id${count++}`, now: 1, author: 'ana' }

async function wordsOf(name: string, content: string | Uint8Array<ArrayBuffer>, type = ''): Promise<readonly string[]> {
  const file = new File([content], name, { type })
  const pasted = await readWordsFile(file, await readCanvasFile(file, BY))
  if (pasted?.kind !== 'notes') return ['none']
  return pasted.notes.map(({ area, text }) => (area ? `${area}: ${text}` : text))
}

test('[B14] a table comes sorted into the blocks it names, and every cell where it names none', async () => {
  expect(await wordsOf('a.csv', 'Channels,Costs\nWeb,Rent\n')).toEqual(['channels: Web', 'costStructure: Rent'])
  expect(await wordsOf('a.tsv', 'a\tb\n')).toEqual(['a', 'b'])
  expect(await wordsOf('a', 'red,green\nblue,white', 'text/csv')).toEqual(['red', 'green', 'blue', 'white'])
})

test('[B14] a table in the letters of an old system, a byte each', async () => {
  const latin = Uint8Array.from('Kan\xe4le;Kosten\r\nCaf\xe9;1,5 \x80\r\n', letter => letter.charCodeAt(0))
  expect(await wordsOf('alt.csv', latin)).toEqual(['channels: Café', 'costStructure: 1,5 €'])
  expect(await wordsOf('alt.txt', latin)).toEqual(['none'])
})

test('[B14] plain lines come, with names of blocks above them or without', async () => {
  expect(await wordsOf('a.txt', 'Hosts, guests\nCities')).toEqual(['Hosts, guests', 'Cities'])
  expect(await wordsOf('a.txt', 'Channels:\n- Web\nCosts:\n- Rent')).toEqual(['channels: Web', 'costStructure: Rent'])
})

test('what is a canvas, or means to be one, is no list of lines; nor is what is no text, or nothing', async () => {
  expect(await wordsOf('a.md', '## Channels\n- Web')).toEqual(['none'])
  expect(await wordsOf('a.md', '## Channels\n- Web\n## Nowhere\nodd')).toEqual(['none'])
  expect(await wordsOf('a.json', '{"half":')).toEqual(['none'])
  expect(await wordsOf('a.csv', Uint8Array.of(0x50, 0x4b, 3, 4, 0xff))).toEqual(['none'])
  expect(await wordsOf('a.csv', ' \n,\n')).toEqual(['none'])
})
