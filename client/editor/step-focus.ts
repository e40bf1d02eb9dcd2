/** What the running step is about fills the screen when it begins. Where one goes afterwards is one's own affair. */
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Session } from './workshop.ts'

interface Ground {
  readonly session: Session
  readonly writing: Watchable<string | undefined>
  lookAt(areas: readonly Area[]): void
}

/** Nobody's sheet moves while they write: it goes when they are done, if the step still runs. */
export function followFocus({ session, writing, lookAt }: Ground): Unsubscribe {
  let waits = session.run.value?.id
  const go = () => {
    const run = session.run.value
    if (waits === undefined || writing.value !== undefined) return
    if (run?.id === waits) lookAt(run.plan.focus)
    waits = undefined
  }
  const ends = [
    session.news.subscribe(news => {
      if (news.kind !== 'began') return
      waits = news.run.id
      go()
    }),
    writing.subscribe(go),
  ]
  go()
  return () => {
    for (const end of ends) end()
  }
}
