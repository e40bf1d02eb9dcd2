/** What is pasted becomes the notes that somebody sees in it, whatever program it comes from. */
import { expect, test } from 'vitest'
import { SPOTIFY } from '../../shared/canvas/examples/spotify.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { Pasted } from './read-pasted.ts'
import { readPasted, readWords } from './read-pasted.ts'

let count = 0
const by = { newId: () => `new${count++}`, now: 0, author: 'ana' }
const read = (text: string, html = '') => readPasted({ text, html }, by)

/** Each note as `block: text`, or its text alone. */
const notes = (text: string, html = '') => told(read(text, html))

function told(pasted: Pasted): readonly string[] {
  if (pasted.kind !== 'notes') return [pasted.kind]
  return pasted.notes.map(({ area, text: words }) => (area ? `${area}: ${words}` : words))
}

test.each<readonly [what: string, text: string, notes: readonly string[]]>([
  ['lines', 'Hosts\nGuests\n\n  Cities  \n', ['Hosts', 'Guests', 'Cities']],
  ['one line', 'Hosts, and those who would be', ['Hosts, and those who would be']],
  ['line ends of every system', 'a\r\nb\rc\u2028d\u0085e', ['a', 'b', 'c', 'd', 'e']],
  ['bullets', '- a\n* b\n• c\n– d\n\uf0b7 e\n1. f\n12) g\n- [ ] h\n☐ i\n٣. j', [...'abcdefghij']],
  ['signs that are no bullets', '-5 %\n3.5 million\n*bold*\n#tag', ['-5 %', '3.5 million', '*bold*', '#tag']],
  ['bullets in a script from the right', '\u200f- مرحبا\n\u200f١. سلام', ['مرحبا', 'سلام']],
  ['nothing to see', ' \n\t\n\u200b\u200d\n-\n', ['nothing']],
  ['indented by tabs', 'a\n\tb\n\t\tc', ['a', 'b', 'c']],
  ['cells', 'a\tb\n\tc\nd\t', ['a', 'b', 'c', 'd']],
  ['a cell of several lines', '"a\nb"\n"say ""hi"""\nc', ['a\nb', 'say "hi"', 'c']],
  ['a cell with tab, line and quote', 'x\t"1\t""2""\r\n3"\r\ny\tz', ['x', '1\t"2"\n3', 'y', 'z']],
  [
    'quotes that are words',
    '"Hello"\n"We love it", she said\n"never closed',
    ['"Hello"', '"We love it", she said', '"never closed'],
  ],
])('[B14] lines and cells: %s', (_what, text, expected) => {
  expect(notes(text)).toEqual(expected)
})

test.each<readonly [what: string, text: string, notes: readonly string[]]>([
  [
    'a column of names',
    'Channels\tWebsite\nKey Partners\tLandlords\n\tBanks',
    ['channels: Website', 'keyPartnerships: Landlords', 'keyPartnerships: Banks'],
  ],
  [
    'the names in the second column, under a title',
    'Note\tBlock\nWebsite\tCH\nRent\tCosts',
    ['channels: Website', 'costStructure: Rent'],
  ],
  [
    'names as the titles of columns',
    'Key Partners\tChannels\nLandlords\tWebsite\n\tFair',
    ['keyPartnerships: Landlords', 'channels: Website', 'channels: Fair'],
  ],
  ['one row', 'Channels\tWebsite', ['channels: Website']],
  [
    'a title with nothing below it yet',
    'Channels\tCosts\tPartners\nWeb\t\tBanks',
    ['channels: Web', 'keyPartnerships: Banks'],
  ],
  ['in German', 'Kanäle\tWebseite\nSchlüsselpartner\tBanken', ['channels: Webseite', 'keyPartnerships: Banken']],
  ['in Arabic', 'القنوات\tالموقع\nالشركاء\tالبنوك', ['channels: الموقع', 'keyPartnerships: البنوك']],
  ['words that name nothing', 'a\tChannels\nb\tc', ['a', 'Channels', 'b', 'c']],
  [
    'titles in German, lines within cells, blanks, Windows',
    'Kundensegmente\tKanäle\tKosten\r\n"Familien\r\nmit Kindern"\t\tMiete\r\n\tWeb\t\r\n',
    ['customerSegments: Familien\nmit Kindern', 'costStructure: Miete', 'channels: Web'],
  ],
  [
    'a title of the whole above those of the columns',
    'Our canvas\t\t\nChannels\tCosts\t\nWeb\tRent\tBen',
    ['Our canvas', 'channels: Web', 'costStructure: Rent', 'Ben'],
  ],
])('[B14] two columns: %s', (_what, text, expected) => {
  expect(notes(text)).toEqual(expected)
})

test.each<readonly [what: string, text: string, notes: readonly string[]]>([
  [
    'quotes that it needs',
    'Website,"Fair, in spring"\r\n"say ""hi""",Phone\r\n',
    ['Website', 'Fair, in spring', 'say "hi"', 'Phone'],
  ],
  ['quotes all over', '"a","b"\n"c","d"', ['a', 'b', 'c', 'd']],
  ['a cell of several lines', '"a\nb",c\nd,e', ['a\nb', 'c', 'd', 'e']],
  [
    'titles that name blocks, with empty cells',
    'Channels,Key Partners\nWebsite,\nFair,Banks',
    ['channels: Website', 'channels: Fair', 'keyPartnerships: Banks'],
  ],
  [
    'names beside each row, under a title',
    'Note,Block\nWebsite,CH\n\nRent,Costs\n',
    ['channels: Website', 'costStructure: Rent'],
  ],
  [
    'semicolons, as where the comma is part of a figure',
    'Kosten;Kanäle\n1,5 Mio;Web',
    ['costStructure: 1,5 Mio', 'channels: Web'],
  ],
  [
    'written by hand, with spaces',
    'Channels, Key Partners\nWebsite, Landlords\n, Banks',
    ['channels: Website', 'keyPartnerships: Landlords', 'keyPartnerships: Banks'],
  ],
  [
    'names beside each row, by hand',
    'Block, Note\nChannels, Website\nKey Partners, "Banks, and landlords"',
    ['channels: Website', 'keyPartnerships: Banks, and landlords'],
  ],
  ['quotes all over, by hand', '"a", "b, c"\n"d", "e"', ['a', 'b, c', 'd', 'e']],
  [
    'bars, as in Markdown',
    '| Channels | Costs |\n|:--|--:|\n| Web \\| shop | Rent<br>and heat |\n| Fair | |',
    ['channels: Web | shop', 'costStructure: Rent\nand heat', 'channels: Fair'],
  ],
])('[B14] a saved table: %s', (_what, text, expected) => {
  expect(notes(text)).toEqual(expected)
})

test.each<readonly [what: string, text: string]>([
  ['words with commas', 'Hosts, guests\nCities, towns'],
  ['a name in front of words', 'Users, who pay\nPartners, who help'],
  ['a short name in front of words, and no more rows', 'Hosts, who rent\nChannels, who sell'],
  ['words between bars', 'a | b\nc | d\ne | f'],
  ['speech', '"Hello, you", she said\n"Bye, now", he said'],
  ['lines with another number of commas', 'Channels,Website\nFair'],
  ['no name and no quotes', 'red,green\nblue,white'],
  ['one line', 'Channels,Website'],
  ['one cell in each line', '"Hello"\n"Channels"'],
])('[B14] no saved table: %s', (_what, text) => {
  expect(notes(text)).toEqual(text.split('\n'))
})

test.each<readonly [what: string, text: string, notes: readonly string[]]>([
  [
    'hashes',
    '# Our canvas\n## Key Partners\nLandlords\n## Kosten\n* Rent',
    ['Our canvas', 'keyPartnerships: Landlords', 'costStructure: Rent'],
  ],
  ['colons and stars', 'Kunden:\nHosts\n**Partners**\nBanks', ['customerSegments: Hosts', 'keyPartnerships: Banks']],
  [
    'whole names in one list',
    'Customer Segments\nHosts\nChannels\nWebsite',
    ['customerSegments: Hosts', 'channels: Website'],
  ],
  [
    'numbers in front',
    '1. Customer Segments\n- Hosts\n2. Channels\n- Website',
    ['customerSegments: Hosts', 'channels: Website'],
  ],
  [
    'short names over bullets',
    'Users\n- Hosts\nPartners\n- Banks',
    ['customerSegments: Hosts', 'keyPartnerships: Banks'],
  ],
  ['short names set apart', 'Users\nHosts\n\nPartners\nBanks', ['customerSegments: Hosts', 'keyPartnerships: Banks']],
  ['in Arabic', 'القنوات\n- الموقع\nالتكاليف:\n- الإيجار', ['channels: الموقع', 'costStructure: الإيجار']],
  ['a list in which a short name is a note', 'Users\nAdvertisers\nPartners', ['Users', 'Advertisers', 'Partners']],
  ['a list that does not begin with one', 'Website\nChannels\nFair', ['Website', 'Channels', 'Fair']],
  ['bullets that name blocks', '- Channels\n- Website', ['Channels', 'Website']],
  ['names and nothing below', 'Channels:\nPartners:', ['Channels:', 'Partners:']],
])('[B14] headings: %s', (_what, text, expected) => {
  expect(notes(text)).toEqual(expected)
})

test('[B14] a whole canvas comes as it is, as Markdown or JSON', () => {
  const pasted = read(SPOTIFY)
  expect(pasted.kind).toBe('canvas')
  if (pasted.kind !== 'canvas') return
  expect(pasted.content.notes.some(({ segments }) => segments.length > 0)).toBe(true)
  expect(notes('{"not": "a canvas"}')).toEqual(['{"not": "a canvas"}'])
})

test('[B14] letters of all scripts, joiners and directions stay; what nobody sees and does something goes', () => {
  const family = '👩‍👩‍👧'
  const england = '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'
  const kept = [family, england, '👍🏽', 'می‌خواهم', 'e\u0301', '\u2067שלום\u2069 a', 'क्षि']
  expect(notes(kept.join('\n'))).toEqual(kept)
  expect(notes('\ufeffa\0b\u001bc\u0090d\u202ee\u202c f\ufffcg\ud800h\u{1fffe}i')).toEqual(['abcde fghi'])
})

const table = (rows: string): string => `<html><head><style>td { color: "red" }</style></head><body>
<!--StartFragment--><meta charset="utf-8"><table data-x="a > b"><colgroup><col></colgroup>${rows}</table><!--EndFragment--></body></html>`

test.each<readonly [what: string, html: string, notes: readonly string[]]>([
  [
    'cells',
    table('<tr><td>Channels<td>Web&shy; &amp; <b>shop</b></tr><tr><td></td><td>Fair</td></tr>'),
    ['channels: Web&shy; & shop', 'channels: Fair'],
  ],
  ['lines within a cell', table('<tr><td>a<br>b<p>c</p></td></tr>'), ['a\nb\nc']],
  [
    'what would run is text or nothing',
    table('<tr><td><script>alert("</td>")</script>a&lt;b&#62;&#x200F;</td></tr>'),
    ['a<b>\u200f'],
  ],
  ['words around it: the text counts', `<p>Look:</p>${table('<tr><td>a</td></tr>')}`, ['plain']],
  ['no table', '<p>a</p>', ['plain']],
  [
    'a cell that holds for several rows, and one over several columns',
    table(
      '<tr><td>Where<td>What<td colspan=2>Who<tr><td rowspan="2">Channels<td>Web</tr><tr><td>Fair</tr><tr><td>Costs<td>Rent</tr>',
    ),
    ['channels: Web', 'channels: Fair', 'costStructure: Rent'],
  ],
  ['spans without end', '<table><tr><td rowspan=99999999 colspan=99999999>a</td><td>b</td></tr></table>', ['a']],
  ['cut off', '<table><tr><td>a</td><td title="', ['a']],
])('[B14] an HTML table: %s', (_what, html, expected) => {
  expect(notes('plain', html)).toEqual(expected)
})

test('[B14] more notes than a canvas holds, or too much text, is refused', () => {
  const lines = (many: number) => Array.from({ length: many }, (_, i) => `Note ${i}`).join('\n')
  expect(notes(lines(LIMITS.notes))).toHaveLength(LIMITS.notes)
  expect(read(lines(10_000)).kind).toBe('tooMuch')
  expect(read('a'.repeat(1_000_001)).kind).toBe('tooMuch')
})

test.each<readonly [what: string, html: string, notes: readonly string[]]>([
  ['a list', '<ul><li>Hosts</li><li>Guests &amp; more<br></li></ul>', ['Hosts', 'Guests & more']],
  ['paragraphs', '<style>p { color: red }</style><p>Hosts\n who rent</p><p>Guests</p>', ['Hosts who rent', 'Guests']],
  [
    'headings that name blocks',
    '<h2>Channels</h2><ul><li>Web</ul><h2>Costs</h2><ul><li>Rent</ul>',
    ['channels: Web', 'costStructure: Rent'],
  ],
  ['our own, torn', '<div data-nonagon-board="x" data-nonagon="{&quot;no"><ul><li>a</li><li>b</li></ul>', ['a', 'b']],
  ['a picture', '<meta charset="utf-8"><img src="https://a.example/b.png" alt="Words">', ['nothing']],
])('[B14] a page with no text beside it: %s', (_what, html, expected) => {
  expect(notes('', html)).toEqual(expected)
})

test('[B14] a file that calls itself a table is one, whatever separates its cells', () => {
  const table = (text: string) => told(readWords(text, { isTable: true }))
  expect(table('red,green\nblue, white\n')).toEqual(['red', 'green', 'blue', 'white'])
  expect(table('\ufeffKanäle;Kosten\r\nWeb;1,5 Mio\r\n')).toEqual(['channels: Web', 'costStructure: 1,5 Mio'])
  expect(table('Channels,Costs,\nWeb')).toEqual(['channels: Web'])
  expect(table('a\tb')).toEqual(['a', 'b'])
  expect(told(readWords('Hosts, guests\nCities, towns', { isTable: false }))).toEqual([
    'Hosts, guests',
    'Cities, towns',
  ])
})
