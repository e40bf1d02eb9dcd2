/** The headless editor: what is looked at, held, chosen and written, with no DOM, Lit or Konva. Scene and elements only show it. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import type { Observable, Value, Watchable } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { LayoutId } from '../../shared/canvas/layouts.ts'
import type { GroupOfNotes } from '../../shared/canvas/groups.ts'
import type { Note, Stroke } from '../../shared/canvas/records.ts'
import type { ReactionKind } from '../../shared/workshop/remarks.ts'
import type { CastFault } from '../../shared/workshop/ballots.ts'
import type { Right } from '../../shared/workshop/rights.ts'
import type { Agenda } from './agenda.ts'
import type { Board, Looked, SeenLaser, SeenReaction, Spot } from './board.ts'
import type { Attention } from './attention.ts'
import type { AddedNote, Deeds } from './deeds/deeds.ts'
import type { FaceDown } from './face-down.ts'
import type { Found, Query } from './finding.ts'
import type { Nibs } from './ink.ts'
import type { Following } from './looking.ts'
import type { Revealing } from './revealing.ts'
import type { Guide } from './snapping.ts'
import type { WarmUp } from './warm-up.ts'
import type { Session } from './workshop.ts'
import type { Voting } from './voting.ts'
import type { Way } from './navigation.ts'

/**
 * Pan and zoom of this tab: screen = (board − (x, y)) × zoom. It is where the camera goes, told at once, and what hit
 * tests reckon with; with `travels` the scene may ease towards it, without it follows the hand.
 */
export interface Camera extends Point {
  readonly zoom: number
  readonly travels?: boolean
}

/** The stage in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

export type { LayoutId }
/** What is looked at: a block or a note in it; of several blocks together the first, and all of them. */
export interface Focus {
  readonly area?: Area
  readonly note?: string
  readonly among?: readonly Area[]
}

export type Level = 'whole' | 'block' | 'note' | 'free'
export type ToolId = 'select' | 'note' | 'link' | 'pen' | 'highlighter' | 'eraser' | 'laser' | 'hand'

export type Selection =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'notes'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'link'; readonly id: string }

/** What is under a point. */
export type Target =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'note'; readonly id: string }
  /** A closed group, or the name of an open one. */
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'handle'; readonly id: string; readonly side: Side }
  | { readonly kind: 'link'; readonly id: string }
  | { readonly kind: 'area'; readonly area: Area }

export type LinkEnd = 'head' | 'tail'

export type Side = 'left' | 'right' | 'top' | 'bottom'

/** What the hand is doing, for the scene to paint. */
export type Hand =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'drag'
      readonly ids: readonly string[]
      readonly by: Point
      readonly over: Area | null
      readonly allowed: boolean
      /** Held here long enough: let go, they make a group with this note, or join the group it is in. */
      readonly onto: string | null
      /** Along edges that the note under the pointer shares with its neighbours. */
      readonly guides: readonly Guide[]
    }
  | { readonly kind: 'marquee'; readonly rect: Rect }
  | { readonly kind: 'pan' | 'laser' }
  | {
      readonly kind: 'link'
      /** The note that stays. */
      readonly from: string
      readonly to: Point
      readonly target: string | null
      /** Which end of the link follows the pointer. */
      readonly end: LinkEnd
    }
  | { readonly kind: 'place'; readonly at: Point }
  | { readonly kind: 'ink'; readonly stroke: Omit<Stroke, 'id'> }
  /** Strokes that will be gone when the eraser is lifted. */
  | { readonly kind: 'erase'; readonly ids: ReadonlySet<string> }

/**
 * The shown canvas: where every area and note stands on this screen, in board units. While notes are in my hand areas
 * keep their size and notes their spot; what another puts down finds room among them, or waits until my hand is free.
 */
export interface Shown {
  readonly layout: LayoutId
  /** Sheet, without desk and parking lot. */
  readonly sheet: Rect
  areaRect(area: Area): Rect
  /** Where a live note stands; undefined when it is gone, or lies in a closed group or the closed parking lot. */
  noteRect(id: string): Rect | undefined
  /** Where a closed group stands; undefined when it is open or gone, or lies in the closed parking lot. */
  groupRect(id: string): Rect | undefined
  /** Where a note is to be seen: its own rectangle, or that of the closed group it lies in. */
  seatOf(id: string): Rect | undefined
  /** The id of the note at whose place this one is to be seen: its own, or that of the first of its closed group. */
  paperOf(id: string): string | undefined
  /** The closed group that a note lies in. */
  closedOver(note: string): string | undefined
  /** Live notes of an area, in reading order of what is shown (y, x, id); those of a closed group where it stands. */
  notesIn(area: Area): readonly Note[]
  /** Groups that have notes in an area, in the order of their first ones. */
  groupsIn(area: Area): readonly GroupOfNotes[]
  areaAt(point: Point): Area | undefined
  noteAt(point: Point): string | undefined
  /** The closed group at a point. */
  groupAt(point: Point): string | undefined
  /** Of a closed group that the rectangle meets all notes are within. */
  notesWithin(rect: Rect): readonly string[]
  /** Tells ids of notes and groups whose look or place changed, or 'all'. */
  subscribe(listener: (dirty: ReadonlySet<string> | 'all') => void): () => void
}

/** A press as the stage tells it: where on the stage, and with what. */
export interface Press {
  /** Stage pixels. */
  readonly at: Point
  readonly pointer: 'mouse' | 'pen' | 'touch'
  /** How hard a pen is pressed, 0 to 1; nothing of what cannot tell. */
  readonly pressure?: number
  /** Which finger, by the browser's pointer id. A second finger while the first is down pinches. */
  readonly finger?: number
  readonly button: 0 | 1 | 2
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl, or ⌘ on Apple. */
  readonly mod: boolean
  /** The space bar is held: pan. */
  readonly space: boolean
  /** Clicks in a row, as the browser counts them. */
  readonly clicks: number
}

/** A link as it is drawn now: beneath the notes, from side to side, with its head just off the note it reaches. */
export interface DrawnLink {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: string
  /** Board units. */
  readonly curve: Curve
  readonly chosen: boolean
}

export type Cubic = readonly [start: Point, leave: Point, arrive: Point, tip: Point]

/** Cubics in a row: each begins where the one before it ends. */
export type Curve = readonly [Cubic, ...Cubic[]]

export interface Editor extends Deeds {
  readonly board: Board
  readonly shown: Shown
  readonly camera: Watchable<Camera>
  readonly stage: Watchable<Size>
  readonly level: Watchable<Level>
  /** The block or note that `level` is about. */
  readonly focus: Watchable<Focus>
  readonly layout: Value<LayoutId>
  readonly tool: Value<ToolId>
  /** What pen and highlighter draw with. */
  readonly nibs: Value<Nibs>
  readonly selection: Watchable<Selection>
  /** The note being written by me. */
  readonly writing: Watchable<string | undefined>
  readonly hover: Watchable<Target>
  readonly hand: Watchable<Hand>
  /** The links to draw: those of the selection, or all while the link tool is on. */
  readonly links: Watchable<readonly DrawnLink[]>
  readonly parkingOpen: Value<boolean>
  /** The session at this board: what runs, and the agenda. */
  readonly session: Session
  readonly warmUp: WarmUp
  readonly agenda: Agenda
  /** Notes of others that lie face down until their reveal. */
  readonly faceDown: FaceDown
  readonly revealing: Revealing
  /** Dot voting: the open round and my ballot in it, and results. */
  readonly voting: Voting
  /** Gives so many more dots to a note or a closed group; what cannot be is said. */
  giveDots(candidate: string, more: number): void
  /** One sentence's worth of news from here: what was not allowed and why. Words are made in `client/words`. */
  readonly said: Observable<Saying>
  /** Has something said, by whoever hears `said`. */
  say(saying: Saying): void

  toBoard(at: Point): Point
  toScreen(point: Point): Point
  /** A board point as one that means the same on other screens. */
  spotAt(point: Point): Spot
  /** The twin: undefined for a spot in my closed parking lot. */
  pointAt(spot: Spot): Point | undefined
  resize(stage: Size): void
  look(at: 'whole'): void
  look(at: 'block', area: Area): void
  look(at: 'note', id: string): void
  /** Looks at so many blocks together: at none as at the whole, at one as at that block. */
  lookAt(areas: readonly Area[]): void
  zoomAt(at: Point, factor: number): void
  /** Moves the sheet by so many stage pixels, as a hand on it would. */
  panBy(dx: number, dy: number): void

  /** Whom I follow. Moving the sheet myself ends it. */
  readonly following: Watchable<Following | undefined>
  follow(person: string): void
  unfollow(): void
  /** What the session had me look at last, and who brought me there. */
  readonly broughtTo: Attention['shown']
  /** Fits on this screen what somebody looks at, or points out. */
  lookWith(look: Looked): void
  /** My laser while it can be seen. */
  readonly laser: Watchable<SeenLaser | undefined>
  /** What floats here because I reacted. */
  readonly reacted: Observable<SeenReaction>
  react(kind: ReactionKind): void
  /** Where my mouse or pen is over the board. */
  readonly pointer: Watchable<Point | undefined>
  /** My words at my cursor. */
  readonly remark: Watchable<string>
  /** Says these words and no longer the ones before; with `goes` for a few seconds only. */
  saying(text: string, options?: { readonly goes?: boolean }): void

  select(ids: Iterable<string>): void
  selectLink(id: string): void
  /** What is looked for, and what has it; undefined while nobody looks. */
  readonly found: Watchable<Found | undefined>
  find(query: Query): void
  /** Chooses the next of what was found, or the one before, and moves the sheet to it. */
  findNext(way: 1 | -1): void
  endFinding(): void
  /** Moves the sheet as little as it takes to see a note, at the level there is. */
  reveal(id: string): void
  /** Begins writing in a note. */
  write(id: string): void
  /** Puts a new note into an area and begins writing in it. */
  writeNew(area: Area, note?: AddedNote): void
  /** The whole text of the field, after every change in it: written by the smallest edit. Typing is one undo step a pause. */
  type(text: string): void
  /** Where my caret stands in the note being written (UTF-16 units), for others to see. */
  caret(anchor: number, head: number): void
  /** Ends writing; what was typed stays. An empty new note is taken back. */
  endWriting(): void

  press(press: Press): void
  move(press: Press): void
  release(press: Press): void
  /** The pointer left the stage: nothing is hovered, and others no longer see my cursor. */
  leave(): void
  /** The browser took this press away. If it holds the gesture under way, nothing is written. */
  lose(press: Press): void
  /** Escape: nothing is written. */
  cancel(): void
  destroy(): void
}

/** Why I may not: my role, the running step, or because another made it and the step lets me change only my own. */
export type Denial = 'role' | 'step' | 'notYours'

/** What the editor wants said to the person. Titles are deeds, or what an import or a paste called its step. */
export type Saying =
  | { readonly kind: 'notAllowed'; readonly right: Right; readonly why: Denial }
  | { readonly kind: 'partly'; readonly done: number; readonly left: number }
  | { readonly kind: 'undone'; readonly title: string; readonly kept: number }
  /** An undo or redo met nothing but what others work on: all of it stays. */
  | { readonly kind: 'kept'; readonly title: string }
  /** What a facilitator asked of the session was not done. */
  | { readonly kind: 'notLed'; readonly why: 'stale' | 'role' | 'unreachable' | 'failed' }
  | { readonly kind: 'nothingToUndo' }
  | { readonly kind: 'undoSkipped'; readonly titles: readonly string[] }
  | { readonly kind: 'redone'; readonly title: string; readonly kept: number }
  | { readonly kind: 'nothingToRedo' }
  | { readonly kind: 'deleted' | 'erased'; readonly count: number }
  | { readonly kind: 'restored'; readonly count: number }
  | { readonly kind: 'unlinked' }
  /** A group lies in one block, and these notes do not. */
  | { readonly kind: 'notOneBlock' }
  /** Another deleted the note that I was writing. What I typed lies with it in the bin. */
  | { readonly kind: 'goneWhileWriting'; readonly id: string }
  | { readonly kind: 'tooLong'; readonly limit: number }
  /** `isAlone`: it is my draft that is full. */
  | { readonly kind: 'full'; readonly limit: number; readonly isAlone?: true }
  /** More notes than one update can move or colour. */
  | { readonly kind: 'tooMany'; readonly limit: number }
  | { readonly kind: 'tidyAlready' }
  /** Several notes have nowhere to go together on this side of their block. */
  | { readonly kind: 'noRoom'; readonly way: Way }
  /** More than one update holds. */
  | { readonly kind: 'tooMuch' }
  /** A dot that the server did not take, or that did not get there. */
  | { readonly kind: 'dotFailed'; readonly why: 'refused' | 'unreachable' }
  /** A dot that cannot be given: why, and in which block. */
  | { readonly kind: 'noDot'; readonly fault: CastFault; readonly area: Area | undefined }
