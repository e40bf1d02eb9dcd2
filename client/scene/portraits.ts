/** Notes painted once for as long as they look the same, so that a frame copies each in one piece. */
import type { Sight } from './sights.ts'

/** What of a look lies not in the note itself. */
export interface Pose {
  readonly kind: 'plain' | 'drained' | 'lifted'
  /** As in `NoteState`. */
  readonly taken: number
}

export interface PortraitSize {
  /** All in device pixels: of the note, and how far what is painted reaches beyond it on every side. */
  readonly width: number
  readonly height: number
  readonly reach: number
}

export interface Easel {
  readonly canvas: HTMLCanvasElement
  readonly context: CanvasRenderingContext2D
}

export interface Portrait extends PortraitSize {
  readonly canvas: HTMLCanvasElement
}

export interface Portraits {
  /**
   * A paint begins. Nothing made in another `round` is shown again; of what is kept besides, no more than `most` device
   * pixels stay.
   */
  begin(round: number, most: number): void
  /**
   * The portrait of a note, if there is one. It is made when the note is asked for a second time in the same look:
   * what changes with every letter or is seen once is cheaper painted where it stands. `paint` has the canvas's origin
   * in the upper left corner of the bitmap.
   */
  of(
    note: Sight,
    pose: Pose,
    size: PortraitSize,
    paint: (context: CanvasRenderingContext2D) => void,
  ): Portrait | undefined
}

interface Kept {
  readonly look: number
  readonly pose: Pose
  readonly size: PortraitSize
  /** The last paint that asked. */
  asked: number
  portrait: Portrait | undefined
}

/** A first paint of very many must not take twice as long. */
const MOST_A_PAINT = 6

/** `setUp` gives an empty canvas of this size, if the browser has one left. */
export function createPortraits(setUp: (width: number, height: number) => Easel | undefined = browserEasel): Portraits {
  const kept = new Map<Sight, Kept>()
  let round = 0
  let paints = 0
  let made = 0
  let most = 0
  let pixels = 0

  const letGo = (note: Sight, { portrait }: Kept) => {
    kept.delete(note)
    if (!portrait) return
    pixels -= areaOf(portrait)
    // Its memory goes at once, not when the collector comes by.
    portrait.canvas.width = 0
  }
  /** Those that the last two paints did not ask for make room. */
  const hasRoom = (size: PortraitSize): boolean => {
    if (pixels + areaOf(size) > most) for (const [note, each] of kept) if (each.asked < paints - 1) letGo(note, each)
    return pixels + areaOf(size) <= most
  }
  const make = (size: PortraitSize, paint: (context: CanvasRenderingContext2D) => void): Portrait | undefined => {
    if (made >= MOST_A_PAINT || !hasRoom(size)) return undefined
    made++
    const easel = setUp(size.width + 2 * size.reach, size.height + 2 * size.reach)
    if (!easel) return undefined
    paint(easel.context)
    pixels += areaOf(size)
    return { canvas: easel.canvas, ...size }
  }

  return {
    begin: (nextRound, nextMost) => {
      paints++
      made = 0
      most = nextMost
      if (nextRound === round) return
      round = nextRound
      for (const [note, each] of kept) letGo(note, each)
    },
    of: (note, pose, size, paint) => {
      const known = kept.get(note)
      if (known && known.look === note.look && isSame(known.pose, pose) && isEven(known.size, size)) {
        known.asked = paints
        return (known.portrait ??= make(size, paint))
      }
      if (known) letGo(note, known)
      kept.set(note, { look: note.look, pose, size, asked: paints, portrait: undefined })
      return undefined
    },
  }
}

const isSame = (a: Pose, b: Pose): boolean => a.kind === b.kind && a.taken === b.taken
const isEven = (a: PortraitSize, b: PortraitSize): boolean =>
  a.width === b.width && a.height === b.height && a.reach === b.reach
const areaOf = ({ width, height, reach }: PortraitSize): number => (width + 2 * reach) * (height + 2 * reach)

function browserEasel(width: number, height: number): Easel | undefined {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')
  return context ? { canvas, context } : undefined
}
