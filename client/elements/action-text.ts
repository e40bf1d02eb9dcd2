/** An action in a few words: who, and until when. */
import type { Action } from '../../shared/canvas/records.ts'
import { dated, listed, say } from '../words/words.ts'

/** Noon, so that a day is the same day in every zone. */
export const dayOf = (due: string): number => Date.parse(`${due}T12:00`)

export const actionText = ({ owner, due }: Action): string =>
  listed([owner, due && say('report.until', { date: dated(dayOf(due), 'short') })].filter(Boolean)) ||
  say('action.heading')
