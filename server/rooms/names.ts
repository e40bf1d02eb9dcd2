/** Names of documents and what they tell: `<board>/canvas/<id>`, `<board>/workshop`, `<board>/draft/<round>/<person>`. */
import { CANVAS_SCHEMA } from '../../shared/canvas/schema.ts'
import type { DocumentSchema } from '../../shared/wire/schema.ts'
import { DRAFT_SCHEMA } from '../../shared/workshop/drafts.ts'
import { WORKSHOP_SCHEMA } from '../../shared/workshop/schema.ts'

export type DocumentName =
  | { readonly kind: 'canvas'; readonly board: string; readonly canvas: string }
  | { readonly kind: 'workshop'; readonly board: string }
  | { readonly kind: 'draft'; readonly board: string; readonly round: string; readonly person: string }

/** A draft is asked for without its owner: that is whoever asks. */
export type AskedName = Exclude<DocumentName, { kind: 'draft' }> | Omit<DraftName, 'person'>
type DraftName = Extract<DocumentName, { kind: 'draft' }>

const SEGMENT = /^[\w-]{1,64}$/

/** Parses what follows `/sync/`; undefined when no document can have this name. */
export function parseAskedName(path: string): AskedName | undefined {
  const [board = '', kind, part, ...more] = path.split('/')
  if (!SEGMENT.test(board) || more.length > 0) return undefined
  if (kind === 'workshop' && part === undefined) return { kind, board }
  if (part === undefined || !SEGMENT.test(part)) return undefined
  if (kind === 'canvas') return { kind, board, canvas: part }
  return kind === 'draft' ? { kind, board, round: part } : undefined
}

/** Parses the name under which a document is kept. */
export function parseDocumentName(name: string): DocumentName | undefined {
  const [board, kind, round, person = '', ...more] = name.split('/')
  if (kind !== 'draft') {
    const asked = parseAskedName(name)
    return asked?.kind === 'draft' ? undefined : asked
  }
  const asked = more.length === 0 && SEGMENT.test(person) ? parseAskedName(`${board}/${kind}/${round}`) : undefined
  return asked?.kind === 'draft' ? { ...asked, person } : undefined
}

export const canvasName = (board: string, canvas: string): string => `${board}/canvas/${canvas}`
export const workshopName = (board: string): string => `${board}/workshop`
export const draftName = (board: string, round: string, person: string): string => `${board}/draft/${round}/${person}`

/** For logs, which know nobody. */
export const withoutPerson = (name: string): string => name.split('/').slice(0, 3).join('/')

const SCHEMAS: Readonly<Record<DocumentName['kind'], DocumentSchema>> = {
  canvas: CANVAS_SCHEMA,
  workshop: WORKSHOP_SCHEMA,
  draft: DRAFT_SCHEMA,
}

export const schemaOf = (name: DocumentName): DocumentSchema => SCHEMAS[name.kind]
