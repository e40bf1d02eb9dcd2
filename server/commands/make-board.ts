/** A new board: its rows, its four links and its first documents in one commit. */
import { openCanvas } from '../../shared/canvas/canvas.ts'
import type { CanvasContent } from '../../shared/canvas/records.ts'
import { CANVAS_SCHEMA } from '../../shared/canvas/schema.ts'
import { writeContent } from '../../shared/canvas/write-content.ts'
import type { BoardDocument } from '../../shared/wire/document.ts'
import { createDocument, encodeState } from '../../shared/wire/document.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import { ROLES } from '../../shared/workshop/roles.ts'
import { WORKSHOP_SCHEMA } from '../../shared/workshop/schema.ts'
import { writeCanvas } from '../../shared/workshop/workshop.ts'
import { hashOf } from '../access/secrets.ts'
import { SERVER_PERSON } from '../rooms/edit.ts'
import { canvasName, workshopName } from '../rooms/names.ts'
import type { Log } from '../log.ts'
import type { Tick } from '../rooms/tick.ts'
import type { Entry } from '../storage/storage.ts'

export interface MadeBoard {
  readonly board: string
  readonly secrets: Readonly<Record<Role, string>>
}

export interface MakeBoardOptions {
  readonly tick: Tick
  readonly log: Log
  readonly now: () => number
  readonly newId: () => string
  readonly newSecret: () => string
}

/** Makes a board with this content on its main canvas. Rejects with StorageError when it could not be kept. */
export async function makeBoard(content: CanvasContent, options: MakeBoardOptions): Promise<MadeBoard> {
  const { tick, newId, newSecret } = options
  const at = options.now()
  const board = newId()
  const secrets = Object.fromEntries(ROLES.map(role => [role, newSecret()])) as Record<Role, string>
  const title = content.about.title
  await tick.write([
    { kind: 'board', board: { id: board, title, createdAt: at, deletedAt: null } },
    ...ROLES.map((role): Entry => ({
      kind: 'link',
      link: {
        id: newId(),
        board,
        hash: hashOf(secrets[role]),
        role,
        label: '',
        createdAt: at,
        expiresAt: null,
        revokedAt: null,
      },
    })),
    ...firstRows(canvasName(board, 'main'), CANVAS_SCHEMA.version, at, document => {
      writeContent(openCanvas(document), content)
      document.getMap('about').set('schema', CANVAS_SCHEMA.version)
    }),
    ...firstRows(workshopName(board), WORKSHOP_SCHEMA.version, at, document =>
      writeCanvas(document, { id: 'main', title, epoch: 1 }),
    ),
  ])
  options.log.info('board.made', { board })
  return { board, secrets }
}

function firstRows(doc: string, schema: number, at: number, write: (document: BoardDocument) => void): Entry[] {
  const document = createDocument()
  document.transact(() => write(document))
  return [
    { kind: 'document', name: doc, epoch: 1, schema },
    { kind: 'client', doc, client: document.clientID, person: SERVER_PERSON },
    { kind: 'update', doc, sequence: 1, at, data: encodeState(document) },
  ]
}
