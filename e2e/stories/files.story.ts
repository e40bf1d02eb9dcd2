/** Files: the canvas goes out as text and as pictures, and comes in after showing what would change. */
import { readFile } from 'node:fs/promises'
import type { Download, Locator } from '@playwright/test'
import { SPOTIFY } from '../../shared/canvas/examples/spotify.ts'
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

const ELEMENTS = { 'Import a file': 'nn-import', 'Export the canvas': 'nn-export' } as const

/** What stands in a dialog is no child of it, but of the element that opened it. */
const dialog = ({ page }: Person, name: keyof typeof ELEMENTS): Locator => page.locator(ELEMENTS[name])

async function opens(person: Person, entry: keyof typeof ELEMENTS): Promise<Locator> {
  await person.page.getByRole('button', { name: 'More', exact: true }).click()
  await person.page.getByRole('menuitem', { name: entry }).click()
  await expect(person.page.getByRole('dialog', { name: entry })).toBeVisible()
  return dialog(person, entry)
}

/** Chooses a format and takes the file. */
async function exported(person: Person, format: string, also: readonly string[] = []): Promise<Download> {
  const sheet = await opens(person, 'Export the canvas')
  await sheet.getByRole('radio', { name: format }).check()
  for (const name of also) await sheet.getByLabel(name, { exact: true }).check()
  const download = person.page.waitForEvent('download')
  await sheet.getByRole('button', { name: /^Download/ }).click()
  await expect(sheet).toHaveCount(0)
  return download
}
const contentOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8')

interface File {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}
const markdown = (text: string): File => ({ name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from(text) })

async function chooses(person: Person, file: File): Promise<Locator> {
  const sheet = await opens(person, 'Import a file')
  await sheet.getByLabel(/^Choose/).setInputFiles(file)
  return sheet
}

/** Holds files over the page, and then lets go of them. */
async function holds({ page }: Person, ...files: readonly (readonly [name: string, text: string])[]) {
  const dataTransfer = await page.evaluateHandle(files => {
    const transfer = new DataTransfer()
    for (const [name, text] of files) transfer.items.add(new File([text], name))
    return transfer
  }, files)
  await page.dispatchEvent('body', 'dragover', { dataTransfer })
  return { drops: () => page.dispatchEvent('body', 'drop', { dataTransfer }) }
}

/** The counts of a row of the preview: new, changed, removed, unchanged, as far as they are shown. */
const rowOf = (sheet: Locator, name: string): Promise<string[]> =>
  sheet
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .getByRole('cell')
    .allTextContents()

story('[B13] what is exported as text is what the server has', async ({ board, person }) => {
  const ana = await (await person('Ana')).returnsTo(board.links.participant)
  const file = async (name: string) => {
    const { origin } = new URL(ana.page.url())
    return (await ana.page.request.get(`${origin}/api/boards/${board.board}/canvases/${name}`)).text()
  }
  const download = await exported(ana, 'Markdown')
  expect(download.suggestedFilename()).toBe('Spotify.md')
  expect(await contentOf(download)).toBe(SPOTIFY)
  expect(await file('main.md')).toBe(SPOTIFY)
  expect(JSON.parse(await contentOf(await exported(ana, 'JSON')))).toEqual(JSON.parse(await file('main.json')))
  await expect(ana.page.getByText('Spotify.json is among your downloads.').first()).toBeVisible()
})

story(
  '[B13] a drawing opens in any program, and a picture has the size that was said',
  { tag: '@soak' },
  async ({ board, person }) => {
    const eve = await (await person('Eve')).returnsTo(board.links.observer)
    const svg = await contentOf(await exported(eve, 'Drawing (SVG)'))
    const blank = await eve.page.context().newPage()
    const { words, faults } = await blank.evaluate(svg => {
      const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml')
      const texts = [...drawing.querySelectorAll('text')]
      return { words: texts.map(each => each.textContent), faults: drawing.querySelectorAll('parsererror').length }
    }, svg)
    expect(faults).toBe(0)
    for (const { text } of (await eve.canvas()).notes) expect(words).toContain(text)
    expect(words.at(-1)).toMatch(/Strategyzer/)

    const sheet = await opens(eve, 'Export the canvas')
    await sheet.getByRole('radio', { name: 'Picture (PNG)' }).check()
    await sheet.getByRole('radio', { name: '3×' }).check()
    const said = (await sheet.getByText(/pixels$/).textContent()) ?? ''
    const download = eve.page.waitForEvent('download')
    await sheet.getByRole('button', { name: 'Download Spotify.png' }).click()
    const png = await readFile(await (await download).path())
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
    expect(said.replace(/[^\d×]/g, '')).toBe(`${width}×${height}`)
    expect(width).toBe(3 * 2496)
    // The same shapes: drawn by the browser from the drawing, and painted by us.
    const unlike = await blank.evaluate(
      async ([svg, png]) => {
        const [w, h] = [624, 400]
        const pixels = async (source: string) => {
          const image = new Image()
          image.src = source
          await image.decode()
          const context = Object.assign(document.createElement('canvas'), { width: w, height: h }).getContext('2d')
          context?.drawImage(image, 0, 0, w, h)
          return context?.getImageData(0, 0, w, h).data ?? new Uint8ClampedArray()
        }
        const a = await pixels(`data:image/svg+xml;base64,${svg}`)
        const b = await pixels(`data:image/png;base64,${png}`)
        return a.reduce((sum, value, i) => sum + Number(Math.abs(value - (b[i] ?? 0)) > 60), 0) / a.length
      },
      [Buffer.from(svg).toString('base64'), png.toString('base64')] as const,
    )
    // Letters differ, as an image knows no fonts of a page; paper, stripes and rules do not.
    expect(unlike).toBeLessThan(0.03)
    await blank.close()
  },
)

story('[B14] a file is added beside what is there; one undo takes it back', async ({ board, person }) => {
  const ana = await (await person('Ana')).returnsTo(board.links.participant, { outline: true })
  const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
  const before = await ben.canvas()
  const text =
    '## Channels\n- Loudspeakers\n- Car radios\n- Mobile and desktop apps\n## Revenue Streams\n- Audiobooks\n'
  const sheet = await chooses(ana, markdown(text))
  await expect(sheet.getByRole('radio', { name: 'Add these notes' })).toBeChecked()
  expect(await rowOf(sheet, 'Channels')).toEqual(['2', '3'])
  await expect(sheet.getByText('1 note of the file is there already')).toBeVisible()
  await sheet.getByRole('button', { name: 'Add 3 notes' }).click()
  await expect(sheet).toHaveCount(0)
  for (const name of ['Car radios', 'Loudspeakers']) await ben.sees(name, { in: 'Channels' })
  await ben.sees('Audiobooks', { in: 'Revenue Streams' })
  await ana.page.getByRole('button', { name: 'Undo', exact: true }).click()
  for (const name of ['Car radios', 'Audiobooks']) await ben.doesNotSee(name)
  await ana.isSaved()
  expect(await ben.canvas()).toEqual(before)
})

story('[B14] a file that is dropped replaces the canvas, after showing how', async ({ board, person }) => {
  const ana = await (await person('Ana')).returnsTo(board.links.participant)
  const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
  const before = (await ben.canvas()).notes.length
  const file = `${SPOTIFY.replace('# Spotify', '# Spotify, later').replace('- Brand\n', '')}`
  const held = await holds(ana, ['later.md', file])
  await expect(ana.page.getByText('Drop the file to see what it would change.')).toBeVisible()
  await held.drops()
  const sheet = dialog(ana, 'Import a file')
  await sheet.getByRole('radio', { name: 'Replace the canvas' }).check()
  await expect(sheet.getByText('The title becomes “Spotify, later”.')).toBeVisible()
  expect(await rowOf(sheet, 'In all')).toEqual(['0', '1', `${before - 1}`])
  // Others go on meanwhile, and it is counted in.
  await ben.adds('Concert tickets', { to: 'Revenue Streams' })
  await expect.poll(() => rowOf(sheet, 'In all')).toEqual(['0', '2', `${before - 1}`])
  await ana.isAccessible('import preview')
  await sheet.getByRole('button', { name: 'Replace the canvas' }).click()
  await ben.doesNotSee('Concert tickets')
  await expect(ben.page.getByRole('heading', { name: 'Spotify, later' })).toBeVisible()
  await ana.stage.focus()
  await ana.presses('Control+z')
  await ben.sees('Concert tickets', { in: 'Revenue Streams' })
  await ben.sees('Brand', { in: 'Key Resources' })
  await ana.isSaved()
  expect((await ben.canvas()).notes.length).toBe(before + 1)
})

story(
  'a file that is no canvas says so in a sentence, and changes nothing',
  { tag: '@soak' },
  async ({ board, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.participant)
    const before = await ana.canvas()
    const png = { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a0000000d', 'hex') }
    const large = { name: 'large.md', mimeType: 'text/markdown', buffer: Buffer.alloc(2 * 1024 * 1024 + 1, '- a\n') }
    const json = { name: 'package.json', mimeType: 'application/json', buffer: Buffer.from('{"name":"x"}') }
    const sheet = await chooses(ana, png)
    const alert = sheet.getByRole('alert')
    await expect(alert).toContainText('This is not a text file.')
    for (const [file, sentence] of [
      [large, 'larger than 2 MB'],
      [json, 'This is not a canvas of Nonagon.'],
      // Lines without a heading would come as what is pasted does.
      [markdown('# Notes\n\nDear all,\n'), 'Line 3 This line is neither a heading'],
      [markdown('  \n'), 'This file is empty.'],
    ] as const) {
      await sheet.getByLabel(/^Choose/).setInputFiles(file)
      await expect(alert).toContainText(sentence)
      await expect(sheet.getByRole('radio')).toHaveCount(0)
    }
    await ana.isAccessible('import, a file that is no canvas')
    await ana.presses('Escape')
    const held = await holds(ana, ['a.md', '## Channels\n- a'], ['b.md', '## Channels\n- b'])
    await held.drops()
    await expect(alert).toContainText('Only one file can be imported at a time.')
    expect(await ana.canvas()).toEqual(before)

    const eve = await (await person('Eve')).returnsTo(board.links.observer)
    const theirs = await holds(eve, ['a.md', '## Channels\n- a'])
    await expect(eve.page.getByText('Your role does not let you add notes.')).toBeVisible()
    await theirs.drops()
    await expect(dialog(eve, 'Import a file')).toHaveCount(0)
    await expect(eve.page).toHaveURL(new RegExp(board.board))
  },
)

story('all of it by keyboard, on a phone as well', { tag: '@soak' }, async ({ board, person }) => {
  const ana = await (await person('Ana', { phone: true })).returnsTo(board.links.participant)
  await ana.page.getByRole('button', { name: 'More', exact: true }).focus()
  await ana.presses('Enter', 'e')
  await expect(ana.page.getByRole('menuitem', { name: 'Export the canvas' })).toBeFocused()
  await ana.presses('Enter')
  const sheet = dialog(ana, 'Export the canvas')
  await expect(sheet.getByRole('radio', { name: 'Markdown' })).toBeFocused()
  await ana.isAccessible('export')
  await ana.presses('ArrowDown', 'ArrowDown')
  await expect(sheet.getByRole('radio', { name: 'Picture (PNG)' })).toBeChecked()
  await expect(sheet.getByText(/pixels$/)).toBeVisible()
  await ana.isAccessible('export of a picture')
  expect(await ana.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const download = ana.page.waitForEvent('download')
  await ana.presses('Enter')
  expect((await download).suggestedFilename()).toBe('Spotify.png')
  await expect(sheet).toHaveCount(0)
})
