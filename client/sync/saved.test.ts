/** What the foot of the bar may say, and the traps in which it would lie. */
import { expect, test } from 'vitest'
import type { Receipt } from '../../shared/wire/messages.ts'
import type { Line, LineEvent } from './saved.ts'
import {
  changesIn,
  follow,
  hasUnsaved,
  NOTHING_UNSAVED,
  newLine,
  nextMark,
  saveStateOf,
  unsavedOf,
  withStranded,
} from './saved.ts'

const opened: LineEvent = { kind: 'opened' }
const step2: LineEvent = { kind: 'sent', frame: 'step2' }
const update: LineEvent = { kind: 'sent', frame: 'update' }
const lost: LineEvent = { kind: 'lost', readOnly: false }
const changed = (isCarried: boolean, ...touched: string[]): LineEvent => ({
  kind: 'changed',
  touched: new Set(touched),
  isCarried,
})
const receipt = (count: number, rest: Partial<Receipt> = {}): LineEvent => ({
  kind: 'receipt',
  receipt: { count, epoch: 1, sequence: 1, refused: false, ...rest },
})

/** The line after these events, all at the same moment. */
const after = (events: readonly LineEvent[], line: Line = newLine(NOTHING_UNSAVED), now = 0): Line =>
  events.reduce((each, event) => follow(each, event, now), line)

const shown = (line: Line, now = 0) => saveStateOf(line, now)
const IN_STEP = after([opened, receipt(0), step2, receipt(1)])

test('[M16] a receipt of 0 for 0 frames does not mean saved: our step2 has not gone out', () => {
  expect(shown(after([opened, receipt(0)]))).toEqual({ kind: 'opening' })
  expect(shown(after([lost, opened, receipt(0)], IN_STEP))).toEqual({ kind: 'offline', waiting: 0 })
})

test('[M16] saved means: step2 went out on this socket and receipts cover every frame since it opened', () => {
  const stepped = after([opened, receipt(0), step2])
  expect(shown(stepped)).toEqual({ kind: 'opening' })
  expect(shown(after([receipt(1)], stepped))).toEqual({ kind: 'saved' })
})

test('an edit is saving until its own receipt comes, and says 1 waiting', () => {
  const edited = after([update, changed(true)], IN_STEP)
  expect(shown(edited)).toEqual({ kind: 'saving', waiting: 1, sinceMs: 0 })
  expect(shown(after([receipt(1)], edited))).toEqual({ kind: 'saving', waiting: 1, sinceMs: 0 })
  expect(shown(after([receipt(2)], edited))).toEqual({ kind: 'saved' })
})

test('what is refused leaves nobody offline, unless the fresh copy does not come', () => {
  const refused = after([update, changed(true), { kind: 'refused' }], IN_STEP)
  expect([shown(refused), unsavedOf(refused).count]).toEqual([{ kind: 'opening' }, 1])
  expect(shown(after([lost], refused))).toEqual({ kind: 'offline', waiting: 1 })
})

test('[M16] 200 unsent edits: offline with 200, after the reconnect never saved before the receipt of step2', () => {
  const edits = Array.from({ length: 200 }, () => changed(false))
  const away = after([lost, ...edits], IN_STEP)
  expect(shown(away)).toEqual({ kind: 'offline', waiting: 200 })
  const back = after([opened, receipt(0)], away)
  expect(shown(back)).toEqual({ kind: 'offline', waiting: 200 })
  const stepped = after([step2], back)
  expect(shown(stepped)).toEqual({ kind: 'saving', waiting: 200, sinceMs: 0 })
  expect(shown(after([receipt(1)], stepped))).toEqual({ kind: 'saved' })
})

test('[M16] an edit between opening and step2 leaves at once, and is not saved by the receipt of another frame', () => {
  const early = after([lost, changed(false), opened, receipt(0), update, changed(true)], IN_STEP)
  // The early frame has a gap: the server stashes it and counts it after step2.
  const stepped = after([step2], early)
  expect(shown(stepped)).toMatchObject({ kind: 'saving', waiting: 2 })
  expect(shown(after([receipt(1)], stepped))).toMatchObject({ kind: 'saving', waiting: 1 })
  expect(shown(after([receipt(2)], stepped))).toEqual({ kind: 'saved' })
})

test('[M16] receipts start at 0 with each socket: an old count covers nothing of the new one', () => {
  const busy = after([update, changed(true), update, changed(true), receipt(3)], IN_STEP)
  expect(shown(busy)).toEqual({ kind: 'saved' })
  const again = after([update, changed(true), lost, opened, receipt(0), step2], busy)
  expect(shown(again)).toMatchObject({ kind: 'saving', waiting: 1 })
  expect(shown(after([receipt(1)], again))).toEqual({ kind: 'saved' })
})

test('[P5] a refused frame is counted by the server and still not saved', () => {
  const edited = after([update, changed(true)], IN_STEP)
  const refused = after([receipt(2, { refused: true })], edited)
  expect(shown(refused)).toMatchObject({ kind: 'saving', waiting: 1 })
  expect(shown(after([lost], refused))).toEqual({ kind: 'offline', waiting: 1 })
})

test('what an earlier page left unsaved counts as waiting until a step2 that brings it is on disk', () => {
  const touched = new Set(['notes/a/text', 'notes/a/place', 'notes/b/text', 'about/title'])
  const line = newLine({ count: 4, touched })
  expect(shown(after([lost], line))).toEqual({ kind: 'offline', waiting: 4 })
  const stepped = after([opened, receipt(0), step2], line)
  expect(unsavedOf(stepped).touched).toEqual(touched)
  expect(unsavedOf(after([receipt(1)], stepped))).toEqual(NOTHING_UNSAVED)
})

test('people count what they changed, not the keys it took, and many notes at once as what they did', () => {
  const words = (count: number, ...touched: string[]) => changesIn({ count, touched: new Set(touched) })
  expect(words(0)).toBe(0)
  expect(words(18, 'notes/a', 'notes/a/text')).toBe(1)
  expect(words(39, 'notes/a', 'notes/a/text', 'notes/b', 'notes/b/text')).toBe(2)
  expect(words(3, 'notes/a/text', 'notes/a/place', 'links/l')).toBe(3)
  expect(words(1, 'notes/a/bin', 'notes/b/bin', 'notes/c/bin')).toBe(1)
})

test('a change that reached no frame keeps the line unsaved, whatever the receipts say', () => {
  expect(shown(after([changed(false)], IN_STEP))).toMatchObject({ kind: 'saving', waiting: 1 })
})

test('changes of an earlier life are never covered by frames of this one', () => {
  const line = withStranded(IN_STEP, { count: 3, touched: new Set() })
  expect(shown(line)).toMatchObject({ kind: 'saving', waiting: 3 })
})

test('what was touched follows its frame', () => {
  const line = after(
    [update, changed(true, 'notes/a/place'), update, changed(true, 'notes/b', 'notes/a/place')],
    IN_STEP,
  )
  expect(unsavedOf(line)).toEqual({ count: 2, touched: new Set(['notes/a/place', 'notes/b']) })
  expect(unsavedOf(after([receipt(2)], line))).toEqual({ count: 1, touched: new Set(['notes/b', 'notes/a/place']) })
})

test('"Saving…" is due after 300 ms, "Not saved for N s" after 3 s, then each second', () => {
  const line = after([update, changed(true)], IN_STEP)
  const since = [0, 299, 300, 2_999, 3_000, 3_999, 4_000].map(now => [now, shown(line, now), nextMark(line, now)])
  expect(since.map(([now, state, next]) => [now, (state as { sinceMs: number }).sinceMs, next])).toEqual([
    [0, 0, 300],
    [299, 0, 1],
    [300, 300, 2_700],
    [2_999, 300, 1],
    [3_000, 3_000, 1_000],
    [3_999, 3_000, 1],
    [4_000, 4_000, 1_000],
  ])
  expect(nextMark(IN_STEP, 0)).toBeUndefined()
})

test('one who types without a pause on a slow line is as late as the oldest frame without a receipt', () => {
  const first = after([update, changed(true)], IN_STEP, 0)
  const second = after([update, changed(true)], first, 250)
  expect(saveStateOf(second, 400)).toMatchObject({ sinceMs: 300 })
  expect(saveStateOf(follow(second, receipt(2), 400), 400)).toMatchObject({ sinceMs: 0 })
})

test('[P5] read-only: told on this socket until told otherwise, guessed from 4503 until something is saved again', () => {
  const told = after([{ kind: 'readOnly', readOnly: true }, update, changed(true)], IN_STEP)
  expect(shown(told)).toEqual({ kind: 'readOnly', waiting: 1 })
  expect(shown(after([{ kind: 'readOnly', readOnly: false }], told))).toMatchObject({ kind: 'saving' })

  const thrown = after([update, changed(true), { kind: 'lost', readOnly: true }], IN_STEP)
  expect(shown(thrown)).toEqual({ kind: 'readOnly', waiting: 1 })
  const back = after([opened, receipt(0), step2], thrown)
  expect(shown(back)).toEqual({ kind: 'readOnly', waiting: 1 })
  expect(shown(after([receipt(1)], back))).toEqual({ kind: 'saved' })
})

test('opening lasts until the first try failed or succeeded', () => {
  expect(shown(newLine(NOTHING_UNSAVED))).toEqual({ kind: 'opening' })
  expect(shown(after([lost]))).toEqual({ kind: 'offline', waiting: 0 })
})

test('the end is the end', () => {
  expect(shown(after([{ kind: 'ended', why: 'removed' }], IN_STEP))).toEqual({ kind: 'closed', why: 'removed' })
})

test('leaving is warned of while anything waits', () => {
  expect(hasUnsaved(shown(IN_STEP))).toBe(false)
  expect(hasUnsaved(shown(after([update, changed(true)], IN_STEP)))).toBe(true)
  expect(hasUnsaved(shown(after([lost, changed(false)], IN_STEP)))).toBe(true)
  expect(hasUnsaved(shown(after([lost], IN_STEP)))).toBe(false)
})
