/** Boards: making one, looking at an invitation, joining, tickets. */
import { z } from 'zod'
import { EXAMPLES } from '../../shared/canvas/examples/examples.ts'
import { painted } from '../../shared/canvas/examples/paint.ts'
import { fromJSON } from '../../shared/canvas/json.ts'
import { fromMarkdown } from '../../shared/canvas/markdown.ts'
import type { CanvasContent } from '../../shared/canvas/records.ts'
import { INKS, ROLES } from '../../shared/workshop/roles.ts'
import type { Member } from '../access/member.ts'
import { makeBoard } from '../commands/make-board.ts'
import { StorageError } from '../storage/storage.ts'
import type { Call, Route } from './route.ts'
import { notFound, Refusal, route } from './route.ts'

export const NAME = z.string().trim().min(1).max(60)
const SECRET = z.string().min(1).max(200)

export const personOf = ({ person }: Member) => ({
  id: person.id,
  name: person.name,
  color: person.color,
  role: person.role,
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

/** Counts wrong secrets by address, so that guessing stays hopeless. */
function openLink(call: Call<{ readonly secret: string }>) {
  const { server, params, address } = call
  const link = server.access.link(params['board'] ?? '', call.body.secret)
  if (link) return link
  if (!server.badSecrets.take(address, server.now()))
    throw new Refusal(429, 'tooMany', 'Too many links that open nothing came from your address. Try again in a minute.')
  throw notFound()
}

export const boardRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/boards',
    summary: 'Makes a board, empty or from Markdown, JSON or an example, and answers with one link per role.',
    access: 'anyone',
    body: NEW_BOARD,
    answers: {
      201: 'The board and its links. The secrets are shown only here.',
      400: 'More than one source.',
      422: 'The source is not a canvas.',
      429: 'Too many boards from this address.',
      503: 'Storage takes nothing at the moment.',
    },
    async run({ server, body, address, origin }) {
      if (!server.newBoards.take(address, server.now()))
        throw new Refusal(429, 'tooMany', 'Too many boards were made from your address. Try again in a minute.')
      const made = await makeBoard(firstContent(body, server), { ...server, tick: server.rooms.tick })
      const links = Object.fromEntries(ROLES.map(role => [role, `${origin}/b/${made.board}#${made.secrets[role]}`]))
      return { status: 201, json: { board: made.board, links } }
    },
  }),
  route({
    method: 'post',
    path: '/api/boards/:board/invitation',
    summary: 'What a link invites to, before joining.',
    access: 'anyone',
    body: z.object({ secret: SECRET }).strict(),
    answers: {
      200: 'Title, role, colours already worn, and who this browser already is.',
      404: 'Unknown, revoked or expired.',
      429: 'Too many wrong links.',
    },
    run(call) {
      const { server, cookie } = call
      const link = openLink(call)
      const member = server.access.bySession(link.board, cookie)
      const members = [...server.access.members(link.board).values()].filter(each => !each.isRemoved)
      return {
        status: 200,
        json: {
          board: link.board,
          title: server.storage.board(link.board)?.title ?? '',
          role: link.role,
          taken: members.map(({ person }) => ({ name: person.name, color: person.color })),
          invitedBy: members.find(({ person }) => person.role === 'facilitator')?.person.name ?? null,
          member: member ? personOf(member) : null,
        },
      }
    },
  }),
  route({
    method: 'post',
    path: '/api/boards/:board/join',
    summary: 'Makes a guest of this browser, or renames the one it is; sets the session cookie.',
    access: 'anyone',
    body: z.object({ secret: SECRET, name: NAME, color: z.enum(INKS).optional() }).strict(),
    answers: { 200: 'The person.', 400: 'No name.', 404: 'Unknown, revoked or expired.', 429: 'Too many wrong links.' },
    async run(call) {
      const { server, body, cookie } = call
      const joined = await server.access.join(openLink(call), { name: body.name, color: body.color, cookie })
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
    summary: 'The board as its member sees it: title, canvases, documents with their epochs, and who asks.',
    access: 'observer',
    answers: { 200: 'The board.', 404: 'Unknown, or not a member.' },
    async run({ server, me, cookie }) {
      const { board } = me.person
      await server.access.touch(cookie).catch((error: unknown) => {
        // A full disk must not keep anybody from reading.
        if (!(error instanceof StorageError)) throw error
      })
      const title = server.storage.board(board)?.title ?? ''
      const documents = server.storage
        .documents(board)
        .map(name => ({ name, epoch: server.rooms.open(name)?.epoch ?? 1 }))
      const json = { board, title, me: personOf(me), documents, canvases: [{ id: 'main', title }] }
      // The browser's cookie lives on from each visit, as the session does.
      return { status: 200, json, ...(server.access.session(cookie) && cookie ? { cookie } : {}) }
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
