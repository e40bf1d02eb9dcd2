/** Boards: making one, looking at an invitation, joining, links of one's own, tickets. */
import { z } from 'zod'
import { EXAMPLES } from '../../shared/canvas/examples/examples.ts'
import { painted } from '../../shared/canvas/examples/paint.ts'
import { fromJSON } from '../../shared/canvas/json.ts'
import { fromMarkdown } from '../../shared/canvas/markdown.ts'
import type { CanvasContent } from '../../shared/canvas/records.ts'
import { INKS, ROLES } from '../../shared/workshop/roles.ts'
import type { Member } from '../access/member.ts'
import { hashOf } from '../access/secrets.ts'
import type { MadeBoard } from '../commands/make-board.ts'
import { makeBoard } from '../commands/make-board.ts'
import { parseDocumentName } from '../rooms/names.ts'
import { StorageError } from '../storage/storage.ts'
import type { Call, Route } from './route.ts'
import { countWrong, Refusal, refusalOf, route } from './route.ts'

export const NAME = z.string().trim().min(1).max(60)
export const SECRET = z.string().min(1).max(200)

export const personOf = ({ person, isWaiting }: Member) => ({
  id: person.id,
  name: person.name,
  color: person.color,
  role: person.role,
  owner: person.owner,
  ...(isWaiting && { waiting: true }),
})

const NEW_BOARD = z
  .object({
    title: z.string().trim().max(200).optional(),
    markdown: z.string().max(1_000_000).optional(),
    json: z.unknown().optional(),
    example: z.enum(Object.keys(EXAMPLES) as [keyof typeof EXAMPLES, ...(keyof typeof EXAMPLES)[]]).optional(),
  })
  .strict()
  .default({})

const GONE =
  'Expired, replaced, revoked, or of a deleted board; the code says which, `goneAt` until when it can come back.'

const EMPTY: CanvasContent = { about: { title: '', headings: {} }, notes: [], links: [], groups: [], strokes: [] }

const cannotRead = (sentences: readonly string[]): Refusal =>
  new Refusal(422, 'notACanvas', `This could not be read as a canvas. ${sentences.slice(0, 5).join(' ')}`)

/** The content of Markdown text, or a refusal that names the lines. */
export function contentOfMarkdown(text: string, server: Call<unknown>['server']): CanvasContent {
  const read = fromMarkdown(text, { newId: server.newId, now: server.now(), author: '' })
  if (!read.ok) throw cannotRead(read.problems.map(problem => `Line ${problem.line}: ${problem.sentence}`))
  return read.content
}

export function contentOfJson(value: unknown): CanvasContent {
  const read = fromJSON(value)
  if (!read.ok) throw cannotRead(read.problems.map(problem => `${problem.path}: ${problem.sentence}`))
  return read.content
}

function firstContent(body: z.infer<typeof NEW_BOARD>, server: Call<unknown>['server']): CanvasContent {
  const sources = [body.markdown, body.json, body.example].filter(source => source !== undefined)
  if (sources.length > 1) throw new Refusal(400, 'badRequest', 'Give one of markdown, json and example.')
  const content =
    body.markdown !== undefined
      ? contentOfMarkdown(body.markdown, server)
      : body.json !== undefined
        ? contentOfJson(body.json)
        : body.example !== undefined
          ? painted(contentOfMarkdown(EXAMPLES[body.example], server))
          : EMPTY
  return body.title ? { ...content, about: { ...content.about, title: body.title } } : content
}

/** A new board as whoever made it is told. */
export function madeBoardOf(made: MadeBoard, origin: string) {
  const url = (secret: string) => `${origin}/b/${made.board}#${secret}`
  const links = Object.fromEntries(ROLES.map(role => [role, url(made.secrets[role])]))
  return { board: made.board, links, owner: url(made.owner) }
}

function openLink(call: Call<{ readonly secret: string }>) {
  const opening = call.server.access.opening(call.params['board'] ?? '', call.body.secret)
  if (opening.kind === 'open') return opening.link
  if (opening.kind === 'unknown') countWrong(call)
  throw refusalOf(opening)
}

/** Where the host named operators, only they make boards. */
function askOperator(call: Call<unknown>): void {
  const operators = call.server.storage.operators()
  if (operators.length === 0) return
  const hash = call.bearer === undefined ? undefined : hashOf(call.bearer)
  if (operators.some(each => each.hash === hash)) return
  if (hash !== undefined) countWrong(call)
  throw new Refusal(403, 'operatorOnly', 'Boards are made by whoever runs this server.')
}

export const boardRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/server',
    summary: 'What this server lets people do.',
    access: 'anyone',
    answers: { 200: 'Who may make boards: `anyone`, or an `operator` with the secret they were given.' },
    run: ({ server }) => ({
      status: 200,
      json: { newBoards: server.storage.operators().length > 0 ? 'operator' : 'anyone' },
    }),
  }),
  route({
    method: 'post',
    path: '/api/boards',
    summary:
      'Makes a board, empty or from Markdown, JSON or an example, and answers with one link per role and one for its owner.',
    access: 'anyone',
    body: NEW_BOARD,
    answers: {
      201: 'The board and its links. The secrets are shown only here.',
      400: 'More than one source.',
      403: 'This server asks for the secret of an operator, as Bearer.',
      422: 'The source is not a canvas.',
      429: 'Too many boards from this address.',
      503: 'Storage takes nothing at the moment.',
    },
    async run(call) {
      const { server, body, address, origin } = call
      askOperator(call)
      if (!server.newBoards.take(address, server.now()))
        throw new Refusal(429, 'tooMany', 'Too many boards were made from your address. Try again in a minute.')
      const made = await makeBoard(firstContent(body, server), { ...server, tick: server.rooms.tick })
      return { status: 201, json: madeBoardOf(made, origin) }
    },
  }),
  route({
    method: 'post',
    path: '/api/boards/:board/invitation',
    summary: 'What a link invites to, before joining.',
    access: 'anyone',
    body: z.object({ secret: SECRET }).strict(),
    answers: {
      200: 'Title, role, colours already worn, who this browser already is, and whom a personal link goes on as.',
      404: 'Unknown.',
      410: GONE,
      429: 'Too many wrong links.',
    },
    run(call) {
      const { server, cookie } = call
      const link = openLink(call)
      const member = server.access.bySession(link.board, cookie)
      const personal = server.access.personOf(link)
      const members = [...server.access.members(link.board).values()].filter(each => !each.isRemoved)
      return {
        status: 200,
        json: {
          board: link.board,
          title: server.storage.board(link.board)?.title ?? '',
          role: personal?.person.role ?? link.role,
          owner: server.access.makesOwner(link),
          taken: members.map(({ person }) => ({ name: person.name, color: person.color })),
          invitedBy: members.find(({ person }) => person.role === 'facilitator')?.person.name ?? null,
          member: member ? personOf(member) : null,
          personal: personal ? personOf(personal) : null,
        },
      }
    },
  }),
  route({
    method: 'post',
    path: '/api/boards/:board/join',
    summary:
      'Makes a guest of this browser, renames the one it is, or with a personal link makes it that person; sets the cookie.',
    access: 'anyone',
    body: z.object({ secret: SECRET, name: NAME, color: z.enum(INKS).optional() }).strict(),
    answers: {
      200: 'The person; `waiting` until a facilitator lets them in.',
      400: 'No name.',
      404: 'Unknown.',
      410: GONE,
      429: 'Too many wrong links.',
    },
    async run(call) {
      const { server, body, cookie } = call
      const link = openLink(call)
      const joined = await server.access.join(link, { name: body.name, color: body.color, cookie })
      return {
        status: 200,
        json: { person: personOf(joined.member) },
        ...(joined.cookie ? { cookie: joined.cookie } : {}),
      }
    },
  }),
  route({
    method: 'get',
    path: '/api/boards/:board',
    summary:
      'The board as its member sees it: title, canvases, documents with their epochs, and who asks. Who waits to be let in (`me.waiting`) sees no document.',
    access: 'observer',
    whileWaiting: true,
    answers: {
      200: 'The board.',
      404: 'Unknown, or not a member.',
      410: 'It was deleted; `goneAt` and `owner` beside.',
    },
    async run({ server, me, cookie }) {
      const { board } = me.person
      await server.access.touch(cookie).catch((error: unknown) => {
        // A full disk must not keep anybody from reading.
        if (!(error instanceof StorageError)) throw error
      })
      const title = server.storage.board(board)?.title ?? ''
      const names = me.isWaiting ? [] : server.storage.documents(board)
      const documents = names
        .filter(name => parseDocumentName(name)?.kind !== 'draft')
        .map(name => ({ name, epoch: server.rooms.open(name)?.epoch ?? 1 }))
      const json = { board, title, me: personOf(me), documents, canvases: [{ id: 'main', title }] }
      // The browser's cookie lives on from each visit, as the session does.
      return { status: 200, json, ...(server.access.session(cookie) && cookie ? { cookie } : {}) }
    },
  }),
  route({
    method: 'post',
    path: '/api/boards/:board/me/link',
    summary: 'A link by which whoever asks is the same person on another device. A new one replaces the last.',
    access: 'observer',
    answers: { 201: 'The address, shown only here.', 403: 'A script has a secret already.', 404: 'Not a member.' },
    async run({ server, me, cookie, origin }) {
      if (server.access.bySession(me.person.board, cookie) !== me)
        throw new Refusal(403, 'forbidden', 'Only a person with a browser of their own has such a link.')
      const { secret } = await server.access.makePersonalLink(me)
      return { status: 201, json: { url: `${origin}/b/${me.person.board}#${secret}` } }
    },
  }),
  route({
    method: 'post',
    path: '/api/boards/:board/ticket',
    summary:
      'A ticket for a websocket client that has no cookie: to be used within a minute, then good for that room for a day.',
    access: 'observer',
    answers: { 200: 'The ticket.', 404: 'Unknown, or not a member.' },
    run: async ({ server, me }) => ({ status: 200, json: { ticket: await server.access.makeTicket(me) } }),
  }),
]
