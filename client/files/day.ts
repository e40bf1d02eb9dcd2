/** The tokens of the light theme as plain values: a picture of a canvas is for paper and slides, whatever the page wears. */
import type { NoteColor } from '../../shared/canvas/records.ts'
import type { Ink } from '../../shared/workshop/roles.ts'

interface Paper {
  readonly fill: string
  readonly edge: string
}

/** As in `theme/tokens.css`; a test holds them to it. */
export const DAY = {
  desk: '#ece9e2',
  sheet: '#fdfcf9',
  sheetEdge: '#cfcabd',
  ink: '#1e1d1a',
  ink2: '#4f4c45',
  ink3: '#67635a',
  line2: '#bbb6aa',
  control: '#868175',
  noteInk: '#1e1d1a',
  noteInk2: '#4b463c',
  ground: '#fdfcf9',
  notes: {
    straw: { fill: '#fbe69b', edge: '#e2c76a' },
    apricot: { fill: '#f7cba0', edge: '#dda673' },
    rose: { fill: '#f3b3b0', edge: '#d88f8d' },
    lilac: { fill: '#c7b8e6', edge: '#a594cb' },
    sky: { fill: '#bad6f9', edge: '#8fb2dd' },
    lagoon: { fill: '#9dd0d0', edge: '#74aeaf' },
    leaf: { fill: '#cbf0be', edge: '#9fcb90' },
    stone: { fill: '#dfdcd6', edge: '#bdb9b0' },
  } satisfies Record<NoteColor, Paper>,
  inks: {
    cobalt: '#2340a8',
    plum: '#7a2a6b',
    ochre: '#8f6608',
    teal: '#0f7893',
    brick: '#a93a1f',
    moss: '#44611f',
    jade: '#1f6f58',
    slate: '#2c323b',
  } satisfies Record<Ink, string>,
} as const

/** The typeface by its names on the page and on a machine that has it; then what there is. */
export const FONT =
  "'IBM Plex Sans Variable', 'IBM Plex Sans', 'IBM Plex Sans Arabic', 'IBM Plex Sans Thai', 'IBM Plex Sans JP', 'IBM Plex Sans KR', system-ui, sans-serif"
