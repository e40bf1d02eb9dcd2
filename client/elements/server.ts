/** What the page asks of the server over HTTP. Answers are values: what was asked for, or the problem in one word. */
import type { Ink, Role } from '../../shared/workshop/roles.ts'
import type { Person } from '../editor/board.ts'

/** `notFound` also stands for "not for you": the server does not tell them apart. */
export type Problem =
  | 'notFound'
  | 'expired'
  | 'replaced'
  | 'revoked'
  | 'forbidden'
  | 'operatorOnly'
  | 'lastFacilitator'
  | 'tooMany'
  | 'tooLarge'
  | 'full'
  | 'unreachable'
  | 'failed'

/** A deleted board, until when it can be taken back (ms), and whether I am one who can. */
export interface Deleted {
  readonly problem: 'deleted'
  readonly goneAt: number
  readonly owner: boolean
}

export type Refused = { readonly ok: false } & ({ readonly problem: Problem } | Deleted)
export type Answer<T> = { readonly ok: true; readonly value: T } | Refused

export interface Invitation {
  readonly board: string
  readonly title: string
  readonly role: Role
  /** It makes whoever comes an owner of the board. */
  readonly owner: boolean
  readonly taken: readonly { readonly name: string; readonly color: Ink }[]
  readonly invitedBy: string | null
  /** Who this browser already is here. */
  readonly member: Person | null
  /** Whom a personal link goes on as. */
  readonly personal: Person | null
}

/** The links of a board by what they make of a person. */
export type LinkUrls = Record<Role | 'owner', string>

export interface MadeBoard {
  readonly board: string
  readonly links: LinkUrls
}

export interface NewBoard {
  readonly title?: string
  readonly example?: 'spotify' | 'airbnb'
  readonly json?: unknown
}

/** A code that is shown in a room, and what it leads to. */
export interface Code {
  readonly code: string
  readonly url: string
  /** It ends when nobody asked for it again for so long. */
  readonly leaseMs: number
}

export interface ShareLink {
  readonly id: string
  readonly role: Role
  readonly owner: boolean
  readonly label: string
  readonly createdAt: number
  readonly expiresAt: number | null
  readonly revokedAt: number | null
  /** How many people came by it. */
  readonly people: number
}

/** A record in the bin, `<root>/<id>`: since when (server time, ms), and who put it there if that is known. */
export interface Binned {
  readonly record: string
  readonly at: number
  readonly person: string | null
}

export interface Server {
  /** `operator`: the secret of whoever runs the server, where only they make boards. */
  createBoard(ask: NewBoard, operator?: string): Promise<Answer<MadeBoard>>
  /** This board once more, without its people; with its notes or without. */
  duplicateBoard(board: string, ask: { title: string; notes: boolean }): Promise<Answer<MadeBoard>>
  deleteBoard(board: string): Promise<Answer<{ goneAt: number }>>
  /** By an owner's link, or as the owner that this browser is. */
  undeleteBoard(board: string, secret?: string): Promise<Answer<unknown>>
  invitation(board: string, secret: string): Promise<Answer<Invitation>>
  join(board: string, ask: { secret: string; name: string; color?: Ink }): Promise<Answer<Person>>
  /** The link that a code stands for. */
  enterCode(code: string): Promise<Answer<{ board: string; secret: string }>>
  changePerson(
    board: string,
    person: string,
    ask: { name?: string; color?: Ink; role?: Role },
  ): Promise<Answer<unknown>>
  removePerson(board: string, person: string): Promise<Answer<unknown>>
  people(board: string): Promise<Answer<readonly { id: string; link: string | null }[]>>
  /** A link by which another device is me; the one before ends. */
  makeOwnLink(board: string): Promise<Answer<{ url: string }>>
  /** What lies in the bin of its canvas, newest first. */
  bin(board: string): Promise<Answer<readonly Binned[]>>
  /** Brings an image under the SHA-256 of its bytes. */
  putImage(board: string, hash: string, file: Blob): Promise<Answer<unknown>>
  links(board: string): Promise<Answer<readonly ShareLink[]>>
  /** What facilitators noted for themselves, by step. */
  speakerNotes(board: string): Promise<Answer<Readonly<Record<string, string>>>>
  makeLink(board: string, role: Role): Promise<Answer<{ url: string; link: ShareLink }>>
  changeLink(board: string, link: string, ask: { label?: string; expiresAt?: number | null }): Promise<Answer<unknown>>
  replaceLink(board: string, link: string): Promise<Answer<{ url: string; link: ShareLink }>>
  revokeLink(board: string, link: string, people: 'keep' | 'remove'): Promise<Answer<unknown>>
  /** Shows a code, or keeps the given one alive; should the server know it no more, there is a new one. */
  showCode(board: string, code?: string): Promise<Answer<Code>>
}

const BY_STATUS: Readonly<Record<number, Problem>> = {
  401: 'notFound',
  403: 'forbidden',
  404: 'notFound',
  410: 'notFound',
  413: 'tooLarge',
  429: 'tooMany',
  502: 'unreachable',
  503: 'unreachable',
  504: 'unreachable',
}

/** What the server says by a word of its own, where the status alone is not enough. */
const BY_CODE: Readonly<Record<string, Problem>> = {
  expired: 'expired',
  replaced: 'replaced',
  revoked: 'revoked',
  operatorOnly: 'operatorOnly',
  lastFacilitator: 'lastFacilitator',
  full: 'full',
}

interface Told {
  readonly error?: { readonly code?: string }
  readonly goneAt?: number
  readonly owner?: boolean
}

async function refusedBy(response: Response): Promise<Refused> {
  // A proxy in between answers in its own words.
  const told = await response.json().then(
    value => value as Told,
    (): Told => ({}),
  )
  const code = told.error?.code ?? ''
  if (code === 'deleted') return { ok: false, problem: 'deleted', goneAt: told.goneAt ?? 0, owner: told.owner === true }
  return { ok: false, problem: BY_CODE[code] ?? BY_STATUS[response.status] ?? 'failed' }
}

function ask<T>(method: string, path: string, body?: unknown, bearer?: string): Promise<Answer<T>> {
  return send(method, path, body === undefined ? undefined : JSON.stringify(body), {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(bearer && { authorization: `Bearer ${bearer}` }),
  })
}

async function send<T>(
  method: string,
  path: string,
  body: string | Blob | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body !== undefined && { body }),
    })
    if (!response.ok) return await refusedBy(response)
    return { ok: true, value: (response.status === 204 ? undefined : await response.json()) as T }
  } catch {
    return { ok: false, problem: 'unreachable' }
  }
}

const map = <A, B>(answer: Answer<A>, to: (value: A) => B): Answer<B> =>
  answer.ok ? { ok: true, value: to(answer.value) } : answer

interface ToldBoard {
  readonly board: string
  readonly links: Record<Role, string>
  readonly owner: string
}
const madeBoardOf = ({ board, links, owner }: ToldBoard): MadeBoard => ({ board, links: { ...links, owner } })

type People = { people: { id: string; link: string | null }[] }

export function createServer(): Server {
  return {
    createBoard: async (body, operator) => map(await ask<ToldBoard>('POST', 'boards', body, operator), madeBoardOf),
    duplicateBoard: async (board, body) =>
      map(await ask<ToldBoard>('POST', `boards/${board}/duplicate`, body), madeBoardOf),
    deleteBoard: board => ask('DELETE', `boards/${board}`),
    undeleteBoard: (board, secret) => ask('POST', `boards/${board}/undelete`, secret ? { secret } : {}),
    invitation: (board, secret) => ask('POST', `boards/${board}/invitation`, { secret }),
    join: async (board, body) =>
      map(await ask<{ person: Person }>('POST', `boards/${board}/join`, body), answer => answer.person),
    enterCode: code => ask('POST', 'codes', { code }),
    changePerson: (board, person, body) => ask('PATCH', `boards/${board}/people/${person}`, body),
    removePerson: (board, person) => ask('DELETE', `boards/${board}/people/${person}`),
    people: async board => map(await ask<People>('GET', `boards/${board}/people`), answer => answer.people),
    makeOwnLink: board => ask('POST', `boards/${board}/me/link`),
    bin: async board =>
      map(await ask<{ binned: Binned[] }>('GET', `boards/${board}/canvases/main/bin`), answer => answer.binned),
    putImage: (board, hash, file) => send('PUT', `boards/${board}/images/${hash}`, file, { 'content-type': file.type }),
    speakerNotes: async board =>
      map(await ask<{ notes: Record<string, string> }>('GET', `boards/${board}/speaker-notes`), answer => answer.notes),
    links: async board =>
      map(await ask<{ links: ShareLink[] }>('GET', `boards/${board}/links`), answer => answer.links),
    makeLink: (board, role) => ask('POST', `boards/${board}/links`, { role }),
    changeLink: (board, link, body) => ask('PATCH', `boards/${board}/links/${link}`, body),
    replaceLink: (board, link) => ask('POST', `boards/${board}/links/${link}/rotate`),
    revokeLink: (board, link, people) => ask('DELETE', `boards/${board}/links/${link}?people=${people}`),
    showCode: (board, code) => ask('POST', `boards/${board}/code`, code ? { code } : {}),
  }
}
