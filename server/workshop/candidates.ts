/** What can be voted on a canvas, and in which area it lies. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { candidatesOn } from '../../shared/workshop/ballots.ts'
import type { BoardDocument } from '../../shared/wire/document.ts'

export function candidatesIn(document: BoardDocument): ReadonlyMap<string, Area> {
  const canvas = openCanvas(document)
  const areaOf = candidatesOn(canvas)
  return new Map(
    [...canvas.notes.all(), ...canvas.groups.all()].flatMap(({ id }): [string, Area][] => {
      const area = areaOf(id)
      return area ? [[id, area]] : []
    }),
  )
}
