/** What can be voted on the canvases of a board, read anew only when one of them has changed: many vote at once. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import type { AreaOf } from '../../shared/workshop/ballots.ts'
import { candidatesOn } from '../../shared/workshop/ballots.ts'
import type { BoardDocument } from '../../shared/wire/document.ts'
import type { Rooms } from '../rooms/rooms.ts'

interface Read {
  /** Epoch and row of the document that was read. */
  readonly at: string
  readonly areas: ReadonlyMap<string, Area>
}

export class Candidates {
  readonly #rooms: () => Rooms
  readonly #read = new Map<string, Read>()

  constructor(rooms: () => Rooms) {
    this.#rooms = rooms
  }

  /** By the name of the canvas's document. */
  on(name: string): AreaOf {
    const rooms = this.#rooms()
    const { document, isCommitting = false } = rooms.open(name) ?? {}
    const at = `${document?.epoch}/${document?.sequence}`
    const kept = this.#read.get(name)
    const areas = kept?.at === at && !isCommitting ? kept.areas : (rooms.read(name, areasIn) ?? new Map<string, Area>())
    if (!isCommitting) this.#read.set(name, { at, areas })
    return id => areas.get(id)
  }

  /** Nothing of a canvas is kept while nobody votes. */
  forget(name: string): void {
    this.#read.delete(name)
  }
}

function areasIn(document: BoardDocument): ReadonlyMap<string, Area> {
  const canvas = openCanvas(document)
  const areaOf = candidatesOn(canvas)
  return new Map(
    [...canvas.notes.all(), ...canvas.groups.all()].flatMap(({ id }): [string, Area][] => {
      const area = areaOf(id)
      return area ? [[id, area]] : []
    }),
  )
}
