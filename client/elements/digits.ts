/** Numbers are places: each area has a digit, which is also the key that goes there. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'

/** 1 to 9 for the blocks, 0 for the parking lot. */
export const digitOf = (area: Area): number => (AREAS.indexOf(area) + 1) % AREAS.length
