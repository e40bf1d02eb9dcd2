/** Paints a picture and makes a PNG of it. In the page only. */
import type { Rect } from '../../shared/base/geometry.ts'
import type { Print } from '../editor/stripes.ts'
import { PRINT_WIDTH, PRINTS } from '../editor/stripes.ts'
import { FONT } from './day.ts'
import { inkOf } from './note-shapes.ts'
import type { Box, Picture, Shape, Words } from './shapes.ts'

/** How many pixels a unit gets. */
export const SCALES = [1, 2, 3, 4] as const
export type Scale = (typeof SCALES)[number]

/** More than this no browser paints; many give up earlier. */
const LARGEST = { side: 32_767, pixels: 16_384 * 16_384 } as const

export const pixelsOf = ({ width, height }: Pick<Picture, 'width' | 'height'>, scale: Scale) => ({
  width: Math.ceil(width * scale),
  height: Math.ceil(height * scale),
})

export function isTooLarge(picture: Pick<Picture, 'width' | 'height'>, scale: Scale): boolean {
  const { width, height } = pixelsOf(picture, scale)
  return Math.max(width, height) > LARGEST.side || width * height > LARGEST.pixels
}

/** Undefined when it is larger than this browser can paint. The typeface has been brought. */
export async function toPNG(picture: Picture, scale: Scale): Promise<Blob | undefined> {
  if (isTooLarge(picture, scale)) return undefined
  const { width, height } = pixelsOf(picture, scale)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return undefined
  try {
    context.fillStyle = picture.ground
    context.fillRect(0, 0, width, height)
    // What is too large for a browser stays empty without a word.
    if (context.getImageData(width - 1, height - 1, 1, 1).data[3] !== 255) return undefined
    context.scale(scale, scale)
    const photos = await bringPhotos(picture.shapes)
    for (const shape of picture.shapes) paint(context, shape, photos)
    return await new Promise<Blob | undefined>(resolve =>
      canvas.toBlob(blob => resolve(blob ?? undefined), 'image/png'),
    )
  } catch {
    return undefined
  } finally {
    // Hundreds of megabytes are given back at once, not when somebody tidies up.
    canvas.width = 0
  }
}

type Photos = ReadonlyMap<string, HTMLImageElement>

function photosIn(shapes: readonly Shape[]): readonly string[] {
  return shapes.flatMap(shape =>
    shape.kind === 'group' ? photosIn(shape.shapes) : shape.kind === 'photo' ? [shape.image.url] : [],
  )
}

async function bringPhotos(shapes: readonly Shape[]): Promise<Photos> {
  const photos = new Map([...new Set(photosIn(shapes))].map(url => [url, new Image()] as const))
  for (const [url, photo] of photos) {
    photo.src = url
    await photo.decode()
  }
  return photos
}

function paint(context: CanvasRenderingContext2D, shape: Shape, photos: Photos): void {
  switch (shape.kind) {
    case 'box':
      return paintBox(context, shape)
    case 'words':
      return paintWords(context, shape)
    case 'path': {
      const { data, color, stroke, opacity = 1, dash = [] } = shape
      context.globalAlpha = opacity
      context.setLineDash([...dash])
      paintPath(context, new Path2D(data), color, stroke)
      context.setLineDash([])
      context.globalAlpha = 1
      return
    }
    case 'photo': {
      const photo = photos.get(shape.image.url)
      if (photo) context.drawImage(photo, shape.x, shape.y, shape.width, shape.height)
      return
    }
    case 'print': {
      const { stroke, path }: Print = PRINTS[shape.print] ?? PRINTS[0]
      context.save()
      context.translate(shape.x, shape.y)
      clipTo(context, { x: 0, y: 0, width: PRINT_WIDTH, height: shape.height })
      paintPath(context, new Path2D(path(shape.height)), inkOf(shape.print), stroke)
      return context.restore()
    }
    case 'group': {
      context.save()
      context.translate(shape.at.x, shape.at.y)
      if (shape.clip) clipTo(context, shape.clip)
      for (const each of shape.shapes) paint(context, each, photos)
      return context.restore()
    }
  }
}

function clipTo(context: CanvasRenderingContext2D, { x, y, width, height }: Rect): void {
  context.beginPath()
  context.rect(x, y, width, height)
  context.clip()
}

function paintPath(context: CanvasRenderingContext2D, path: Path2D, color: string, stroke: number | undefined): void {
  context.fillStyle = color
  context.strokeStyle = color
  context.lineWidth = stroke ?? 0
  if (stroke === undefined) context.fill(path)
  else context.stroke(path)
}

function paintBox(context: CanvasRenderingContext2D, { x, y, width, height, fill, radius, stroke, dash }: Box): void {
  context.beginPath()
  context.roundRect(x, y, width, height, radius ?? 0)
  if (fill !== undefined) {
    context.fillStyle = fill
    context.fill()
  }
  if (stroke === undefined) return
  context.strokeStyle = stroke
  context.lineWidth = 1
  context.setLineDash(dash ? [...dash] : [])
  context.stroke()
  context.setLineDash([])
}

function paintWords(context: CanvasRenderingContext2D, words: Words): void {
  const { x, y, lines, lineHeight, size, cut, color, anchor, direction } = words
  context.font = `${cut.weight} ${size}px ${FONT}`
  context.letterSpacing = `${cut.tracking * size}px`
  context.textRendering = 'geometricPrecision'
  context.textAlign = anchor
  context.direction = direction
  context.fillStyle = color
  for (const [i, { text }] of lines.entries()) if (text) context.fillText(text, x, y + i * lineHeight)
}
