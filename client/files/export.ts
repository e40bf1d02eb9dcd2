/** Makes a file of a canvas: text for people and tools, or a picture. */
import { AREAS } from '../../shared/canvas/blocks.ts'
import { readImageHead } from '../../shared/canvas/image-file.ts'
import type { CanvasContent } from '../../shared/canvas/records.ts'
import { toJSON } from '../../shared/canvas/json.ts'
import { toMarkdown } from '../../shared/canvas/markdown.ts'
import { pictureOf } from './picture.ts'
import type { Scale } from './png.ts'
import { toPNG } from './png.ts'
import type { Picture, PictureImage, PictureOptions } from './shapes.ts'
import { toSVG } from './svg.ts'
import { bringType, createMeasure } from './type.ts'

export const EXPORTS = {
  markdown: { extension: 'md', type: 'text/markdown;charset=utf-8' },
  json: { extension: 'json', type: 'application/json' },
  png: { extension: 'png', type: 'image/png' },
  svg: { extension: 'svg', type: 'image/svg+xml' },
} as const
export type ExportFormat = keyof typeof EXPORTS

export type PictureChoice = Omit<PictureOptions, 'measure' | 'images'>

/** Asks for the file of an image; what is no file is left out of the picture. */
export type BringImage = (hash: string) => Promise<unknown>

/** The canvas drawn as it will be, in the typeface of the page. */
export async function drawPicture(content: CanvasContent, choice: PictureChoice, bring: BringImage): Promise<Picture> {
  const { credit, date } = choice.words
  await bringType([
    credit,
    date,
    ...AREAS.map(choice.words.area),
    content.about.title,
    ...content.notes.map(({ text }) => text),
  ])
  return pictureOf(content, { ...choice, measure: createMeasure(), images: await imagesOf(content, bring) })
}

async function imagesOf({ notes }: CanvasContent, bring: BringImage): Promise<ReadonlyMap<string, PictureImage>> {
  const images = new Map<string, PictureImage>()
  for (const hash of new Set(notes.flatMap(({ image }) => image ?? []))) {
    const file = await bring(hash)
    const head = file instanceof Blob ? readImageHead(new Uint8Array(await file.arrayBuffer())) : undefined
    if (file instanceof Blob && head)
      images.set(hash, { url: await urlOf(file), width: head.width, height: head.height })
  }
  return images
}

/** The file itself, as an address. */
const urlOf = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''))
    reader.addEventListener('error', () => reject(new Error('A file in memory cannot be read.')))
    reader.readAsDataURL(file)
  })

export const textFile = (format: 'markdown' | 'json', content: CanvasContent): Blob =>
  new Blob([format === 'markdown' ? toMarkdown(content) : JSON.stringify(toJSON(content))], {
    type: EXPORTS[format].type,
  })

/** Undefined when this browser cannot make a picture of that size. */
export async function pictureFile(format: 'png' | 'svg', picture: Picture, scale: Scale): Promise<Blob | undefined> {
  return format === 'svg' ? new Blob([toSVG(picture)], { type: EXPORTS.svg.type }) : toPNG(picture, scale)
}

/** What only some systems take in a name, and signs that turn the direction of what follows: `cod.exe` from `exe.doc`. */
const NO_NAME = /[\\/:*?"<>|\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]+/gu
const LONGEST_NAME = 80

/** A name for a file, from the title of its canvas. */
export function fileName(title: string, format: ExportFormat): string {
  const words = title
    .normalize('NFC')
    .replace(NO_NAME, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .]+/u, '')
  const name = [...words]
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/[ .]+$/u, '')
  return `${/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name) || !name ? `canvas ${name}`.trim() : name}.${EXPORTS[format].extension}`
}

/** Long enough for the slowest browser to have taken the file. */
const KEPT_MS = 60_000

/** Hands the file to the person, where the browser puts downloads. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
