/** Tests that this machine cannot run say why; `npm test` prints it in the end. */
import type { TestContext } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    why?: string
  }
}

/** For `beforeEach`: skips when there is a reason. */
export const skipIf =
  (why: string | undefined) =>
  ({ task, skip }: TestContext): void => {
    if (why === undefined) return
    task.meta.why = why
    skip(why)
  }
