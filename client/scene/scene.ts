/** The scene: paints what the editor shows, only when something changed, and eases what the editor moves at once. */
import { encloses } from '../../shared/base/geometry.ts'
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import type { Camera, Editor } from '../editor/editor.ts'
import { paintBoard } from './board-layer.ts'
import { createBlocks } from './blocks.ts'
import { createCarets } from './carets.ts'
import type { LayerName } from './follow.ts'
import { followEditor, LAYERS } from './follow.ts'
import { keepFaceDown } from './face-down.ts'
import { createFloats } from './floats.ts'
import { browserClock, createFrames } from './frames.ts'
import { isHandEmpty, paintHand } from './hand-layer.ts'
import { createHands } from './hands.ts'
import type { BringImage } from './images.ts'
import { createImages } from './images.ts'
import { createInkTiles } from './ink-tiles.ts'
import { watchKeyboard } from './keyboard.ts'
import { createLasers } from './lasers.ts'
import { lensOf } from './lens.ts'
import { createOpened } from './opened.ts'
import { createOutlines } from './outlines.ts'
import { CUTS } from '../editor/cuts.ts'
import { createPointers } from './pointers.ts'
import { isPresenceEmpty, nextPresence, paintPresence } from './presence-layer.ts'
import { createPortraits } from './portraits.ts'
import { createPrints } from './prints.ts'
import { createRuler } from './ruler.ts'
import type { SceneWords, Scenery } from './scenery.ts'
import { createSights } from './sights.ts'
import { createSurface } from './surface.ts'
import { readTheme } from './theme.ts'
import { createTravel } from './travel.ts'
import { createTurning } from './turning.ts'

export type { SceneWords } from './scenery.ts'

export interface SceneOptions {
  readonly words: SceneWords
  readonly bringImage: BringImage
}

export interface Scene {
  /** The camera as it is painted, on its way to the editor's. What lies over the scene follows this one. */
  readonly camera: Watchable<Camera>
  /** Reads the tokens anew. Needed only where they change without `data-theme` or reduced motion. */
  refreshTheme(): void
  destroy(): void
}

const PAINTERS = { board: paintBoard, hand: paintHand, presence: paintPresence } as const
/** How many times the stage portraits of notes may cover: what is in sight, and what was until lately. */
const PORTRAITS = 3
const EMPTY = { board: () => false, hand: isHandEmpty, presence: isPresenceEmpty } as const

/** Paints into `host`, which is as large as the editor's stage. */
export function createScene(editor: Editor, host: HTMLElement, { words, bringImage }: SceneOptions): Scene {
  const clock = browserClock
  let theme = readTheme(host)
  const ruler = createRuler(
    theme.font,
    [...new Set(Object.values(CUTS).map(({ weight }) => weight))],
    AREAS.map(words.area).join(' '),
  )
  const sights = createSights(editor, {
    measure: ruler.measure(CUTS.note.weight, CUTS.note.tracking),
    initials: words.initials,
    onlyYou: words.onlyYou,
    calm: () => theme.calm,
  })
  const keyboard = watchKeyboard(host)
  const scenery: Scenery = {
    ...{ editor, words, sights, keyboard },
    blocks: createBlocks(editor.shown, () => theme.calm),
    prints: createPrints(),
    portraits: createPortraits(),
    images: createImages(bringImage, () => all(), clock.now),
    hands: createHands(sights),
    pointers: createPointers(),
    carets: createCarets(),
    lasers: createLasers(),
    floats: createFloats(),
    opened: createOpened(editor),
    outlines: createOutlines(),
    faceDown: keepFaceDown(editor),
    turning: createTurning(() => theme.calm === 0),
    ink: createInkTiles(),
  }
  const travel = createTravel(editor.camera.value)
  const camera = new Value<Camera>(editor.camera.value)
  let now = clock.now()
  let lens = lensOf(camera.value, editor.stage.value, devicePixelRatio)

  const surface = createSurface<LayerName>(host, {
    layers: LAYERS,
    paint: (layer, context) => PAINTERS[layer]({ context, lens, theme, ruler, type: {} }, scenery, now),
    ratioChanged: () => repaint(),
  })
  const frames = createFrames<LayerName>(clock, (dirty, at) => {
    const stage = editor.stage.value
    if (stage.width === 0) return
    now = at
    lens = lensOf(travel.at(now, stage), stage, surface.ratio)
    const bitmaps = { zooming: isZooming(lens.zoom) }
    scenery.prints.use(theme, lens.scale, bitmaps)
    scenery.ink.use(theme, lens.scale, bitmaps)
    scenery.portraits.begin(scenery.prints.round, PORTRAITS * stage.width * stage.height * lens.ratio ** 2)
    const { x, y, zoom } = camera.value
    if (x !== lens.camera.x || y !== lens.camera.y || zoom !== lens.zoom) camera.set(lens.camera)
    const isSheetAll = encloses(editor.shown.sheet, lens.view)
    for (const layer of LAYERS)
      if (dirty.has(layer))
        surface.paint(layer, { empty: EMPTY[layer](scenery, now), covered: layer === 'board' && isSheetAll })
    const next = nextPresence(scenery, now, theme.quick)
    if (next !== undefined) frames.wake('presence', next)
  })
  const all = () => frames.mark(...LAYERS)
  /** Bitmaps are made for a zoom that stays; until it does, others are stretched. */
  const isZooming = zoomWatch(
    at => frames.wake('board', at),
    () => now,
  )
  /** An emptied surface is painted before anyone sees it; the editor first says all that follows from a new size. */
  const repaint = () => {
    all()
    queueMicrotask(() => frames.flush())
  }
  const refreshTheme = () => {
    theme = readTheme(host)
    all()
  }

  surface.resize(editor.stage.value)
  const ends = [
    ...followEditor(scenery, frames, { calm: () => theme.calm, now: clock.now }),
    ...followPage(refreshTheme),
    editor.camera.subscribe(to => {
      const until = travel.head(to, clock.now(), theme.camera)
      for (const layer of LAYERS) frames.moves(layer, until)
    }),
    editor.stage.subscribe(size => {
      surface.resize(size)
      repaint()
    }),
    ruler.subscribe(() => {
      sights.forget('fonts')
      all()
    }),
    keyboard.subscribe(() => frames.mark('board')),
  ]
  all()

  return {
    camera,
    refreshTheme,
    destroy: () => {
      for (const end of ends) end()
      frames.stop()
      ruler.destroy()
      keyboard.destroy()
      surface.destroy()
    },
  }
}

/** How long a zoom has to stay before it counts as one that stays. */
const ZOOM_RESTS_MS = 120

/** Asked in each frame whether the zoom is under way; if so, another look is wanted when it may have come to rest. */
function zoomWatch(wake: (at: number) => void, now: () => number): (zoom: number) => boolean {
  let last = 0
  let since = 0
  return zoom => {
    if (zoom !== last) {
      last = zoom
      since = now()
    }
    const isZooming = now() - since < ZOOM_RESTS_MS
    if (isZooming) wake(since + ZOOM_RESTS_MS)
    return isZooming
  }
}

/** The theme is written on the page's root; motion is the system's to say. */
function followPage(refresh: () => void): Unsubscribe[] {
  const observer = new MutationObserver(refresh)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const motion = matchMedia('(prefers-reduced-motion: reduce)')
  motion.addEventListener('change', refresh)
  return [() => observer.disconnect(), () => motion.removeEventListener('change', refresh)]
}
