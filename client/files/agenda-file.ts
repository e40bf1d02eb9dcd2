/** An agenda as a file: out to take along, in to use again. A file that is not wholly right changes nothing. */
import { agendaFromJSON, agendaToJSON } from '../../shared/workshop/agenda-json.ts'
import type { AgendaLineFault } from '../../shared/workshop/agenda-markdown.ts'
import { agendaFromMarkdown, agendaToMarkdown } from '../../shared/workshop/agenda-markdown.ts'
import type { StepPlan } from '../../shared/workshop/step.ts'
import { EXPORTS, fileName } from './export.ts'
import type { ChosenFile } from './read-canvas.ts'
import { LARGEST_FILE, textOf } from './read-canvas.ts'

export const AGENDA_FORMATS = ['markdown', 'json'] as const
export type AgendaFormat = (typeof AGENDA_FORMATS)[number]

const TEXTS: Readonly<Record<AgendaFormat, (title: string, steps: readonly StepPlan[]) => string>> = {
  markdown: agendaToMarkdown,
  json: (title, steps) => JSON.stringify(agendaToJSON(title, steps), null, 2),
}

export function agendaFile(
  format: AgendaFormat,
  title: string,
  steps: readonly StepPlan[],
): readonly [file: Blob, name: string] {
  const file = new Blob([TEXTS[format](title, steps)], { type: EXPORTS[format].type })
  return [file, fileName(`${title} agenda`, format)]
}

export type AgendaFileProblem =
  | { readonly kind: 'tooLarge' | 'empty' | 'unreadable' | 'notText' | 'notJson' }
  /** The first thing that is wrong, in a line of Markdown (from 1) or at the end of a way into JSON. */
  | { readonly kind: 'notAnAgenda'; readonly at: number | string; readonly fault: AgendaLineFault }

export type ReadAgendaFile =
  | { readonly ok: true; readonly steps: readonly StepPlan[] }
  | { readonly ok: false; readonly problem: AgendaFileProblem }

const refuse = (kind: Exclude<AgendaFileProblem['kind'], 'notAnAgenda'>): ReadAgendaFile => ({
  ok: false,
  problem: { kind },
})
const isAt = (at: number | string = '', fault: AgendaLineFault = 'noSteps'): ReadAgendaFile => ({
  ok: false,
  problem: { kind: 'notAnAgenda', at, fault },
})

/** Told apart by what is in it, whatever it is called. */
export async function readAgendaFile(file: ChosenFile): Promise<ReadAgendaFile> {
  if (file.size > LARGEST_FILE) return refuse('tooLarge')
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (!bytes) return refuse('unreadable')
  const text = textOf(new Uint8Array(bytes))
  if (text === undefined) return refuse('notText')
  const begin = /\S/u.exec(text)?.[0]
  if (begin === undefined) return refuse('empty')
  return begin === '{' || begin === '[' ? readJSON(text) : readMarkdown(text)
}

function readJSON(text: string): ReadAgendaFile {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('notJson')
  }
  const read = agendaFromJSON(value)
  return read.ok ? { ok: true, steps: read.steps } : isAt(read.problems[0]?.path, read.problems[0]?.fault)
}

function readMarkdown(text: string): ReadAgendaFile {
  const read = agendaFromMarkdown(text)
  return read.ok ? { ok: true, steps: read.steps } : isAt(read.problems[0]?.line, read.problems[0]?.fault)
}
