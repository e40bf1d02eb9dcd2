/** The cuts of the typeface that a canvas is set in, on the screen and in pictures of it. */

/** Weight, and tracking in em. */
export interface Cut {
  readonly weight: number
  readonly tracking: number
}

export const CUTS = {
  note: { weight: 470, tracking: -0.006 },
  group: { weight: 640, tracking: -0.006 },
  foot: { weight: 520, tracking: 0 },
  title: { weight: 620, tracking: -0.004 },
  number: { weight: 480, tracking: 0 },
  text: { weight: 450, tracking: 0 },
  question: { weight: 450, tracking: -0.006 },
  spine: { weight: 560, tracking: 0 },
  strong: { weight: 600, tracking: 0 },
} as const satisfies Record<string, Cut>
