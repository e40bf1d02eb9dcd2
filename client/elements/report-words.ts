/** What a report says in the language in use. */
import type { Area } from '../../shared/canvas/blocks.ts'
import type { ReportAction, ReportRow, ReportStep, ReportVote, ReportWords } from '../files/report.ts'
import { dated, listed, say } from '../words/words.ts'
import { dayOf } from './action-text.ts'

const area = (id: Area): string => say(`area.${id}`)
const dots = (count: number): string => say('report.dots', { count })

export const reportWords = (): ReportWords => ({
  headings: {
    steps: say('report.steps'),
    decisions: say('report.decisions'),
    votes: say('report.votes'),
    actions: say('report.actions'),
    questions: say('report.questions'),
    notes: say('report.notes'),
    people: say('report.people'),
  },
  credit: say('page.credit'),
  area,
  date: at => dated(at, 'long'),
  step: ({ startedAt, plannedMinutes, tookMinutes: took }: ReportStep) => {
    const time = dated(startedAt, 'time')
    return plannedMinutes === null
      ? say('report.stepOpen', { time, took })
      : say('report.step', { time, planned: plannedMinutes, took })
  },
  votes: ({ voters, dots: given }: ReportVote) => say('report.voters', { count: voters, dots: given }),
  row: ({ dots: count, tied }: ReportRow) => (tied ? say('report.tied', { dots: dots(count) }) : dots(count)),
  who: ({ owner, due: day }: ReportAction) =>
    listed([owner, day && say('report.until', { date: dated(dayOf(day), 'long') })].filter(Boolean)),
})
