/** Undo and redo of what I did, and what is said of it. */
import type { History, Outcome } from '../../../shared/canvas/history.ts'
import type { Saying } from '../editor.ts'
import type { UndoDeeds } from './deeds.ts'
import type { Ground } from './ground.ts'

type Turn = 'undo' | 'redo'

export function createUndoDeeds({ board, say, acting }: Ground): UndoDeeds {
  const nextTitle = (history: History, turn: Turn) => (turn === 'undo' ? history.undoTitle : history.redoTitle)

  /** One undo or redo, and the notes that it left without a word. */
  function turnOnce(history: History, turn: Turn): { readonly outcome: Outcome; readonly isEmptied: boolean } {
    const { notes } = board.canvas.value
    const touched = new Set<string>()
    const unhear = notes.subscribe(changed => {
      for (const id of changed) touched.add(id)
    })
    const outcome = history[turn]()
    unhear()
    return { outcome, isEmptied: [...touched].some(id => notes.get(id)?.text === '') }
  }

  /** Making a note and its first words are two steps after a pause; nobody wants the empty note between them. */
  function turnWhole(history: History, turn: Turn): Outcome {
    const { outcome, isEmptied } = turnOnce(history, turn)
    const isHalf = outcome.kind === 'done' && outcome.title === 'add' && isEmptied
    return isHalf && nextTitle(history, turn) === 'add' ? turnWhole(history, turn) : outcome
  }

  const turn = (which: Turn) => {
    for (const saying of sayingsOf(
      which,
      acting(history => turnWhole(history, which)),
    ))
      say(saying)
  }
  return { undo: () => turn('undo'), redo: () => turn('redo') }
}

function sayingsOf(turn: Turn, outcome: Outcome): readonly Saying[] {
  const titles = outcome.skipped.map(({ title }) => title)
  const skipped: readonly Saying[] = titles.length > 0 ? [{ kind: 'undoSkipped', titles }] : []
  if (outcome.kind === 'nothing')
    return skipped.length > 0 ? skipped : [{ kind: turn === 'undo' ? 'nothingToUndo' : 'nothingToRedo' }]
  const { title, kept } = outcome
  if (outcome.kind === 'kept') return [{ kind: 'kept', title }, ...skipped]
  return [{ kind: turn === 'undo' ? 'undone' : 'redone', title, kept: kept.length }, ...skipped]
}
