/** Pasted notes on their way onto the canvas: what would come where, and doing it as one step. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import { contentOf } from '../../shared/canvas/canvas.ts'
import { LAYOUTS } from '../../shared/canvas/layouts.ts'
import type { CanvasContent, Note } from '../../shared/canvas/records.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { Editor } from '../editor/editor.ts'
import { cut } from '../editor/note-length.ts'
import { fullWith } from '../editor/room.ts'
import type { Plan } from './import.ts'
import { denialFor, fitsOneChange, planImport, runImport } from './import.ts'
import { takeWhatMay, withoutHeadings } from './left-behind.ts'
import type { TakenPlan } from './plan-file.ts'
import { byMe } from './plan-file.ts'
import type { Pasted } from './read-pasted.ts'

export type Readable = Exclude<Pasted, { kind: 'nothing' | 'tooMuch' }>

/** Where notes go: all into this area, or `sorted`, into it only those of which nothing says where. */
export interface Goal {
  readonly area: Area
  readonly sorted: boolean
}

/** Does something beside the notes say where they go? */
export const namesBlocks = (pasted: Readable): boolean =>
  pasted.kind !== 'notes' || pasted.notes.some(({ area }) => area !== undefined)

/** The words of the only note there is, if nothing says where it goes. */
export const onlyNote = (pasted: Readable): string | undefined =>
  pasted.kind === 'notes' && pasted.notes.length === 1 && !namesBlocks(pasted) ? pasted.notes[0]?.text : undefined

/** As it stands before places are looked for. */
export function contentFor(pasted: Readable, { area, sorted }: Goal): CanvasContent {
  if (pasted.kind !== 'notes') return sorted ? pasted.content : allIn(area, pasted.content)
  const notes = pasted.notes.map(({ text, area: named }, i): Note => ({
    id: String(i),
    place: [(sorted && named) || area, 0, 0, 0],
    text: cut(text),
    color: 'straw',
    author: '',
    ...{ segments: [], kinds: [], tags: [] },
  }))
  return { about: { title: '', headings: {} }, notes, links: [], groups: [], strokes: [] }
}

const byArea = (a: Note, b: Note): number => AREAS.indexOf(a.place[0]) - AREAS.indexOf(b.place[0])

function allIn(area: Area, content: CanvasContent): CanvasContent {
  const { notes, groups, ...bare } = withoutHeadings(content)
  return {
    ...bare,
    notes: [...notes].sort(byArea).map(note => ({ ...note, place: [area, 0, 0, 0] })),
    groups: groups.map(group => ({ ...group, block: area })),
  }
}

/** What pasting would add, reckoned against the canvas as it is now, and what of it stays behind. */
export function planPaste({ board, layout }: Editor, pasted: Readable, goal: Goal): TakenPlan {
  const options = { ...byMe(board), way: 'add', again: true, layout: LAYOUTS[layout.value] } as const
  const from = pasted.kind === 'copied' ? pasted : undefined
  const { content, left } = takeWhatMay(board, contentFor(pasted, goal), from)
  return { ...planImport({ format: 'json', content }, contentOf(board.canvas.value), options), left }
}

/** The new notes; undefined when nothing was done, which has then been said. */
export function runPaste(editor: Editor, plan: Plan): readonly string[] | undefined {
  const { canvas, history } = editor.board
  const denial = denialFor(editor.board, plan)
  const full = fullWith(canvas.value, plan.content.notes.length)
  if (denial) editor.say({ kind: 'notAllowed', ...denial })
  else if (full) editor.say(full)
  else if (plan.isFull) editor.say({ kind: 'full', limit: LIMITS.notes })
  else if (!fitsOneChange(canvas.value, plan)) editor.say({ kind: 'tooMuch' })
  else {
    runImport(history.value, canvas.value, plan, 'paste')
    return plan.content.notes.map(({ id }) => id)
  }
  return undefined
}
