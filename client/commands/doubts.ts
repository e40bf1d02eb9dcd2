/** What speaks against leaving the running step now, each as a sentence. Facilitators see them before they go on. */
import { readyIn } from '../editor/attendance.ts'
import { say } from '../words/words.ts'
import type { Context } from './command.ts'

type Doubt = (context: Context) => string | undefined

const peopleWrite: Doubt = ({ editor }) => {
  const writing = editor.board.presence.others.value.filter(({ pointing }) => pointing.caret !== undefined)
  const count = new Set(writing.map(({ person }) => person.id)).size
  return count === 0 ? undefined : say('doubt.writing', { count })
}

/** Where nobody says so, it means nothing that they do not. */
const peopleAreNotReady: Doubt = ({ editor }) => {
  const run = editor.session.run.value
  const { ready, of } = readyIn(editor.board.attendance.value, run?.id ?? '')
  return ready === 0 || ready === of ? undefined : say('doubt.notReady', { count: of - ready })
}

const peopleHaveNotVoted: Doubt = ({ editor }) => {
  const round = editor.session.run.value?.round
  const progress = editor.voting.progress.value
  if (!progress || progress.round !== round || progress.done === progress.of) return undefined
  return say('doubt.notVoted', { count: progress.of - progress.done })
}

const DOUBTS: readonly Doubt[] = [peopleWrite, peopleAreNotReady, peopleHaveNotVoted]

export const doubtsNow = (context: Context): readonly string[] => DOUBTS.flatMap(doubt => doubt(context) ?? [])
