/** Which images a canvas names, its bin included: those must stay where they are kept. */
import type { BoardDocument } from '../wire/document.ts'
import * as Y from 'yjs'
import { isImageHash } from './image-file.ts'

export const imagesNamed = (document: BoardDocument): readonly string[] =>
  [...document.getMap('notes').values()].flatMap(record => {
    const image = record instanceof Y.Map ? (record.get('image') as unknown) : undefined
    return isImageHash(image) ? [image] : []
  })
