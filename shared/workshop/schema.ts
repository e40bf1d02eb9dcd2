/** The workshop document's schema: agenda and settings by facilitators; people, canvases and the session by the server alone. */
import type { DocumentSchema, FieldRule } from '../wire/schema.ts'
import { isStepOrder, PLAN_CHECKS, STEP_LIMITS } from './step.ts'

const value = (accepts: (value: unknown) => boolean): FieldRule => ({ kind: 'value', right: 'add', accepts })
const shown = value(() => true)
const flag = value(each => typeof each === 'boolean')

const valuesOf = (checks: Readonly<Record<string, (value: unknown) => boolean>>): Readonly<Record<string, FieldRule>> =>
  Object.fromEntries(Object.entries(checks).map(([field, check]) => [field, value(check)]))

/** What the server writes is not judged: its own shapes are in `session.ts`. */
const byServer = (record: string) => ({ kind: 'collection', record, by: 'server', fields: {} }) as const

export const WORKSHOP_SCHEMA: DocumentSchema = {
  version: 1,
  roots: {
    people: {
      kind: 'collection',
      record: 'person',
      by: 'server',
      fields: { name: shown, color: shown, role: shown, waiting: shown, muted: shown },
    },
    canvases: { kind: 'collection', record: 'canvas', by: 'server', fields: { title: shown, epoch: shown } },
    steps: {
      kind: 'collection',
      record: 'step',
      by: 'facilitators',
      max: STEP_LIMITS.steps,
      fields: { ...valuesOf(PLAN_CHECKS), order: value(isStepOrder) },
    },
    settings: { kind: 'register', record: 'setting', by: 'facilitators', fields: { lobby: flag, silentShown: flag } },
    session: { kind: 'register', record: 'session', by: 'server', fields: {} },
    ran: byServer('ran'),
    rounds: byServer('round'),
    results: byServer('results'),
  },
}
