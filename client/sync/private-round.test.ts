/** What may be said of two lines at once: the canvas's, and that of what one writes for oneself. */
import { expect, test } from 'vitest'
import { Value } from '../../shared/base/observable.ts'
import { joinLines } from './private-round.ts'
import type { Line } from './saved.ts'
import { newLine, NOTHING_UNSAVED, saveStateOf } from './saved.ts'

const open: Line = { ...newLine(NOTHING_UNSAVED), isOpening: false, isOpen: true, hasStepped: true }
const cut: Line = { ...open, isOpen: false, hasStepped: false }
const written = { count: 1, touched: new Set(['notes/n1']) }
const said = (canvas: Line, draft: Line | undefined) =>
  saveStateOf(joinLines(new Value(canvas), new Value<Line | undefined>(draft)).value, 0).kind

test('[B4] a draft that is being opened is no line that was lost', () => {
  const opening = newLine(written)
  expect(said(open, undefined)).toBe('saved')
  expect(said(open, opening)).toBe('opening')
  expect(said(cut, opening)).toBe('offline')
  expect(said(open, { ...cut, loose: written })).toBe('offline')
  expect(said(open, { ...open, loose: written })).toBe('saving')
})
