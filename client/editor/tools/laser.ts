/** Pointing with light: a line that everybody sees and that is gone in a moment. Nothing of it is kept. */
import type { Parts } from '../parts.ts'
import { shineLaser } from '../gestures/shine-laser.ts'
import type { Tool } from './tool.ts'

export const laserTool = (parts: Parts): Tool => ({
  press: press => (press.button === 2 ? undefined : shineLaser(parts, press)),
})
