/** For tests: one of everything that can be kept, and all that a storage knows. */
import type { Batch, Storage } from './storage.ts'
import { WORKSHOP_PARTS } from './storage.ts'

export const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

export const update = (doc: string, sequence: number, data: Uint8Array = bytes(sequence), at = 1000 + sequence) =>
  ({ kind: 'update', doc, sequence, at, data }) as const

export const BOARD = {
  kind: 'board',
  board: { id: 'b1', title: 'Bikes', createdAt: 1, deletedAt: null, usedAt: 1 },
} as const

export const DOCUMENT = { kind: 'document', name: 'b1/canvas/main', epoch: 1, schema: 1 } as const
export const CANVAS = DOCUMENT.name

/** One of everything, two boards, so that what belongs to one cannot pass for the other's. */
export const SAMPLE: Batch = ['b1', 'b2'].flatMap((board): Batch => {
  const canvas = `${board}/canvas/main`
  return [
    { kind: 'board', board: { id: board, title: `Title of ${board}`, createdAt: 5, deletedAt: null, usedAt: 4 } },
    {
      kind: 'link',
      link: {
        id: `${board}-link`,
        board,
        hash: 'hash',
        kind: 'personal',
        person: `${board}-ana`,
        role: 'facilitator',
        label: 'For us',
        createdAt: 5,
        expiresAt: 99,
        revokedAt: null,
        isReplaced: false,
      },
    },
    {
      kind: 'person',
      person: {
        id: `${board}-ana`,
        board,
        name: 'Ana',
        color: 'jade',
        role: 'participant',
        owner: true,
        link: `${board}-link`,
        joinedAt: 6,
        removedAt: null,
      },
    },
    {
      kind: 'session',
      session: { hash: `${board}-cookie`, createdAt: 6, seenAt: 7, people: { [board]: `${board}-ana` } },
    },
    { kind: 'ticket', ticket: { hash: `${board}-ticket`, board, person: `${board}-ana`, room: null, madeAt: 8 } },
    { kind: 'document', name: canvas, epoch: 3, schema: 1 },
    update(canvas, 1, bytes(1, 1)),
    update(canvas, 2, bytes(2, 2)),
    { kind: 'snapshot', doc: canvas, sequence: 2, data: bytes(9, 9, 9) },
    update(canvas, 3, bytes(3, 3)),
    { kind: 'client', doc: canvas, client: 4_294_967_295, person: `${board}-ana` },
    { kind: 'maker', doc: canvas, record: 'notes/n1', person: `${board}-ana` },
    { kind: 'bin', doc: canvas, record: 'notes/n1', at: 12 },
    { kind: 'bin', doc: canvas, record: 'notes/n2', at: 13 },
    { kind: 'bin', doc: canvas, record: 'notes/n2', at: null },
    {
      kind: 'version',
      version: { id: `${board}-v1`, doc: canvas, at: 9, person: `${board}-ana`, reason: 'put', content: '{}' },
    },
    { kind: 'answer', board, key: 'k1', at: 10, answer: '{"ok":true}' },
    { kind: 'workshop', board, part: 'round', key: 'q2', value: '{"id":"q2"}' },
    { kind: 'workshop', board, part: 'round', key: 'q1', value: '{"id":"q1"}' },
    { kind: 'workshop', board, part: 'run', key: 'now', value: '{"seq":1}' },
    { kind: 'workshop', board, part: 'run', key: 'now', value: '{"seq":2}' },
    { kind: 'workshop', board, part: 'ballot', key: 'q1', value: '{}' },
    { kind: 'workshop', board, part: 'ballot', key: 'q1', value: null },
    {
      kind: 'image',
      image: { board, hash: 'image', type: 'image/webp', width: 4, height: 3, at: 14, bytes: bytes(7, 7) },
    },
    { kind: 'operator', operator: { id: `${board}-op`, hash: `${board}-op-hash`, label: 'Ops', createdAt: 2 } },
    { kind: 'retention', days: 90 },
    { kind: 'probe', at: 11 },
  ]
})

/** All that can be asked of a storage about these boards. */
export function everything(storage: Storage, boards: readonly string[] = ['b1', 'b2']) {
  return {
    boards: storage.boards(),
    operators: storage.operators(),
    retention: storage.retention(),
    each: boards.map(board => ({
      board: storage.board(board),
      links: storage.links(board),
      byHash: storage.linkByHash(board, 'hash'),
      people: storage.people(board),
      session: storage.session(`${board}-cookie`),
      ticket: storage.ticket(`${board}-ticket`),
      answer: storage.answer(board, 'k1'),
      workshop: WORKSHOP_PARTS.flatMap(part =>
        [...storage.workshop(board, part)].map(([key, value]) => ({ part, key, value })),
      ),
      images: storage.images(board),
      image: storage.image(board, 'image'),
      documents: storage.documents(board).map(name => ({
        name,
        document: storage.document(name),
        versions: storage.versions(name),
      })),
    })),
  }
}
