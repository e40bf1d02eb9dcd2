/** A board once more, for another team: its canvas, agenda, settings and speaker notes; nobody who was there, and nothing of them. */
import { contentOf, openCanvas } from '../../shared/canvas/canvas.ts'
import type { CanvasContent } from '../../shared/canvas/records.ts'
import { writeSetting, writeStep, openWorkshop } from '../../shared/workshop/workshop.ts'
import { canvasName, workshopName } from '../rooms/names.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Entry, Storage } from '../storage/storage.ts'
import type { Images } from './images.ts'
import type { MadeBoard, MakeBoardOptions } from './make-board.ts'
import { makeBoard } from './make-board.ts'

export interface DuplicateOptions extends Omit<MakeBoardOptions, 'tick'> {
  readonly rooms: Rooms
  readonly storage: Storage
  readonly images: Images
}

/** What of it is to be otherwise. */
interface Otherwise {
  readonly title?: string | undefined
  /** Without them there is only its agenda. */
  readonly notes: boolean
}

/** Undefined when there is no such board. */
export async function duplicateBoard(
  board: string,
  { title, notes }: Otherwise,
  options: DuplicateOptions,
): Promise<MadeBoard | undefined> {
  const { rooms, storage, images } = options
  const content = rooms.read(canvasName(board, 'main'), document => contentOf(openCanvas(document)))
  const agenda = rooms.read(workshopName(board), document => {
    const { steps, settings } = openWorkshop(document)
    return { steps: steps.all(), settings: settings.value }
  })
  if (!content || !agenda) return undefined
  const about = { ...content.about, title: title ?? content.about.title }
  const copy = notes ? withoutPeople({ ...content, about }) : withoutNotes(about.title)
  const pictures = [...new Set(copy.notes.flatMap(({ image }) => (image === undefined ? [] : [image])))]
  return makeBoard(
    copy,
    { ...options, tick: rooms.tick },
    {
      writeWorkshop(document) {
        for (const step of agenda.steps) writeStep(document, step)
        for (const key of ['lobby', 'silentShown'] as const) writeSetting(document, key, agenda.settings[key])
      },
      entries: made => [
        ...[...storage.workshop(board, 'notes')].map(([key, value]): Entry => ({
          kind: 'workshop',
          board: made,
          part: 'notes',
          key,
          value,
        })),
        ...pictures.flatMap((hash): Entry[] => {
          const image = images.get(board, hash)
          return image ? [{ kind: 'image', image: { ...image, board: made } }] : []
        }),
      ],
    },
  )
}

const withoutNotes = (title: string): CanvasContent => ({
  about: { title, headings: {} },
  ...{ notes: [], links: [], groups: [], strokes: [] },
})

const withoutPeople = (content: CanvasContent): CanvasContent => ({
  ...content,
  notes: content.notes.map(note => ({ ...note, author: '' })),
  strokes: content.strokes.map(({ author: _author, ...stroke }) => stroke),
})
