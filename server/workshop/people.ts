/** What facilitators decide of people besides their role: whom they let in, and who is quiet for a while. */
import { z } from 'zod'
import type { Member } from '../access/member.ts'
import { Refusal } from '../routes/route.ts'
import type { CommandContext } from './command.ts'
import { command } from './command.ts'

const PERSON = z.object({ person: z.string().min(1).max(64) })

function memberAsked({ members }: CommandContext, id: string): Member {
  const member = members().get(id)
  if (!member || member.isRemoved) throw new Refusal(404, 'noPerson', 'This person is not at the board.')
  return member
}

export const peopleCommands = {
  'person.admit': command({
    summary: 'Lets somebody in who waits.',
    floor: 'facilitator',
    body: PERSON,
    run(context, { person }) {
      memberAsked(context, person)
      return { rows: context.state.waiting.has(person) ? [{ part: 'waiting', key: person, value: null }] : [] }
    },
  }),
  'person.mute': command({
    summary: 'Lets somebody read only, whatever their role and the step, or (`muted: false`) takes that back.',
    floor: 'facilitator',
    body: PERSON.extend({ muted: z.boolean() }),
    run(context, { person, muted }) {
      if (memberAsked(context, person).person.role === 'facilitator')
        throw new Refusal(409, 'facilitator', 'A facilitator is never muted. Change their role first.')
      if (context.state.muted.has(person) === muted) return { rows: [] }
      return { rows: [{ part: 'muted', key: person, value: muted ? context.now : null }] }
    },
  }),
} as const
