/** Measures text in the typefaces of the scene, and tells when what was measured no longer holds because a font came late. */
import type { Unsubscribe } from '../../shared/base/observable.ts'
import { Signal } from '../../shared/base/observable.ts'
import type { Measure } from '../editor/text-fit.ts'

/** Text is measured once at this size; widths of this drawing grow evenly with the size. */
const MEASURED_AT = 100
const MOST_KEPT = 20_000
/** Text is held back this long at most while the first fonts load. */
const PATIENCE_MS = 400

export interface Ruler {
  /** False until the fonts are there, or took too long: until then nothing with letters is painted. */
  readonly isReady: boolean
  /** Widths in em of texts in this weight. */
  measure(weight: number, tracking?: number): Measure
  /** What was measured before holds no more. */
  subscribe(listener: () => void): Unsubscribe
  destroy(): void
}

/** `sample` are words of the page: their letters are brought at once, so that the first paint has them. */
export function createRuler(family: string, weights: readonly number[], sample: string): Ruler {
  const context = document.createElement('canvas').getContext('2d')
  const changed = new Signal()
  const widths = new Map<string, Map<string, number>>()
  const asked = new Set<string>()
  let isReady = false
  let isGone = false

  const forget = () => {
    if (isGone) return
    isReady = true
    for (const kept of widths.values()) kept.clear()
    changed.tell()
  }
  const { fonts } = document
  const first = weights.map(weight => fonts.load(`${weight} 16px ${family}`, sample))
  const patience = setTimeout(forget, PATIENCE_MS)
  void Promise.allSettled(first).then(() => {
    clearTimeout(patience)
    forget()
  })
  fonts.addEventListener('loadingdone', forget)

  /** Fonts come in parts, one a script; the first letter of a new one asks for its part. */
  const askFor = (text: string, weight: number) => {
    for (const letter of text) {
      const part = (letter.codePointAt(0) ?? 0) >> 7
      // Some scripts come in a file for each weight.
      const name = `${weight} ${part}`
      if (part < 2 || asked.has(name)) continue
      asked.add(name)
      void fonts.load(`${weight} 16px ${family}`, letter)
    }
  }
  const widthOf = (text: string, weight: number): number => {
    if (!context) return text.length * 0.5
    context.font = `${weight} ${MEASURED_AT}px ${family}`
    context.textRendering = 'geometricPrecision'
    return context.measureText(text).width / MEASURED_AT
  }

  return {
    get isReady() {
      return isReady
    },
    measure: (weight, tracking = 0) => {
      const kept = widths.get(`${weight}`) ?? new Map<string, number>()
      widths.set(`${weight}`, kept)
      return text => {
        let width = kept.get(text)
        if (width === undefined) {
          if (kept.size > MOST_KEPT) kept.clear()
          askFor(text, weight)
          width = widthOf(text, weight)
          kept.set(text, width)
        }
        return width + tracking * text.length
      }
    },
    subscribe: listener => changed.subscribe(listener),
    destroy: () => {
      isGone = true
      clearTimeout(patience)
      fonts.removeEventListener('loadingdone', forget)
    },
  }
}
