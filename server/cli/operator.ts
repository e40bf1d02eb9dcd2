/** `operator add`, `list`, `remove`: who may make boards. As long as there is none, everybody may. */
import { newId, newSecret } from '../../shared/base/id.ts'
import { hashOf } from '../access/secrets.ts'
import type { Storage } from '../storage/storage.ts'
import type { Asked, Command, Said } from './command.ts'
import { beside, columns, dateOf, printable, WrongUse } from './command.ts'

const EVERYBODY = 'There are no operators: everybody may make boards.'

const ACTS: Readonly<Record<string, (storage: Storage, asked: Asked) => Said | Promise<Said>>> = {
  async add(storage, { options, now }) {
    const secret = newSecret()
    const label = printable(String(options['label'] ?? '')).slice(0, 60)
    const operator = { id: newId(), label, createdAt: now }
    await storage.commit([{ kind: 'operator', operator: { ...operator, hash: hashOf(secret) } }])
    return {
      text: `Only operators make boards now. The secret of this one, shown only here:\n  ${secret}`,
      json: { ...operator, secret },
    }
  },
  list(storage) {
    const all = storage.operators().map(({ id, label, createdAt }) => ({ id, label, createdAt }))
    const rows = all.map(({ id, label, createdAt }) => [id, dateOf(createdAt), label])
    return { text: rows.length === 0 ? EVERYBODY : columns(['operator', 'added', 'label'], rows), json: all }
  },
  async remove(storage, { args: [, id = ''] }) {
    if (!storage.operators().some(each => each.id === id))
      throw new WrongUse(`There is no operator ${printable(id)}. The command operator list lists all.`)
    await storage.commit([{ kind: 'endOperator', id }])
    const left = storage.operators().length
    return {
      text: left === 0 ? `Removed. ${EVERYBODY}` : 'Removed. Its secret makes no boards any more.',
      json: { id },
    }
  },
}

export const operatorCommand: Command = {
  usage: 'add [--label <words>] | list | remove <id>',
  summary: 'says who may make boards',
  help: `As long as there is no operator everybody may make boards. With one, making a board takes the secret of an operator:
on the page, or as \`Authorization: Bearer <secret>\`. A server that runs goes by it at once.`,
  options: { label: { type: 'string' } },
  takes: { least: 1, most: 2, words: 'add, list, or remove with an id' },
  run(asked) {
    const [name = '', id] = asked.args
    const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
    if (!act || (id !== undefined) !== (name === 'remove'))
      throw new WrongUse('The command operator needs add, list, or remove with an id. See --help.')
    return beside(asked, storage => act(storage, asked), { create: name === 'add' })
  },
}
