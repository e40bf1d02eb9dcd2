/** Dot voting: three people vote, by click, by key and in the outline; the results stand beside each other, go on together, and are saved. */
import { readFile } from 'node:fs/promises'
import { BLANK_PLAN, BLANK_VOTE } from '../../shared/workshop/step.ts'
import { secretOf } from '../support/nonagon.ts'
import { expect, story } from '../support/story.ts'

story(
  '[B7] three people vote, by click, by key and in the outline; a second round stands beside the first, and the first three notes move on',
  async ({ board, nonagon, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.facilitator)
    const ben = await (await person('Ben')).returnsTo(board.links.participant)
    const mei = await (await person('Mei')).returnsTo(board.links.participant, { outline: true })
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

    const closes = async () => {
      await bar(ana).getByRole('button', { name: 'Close the vote' }).click()
      await bar(ana)
        .getByRole('group', { name: 'Close the vote' })
        .getByRole('button', { name: 'Close the vote' })
        .click()
      for (const who of [ana, ben, mei]) await expect(bar(who)).toHaveCount(0)
    }

    // In the outline dots are given by buttons, and are there again after a reload.
    const give = mei.region('Channels').getByRole('button', { name: /^Give a dot to/ })
    await give.first().click()
    await expect(bar(mei)).toContainText('2 left')
    await give.first().click()
    await expect(give.first()).toHaveAttribute('aria-disabled', 'true')
    await mei.page.reload()
    await expect(bar(mei)).toContainText('1 left')
    await bar(mei).getByRole('button', { name: 'I’m done' }).click()
    await expect(bar(ana)).toContainText('1 of 4 have finished')

    // On the canvas a click is a dot, and so is D for the note that is chosen; with Shift it is taken back.
    await expect(ben.page.getByRole('complementary', { name: 'Step' })).toBeVisible()
    const sheet = await ben.sheet()
    await ben.clicks(sheet.middle('Website'))
    await expect(bar(ben)).toContainText('2 left')
    await ben.presses('Escape')
    await expect(ben.page.getByRole('group', { name: 'The chosen note', exact: true })).toHaveCount(0)
    await ben.clicks(sheet.middle('Social media'))
    await expect(bar(ben)).toContainText('1 left')
    await ben.presses('d')
    await expect(bar(ben)).toContainText('none left')
    await ben.presses('Shift+d')
    await expect(bar(ben)).toContainText('1 left')

    // A facilitator's click points at a note; the key gives.
    await expect(ana.page.getByRole('complementary', { name: 'Agenda' })).toBeVisible()
    await ana.clicks((await ana.sheet()).middle('Mobile and desktop'))
    await ana.presses('d')
    await expect(bar(ana)).toContainText('2 left')
    await closes()

    await opens('Once more')
    await expect(bar(mei)).toContainText('3 left')
    await give.last().click()
    await expect(bar(mei)).toContainText('2 left')
    await closes()
    await mei.page.getByRole('tab', { name: 'Results' }).click()
    const table = mei.page.getByRole('table')
    await expect(table.getByRole('columnheader')).toHaveText([/Note/, /Vote 2/, /Vote 1/])
    await expect(table.getByRole('row')).toHaveText([/Note/, /Social/, /Mobile[^]*3/, /Website[^]*1 =/])

    // All of it is a file; the first three of a vote go on together.
    const { page } = ana
    await page.getByRole('tab', { name: 'Results' }).click()
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('group', { name: 'Save as' }).getByRole('button', { name: 'CSV' }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('Votes.csv')
    const [head, ...lines] = (await readFile(await saved.path(), 'utf8')).trimEnd().split('\r\n')
    expect(head).toBe('number,vote,rank,tied,dots,block,note,by')
    // Which of two that are tied comes first is by lot.
    expect(lines.sort()).toEqual([
      '1,Strongest channel,1,no,3,Channels,Mobile and desktop apps,',
      '1,Strongest channel,2,yes,1,Channels,"Social media: trends, releases, artist features",',
      '1,Strongest channel,2,yes,1,Channels,"Website: account, discovery, subscription",',
      '2,Once more,1,no,1,Channels,"Social media: trends, releases, artist features",',
    ])
    await page.getByRole('button', { name: 'Sort by vote 1: Strongest channel' }).click()
    await page.getByRole('combobox', { name: 'Move the top 3 to' }).selectOption('Key Activities')
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    for (const text of ['Mobile and desktop apps', 'Website', 'Social media'])
      await mei.sees(text, { in: 'Key Activities' })
  },
)
