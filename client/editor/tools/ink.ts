/** Drawing by hand, and wiping away what was drawn. Once a pen was seen here, fingers move the sheet: a palm draws nothing. */
import type { StrokeKind } from '../../../shared/canvas/records.ts'
import type { Press, Target } from '../editor.ts'
import { drawStroke } from '../gestures/draw-stroke.ts'
import { erase } from '../gestures/erase.ts'
import type { Gesture } from '../gestures/gesture.ts'
import { pan } from '../gestures/pan.ts'
import type { Parts } from '../parts.ts'
import type { Tool } from './tool.ts'

const isPalm = ({ hasPen }: Parts, { pointer }: Press): boolean => hasPen.value && pointer === 'touch'

/** On the desk, and on the closed parking lot, there is nothing to draw on. */
function draw(parts: Parts, kind: StrokeKind, press: Press, target: Target): Gesture | undefined {
  const area = target.kind === 'nothing' ? undefined : parts.shown.areaAt(parts.pointOf(press))
  if (area === 'parking' && !parts.parkingOpen.value) {
    parts.parkingOpen.set(true)
    return undefined
  }
  if (!area) return press.pointer === 'touch' ? pan(parts, press) : undefined
  return parts.deeds.mayDraw() ? drawStroke(parts, kind, area, press) : undefined
}

export const inkTool = (parts: Parts, kind: StrokeKind): Tool => ({
  press: (press, target) => {
    if (press.button === 2) return undefined
    return isPalm(parts, press) ? pan(parts, press) : draw(parts, kind, press, target)
  },
})

export const eraserTool = (parts: Parts): Tool => ({
  press: press => {
    if (press.button === 2) return undefined
    return isPalm(parts, press) ? pan(parts, press) : erase(parts, press)
  },
})
