/** Canvases as files: Markdown and JSON both ways, the bin, and kept versions. */
import { z } from 'zod'
import { contentOf, openCanvas } from '../../shared/canvas/canvas.ts'
import { toJSON } from '../../shared/canvas/json.ts'
import { keepIdentity } from '../../shared/canvas/keep-identity.ts'
import { toMarkdown } from '../../shared/canvas/markdown.ts'
import type { CanvasContent } from '../../shared/canvas/records.ts'
import { replaceContent } from '../../shared/canvas/write-content.ts'
import { listBin } from '../rooms/bin.ts'
import { canvasName } from '../rooms/names.ts'
import { contentOfJson, contentOfMarkdown } from './boards.ts'
import type { Answer, Call, Route } from './route.ts'
import { notFound, Refusal, route } from './route.ts'

const FILE = '/api/boards/:board/canvases/:canvas'

function nameAsked(call: Call<unknown>): string {
  const name = canvasName(call.me.person.board, (call.params['canvas'] ?? '').replace(/\.(md|json)$/, ''))
  if (!call.server.storage.documents(call.me.person.board).includes(name)) throw notFound()
  return name
}

function contentAsked(call: Call<unknown>): CanvasContent {
  const content = call.server.rooms.read(nameAsked(call), document => contentOf(openCanvas(document)))
  if (!content) throw notFound()
  return content
}

/** Replaces the canvas by one change, judged as the person who asks, and keeps what was there as a version. */
export async function replace(call: Call<unknown>, content: CanvasContent, reason: string): Promise<Answer> {
  const { server, me } = call
  const name = nameAsked(call)
  const before = contentAsked(call)
  const version = {
    id: server.newId(),
    doc: name,
    at: server.now(),
    person: me.person.id,
    reason,
    content: JSON.stringify(toJSON(before)),
  }
  const outcome = await server.rooms.edit(
    name,
    me,
    document => replaceContent(openCanvas(document), content, 'replace'),
    [{ kind: 'version', version }],
  )
  if (outcome.kind === 'refused')
    throw new Refusal(
      outcome.reason === 'tooBig' || outcome.reason === 'tooMany' ? 413 : 403,
      outcome.reason,
      'The canvas was not replaced: it holds something that you may not change now, or that is too big.',
    )
  return { status: 200, json: { version: version.id, notes: content.notes.length } }
}

const PUT_ANSWERS = {
  200: 'Replaced; the version that was kept.',
  403: 'Your role or the running step does not allow it.',
  404: 'Unknown.',
  413: 'Too big.',
  422: 'Not a canvas; nothing was changed.',
}

export const canvasRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${FILE}{.+\\.md}`,
    summary: 'The canvas as Markdown: a heading a block, a bullet a note.',
    access: 'observer',
    answers: { 200: 'Markdown.', 404: 'Unknown.' },
    run: call => ({ status: 200, type: 'text/markdown; charset=utf-8', text: toMarkdown(contentAsked(call)) }),
  }),
  route({
    method: 'get',
    path: `${FILE}{.+\\.json}`,
    summary: 'The canvas as versioned JSON.',
    access: 'observer',
    answers: { 200: 'JSON.', 404: 'Unknown.' },
    run: call => ({ status: 200, json: toJSON(contentAsked(call)) }),
  }),
  route({
    method: 'put',
    path: `${FILE}{.+\\.md}`,
    summary: 'Replaces the canvas by this Markdown, and keeps what was there as a version.',
    access: 'observer',
    text: 'text/markdown',
    body: z.string(),
    answers: PUT_ANSWERS,
    run: call =>
      replace(
        call,
        keepIdentity(contentOfMarkdown(call.body, call.server), contentAsked(call)),
        'replaced by Markdown',
      ),
  }),
  route({
    method: 'put',
    path: `${FILE}{.+\\.json}`,
    summary: 'Replaces the canvas by this JSON, and keeps what was there as a version.',
    access: 'observer',
    body: z.unknown(),
    answers: PUT_ANSWERS,
    run: call => replace(call, contentOfJson(call.body), 'replaced by JSON'),
  }),
  route({
    method: 'get',
    path: `${FILE}/bin`,
    summary: 'What lies in the bin of the canvas, newest first: which record, since when, and who put it there.',
    access: 'observer',
    answers: { 200: 'The records, without their content.', 404: 'Unknown.' },
    run(call) {
      const stored = call.server.storage.document(nameAsked(call))
      if (!stored) throw notFound()
      return { status: 200, json: { binned: listBin(stored) } }
    },
  }),
  route({
    method: 'get',
    path: '/api/boards/:board/versions',
    summary: 'Kept versions of the canvases, newest first, without their content.',
    access: 'observer',
    answers: { 200: 'The versions.', 404: 'Unknown.' },
    run({ server, me }) {
      const { board } = me.person
      const versions = server.storage
        .documents(board)
        .flatMap(doc => server.storage.versions(doc))
        .map(({ id, doc, at, person, reason }) => ({
          id,
          canvas: doc.slice(`${board}/canvas/`.length),
          at,
          person,
          reason,
        }))
        .sort((a, b) => b.at - a.at)
      return { status: 200, json: { versions } }
    },
  }),
]
