/** The workshop document's schema: what the server shows to everyone about people and canvases. */
import type { DocumentSchema, FieldRule } from '../wire/schema.ts'

const shown: FieldRule = { kind: 'value', right: 'add', accepts: () => true }

export const WORKSHOP_SCHEMA: DocumentSchema = {
  version: 1,
  roots: {
    people: { kind: 'collection', record: 'person', by: 'server', fields: { name: shown, color: shown, role: shown } },
    canvases: { kind: 'collection', record: 'canvas', by: 'server', fields: { title: shown, epoch: shown } },
  },
}
