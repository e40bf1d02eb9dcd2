/** What the page asks of the server over HTTP. Answers are values: what was asked for, or the problem in one word. */
import type { Ink, Role } from '../../shared/workshop/roles.ts'
import type { Person } from '../editor/board.ts'

/** `notFound` also stands for "not for you": the server does not tell them apart. */
export type Problem = 'notFound' | 'forbidden' | 'tooMany' | 'unreachable' | 'failed'
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export interface Invitation {
  readonly board: string
  readonly title: string
  readonly role: Role
  readonly taken: readonly { readonly name: string; readonly color: Ink }[]
  readonly invitedBy: string | null
  /** Who this browser already is here. */
  readonly member: Person | null
}

export interface ShareLink {
  readonly id: string
  readonly role: Role
  readonly label: string
  readonly createdAt: number
  readonly expiresAt: number | null
  readonly revokedAt: number | null
  /** How many people came by it. */
  readonly people: number
}

export interface Server {
  createBoard(ask: { title?: string; example?: 'spotify' | 'airbnb' }): Promise<Answer<{ links: Record<Role, string> }>>
  invitation(board: string, secret: string): Promise<Answer<Invitation>>
  join(board: string, ask: { secret: string; name: string; color?: Ink }): Promise<Answer<Person>>
  changePerson(
    board: string,
    person: string,
    ask: { name?: string; color?: Ink; role?: Role },
  ): Promise<Answer<unknown>>
  removePerson(board: string, person: string): Promise<Answer<unknown>>
  links(board: string): Promise<Answer<readonly ShareLink[]>>
  makeLink(board: string, role: Role): Promise<Answer<{ url: string; link: ShareLink }>>
  revokeLink(board: string, link: string, people: 'keep' | 'remove'): Promise<Answer<unknown>>
}

const PROBLEMS: Readonly<Record<number, Problem>> = {
  401: 'notFound',
  403: 'forbidden',
  404: 'notFound',
  410: 'notFound',
  429: 'tooMany',
  502: 'unreachable',
  503: 'unreachable',
  504: 'unreachable',
}

async function ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
  const headers = body === undefined ? {} : { 'content-type': 'application/json' }
  try {
    const response = await fetch(`/api/boards${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) return { ok: false, problem: PROBLEMS[response.status] ?? 'failed' }
    return { ok: true, value: (response.status === 204 ? undefined : await response.json()) as T }
  } catch {
    return { ok: false, problem: 'unreachable' }
  }
}

const map = <A, B>(answer: Answer<A>, to: (value: A) => B): Answer<B> =>
  answer.ok ? { ok: true, value: to(answer.value) } : answer

export function createServer(): Server {
  return {
    createBoard: body => ask('POST', '', body),
    invitation: (board, secret) => ask('POST', `/${board}/invitation`, { secret }),
    join: async (board, body) =>
      map(await ask<{ person: Person }>('POST', `/${board}/join`, body), answer => answer.person),
    changePerson: (board, person, body) => ask('PATCH', `/${board}/people/${person}`, body),
    removePerson: (board, person) => ask('DELETE', `/${board}/people/${person}`),
    links: async board => map(await ask<{ links: ShareLink[] }>('GET', `/${board}/links`), answer => answer.links),
    makeLink: (board, role) => ask('POST', `/${board}/links`, { role }),
    revokeLink: (board, link, people) => ask('DELETE', `/${board}/links/${link}?people=${people}`),
  }
}
