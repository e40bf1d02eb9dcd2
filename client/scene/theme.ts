/** The tokens of the look as plain values. Read from the page once per theme, never while painting. */
import type { NoteColor } from '../../shared/canvas/records.ts'
import { NOTE_COLORS } from '../../shared/canvas/records.ts'
import type { Ink } from '../../shared/workshop/roles.ts'
import { INKS } from '../../shared/workshop/roles.ts'

/** One blurred box beneath a note: offsets, blur and spread in units, as CSS counts them. */
export interface Shadow {
  readonly y: number
  readonly blur: number
  readonly spread: number
  readonly color: string
}

export interface Theme {
  readonly isDark: boolean
  readonly font: string
  readonly sheet: string
  readonly sheetEdge: string
  /** What lies face down. */
  readonly well: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly line: string
  readonly line2: string
  readonly control: string
  readonly accent: string
  readonly wash: string
  readonly noteInk: string
  readonly noteInk2: string
  /** Stand for words when a note is too small to read. */
  readonly noteBars: string
  /** The fill of a drained note: a little of what lies beneath is seen through it. */
  readonly drained: string
  readonly notes: Readonly<Record<NoteColor, { readonly fill: string; readonly edge: string }>>
  readonly inks: Readonly<Record<Ink, string>>
  /** Printed on notes. */
  readonly print: { readonly ground: string; readonly accent: string; readonly inks: Readonly<Record<Ink, string>> }
  readonly rest: readonly Shadow[]
  readonly lift: readonly Shadow[]
  /** Durations in ms; 0 under reduced motion. */
  readonly quick: number
  readonly calm: number
  readonly camera: number
}

const LIGHT_SHADOWS = {
  rest: [
    { y: 1, blur: 1, spread: 0, color: 'rgb(58 48 24 / .10)' },
    { y: 3, blur: 5, spread: -1, color: 'rgb(58 48 24 / .13)' },
  ],
  lift: [
    { y: 2, blur: 2, spread: 0, color: 'rgb(58 48 24 / .10)' },
    { y: 14, blur: 22, spread: -6, color: 'rgb(58 48 24 / .28)' },
  ],
} as const
const DARK_SHADOWS = {
  rest: [{ y: 2, blur: 4, spread: -1, color: 'rgb(0 0 0 / .5)' }],
  lift: [{ y: 14, blur: 22, spread: -6, color: 'rgb(0 0 0 / .7)' }],
} as const

const record = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Readonly<Record<K, V>> =>
  Object.fromEntries(keys.map(key => [key, value(key)])) as Record<K, V>

export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const ms = (name: string): number => Number.parseFloat(token(name)) * (token(name).endsWith('ms') ? 1 : 1000) || 0
  const sheet = token('sheet')
  const isDark = luminance(sheet) < 0.5
  return {
    isDark,
    font: token('font') || 'sans-serif',
    sheet,
    sheetEdge: token('sheet-edge'),
    well: token('well'),
    ink: token('ink'),
    ink2: token('ink-2'),
    ink3: token('ink-3'),
    line: token('line'),
    line2: token('line-2'),
    control: token('control'),
    accent: token('accent'),
    wash: token('wash'),
    noteInk: token('note-ink'),
    noteInk2: token('note-ink-2'),
    noteBars: withAlpha(token('note-ink'), 0.3),
    drained: withAlpha(sheet, 0.92),
    notes: record(NOTE_COLORS, color => ({ fill: token(color), edge: token(`${color}-edge`) })),
    inks: record(INKS, ink => token(ink)),
    print: { ground: token('p-ground'), accent: token('p-accent'), inks: record(INKS, ink => token(`p-${ink}`)) },
    ...(isDark ? DARK_SHADOWS : LIGHT_SHADOWS),
    quick: ms('quick'),
    calm: ms('calm'),
    camera: ms('camera'),
  }
}

/** A part of the way from one `#rrggbb` to another. */
export function mixed(from: string, to: string, part: number): string {
  const a = channels(from)
  const b = channels(to)
  const both = a.map((channel, i) => Math.round(255 * (channel + ((b[i] ?? channel) - channel) * part)))
  return `rgb(${both.join(' ')})`
}

const channels = (hex: string): readonly number[] =>
  [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)

/** Of a `#rrggbb` token; enough to tell night from day. */
const luminance = (hex: string): number => {
  const [r = 1, g = 1, b = 1] = channels(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** A `#rrggbb` token that lets through what lies under it. */
export const withAlpha = (hex: string, alpha: number): string =>
  `${hex}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`
