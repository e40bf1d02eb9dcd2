/** Three people do anything at all, with lines cut and canvases replaced. Nothing throws, nothing stays in a hand, all see the same. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMANDS, runCommand } from './commands.ts'
import { testShell } from './shell-kit.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import { centreOf, overlaps } from '../../shared/base/geometry.ts'
import { contentOf } from '../../shared/canvas/canvas.ts'
import { LAYOUTS } from '../../shared/canvas/layouts.ts'
import { arrange } from '../../shared/canvas/placement.ts'
import type { Press } from '../editor/editor.ts'
import type { TestPerson } from '../editor/test-board.ts'
import { openTable } from '../editor/test-board.ts'

const point = fc.record({ x: fc.integer({ min: -50, max: 1_450 }), y: fc.integer({ min: -50, max: 850 }) })
const press = fc.record({
  at: point,
  pointer: fc.constantFrom<Press['pointer']>('mouse', 'mouse', 'touch'),
  finger: fc.constantFrom(1, 1, 2),
  button: fc.constantFrom<Press['button']>(0, 0, 0, 0, 1, 2),
  shift: fc.boolean(),
  alt: fc.constant(false),
  mod: fc.constant(false),
  space: fc.constantFrom(false, false, false, true),
  clicks: fc.constantFrom(1, 1, 2),
})
const act = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constantFrom('press', 'move', 'move', 'release'), press }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('grab'), note: fc.nat(20) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('command'), index: fc.nat(COMMANDS.length - 1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('type'), text: fc.string({ maxLength: 12 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait'), ms: fc.constantFrom(5, 450, 3_000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('cancel', 'leave', 'line', 'fresh', 'layout') }) },
)
type Act = { readonly person: number } & (typeof act extends fc.Arbitrary<infer T> ? { readonly act: T } : never)
const acts: fc.Arbitrary<Act[]> = fc.array(fc.record({ person: fc.nat(2), act }), { minLength: 20, maxLength: 120 })

function play(people: readonly TestPerson[], offline: Set<TestPerson>, { person: index, act }: Act): void {
  const person = people[index]
  if (!person) return
  const { editor } = person
  if ('press' in act) editor[act.kind](act.press)
  else if ('note' in act) grab(person, act.note)
  else if ('index' in act) runCommand(COMMANDS[act.index]?.id ?? '', { editor, shell: testShell() })
  else if ('text' in act) editor.type(act.text)
  else if (act.kind === 'cancel') editor.cancel()
  else if (act.kind === 'leave') editor.leave()
  else if (act.kind === 'layout') editor.layout.set(editor.layout.value === 'classic' ? 'grid' : 'classic')
  else if (act.kind === 'fresh') person.getsFreshCanvas()
  else if (act.kind === 'line' && offline.delete(person)) person.comesBack()
  else if (act.kind === 'line') {
    person.leavesTheLine()
    offline.add(person)
  }
}

/** Presses on one of the notes that stand somewhere. */
function grab({ editor, canvas }: TestPerson, which: number): void {
  const rects = canvas.notes.all().flatMap(({ id }) => editor.shown.noteRect(id) ?? [])
  const rect = rects[which % Math.max(1, rects.length)]
  if (rect) editor.press({ ...PRESS, at: editor.toScreen(centreOf(rect)) })
}
const PRESS: Omit<Press, 'at'> = {
  ...{ pointer: 'mouse', finger: 1, button: 0, clicks: 1 },
  ...{ shift: false, alt: false, mod: false, space: false },
}

/** Papers that this screen shows on one another; never any, not for a moment. */
function lyingOnOthers({ editor: { shown }, canvas }: TestPerson): readonly unknown[] {
  const seats = canvas.notes.all().flatMap(({ id }) => (shown.paperOf(id) === id ? [shown.seatOf(id)] : []))
  const rects = seats.filter(seat => seat !== undefined)
  return rects.filter((rect, i) => rects.slice(0, i).some(other => overlaps(rect, other)))
}

function settle(people: readonly TestPerson[], offline: ReadonlySet<TestPerson>): void {
  for (const person of offline) person.comesBack()
  for (const { editor } of people) {
    editor.cancel()
    editor.endWriting()
  }
}

const SOAKS = process.env.NONAGON_SOAK !== undefined

test(
  '[B9] whatever three people do, no screen ever shows notes on one another, nothing stays in a hand, and all see the same in the end',
  () => {
    fc.assert(
      fc.property(acts, script => {
        const table = openTable()
        const people = ['Ana', 'Ben', 'Mei'].map(name => table.joins(name))
        for (const [i, area] of AREAS.entries()) people[i % 3]?.adds(`Note ${i}`, { to: area })
        const offline = new Set<TestPerson>()
        for (const step of script) {
          if ('ms' in step.act) table.clock.pass(step.act.ms)
          else play(people, offline, step)
          for (const person of people) expect(lyingOnOthers(person)).toEqual([])
        }
        settle(people, offline)

        const [first] = people
        for (const { editor, canvas, pointing } of people) {
          expect(editor.hand.value).toEqual({ kind: 'nothing' })
          expect(pointing.drag).toBeUndefined()
          expect(pointing.caret).toBeUndefined()
          expect(contentOf(canvas)).toEqual(first && contentOf(first.canvas))
          const parking = editor.parkingOpen.value ? 'open' : 'closed'
          const { notes } = arrange(LAYOUTS[editor.layout.value], canvas.notes.all(), { parking })
          for (const { id } of canvas.notes.all()) expect(editor.shown.noteRect(id)).toEqual(notes.get(id))
        }
      }),
      { seed: 7, numRuns: SOAKS ? 3_000 : 60 },
    )
  },
  SOAKS ? 900_000 : 60_000,
)
