/** Commands that put the chosen notes in line. */
import type { Edge, Run } from '../editor/deeds/deeds.ts'
import type { Command, Context } from './command.ts'
import { chosenIds } from './in-mind.ts'

/** Do so many papers of one area lie among what is chosen? */
function hasPapers(context: Context, least: number): boolean {
  const { shown, board } = context.editor
  const papers = new Map<string, Set<string>>()
  for (const id of chosenIds(context)) {
    const area = board.canvas.value.notes.get(id)?.place[0]
    const paper = shown.paperOf(id)
    if (area && paper !== undefined) papers.set(area, (papers.get(area) ?? new Set()).add(paper))
  }
  return [...papers.values()].some(({ size }) => size >= least)
}

const EDGES: readonly (readonly [Edge, 'Left' | 'Top'])[] = [
  ['left', 'Left'],
  ['top', 'Top'],
]
const RUNS: readonly (readonly [Run, 'Across' | 'Down'])[] = [
  ['across', 'Across'],
  ['down', 'Down'],
]

export const lineCommands: readonly Command[] = [
  ...EDGES.map(([edge, name]): Command => ({
    id: `note.align${name}`,
    title: `command.align${name}`,
    group: 'notes',
    keys: [],
    right: 'move',
    on: 'selection',
    when: context => hasPapers(context, 2),
    run: context => context.editor.alignNotes(chosenIds(context), edge),
  })),
  ...RUNS.map(([run, name]): Command => ({
    id: `note.distribute${name}`,
    title: `command.distribute${name}`,
    group: 'notes',
    keys: [],
    right: 'move',
    on: 'selection',
    when: context => hasPapers(context, 3),
    run: context => context.editor.distributeNotes(chosenIds(context), run),
  })),
]
