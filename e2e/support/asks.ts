/** For tests of routes: asking a server as a program does, and as a browser that keeps its cookie. */
import type { MadeBoard } from './nonagon.ts'
import { secretOf } from './nonagon.ts'
import type { Role } from '../../shared/workshop/roles.ts'

export interface Reply {
  readonly status: number
  readonly json: Record<string, unknown>
  readonly text: string
  readonly headers: Headers
}

export const bearer = (board: MadeBoard, role: Role, name = 'Script') => ({
  authorization: `Bearer ${secretOf(board.links[role])}`,
  'x-nonagon-name': name,
})

/** `address` is asked each time, as the server is started after this. */
export function askers(address: () => string) {
  async function ask(
    method: string,
    path: string,
    options: { body?: unknown; headers?: Record<string, string>; text?: string } = {},
  ): Promise<Reply> {
    const body = options.text ?? (options.body === undefined ? undefined : JSON.stringify(options.body))
    const response = await fetch(address() + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...options.headers },
      ...(body === undefined ? {} : { body }),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : {}
    return { status: response.status, json, text, headers: response.headers }
  }

  /** A browser: keeps the cookie it is given. */
  function browser() {
    let cookie = ''
    return {
      async asks(method: string, path: string, body?: unknown): Promise<Reply> {
        const reply = await ask(method, path, {
          body,
          headers: { origin: address(), ...(cookie ? { cookie } : {}) },
        })
        cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? cookie
        return reply
      },
      joins(board: MadeBoard, role: Role, name: string) {
        return this.asks('POST', `/api/boards/${board.board}/join`, { secret: secretOf(board.links[role]), name })
      },
      get cookie() {
        return cookie
      },
    }
  }

  return { ask, browser }
}
