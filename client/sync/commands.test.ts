import { expect, test } from 'vitest'
import { sendCommand } from './commands.ts'
import { fakeTimers } from './fake-timers.ts'

/** A server that answers each sending in turn: by a status and a body, or not at all. */
function server(...answers: readonly ([status: number, body: unknown] | 'silent')[]) {
  const timers = fakeTimers()
  const sent: { readonly id: string; readonly url: string; readonly rest: unknown }[] = []
  const fetch = (async (url: string, init: RequestInit) => {
    const { id, ...rest } = JSON.parse(init.body as string) as { id: string }
    sent.push({ id, url, rest })
    const answer = answers[Math.min(sent.length, answers.length) - 1]
    if (answer === undefined || answer === 'silent') throw new TypeError('offline')
    return new Response(JSON.stringify(answer[1]), { status: answer[0] })
  }) as typeof globalThis.fetch
  const outcome = sendCommand('step.next', { seq: 3 }, { board: 'b', origin: 'http://host', fetch, timers })
  const settled = async () => {
    let isSettled = false
    void outcome.then(() => (isSettled = true))
    for (let turn = 0; turn < 1_000 && !isSettled; turn++) {
      await new Promise(resolve => setImmediate(resolve))
      timers.pass(500)
    }
    return outcome
  }
  return { sent, settled }
}

test('a command is sent once, and its answer given', async () => {
  const { sent, settled } = server([200, { run: { seq: 4 } }])
  expect(await settled()).toEqual({ kind: 'done', answer: { run: { seq: 4 } } })
  expect(sent).toMatchObject([{ url: 'http://host/api/boards/b/commands', rest: { command: 'step.next', seq: 3 } }])
})

test('while nobody answers it is sent again under the same id, so that it is done once', async () => {
  const { sent, settled } = server('silent', [503, {}], [200, {}])
  expect(await settled()).toEqual({ kind: 'done', answer: {} })
  expect(sent).toHaveLength(3)
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
})

test('a refusal is told by its word, with what stands beside it, and not asked again', async () => {
  const told = { error: { code: 'stale', message: 'The session has moved on.' }, run: null }
  const { sent, settled } = server([409, told])
  expect(await settled()).toEqual({ kind: 'refused', code: 'stale', answer: told })
  expect(sent).toHaveLength(1)
})

test('after some tries it is told that nobody answers', async () => {
  const { sent, settled } = server('silent')
  expect(await settled()).toEqual({ kind: 'unreachable' })
  expect(sent).toHaveLength(5)
})
