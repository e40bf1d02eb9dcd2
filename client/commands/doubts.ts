/** What speaks against leaving the running step now, each as a sentence. Facilitators see them before they go on. */
import type { Dashboard } from '../../shared/workshop/dashboard.ts'
import { say } from '../words/words.ts'
import type { Context } from './command.ts'

/** Where nobody sees who writes, the server tells: then there is a dashboard. */
type Doubt = (context: Context, dashboard?: Dashboard) => string | undefined

const peopleWrite: Doubt = ({ editor }, dashboard) => {
  const writing = editor.board.presence.others.value.filter(({ pointing }) => pointing.caret !== undefined)
  const count = dashboard?.writing ?? new Set(writing.map(({ person }) => person.id)).size
  return count === 0 ? undefined : say('doubt.writing', { count })
}

/** Where nobody says so, it means nothing that they do not. */
const peopleAreNotReady: Doubt = ({ editor }) => {
  const told = editor.board.attendance.readiness.value
  if (!told || told.run !== editor.session.run.value?.id || told.ready === 0 || told.ready === told.of) return undefined
  return say('doubt.notReady', { count: told.of - told.ready })
}

const peopleHaveNotVoted: Doubt = ({ editor }) => {
  const round = editor.session.run.value?.round
  const progress = editor.voting.progress.value
  if (!progress || progress.round !== round || progress.done === progress.of) return undefined
  return say('doubt.notVoted', { count: progress.of - progress.done })
}

const DOUBTS: readonly Doubt[] = [peopleWrite, peopleAreNotReady, peopleHaveNotVoted]

export const doubtsNow = (context: Context, dashboard?: Dashboard): readonly string[] =>
  DOUBTS.flatMap(doubt => doubt(context, dashboard) ?? [])
