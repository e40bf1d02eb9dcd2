/** Tells others what I look at, and looks at what another does while I follow them. */
import { centreOf } from '../../shared/base/geometry.ts'
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import type { Board, Looked, Other, Person } from './board.ts'
import { seenBy } from './camera.ts'
import type { After } from './parts.ts'
import { pointAt, spotAt } from './pointing.ts'
import type { ShownCanvas } from './shown.ts'
import type { View } from './view.ts'

/** Whom I follow, and what they look at as far as it is known. */
export interface Following {
  readonly person: Person
  readonly look: Looked | undefined
  /** They lead: I cannot go my own way until they let go. */
  readonly leads?: true
}

export interface Looking {
  readonly following: Watchable<Following | undefined>
  follow(person: string): void
  unfollow(): void
  /** From now on my screen is led by them, or by nobody. */
  beLed(by: Person | undefined): void
  /** Fits on this screen what somebody looks at, or points out. */
  lookWith(look: Looked): void
  destroy(): void
}

interface Ground {
  readonly board: Board
  readonly shown: ShownCanvas
  readonly view: View
  readonly parkingOpen: Value<boolean>
  readonly after: After
}

/** Four times a second is enough to be followed. */
const TELL_MS = 250
/** A line may drop and come back. */
const GONE_MS = 10_000

export function createLooking({ board, shown, view, parkingOpen, after }: Ground): Looking {
  const following = new Value<Following | undefined>(undefined)
  let stopTelling: Unsubscribe | undefined
  let stopWaiting: Unsubscribe | undefined

  /** Who follows passes on what they follow: of two who follow each other neither drives the other away. */
  const mine = (): Looked => following.value?.look ?? seenHere(shown, view)
  const tell = () => {
    stopTelling ??= after(TELL_MS, () => {
      stopTelling = undefined
      board.presence.set({ view: mine() })
    })
  }

  const lookWith = (look: Looked) => {
    if (look.at === 'whole') return view.look({ level: 'whole' })
    if (look.at === 'free') {
      const { middle, width, height } = look
      if (middle[0] === 'parking') parkingOpen.set(true)
      const at = pointAt(shown, { parkingOpen: true }, middle)
      return at && view.show({ x: at.x - width / 2, y: at.y - height / 2, width, height })
    }
    const area = look.at === 'block' ? look.area : board.canvas.value.notes.get(look.note)?.place[0]
    if (!area) return
    if (area === 'parking') parkingOpen.set(true)
    view.look(look.at === 'block' ? { level: 'block', area } : { level: 'note', area, note: look.note })
  }

  const unfollow = () => {
    stopWaiting?.()
    stopWaiting = undefined
    following.set(undefined)
    tell()
  }
  const hear = () => {
    const { value } = following
    if (!value) return
    const tab = tabOf(board.presence.others.value, value.person.id)
    if (!tab && value.leads) return
    if (!tab) {
      stopWaiting ??= after(GONE_MS, unfollow)
      return
    }
    stopWaiting?.()
    stopWaiting = undefined
    const look = tab.pointing.view
    if (isSame(tab.person, value.person) && isSame(look, value.look)) return
    following.set({ ...value, person: tab.person, look })
    if (look && !isSame(look, value.look)) lookWith(look)
    tell()
  }

  const ends = [
    board.presence.others.subscribe(hear),
    view.byHand.subscribe(() => following.value && unfollow()),
    view.camera.subscribe(tell),
    view.stage.subscribe(tell),
  ]
  tell()

  return {
    following,
    lookWith,
    unfollow: () => following.value && !following.value.leads && unfollow(),
    beLed: by => {
      view.isLed.set(by !== undefined)
      if (!by) return following.value?.leads && unfollow()
      stopWaiting?.()
      stopWaiting = undefined
      if (following.value?.leads && following.value.person.id === by.id) return
      following.set({ person: by, look: undefined, leads: true })
      hear()
    },
    follow: id => {
      if (following.value?.leads) return
      const person = board.people.value.get(id) ?? tabOf(board.presence.others.value, id)?.person
      if (!person || id === board.me.value.id) return
      stopWaiting?.()
      stopWaiting = undefined
      following.set({ person, look: undefined })
      hear()
    },
    destroy: () => {
      for (const end of ends) end()
      stopTelling?.()
      stopWaiting?.()
    },
  }
}

/** The tab that somebody is at: the one that points, if they have several. */
function tabOf(others: readonly Other[], id: string): Other | undefined {
  const tabs = others.filter(({ person }) => person.id === id)
  return tabs.find(({ pointing }) => pointing.cursor && pointing.view) ?? tabs.find(tab => tab.pointing.view) ?? tabs[0]
}

/** Levels are told as such, so that each screen fits them in its own way. */
function seenHere(shown: ShownCanvas, { level, focus, camera, stage }: View): Looked {
  const { area, note, among } = focus.value
  if (level.value === 'whole') return { at: 'whole' }
  if (level.value === 'note' && note !== undefined) return { at: 'note', note }
  if (level.value === 'block' && area && !among) return { at: 'block', area }
  const seen = seenBy(camera.value, stage.value)
  return {
    at: 'free',
    middle: spotAt(shown, centreOf(seen)),
    width: Math.round(seen.width),
    height: Math.round(seen.height),
  }
}

const isSame = <T extends Looked | Person>(a: T | undefined, b: T | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
