/** Dot voting: three people vote, one of them in the outline only; the results stand on the notes and beside each other. */
import { BLANK_PLAN, BLANK_VOTE } from '../../shared/workshop/step.ts'
import { secretOf } from '../support/nonagon.ts'
import { expect, story } from '../support/story.ts'

story(
  '[B7] three people vote, one of them by the outline; it closes, and a second round stands beside the first',
  async ({ board, nonagon, person }) => {
    const ana = await (await person('Ana')).joins(board.links.facilitator)
    const ben = await (await person('Ben')).joins(board.links.participant)
    const mei = await (await person('Mei')).joins(board.links.participant, { outline: true })
    let seq = 0
    const opens = async (title: string) => {
      const vote = { ...BLANK_VOTE, dots: 3, perNote: 2, blocks: ['channels'], shuffled: false }
      const response = await fetch(`${nonagon.url}/api/boards/${board.board}/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secretOf(board.links.facilitator)}` },
        body: JSON.stringify({ id: title, command: 'step.start', seq, plan: { ...BLANK_PLAN, title, vote } }),
      })
      expect(response.status).toBe(200)
      seq = ((await response.json()) as { run: { seq: number } }).run.seq
    }
    const bar = (who: typeof ana) => who.page.getByRole('region', { name: 'Vote', exact: true })
    await opens('Strongest channel')
    for (const who of [ana, ben, mei]) await expect(bar(who)).toContainText('Strongest channel')

    const give = mei.region('Channels').getByRole('button', { name: /^Give a dot to/ })
    await give.first().click()
    await expect(bar(mei)).toContainText('2 left')
    await give.first().click()
    await expect(give.first()).toHaveAttribute('aria-disabled', 'true')
    await mei.page.reload()
    await expect(bar(mei)).toContainText('1 left')
    await bar(mei).getByRole('button', { name: 'I’m done' }).click()
    await expect(bar(ana)).toContainText('1 of 4 have finished')

    await bar(ana).getByRole('button', { name: 'Close the vote' }).click()
    await bar(ana)
      .getByRole('group', { name: 'Close the vote' })
      .getByRole('button', { name: 'Close the vote' })
      .click()
    for (const who of [ana, ben, mei]) await expect(bar(who)).toHaveCount(0)

    await opens('Once more')
    await expect(bar(mei)).toContainText('3 left')
    await give.last().click()
    await expect(bar(mei)).toContainText('2 left')
    await bar(ana).getByRole('button', { name: 'Close the vote' }).click()
    await bar(ana)
      .getByRole('group', { name: 'Close the vote' })
      .getByRole('button', { name: 'Close the vote' })
      .click()
    await expect(bar(mei)).toHaveCount(0)
    await mei.page.getByRole('tab', { name: 'Results' }).click()
    const table = mei.page.getByRole('table')
    await expect(table.getByRole('columnheader')).toHaveText([/Note/, /Vote 2/, /Vote 1/])
    await expect(table.getByRole('row')).toHaveCount(3)
  },
)
