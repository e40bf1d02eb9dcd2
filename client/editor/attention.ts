/** Where the session has me look: brought somewhere once, or led until I am let go. */
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Focus, Session } from '../../shared/workshop/session.ts'
import type { Board, Person } from './board.ts'
import type { Looking } from './looking.ts'

/** What I was shown last; without `by` whoever leads showed it. */
export interface Shown {
  readonly focus: Focus
  readonly by?: Person
}

export interface Attention {
  readonly shown: Watchable<Shown | undefined>
  destroy(): void
}

interface Ground {
  readonly board: Board
  readonly looking: Looking
  /** None: the whole canvas. */
  lookAt(areas: readonly Area[]): void
}

/** Who comes later than this is no longer brought. */
const FRESH_MS = 10_000

export function followAttention({ board, looking, lookAt }: Ground): Attention {
  const last = new Value<Shown | undefined>(undefined)
  let before: Session = {}
  /** Of an unknown leader the sign says nothing wrong. */
  const personOf = (id: string): Person =>
    board.people.value.get(id) ?? { id, name: '', color: 'slate', role: 'facilitator' }

  const show = (focus: Focus, by?: Person) => {
    last.set({ focus, ...(by && { by }) })
    if (focus.kind === 'note') looking.lookWith({ at: 'note', note: focus.note })
    else lookAt(focus.areas)
  }
  const comeAlong = ({ bring }: Session) => {
    if (!bring || bring.id === before.bring?.id || bring.by === board.me.value.id) return
    if (board.now() - bring.at > FRESH_MS) return
    looking.unfollow()
    show(bring.focus, personOf(bring.by))
  }
  const beLed = ({ control }: Session) => {
    const { id, role } = board.me.value
    const isLed = control !== undefined && control.by !== id && role !== 'facilitator'
    looking.beLed(isLed ? personOf(control.by) : undefined)
    if (isLed && JSON.stringify(control) !== JSON.stringify(before.control)) show(control.focus)
  }
  const hear = () => {
    const session = board.workshop.value.session.value
    comeAlong(session)
    beLed(session)
    before = session
  }

  let unhear: Unsubscribe = board.workshop.value.session.subscribe(hear)
  const ends = [
    () => unhear(),
    board.me.subscribe(hear),
    board.workshop.subscribe(workshop => {
      unhear()
      unhear = workshop.session.subscribe(hear)
      hear()
    }),
  ]
  hear()
  return {
    shown: last,
    destroy: () => {
      for (const end of ends) end()
    },
  }
}
