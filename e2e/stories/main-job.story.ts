/** The main job on real input: Spotify imported, edited by two while the server is killed and restarted, exported, compared. */
import { SPOTIFY } from '../../shared/canvas/examples/spotify.ts'
import { secretOf } from '../support/nonagon.ts'
import { expect, story } from '../support/story.ts'

story('the Spotify canvas through two people, a killed server, and back out', async ({ nonagon, person }) => {
  const board = await nonagon.makeBoard({ markdown: SPOTIFY })
  const ana = await (await person('Ana')).joins(board.links.facilitator, { outline: true })
  const ben = await (await person('Ben')).joins(board.links.participant, { outline: true })
  const exported = async () => {
    const headers = { authorization: `Bearer ${secretOf(board.links.observer)}` }
    return (await fetch(`${nonagon.url}/api/boards/${board.board}/canvases/main.md`, { headers })).text()
  }
  expect(await exported()).toBe(SPOTIFY)
  await ana.adds('Car makers', { to: 'Key Partnerships' })
  await nonagon.end('SIGKILL')
  await Promise.all([
    ana.adds('Audiobooks', { to: 'Revenue Streams' }),
    ben.adds('Concert tickets', { to: 'Revenue Streams' }),
  ])
  await nonagon.start()
  await Promise.all([ana.isSaved(), ben.isSaved()])
  await ana.sees('Concert tickets', { in: 'Revenue Streams' })
  await ben.sees('Audiobooks', { in: 'Revenue Streams' })
  await nonagon.end('SIGTERM')
  await nonagon.start()
  await Promise.all([ana.isSaved(), ben.isSaved()])
  // Exactly the three notes more, each in its block; the rest byte for byte.
  const lines = (await exported()).split('\n')
  const added = ['- Car makers', '- Audiobooks', '- Concert tickets']
  for (const line of added) expect(lines.filter(each => each === line)).toHaveLength(1)
  expect(lines.filter(line => !added.includes(line)).join('\n')).toBe(SPOTIFY)
  const revenue = lines.slice(lines.indexOf('## Revenue Streams'), lines.indexOf('## Key Resources'))
  expect(revenue).toEqual(expect.arrayContaining(['- Audiobooks', '- Concert tickets']))
})
