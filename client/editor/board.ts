/** What the editor needs of a shared board. `client/sync` keeps one for real, tests keep one in memory. */
import type { Observable, Watchable } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import type { Caret } from '../../shared/canvas/caret.ts'
import type { History } from '../../shared/canvas/history.ts'
import type { Stroke, StrokeKind } from '../../shared/canvas/records.ts'
import type { RefusalReason } from '../../shared/wire/messages.ts'
import type { Dashboard } from '../../shared/workshop/dashboard.ts'
import type { Rights } from '../../shared/workshop/rights.ts'
import type { ReactionKind } from '../../shared/workshop/remarks.ts'
import type { Ink, Role } from '../../shared/workshop/roles.ts'
import type { Round } from '../../shared/workshop/session.ts'
import type { Workshop } from '../../shared/workshop/workshop.ts'
import type { Polls } from './polls.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly color: Ink
  readonly role: Role
}

/** What the foot of the bar says about my work (M16). `waiting` counts changes not yet on the server's disk. */
export type SaveState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly waiting: number; readonly sinceMs: number }
  | { readonly kind: 'offline'; readonly waiting: number }
  | { readonly kind: 'readOnly'; readonly waiting: number }
  | { readonly kind: 'closed'; readonly why: 'removed' | 'noBoard' | 'noSession' }

/** A point that means the same on every screen, whatever its layout: in an area's own coordinates, or on the desk in the sheet's. */
export type Spot = readonly [area: Area | 'desk', x: number, y: number]

/** Notes in someone's hand: the ids, how far from their shown places (u), and the area below. */
export interface Drag {
  /** The one under the pointer first. At most twenty, as presence has 2 KB for everything: then a box round them is one round all. */
  readonly ids: readonly string[]
  /** How many are in the hand besides `ids`. */
  readonly more?: number
  readonly by: readonly [dx: number, dy: number]
  readonly over: Area | null
}

/** A stroke being drawn. As much of its end as presence has room for: whole numbers from the anchor, x and y in turns. */
export interface SeenStroke extends Pick<Stroke, 'anchor' | 'color' | 'width'> {
  readonly kind: StrokeKind
  readonly tail: readonly number[]
}

/** The last moments of a laser: whole numbers from the anchor, x and y, and for how many ms that point had been there. */
export interface SeenLaser {
  readonly anchor: Spot
  readonly trail: readonly number[]
}

/** A reaction; the next of the same tab has another `count`. */
export interface SeenReaction {
  readonly kind: ReactionKind
  readonly count: number
  readonly at: Spot
}

/** What somebody looks at, so that any screen can fit it. Of a view moved by hand its middle, and how much is seen (u). */
export type Looked =
  | { readonly at: 'whole' }
  | { readonly at: 'block'; readonly area: Area }
  | { readonly at: 'note'; readonly note: string }
  | { readonly at: 'free'; readonly middle: Spot; readonly width: number; readonly height: number }

/** What others see of a pointer on this canvas. Lives in presence, never in the document. */
export interface Pointing {
  readonly cursor?: Spot
  readonly selection?: readonly string[]
  readonly drag?: Drag
  readonly caret?: Caret
  readonly stroke?: SeenStroke
  readonly laser?: SeenLaser
  readonly view?: Looked
  readonly reaction?: SeenReaction
  /** A few words at the cursor. */
  readonly chat?: string
}

/** One tab of somebody else (or another tab of mine). */
export interface Other {
  readonly tab: number
  readonly person: Person
  readonly pointing: Pointing
}

export interface Presence {
  readonly others: Watchable<readonly Other[]>
  /** Changes the named parts; null takes a part away. Sent at most 25 times a second, less often among many; the latest wins. */
  set(parts: { readonly [K in keyof Pointing]?: Pointing[K] | null }): void
}

/** Somebody who is here, once, whatever the number of their tabs. */
export interface Attending {
  readonly person: Person
  /** The run whose step they are done with, of me and, where it is mine to know, of others. */
  readonly ready?: string
  /** Their hand is up since then: server time, ms. */
  readonly handAt?: number
}

/** How many are done with a run, of those who work in it: participants who are here. */
export interface Readiness {
  readonly run: string
  readonly ready: number
  readonly of: number
}

/** Being here in the session, me first. Whose hand is up and who is done the server keeps. */
export interface Attendance extends Watchable<readonly Attending[]> {
  readonly readiness: Watchable<Readiness | undefined>
  ready(run: string, isReady: boolean): Promise<CommandOutcome>
  raiseHand(isUp: boolean): Promise<CommandOutcome>
  /** Somebody else's; for facilitators, from others it is refused. */
  lowerHand(person: string): Promise<CommandOutcome>
}

/** Refused or stranded work, given back to its author. */
/** Why it is offered: the server refused it, or I wrote it for myself and nobody was shown it. */
export type OfferReason = RefusalReason | 'notShown'

export interface Offer {
  readonly id: string
  readonly at: number
  readonly reason: OfferReason
  readonly change:
    | { readonly kind: 'note'; readonly block: Area; readonly text: string }
    | { readonly kind: 'text'; readonly note: string; readonly block: Area; readonly text: string }
    | { readonly kind: 'move'; readonly note: string; readonly block: Area; readonly text: string }
    | { readonly kind: 'delete'; readonly note: string; readonly block: Area; readonly text: string }
    | { readonly kind: 'other'; readonly text: string }
}

export interface Offers extends Watchable<readonly Offer[]> {
  /** Does it once more, as a new change of mine; to the parking lot where its own place is closed. */
  addAgain(id: string): void
  letGo(id: string): void
}

/** What a person should hear once: a change that met nothing, a role that changed, the end of a refusal. */
export type News =
  | { readonly kind: 'refused'; readonly reason: OfferReason; readonly offers: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'back'; readonly joined: number }

/** What came of a command: the server's answer, a refusal by its word (`stale`, `role`…), or nobody answered. */
export type CommandOutcome =
  | { readonly kind: 'done'; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly code: string; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly kind: 'unreachable' }

/** How far people are in a round, as the server tells: how many have begun, and how many notes that nobody else sees lie where. */
export interface Progress {
  readonly round: string
  readonly done: number
  readonly of: number
  readonly blocks: Readonly<Partial<Record<string, number>>>
  /** By person; only where names are shown. */
  readonly people?: Readonly<Partial<Record<string, number>>>
}

export interface Board {
  readonly id: string
  readonly me: Watchable<Person>
  /** Everybody who ever joined, by id. */
  readonly people: Watchable<ReadonlyMap<string, Person>>
  /** Who is here now, me first; one entry a person. */
  readonly here: Watchable<readonly Person[]>
  /** The canvas on the screen. It is replaced as a whole after a refusal or in a new epoch. */
  readonly canvas: Watchable<Canvas>
  /** My undo; replaced together with the canvas. */
  readonly history: Watchable<History>
  /** What my role and the running step let me do. */
  readonly rights: Watchable<Rights>
  /** Agenda, session and rounds. It is replaced as a whole when its document begins a new life. */
  readonly workshop: Watchable<Workshop>
  /** The private round that is on, or over and not revealed yet. While it is open, what I add goes into my draft. */
  readonly privateRound: Watchable<Round | undefined>
  readonly progress: Watchable<Progress | undefined>
  readonly presence: Presence
  readonly attendance: Attendance
  readonly polls: Polls
  readonly saveState: Watchable<SaveState>
  readonly offers: Offers
  readonly news: Observable<News>
  /** How people work in the running step, for facilitators; undefined when it could not be had. */
  dashboard(): Promise<Dashboard | undefined>
  /** Asks the server to do something, once, however often the line is lost meanwhile. */
  command(name: string, body?: Readonly<Record<string, unknown>>): Promise<CommandOutcome>
  /** The server's time, ms since 1970. */
  now(): number
  close(): void
}
