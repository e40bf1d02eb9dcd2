/** Changes what somebody may do at a board, as a facilitator with a script would. */
import type { Role } from '../../shared/workshop/roles.ts'
import type { MadeBoard, Nonagon } from './nonagon.ts'
import { secretOf } from './nonagon.ts'

export async function changeRole(nonagon: Nonagon, board: MadeBoard, name: string, role: Role): Promise<void> {
  const people = `${nonagon.url}/api/boards/${board.board}/people`
  const headers = { authorization: `Bearer ${secretOf(board.links.facilitator)}`, 'content-type': 'application/json' }
  const all = (await (await fetch(people, { headers })).json()) as { people: readonly { id: string; name: string }[] }
  const person = all.people.find(each => each.name === name)
  if (!person) throw new Error(`${name} is not on the board.`)
  const answer = await fetch(`${people}/${person.id}`, { method: 'PATCH', headers, body: JSON.stringify({ role }) })
  if (!answer.ok) throw new Error(`The role was not changed: ${await answer.text()}`)
}

/** For two seconds the old rights hold as well; a server that begins anew knows only the new ones. */
export async function changeRoleForGood(...change: Parameters<typeof changeRole>): Promise<void> {
  await changeRole(...change)
  const [nonagon] = change
  await nonagon.end()
  await nonagon.start()
}
