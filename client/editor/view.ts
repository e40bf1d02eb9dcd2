/** What is looked at: the camera, the three levels and their fits, and the stage they fit into. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { around } from '../../shared/base/geometry.ts'
import type { Observable, Watchable } from '../../shared/base/observable.ts'
import { Signal, Value } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { fitted, keptInSight, resized, showing, withUnder, zoomedAround } from './camera.ts'
import type { Camera, Focus, Level, Size } from './editor.ts'

/** The rectangles that a view can fit. */
export interface Sights {
  whole(): Rect
  area(area: Area): Rect
  note(id: string): Rect | undefined
  homeOf(id: string): Area | undefined
}

export type Look =
  | { readonly level: 'whole' }
  | { readonly level: 'block'; readonly area: Area; readonly among?: readonly Area[] }
  | { readonly level: 'note'; readonly note: string; readonly area: Area }

export interface View {
  readonly camera: Watchable<Camera>
  readonly stage: Watchable<Size>
  readonly level: Watchable<Level>
  readonly focus: Watchable<Focus>
  look(at: Look): void
  /** Whoever leads this screen moves it; its person does not. */
  readonly isLed: Value<boolean>
  /** The camera is moved by its person. */
  readonly byHand: Observable<void>
  /** Shows a rectangle, as large as it fits, whatever becomes of the stage. */
  show(rect: Rect): void
  resize(stage: Size): void
  zoomAt(at: Point, factor: number): void
  panBy(dx: number, dy: number): void
  /** A pinch: the board's `point` lies under `at`, at this zoom. */
  hold(point: Point, at: Point, zoom: number): void
  /** What is fitted grew or moved: fits it again. A camera moved by hand stays where it is. */
  refit(): void
  /** Brings a note into sight: at block and note level by going to it, else by panning as far as needed. */
  reveal(id: string): void
}

/** The credit hangs 7 px below the sheet and is 16 px high: it is always seen. */
const CREDIT = 23
const BLOCK_AT_MOST = 1.25
/** Text and foot are painted from here on; a long block is shown from its top rather than smaller. */
const READABLE = 0.62
/** A canvas of thousands of notes is many screens high: smaller than this, nobody could tell its papers apart or take one. */
const TOLD_APART = 0.12
const NOTE_WIDTH_SEEN = 480

export function createView(sights: Sights): View {
  const camera = new Value<Camera>({ x: 0, y: 0, zoom: 1 })
  const stage = new Value<Size>({ width: 0, height: 0 })
  const level = new Value<Level>('whole')
  const focus = new Value<Focus>({})

  const byHand = new Signal()
  const isLed = new Value(false)

  const go = (to: Camera, { travels }: { travels: boolean }) => {
    const { x, y, zoom } = camera.value
    if (x !== to.x || y !== to.y || zoom !== to.zoom) camera.set(travels ? { ...to, travels } : plain(to))
  }
  /** What is shown whole though it is no level. */
  let held: Rect | undefined
  const setFree = () => {
    if (level.value === 'free') return
    level.set('free')
    focus.set({})
  }
  const goByHand = (to: Camera) => {
    if (isLed.value) return
    held = undefined
    setFree()
    byHand.tell()
    go(keptInSight(to, sights.whole(), stage.value), { travels: false })
  }
  const fit = (): Camera | undefined => {
    const { area, note, among = [] } = focus.value
    if (level.value === 'whole') return fitted(sights.whole(), stage.value, { below: CREDIT, readable: TOLD_APART })
    if (level.value === 'block' && area && among.length > 1)
      return fitted(around([sights.area(area), ...among.map(sights.area)]), stage.value, { atMost: BLOCK_AT_MOST })
    if (level.value === 'block' && area)
      return fitted(sights.area(area), stage.value, { readable: READABLE, atMost: BLOCK_AT_MOST })
    const rect = level.value === 'note' && note ? sights.note(note) : undefined
    return rect && fitted(rect, stage.value, { atMost: NOTE_WIDTH_SEEN / rect.width })
  }
  const refit = () => {
    const { area, note } = focus.value
    if (level.value === 'note' && area && note && !sights.note(note)) return look({ level: 'block', area })
    const to = stage.value.width === 0 ? undefined : fit()
    if (to) go(to, { travels: true })
  }
  const look = (at: Look) => {
    held = undefined
    level.set(at.level)
    focus.set(focusOf(at))
    refit()
  }
  const reveal = (id: string) => {
    const rect = sights.note(id)
    const area = sights.homeOf(id)
    if (!rect || !area || level.value === 'whole' || isLed.value) return
    if (level.value === 'note') look({ level: 'note', area, note: id })
    else if (level.value === 'block' && focus.value.area !== area) look({ level: 'block', area })
    else go(showing(camera.value, rect, stage.value), { travels: true })
  }

  return {
    camera,
    stage,
    level,
    focus,
    byHand,
    isLed,
    refit,
    look,
    reveal,
    show: rect => {
      held = rect
      setFree()
      if (stage.value.width > 0) go(fitted(rect, stage.value), { travels: true })
    },
    resize: to => {
      const from = stage.value
      if (from.width === to.width && from.height === to.height) return
      stage.set(to)
      if (from.width === 0) {
        const first = fit()
        if (first) go(first, { travels: false })
      } else if (level.value === 'free' && held) go(fitted(held, to), { travels: false })
      else if (level.value === 'free') go(resized(camera.value, from, to), { travels: false })
      else refit()
    },
    zoomAt: (at, factor) => goByHand(zoomedAround(camera.value, at, factor)),
    panBy: (dx, dy) => {
      const { x, y, zoom } = camera.value
      goByHand({ x: x - dx / zoom, y: y - dy / zoom, zoom })
    },
    hold: (point, at, zoom) => goByHand(withUnder(zoom, point, at)),
  }
}

const focusOf = (at: Look): Focus =>
  at.level === 'whole'
    ? {}
    : at.level === 'note'
      ? { area: at.area, note: at.note }
      : { area: at.area, ...(at.among && { among: at.among }) }

const plain = ({ x, y, zoom }: Camera): Camera => ({ x, y, zoom })
