/** Pictures on notes: chosen, dropped, seen by others, in the outline and in exports; what is refused, and why. */
import { readFile } from 'node:fs/promises'
import { pngOf } from '../support/image-file.ts'
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

const TEAL = [12, 130, 120] as const

interface Dropped {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

async function drops({ page }: Person, ...files: readonly Dropped[]): Promise<void> {
  const plain = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }))
  const dataTransfer = await page.evaluateHandle(list => {
    const transfer = new DataTransfer()
    for (const { name, type, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type }))
    }
    return transfer
  }, plain)
  await page.dispatchEvent('body', 'dragover', { dataTransfer })
  await page.dispatchEvent('body', 'drop', { dataTransfer })
}

const picture = (bytes: Buffer): Dropped => ({ name: 'shop.png', type: 'image/png', bytes })
const large = () => picture(pngOf(TEAL, { width: 2400, height: 1800 }))

const imagesOf = async (person: Person) => (await person.canvas()).notes.flatMap(({ image }) => image ?? [])

/** Near enough for a picture that was pressed. */
const isTeal = (painted: string): boolean =>
  painted.split(', ').every((part, i) => Math.abs(Number(part) - (TEAL[i] ?? 0)) < 12)

story('a dropped picture becomes a note that all see, in the outline and in exports', async ({ board, person }) => {
  const ana = await (await person('Ana')).returnsTo(board.links.participant)
  const ben = await (await person('Ben')).returnsTo(board.links.participant)
  const sheet = await ana.sheet()
  const spot = sheet.spot('costStructure', 700, 100)
  await ana.page.mouse.move(spot.x, spot.y)
  await drops(ana, { name: 'shop.svg', type: 'image/svg+xml', bytes: Buffer.from('<svg/>') })
  await expect(ana.page.locator('nn-toast')).toContainText('Only PNG, JPEG and WebP')
  await drops(ana, large())
  await expect.poll(async () => (await imagesOf(ana)).length).toBe(1)
  // It is chosen, and its words stand below the picture.
  await ana.presses('Enter')
  await ana.page.getByRole('textbox', { name: /^Note in/ }).fill('Our shop')
  await ana.presses('Escape', 'Escape')
  await ana.isSaved()
  const note = (await ana.canvas()).notes.find(({ image }) => image !== undefined)
  expect(note?.text).toBe('Our shop')
  expect(note?.place[0]).toBe('costStructure')
  // Small, and of a kind that the browser made.
  const answer = await ben.page.request.get(
    `${new URL(ben.page.url()).origin}/api/boards/${board.board}/images/${note?.image}`,
  )
  const file = await answer.body()
  expect(answer.headers()['content-type']).toBe('image/webp')
  expect(file.length).toBeLessThan(1024 * 1024)
  // Above the words of the note, on both screens.
  const later = await ben.sheet()
  const { x, y, width } = later.note('Our shop')
  const middle = { x: x + width / 2, y: y + 70 * later.zoom }
  for (const each of [ana, ben]) await expect.poll(async () => isTeal(await each.paintedAt(middle))).toBe(true)

  await ana.page.getByRole('button', { name: 'More', exact: true }).click()
  await ana.page.getByRole('menuitem', { name: 'Export the canvas' }).click()
  await ana.page.getByRole('radio', { name: 'Drawing (SVG)' }).check()
  const download = ana.page.waitForEvent('download')
  await ana.page.getByRole('button', { name: /^Download/ }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toMatch(/<image [^>]*href="data:image\/webp;base64,/)

  await ana.presses('Control+z', 'Control+z')
  await expect.poll(async () => (await imagesOf(ana)).length).toBe(0)
  await ana.presses('Control+Shift+z', 'Control+Shift+z')
  await expect.poll(async () => (await imagesOf(ana)).length).toBe(1)
  await ben.presses('o')
  const shown = ben.page.getByRole('region', { name: 'Cost Structure' }).getByRole('img', { name: 'Picture' })
  await shown.scrollIntoViewIfNeeded()
  await expect(shown).toBeVisible()
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1600)
  await ben.isAccessible('an outline with a picture')
})

story('a chosen picture goes on the chosen note, and off again', { tag: '@soak' }, async ({ board, person }) => {
  const ana = await (await person('Ana')).returnsTo(board.links.participant)
  const sheet = await ana.sheet()
  const [note] = (await ana.canvas()).notes.filter(({ place }) => place[0] === 'costStructure')
  await ana.clicks(sheet.middle(note?.text ?? ''))
  const chooser = ana.page.waitForEvent('filechooser')
  await ana.page.getByRole('button', { name: 'More for the note' }).click()
  await ana.page.getByRole('menuitem', { name: 'Add a picture…' }).click()
  await (await chooser).setFiles({ name: 'shop.png', mimeType: 'image/png', buffer: large().bytes })
  const imageOf = async () => (await ana.canvas()).notes.find(({ id }) => id === note?.id)?.image
  await expect.poll(imageOf).toMatch(/^[0-9a-f]{64}$/)
  await ana.page.getByRole('button', { name: 'More for the note' }).click()
  await ana.page.getByRole('menuitem', { name: 'Take the picture off' }).click()
  await expect.poll(imageOf).toBeUndefined()
})

story(
  '[T25] what is no picture, too heavy, too large or broken is refused in a sentence',
  { tag: '@soak' },
  async ({ board, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.participant)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const bomb = pngOf(TEAL, { width: 4, height: 4, claims: [30_000, 30_000] })
    const broken = pngOf(TEAL, { width: 40, height: 40 })
    broken.fill(0x55, 50, broken.length - 12)
    const cases: readonly (readonly [Dropped, RegExp])[] = [
      [{ name: 'a.svg', type: 'image/svg+xml', bytes: svg }, /Only PNG, JPEG and WebP/],
      [picture(svg), /Only PNG, JPEG and WebP/],
      [picture(Buffer.alloc(0)), /Only PNG, JPEG and WebP/],
      [picture(Buffer.alloc(5 * 1024 * 1024 + 1)), /larger than 5 MB/],
      [picture(bomb), /25 million pixels/],
      [picture(broken), /damaged/],
    ]
    for (const [file, sentence] of cases) {
      await drops(ana, file)
      await expect(ana.page.locator('nn-toast')).toContainText(sentence)
    }
    expect(await imagesOf(ana)).toEqual([])
  },
)

story(
  'without a line a picture is not added, which is said; what is written goes on',
  { tag: '@soak' },
  async ({ board, person }) => {
    const ana = await (await person('Ana', { ownLine: true })).returnsTo(board.links.participant)
    ana.goesOffline()
    await ana.isOffline()
    await drops(ana, large())
    await expect(ana.page.locator('nn-toast')).toContainText('A picture needs the connection')
  },
)
