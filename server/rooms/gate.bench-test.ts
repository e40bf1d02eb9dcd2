import { expect, test } from 'vitest'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import * as operations from '../../shared/canvas/operations.ts'
import type { Update } from '../../shared/wire/document.ts'
import { encodeState, stateVector } from '../../shared/wire/document.ts'
import { ALL_RIGHTS } from '../../shared/workshop/rights.ts'
import { judge } from './gate.ts'
import { Seat, TestRoom } from './gate-kit.ts'

const note = (id: string): operations.NewNote => ({
  id,
  place: ['channels', 16, 32, 1_747_000_000_000],
  text: 'A note with a few words in it',
  color: 'straw',
  author: '',
})

/** A canvas of so many notes, each with a mark, every third one moved twice. */
function full(count: number): TestRoom {
  const room = new TestRoom()
  const write = (change: (canvas: Canvas) => void) => {
    const maker = new Seat(room, 'ana', 100_000 + room.clients.size, 'facilitator')
    expect(room.take(maker.draft(change), maker, { step2: true }).kind).toBe('accepted')
  }
  for (let start = 0; start < count; start += 500)
    write(canvas => {
      for (let i = start; i < Math.min(count, start + 500); i++)
        operations.addNote(canvas, { ...note(`n${i}`), segments: [`s${i % 5}`] })
    })
  for (const x of [1, 2])
    write(canvas => {
      for (let i = 0; i < count; i += 3) operations.moveNotes(canvas, new Map([[`n${i}`, ['channels', x, i, 1]]]))
    })
  return room
}

/** Microseconds of processor for one judgement: the third best of seven runs. */
function cost(room: TestRoom, frame: Update, step2: boolean, times: number): number {
  const seat = { person: 'ben', role: 'participant', rights: ALL_RIGHTS } as const
  const runs = Array.from({ length: 7 }, () => {
    const start = process.cpuUsage()
    for (let i = 0; i < times; i++) judge(frame, room, seat, { step2 })
    return process.cpuUsage(start).user / times
  })
  return runs.sort((a, b) => a - b)[2] ?? 0
}

/** `vitest run --project bench`: figures for people to compare with those of the day before; nothing is asserted about time. */
test('what a judgement costs', { timeout: 300_000 }, () => {
  const room = full(4_000)
  const seat = () => new Seat(room, 'ben', 200)
  const letter = seat().draft(canvas => operations.editText(canvas, 'n7', 'A note with a few words in it!'))
  const move = seat().draft(canvas => operations.moveNotes(canvas, new Map([['n8', ['channels', 1, 2, 3]]])))
  const purge = seat().draft(canvas => {
    for (let i = 0; i < 50; i++) canvas.document.getMap('notes').delete(`n${i * 7}`)
  })
  const away = seat()
  for (let i = 0; i < 1_000; i++) away.draft(canvas => operations.addNote(canvas, note(`m${i}`)))
  const since = stateVector(room.document)
  const frames: readonly [string, Update, boolean, number][] = [
    ['a letter', letter, false, 20_000],
    ['a move', move, false, 20_000],
    ['deleting 50 keys', purge, false, 500],
    ['a step2 of 1,000 new notes', encodeState(away.document, since), true, 20],
    ['a step2 with nothing new', encodeState(room.document, since), true, 200],
  ]
  for (const [name, frame, step2, times] of frames)
    console.info(`${name}: ${frame.length} B, ${cost(room, frame, step2, times).toFixed(1)} µs`)
})
