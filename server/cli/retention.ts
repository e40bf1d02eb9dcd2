/** `retention [<days>|never]`: how long boards stay that nobody uses. */
import type { Command } from './command.ts'
import { beside, count, WrongUse } from './command.ts'

const MOST_DAYS = 36_500

function daysOf(typed: string): number | null {
  if (typed === 'never') return null
  const days = Number(typed)
  if (!/^\d+$/.test(typed) || days < 1 || days > MOST_DAYS)
    throw new WrongUse(`Say a number of days from 1 to ${MOST_DAYS}, or never, not "${typed}".`)
  return days
}

export const retentionCommand: Command = {
  usage: '[<days>|never]',
  summary: 'says for how long unused boards are kept, or changes it',
  help: `A board is used on each day on which somebody comes or writes. One that was not used for more days than you say is
deleted as by \`delete\`, so that it can be taken back for a week. A server that runs goes by it within an hour.`,
  takes: { least: 0, most: 1, words: 'a number of days, or never' },
  run(asked) {
    const [typed] = asked.args
    const wanted = typed === undefined ? undefined : daysOf(typed)
    return beside(
      asked,
      async storage => {
        if (wanted !== undefined) await storage.commit([{ kind: 'retention', days: wanted }])
        const days = storage.retention()
        const text =
          days === null
            ? 'Boards are kept until somebody deletes them.'
            : `Boards that nobody uses for more than ${count(days, 'day')} are deleted.`
        return { text, json: { days } }
      },
      { create: wanted !== undefined },
    )
  },
}
