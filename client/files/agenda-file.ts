/** An agenda as a file: out to take along, in to use again. A file that is not wholly right changes nothing. */
import { agendaFromJSON, agendaToJSON } from '../../shared/workshop/agenda-json.ts'
import type { StepPlan } from '../../shared/workshop/step.ts'
import { EXPORTS, fileName } from './export.ts'

/** Far more than any agenda takes. */
const LARGEST_AGENDA = 512 * 1024

export function agendaFile(title: string, steps: readonly StepPlan[]): readonly [file: Blob, name: string] {
  const text = JSON.stringify(agendaToJSON(title, steps), null, 2)
  return [new Blob([text], { type: EXPORTS.json.type }), fileName(`${title} agenda`, 'json')]
}

export type ReadAgendaFile =
  | { readonly ok: true; readonly steps: readonly StepPlan[] }
  /** The first thing that is wrong; undefined where it is no JSON at all. */
  | { readonly ok: false; readonly fault: { readonly path: string; readonly sentence: string } | undefined }

export async function readAgendaFile(file: Pick<File, 'size' | 'text'>): Promise<ReadAgendaFile> {
  const value = file.size > LARGEST_AGENDA ? undefined : await file.text().then(parsed, () => undefined)
  if (value === undefined) return { ok: false, fault: undefined }
  const read = agendaFromJSON(value)
  return read.ok ? { ok: true, steps: read.steps } : { ok: false, fault: read.problems[0] }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
