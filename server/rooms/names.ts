/** Names of documents and what they tell: `<board>/canvas/<id>`, `<board>/workshop`. */
import { CANVAS_SCHEMA } from '../../shared/canvas/schema.ts'
import type { DocumentSchema } from '../../shared/wire/schema.ts'
import { WORKSHOP_SCHEMA } from '../../shared/workshop/schema.ts'

export type DocumentName =
  | { readonly kind: 'canvas'; readonly board: string; readonly canvas: string }
  | { readonly kind: 'workshop'; readonly board: string }

const SEGMENT = /^[\w-]{1,64}$/

/** Parses what follows `/sync/`; undefined when no document can have this name. */
export function parseDocumentName(path: string): DocumentName | undefined {
  const [board = '', kind, canvas, ...more] = path.split('/')
  if (!SEGMENT.test(board) || more.length > 0) return undefined
  if (kind === 'workshop' && canvas === undefined) return { kind, board }
  if (kind === 'canvas' && canvas !== undefined && SEGMENT.test(canvas)) return { kind, board, canvas }
  return undefined
}

export const canvasName = (board: string, canvas: string): string => `${board}/canvas/${canvas}`
export const workshopName = (board: string): string => `${board}/workshop`

const SCHEMAS: Readonly<Record<DocumentName['kind'], DocumentSchema>> = {
  canvas: CANVAS_SCHEMA,
  workshop: WORKSHOP_SCHEMA,
}

export const schemaOf = (name: DocumentName): DocumentSchema => SCHEMAS[name.kind]
