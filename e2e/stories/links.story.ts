/** Links by hand: drawn from a note's edge, and dragged by the head to another note. */
import { expect, story } from '../support/story.ts'

story(
  'a link is drawn and then dragged by its head to another note; the server takes both',
  async ({ nonagon, person }) => {
    const markdown = '# A\n\n## Customer Segments\n- Hosts\n- Guests\n\n## Value Propositions\n- Homes\n'
    const board = await nonagon.makeBoard({ markdown })
    const ana = await (await person('Ana')).returnsTo(board.links.participant)
    const sheet = await ana.sheet()
    const reached = async () => {
      const { notes, links } = await ana.canvas()
      return links.map(({ to }) => notes.find(({ id }) => id === to)?.text)
    }
    await ana.clicks(sheet.middle('Homes'))
    const { x, y, width, height } = sheet.note('Homes')
    await ana.takes({ x: x + width + 1, y: y + height / 2 }, sheet.middle('Hosts'))
    await ana.letsGo()
    await expect.poll(reached).toEqual(['Hosts'])
    const hosts = sheet.note('Hosts')
    await ana.takes({ x: hosts.x - 4, y: hosts.y + hosts.height / 2 }, sheet.middle('Guests'))
    await ana.letsGo()
    await expect.poll(reached).toEqual(['Guests'])
    await ana.presses('Control+z')
    await expect.poll(reached).toEqual(['Hosts'])
  },
)
