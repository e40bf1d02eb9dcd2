/** Moving the sheet: whatever is pressed, it follows. */
import { pan } from '../gestures/pan.ts'
import type { Parts } from '../parts.ts'
import type { Tool } from './tool.ts'

export const handTool = (parts: Parts): Tool => ({ press: press => pan(parts, press) })
