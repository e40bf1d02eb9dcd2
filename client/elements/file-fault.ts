/** Why a file is no canvas, or no agenda, in one sentence. */
import type { AgendaFileProblem } from '../files/agenda-file.ts'
import type { FileProblem } from '../files/read-canvas.ts'
import { say } from '../words/words.ts'

export function fileFault(problem: FileProblem): string {
  if (problem.kind !== 'notACanvas') return say(`import.${problem.kind}`)
  return say(problem.format === 'markdown' ? 'import.notMarkdown' : 'import.notCanvas')
}

export function agendaFault(problem: AgendaFileProblem): string {
  if (problem.kind === 'notText' || problem.kind === 'notJson') return say(`agenda.${problem.kind}`)
  if (problem.kind !== 'notAnAgenda') return say(`import.${problem.kind}`)
  const { at, sentence } = problem.fault
  return say('agenda.notOne', { path: typeof at === 'number' ? say('import.line', { line: at }) : at, sentence })
}
