/** Makes an image small enough for a note, from a file that somebody chose, dropped or pasted. In the page only. */
import { digest } from 'lib0/hash/sha256'
import { IMAGE_LIMITS, readImageHead } from '../../shared/canvas/image-file.ts'

/** Why a file is not taken. */
export type ImageProblem = 'kind' | 'heavy' | 'pixels' | 'moves' | 'broken'

export type SmallImage =
  | { readonly ok: true; readonly hash: string; readonly file: Blob }
  | { readonly ok: false; readonly problem: ImageProblem }

/** What is taken in: the head of a file is read before anything is decoded. */
const TAKEN = { bytes: 5 * 1024 * 1024, pixels: 25_000_000 } as const

/** Tried one after the other, until the file is light enough. */
const TRIES = [
  { side: IMAGE_LIMITS.side, quality: 0.85 },
  { side: 1200, quality: 0.75 },
  { side: 800, quality: 0.7 },
  { side: 400, quality: 0.6 },
] as const

/** By its bytes, whatever it is called. Painted anew, so that nothing but what is seen goes along: no place, no camera. */
export async function smallImage(file: Blob): Promise<SmallImage> {
  const refused = (problem: ImageProblem): SmallImage => ({ ok: false, problem })
  if (file.size > TAKEN.bytes) return refused('heavy')
  const head = readImageHead(new Uint8Array(await file.arrayBuffer()))
  if (!head) return refused('kind')
  if (head.moves) return refused('moves')
  if (head.width * head.height > TAKEN.pixels) return refused('pixels')
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (!bitmap) return refused('broken')
  try {
    for (const each of TRIES) {
      const made = await paintedAnew(bitmap, each)
      if (!made || made.size > IMAGE_LIMITS.bytes) continue
      return { ok: true, file: made, hash: hexOf(digest(new Uint8Array(await made.arrayBuffer()))) }
    }
    return refused('broken')
  } finally {
    bitmap.close()
  }
}

/** Of the page's own making: browsers have SHA-256 only behind TLS, and boards are also in offices without. */
const hexOf = (bytes: Uint8Array): string => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')

async function paintedAnew(
  image: ImageBitmap,
  { side, quality }: { readonly side: number; readonly quality: number },
): Promise<Blob | undefined> {
  const scale = Math.min(1, side / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.width * scale))
  canvas.height = Math.max(1, Math.round(image.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const webp = await blobOf(canvas, 'image/webp', quality)
  if (webp?.type === 'image/webp') return webp
  // Not every browser writes WebP. A JPEG has no clear parts: they become white instead of black.
  context.globalCompositeOperation = 'destination-over'
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return blobOf(canvas, 'image/jpeg', quality)
}

const blobOf = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | undefined> =>
  new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? undefined), type, quality))
