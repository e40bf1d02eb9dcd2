/** While everybody writes for themselves, notes come from outside into their author's draft, and nothing else comes. */
import { expect, test } from 'vitest'
import { toJSON } from '../../shared/canvas/json.ts'
import { contentOf } from '../../shared/canvas/canvas.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import { replaceContent } from '../../shared/canvas/write-content.ts'
import { encodeState } from '../../shared/wire/document.ts'
import type { TestPerson, TwoCanvases } from '../editor/test-board.ts'
import { openTable } from '../editor/test-board.ts'
import { copyOf } from './copied.ts'
import { runImport } from './import.ts'
import type { Readable } from './paste.ts'
import { planPaste, runPaste } from './paste.ts'
import { byMe, isReplaceable, planFile } from './plan-file.ts'
import { readCanvas } from './read-canvas.ts'
import { readPasted } from './read-pasted.ts'

const MARKDOWN = `# Qz7 title
## Customer Segments
- Qz7 hosts
## Channels
### Qz7 heading
- Qz7 web
- Qz7 fair

## Links
- CH1 → CS1: Qz7 label

## Groups
- CH1 + CH2: Qz7 group
`

function read(person: TestPerson, text: string) {
  const file = readCanvas(new TextEncoder().encode(text), byMe(person.board))
  if (!file.ok) throw new Error(JSON.stringify(file.problem))
  return file
}
/** A canvas with one of each, by somebody else. */
function jsonOf(title = 'Qz7 title'): string {
  const mei = openTable().joins('Mei')
  const file = read(mei, MARKDOWN)
  runImport(mei.board.history.value, mei.canvas, planFile(mei.editor, file, 'replace'))
  mei.editor.drawStroke({ anchor: ['channels', 1, 1], points: [0, 0, 4711, 1], color: 'jade', width: 3, kind: 'pen' })
  const content = contentOf(mei.canvas)
  expect([content.links, content.groups, content.strokes].map(({ length }) => length)).toEqual([1, 1, 1])
  return JSON.stringify(toJSON({ ...content, about: { ...content.about, title } }))
}

function alone() {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  ana.adds('Here before', { to: 'channels' })
  ben.adds('Bens', { to: 'channels' })
  const two = ben.writesAlone()
  return { ana, ben, two, before: encodeState(two.shared.document) }
}
const isUntouched = ({ shared }: TwoCanvases, before: Uint8Array): boolean =>
  Buffer.compare(encodeState(shared.document), before) === 0
const textsIn = ({ draft }: TwoCanvases): readonly string[] =>
  draft.notes
    .all()
    .map(({ text }) => text)
    .sort()

function copied(): Readable {
  const mei = openTable().joins('Mei')
  runImport(mei.board.history.value, mei.canvas, planFile(mei.editor, read(mei, MARKDOWN), 'replace'))
  const ids = mei.canvas.notes.all().map(({ id }) => id)
  const { html } = copyOf(mei.canvas, ids, { board: 'board', nameOf: area => area })
  return readable(mei, { text: '', html })
}
function readable(person: TestPerson, brought: Parameters<typeof readPasted>[0]): Readable {
  const pasted = readPasted(brought, byMe(person.board))
  if (pasted.kind === 'nothing' || pasted.kind === 'tooMuch') throw new Error(pasted.kind)
  return pasted
}

/** What stays behind where notes go to their blocks, and where all go into one, in which headings say nothing. */
const PASTED: readonly (readonly [string, number, number, (ben: TestPerson) => Readable])[] = [
  ['a canvas as Markdown', 3, 2, ben => readable(ben, { text: MARKDOWN, html: '' })],
  ['a canvas as JSON', 4, 3, ben => readable(ben, { text: jsonOf(), html: '' })],
  ['copied notes', 2, 2, () => copied()],
  ['lines', 0, 0, ben => readable(ben, { text: 'Qz7 fair\nQz7 hosts\nQz7 web', html: '' })],
]

test.each(PASTED)(
  '[B4] %s: notes into the draft, all else stays behind and is counted',
  (_what, ties, tiesInOne, pasted) => {
    for (const sorted of [true, false]) {
      const { ana, ben, two, before } = alone()
      const plan = planPaste(ben.editor, pasted(ben), { area: 'parking', sorted })
      expect(plan.left).toEqual({ images: 0, ties: sorted ? ties : tiesInOne, isHeld: true })
      expect(runPaste(ben.editor, plan)).toHaveLength(3)
      expect(textsIn(two)).toEqual(['Qz7 fair', 'Qz7 hosts', 'Qz7 web'])
      expect(two.draft.notes.all().flatMap(({ tags }) => tags)).toEqual([])
      for (const turn of ['undo', 'redo'] as const) {
        ben.editor[turn]()
        expect(textsIn(two)).toHaveLength(turn === 'undo' ? 0 : 3)
      }
      expect(isUntouched(two, before)).toBe(true)
      expect(ana.sees('channels')).toEqual(['Here before', 'Bens'])
    }
  },
)

test('[B4] of a file the notes are added to the draft; it replaces nothing, and nothing else comes', () => {
  const { ben, two, before } = alone()
  const plan = planFile(ben.editor, read(ben, jsonOf('')), 'add')
  expect(plan).toMatchObject({ left: { ties: 4, isHeld: true }, total: { added: 3 } })
  runImport(ben.board.history.value, ben.canvas, plan)
  expect(textsIn(two)).toHaveLength(3)
  expect(isReplaceable(ben.board)).toBe(false)
  const replacing = planFile(ben.editor, read(ben, MARKDOWN), 'replace')
  expect(() => runImport(ben.board.history.value, ben.canvas, replacing)).toThrow('writes for themselves')
  expect(isUntouched(two, before)).toBe(true)
})

test('[B4] a draft holds fewer notes than a canvas: what is too many is said, and nothing comes', () => {
  const { ben, two } = alone()
  const lines = (many: number) =>
    readable(ben, { text: Array.from({ length: many }, (_, i) => `Note ${i}`).join('\n'), html: '' })
  const pastes = (many: number) =>
    runPaste(ben.editor, planPaste(ben.editor, lines(many), { area: 'parking', sorted: false }))
  expect(pastes(LIMITS.draftNotes)).toHaveLength(LIMITS.draftNotes)
  expect(pastes(1)).toBeUndefined()
  expect(ben.editor.addNote('channels', { text: 'One more' })).toBeUndefined()
  const full = { kind: 'full', limit: LIMITS.draftNotes, isAlone: true }
  expect(ben.heard.slice(-2)).toEqual([full, full])
  expect(two.draft.notes.size).toBe(LIMITS.draftNotes)
})

test('[B4] when the time is over a file replaces what everybody sees, and no note of mine that waits', () => {
  const { ana, ben, two } = alone()
  ben.adds('Qz7 mine', { to: 'channels' })
  const mine = ben.id('Qz7 mine')
  const withMine = JSON.stringify(toJSON(contentOf(ben.canvas))).replace('Here before', 'Here after')
  two.ends()
  const waits = encodeState(two.draft.document)
  const plan = planFile(ben.editor, read(ben, withMine), 'replace')
  expect(plan.total).toEqual({ added: 0, changed: 1, removed: 0, stays: 1 })
  runImport(ben.board.history.value, ben.canvas, plan)
  expect(ana.sees('channels')).toEqual(['Here after', 'Bens'])
  const other = planFile(ben.editor, read(ben, '## Channels\n- Only this\n'), 'replace')
  expect(other.total).toEqual({ added: 1, changed: 0, removed: 2, stays: 0 })
  runImport(ben.board.history.value, ben.canvas, other)
  // As one who does not ask the plan.
  ben.board.history.value.run('import', () => replaceContent(ben.canvas, contentOf(ben.canvas), undefined))
  expect(ana.sees('channels')).toEqual(['Only this'])
  expect(Buffer.compare(encodeState(two.draft.document), waits)).toBe(0)
  expect(ben.find('Qz7 mine')?.id).toBe(mine)
})
