/** Asks the server how people work in the running step. */
import type { Dashboard } from '../../shared/workshop/dashboard.ts'
import type { CommandOptions } from './commands.ts'

export async function askDashboard(
  board: string,
  { origin, fetch }: Pick<CommandOptions, 'origin' | 'fetch'>,
): Promise<Dashboard | undefined> {
  try {
    const answer = await fetch(`${origin}/api/boards/${board}/dashboard`, { credentials: 'same-origin' })
    return answer.ok ? ((await answer.json()) as Dashboard) : undefined
  } catch {
    return undefined
  }
}
