/** Why a file is no canvas, in one sentence. */
import type { FileProblem } from '../files/read-canvas.ts'
import { say } from '../words/words.ts'

export function fileFault(problem: FileProblem): string {
  if (problem.kind !== 'notACanvas') return say(`fault.${problem.kind}`)
  return say(problem.format === 'markdown' ? 'fault.notMarkdown' : 'fault.notCanvas')
}
