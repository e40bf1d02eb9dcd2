/** A new board: its rows, a link for each role and one for its owner, and its first documents in one commit. */
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
import { dayOf } from '../access/days.ts'
import type { LinkMaker } from '../access/new-link.ts'
import { newLink } from '../access/new-link.ts'
import { SERVER_PERSON } from '../rooms/edit.ts'
import { canvasName, workshopName } from '../rooms/names.ts'
import type { Log } from '../log.ts'
import type { Tick } from '../rooms/tick.ts'
import type { Batch, Entry } from '../storage/storage.ts'

export interface MadeBoard {
  readonly board: string
  readonly secrets: Readonly<Record<Role, string>>
  /** Secret of the owner's link. */
  readonly owner: string
}

export interface MakeBoardOptions extends LinkMaker {
  readonly tick: Tick
  readonly log: Log
}

/** What a board begins with besides its canvas. */
export interface Beginning {
  readonly writeWorkshop: (document: BoardDocument) => void
  readonly entries: (board: string) => Batch
}

/** Makes a board with this content on its main canvas. Rejects with StorageError when it could not be kept. */
export async function makeBoard(
  content: CanvasContent,
  options: MakeBoardOptions,
  beginning?: Beginning,
): Promise<MadeBoard> {
  const { tick } = options
  const at = options.now()
  const board = options.newId()
  const links = ROLES.map(role => newLink(board, role, options))
  const owner = newLink(board, 'facilitator', options, { kind: 'owner' })
  const title = content.about.title
  await tick.write([
    { kind: 'board', board: { id: board, title, createdAt: at, deletedAt: null, usedAt: dayOf(at) } },
    ...[...links, owner].map(({ link }): Entry => ({ kind: 'link', link })),
    ...firstRows(canvasName(board, 'main'), CANVAS_SCHEMA.version, at, document => {
      writeContent(openCanvas(document), content)
      document.getMap('about').set('schema', CANVAS_SCHEMA.version)
    }),
    ...firstRows(workshopName(board), WORKSHOP_SCHEMA.version, at, document => {
      writeCanvas(document, { id: 'main', title, epoch: 1 })
      beginning?.writeWorkshop(document)
    }),
    ...(beginning?.entries(board) ?? []),
  ])
  options.log.info('board.made', { board })
  const secrets = Object.fromEntries(links.map(({ link, secret }) => [link.role, secret])) as Record<Role, string>
  return { board, secrets, owner: owner.secret }
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
