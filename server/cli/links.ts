/** `links <board>`: one more link, for a host whose people lost theirs. */
import { newId, newSecret } from '../../shared/base/id.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import { isRole, ROLES } from '../../shared/workshop/roles.ts'
import { newLink } from '../access/new-link.ts'
import type { Config } from '../config.ts'
import type { LinkKind } from '../storage/storage.ts'
import type { Command } from './command.ts'
import { beside, boardAsked, WrongUse } from './command.ts'

function openedBy(typed: string): { readonly role: Role; readonly kind: LinkKind } {
  if (typed === 'owner') return { role: 'facilitator', kind: 'owner' }
  if (!isRole(typed))
    throw new WrongUse(`A link is for one of owner, ${[...ROLES].reverse().join(', ')}, not "${typed}".`)
  return { role: typed, kind: 'shared' }
}

/** Where people find the server, as far as the configuration tells. */
function originOf({ publicUrl, host, port }: Config): string {
  if (publicUrl) return publicUrl.origin
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

export const linksCommand: Command = {
  usage: '<board> [--role owner|facilitator|participant|commenter|observer]',
  summary: 'makes a fresh link to a board',
  help: `Without a role it is one for an owner. Older links go on; whoever opens the new one can revoke them.
The address is that of PUBLIC_URL, else of HOST and PORT.`,
  options: { role: { type: 'string' } },
  takes: { least: 1, most: 1, words: 'the id of one board' },
  run: asked =>
    beside(asked, async storage => {
      const wanted = String(asked.options['role'] ?? 'owner')
      const { role, kind } = openedBy(wanted)
      const board = boardAsked(storage, asked)
      if (board.deletedAt !== null)
        throw new WrongUse(`The board ${board.id} is deleted. The command undelete takes it back.`)
      const made = newLink(board.id, role, { now: () => asked.now, newId, newSecret }, { kind })
      await storage.commit([{ kind: 'link', link: made.link }])
      const url = `${originOf(asked.config)}/b/${board.id}#${made.secret}`
      return { text: url, json: { board: board.id, role: wanted, url } }
    }),
}
