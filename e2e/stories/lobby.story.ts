/** [B1] Who comes to a board with a lobby waits, and the board opens by itself. */
import type { MadeBoard } from '../support/nonagon.ts'
import { secretOf } from '../support/nonagon.ts'
import { rawWith } from '../support/raw.ts'
import { expect, story } from '../support/story.ts'
import { writeSetting } from '../../shared/workshop/workshop.ts'

/** As a facilitator's script does it. */
async function opensLobby(url: string, board: MadeBoard): Promise<void> {
  const raw = rawWith(secretOf(board.links.facilitator), 'Ana', { url, path: `${board.board}/workshop` })
  await raw.synced()
  raw.doc.transact(() => writeSetting(raw.doc, 'lobby', true))
  await raw.saved()
  raw.cut()
}

async function admits(url: string, board: MadeBoard, name: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${secretOf(board.links.facilitator)}`,
    'x-nonagon-name': 'Ana',
    'content-type': 'application/json',
  }
  const api = `${url}/api/boards/${board.board}`
  const answer = await fetch(`${api}/people`, { headers })
  const { people } = (await answer.json()) as { people: { id: string; name: string; waiting?: true }[] }
  const person = people.find(each => each.name === name && each.waiting)?.id
  const body = JSON.stringify({ id: `admit ${name}`, command: 'person.admit', person })
  expect((await fetch(`${api}/commands`, { method: 'POST', headers, body })).status).toBe(200)
}

story(
  '[B1] who is new waits, reads why, and is at the board once they are let in',
  async ({ nonagon, board, person }) => {
    await opensLobby(nonagon.url, board)
    const ben = await person('Ben')
    const { page } = ben
    await page.goto(board.links.participant)
    await page.getByRole('textbox', { name: 'Your name' }).fill('Ben')
    await page.getByRole('button', { name: 'Join' }).click()
    const waits = page.getByRole('heading', { name: 'You wait to be let in.' })
    await expect(waits).toBeVisible()
    await ben.isAccessible('who waits to be let in')
    await page.reload()
    await expect(waits, 'also after a reload').toBeVisible()
    await admits(nonagon.url, board, 'Ben')
    await ben.isSaved()
    await expect(waits).toHaveCount(0)
  },
)
