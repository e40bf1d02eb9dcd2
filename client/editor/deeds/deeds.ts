/** What a person does to a canvas, as the editor offers it. Each deed takes the part that is theirs, writes one step, and says what was left. */
import type { Point } from '../../../shared/base/geometry.ts'
import type { Area } from '../../../shared/canvas/blocks.ts'
import type { BinnableRoot } from '../../../shared/canvas/operations.ts'
import type { Action, NoteColor, Stroke } from '../../../shared/canvas/records.ts'
import type { LinkEnd } from '../editor.ts'
import type { Way } from '../navigation.ts'

/** What an undo step is called until `client/words` names it (`done.<deed>`). */
export type Deed =
  | 'add'
  | 'write'
  | 'move'
  | 'order'
  | 'tidy'
  | 'align'
  | 'distribute'
  | 'color'
  | 'delete'
  | 'restore'
  | 'duplicate'
  | 'split'
  | 'link'
  | 'label'
  | 'reverse'
  | 'reattach'
  | 'unlink'
  | 'draw'
  | 'erase'
  | 'group'
  | 'name'
  | 'close'
  | 'open'
  | 'ungroup'
  | 'leave'
  | 'image'
  | 'action'

export interface AddedNote {
  /** The point of the area (its own coordinates) for the note's upper left corner; else the first free place. */
  readonly at?: Point
  /** Or the nearest free place beside or below this note. */
  readonly next?: { readonly to: string; readonly way: 'beside' | 'below' }
  readonly text?: string
  readonly color?: NoteColor
  readonly paper?: 'none'
  readonly image?: string
}

/** Notes let go after they were dragged by so much. */
export interface Drop {
  readonly ids: readonly string[]
  /** The one under the pointer. */
  readonly grabbed: string
  readonly by: Point
  readonly over: Area
}

export interface NoteDeeds {
  /** The new note's id; undefined when it may not be, which has then been said. */
  addNote(area: Area, note?: AddedNote): string | undefined
  /** Takes back an empty note of mine as if it had never been. */
  takeBack(id: string): void
  /** Writes the text of a note by the smallest edit; `makes` while it is new, so that its words belong to its making. */
  writeNote(id: string, text: string, options?: { readonly makes: boolean }): void
  dropNotes(drop: Drop): void
  /** To the first free places of an area. */
  moveTo(ids: Iterable<string>, area: Area): void
  /** One step in the area, as the arrows point, or in reading order. */
  orderNote(id: string, way: Way | 'earlier' | 'later'): void
  /** Puts the notes of these areas into the slots of the grid, in the order they are read; what I may not move stays. */
  tidy(areas: readonly Area[]): void
  colorNotes(ids: Iterable<string>, color: NoteColor): void
  /** Labels of them: words without paper, until they are given a colour. */
  unpaperNotes(ids: Iterable<string>): void
  /** Makes something to do of a note, changes that, or (undefined) ends it. */
  setAction(id: string, action: Action | undefined): void
  /** Shows an image on a note, or (null) takes it off. The server has it already. */
  setImage(id: string, image: string | null): void
  /** Copies with my name on them, and nothing linked. A group of which all notes are copied is copied with them, as far as I may. */
  duplicateNotes(ids: Iterable<string>): readonly string[]
  deleteNotes(ids: Iterable<string>): void
}

export type Edge = 'left' | 'top'
export type Run = 'across' | 'down'

export interface LineDeeds {
  /** One edge for all notes of an area; those that would lie on one another follow each other. What I may not move stays. */
  alignNotes(ids: Iterable<string>, edge: Edge): void
  /** Equal gaps between the first and the last of three or more. */
  distributeNotes(ids: Iterable<string>, run: Run): void
}

export interface NudgeDeeds {
  /** Together that way by a slot, or on beyond others; not out of their area. */
  nudgeNotes(ids: Iterable<string>, way: Way): void
}

export interface SplitDeeds {
  /** A note for each line of this one but the first, which stays. Their ids; none when nothing was done. */
  splitNote(id: string): readonly string[]
}

export interface LinkDeeds {
  /** A link that is there already, or would join a note to itself, is quietly not drawn. */
  linkNotes(from: string, to: string): string | undefined
  /** May this note be the end of a new link from that one? */
  canLink(from: string, to: string): boolean
  labelLink(id: string, label: string): void
  /** The same link the other way round, under a new id. */
  reverseLink(id: string): string | undefined
  /** The same link with its label, to or from another note. */
  reattachLink(id: string, end: LinkEnd, note: string): void
  deleteLink(id: string): void
}

export interface StrokeDeeds {
  /** May I draw here and now? If not, that is said. */
  mayDraw(): boolean
  /** May I wipe away what this person drew? */
  mayErase(author: string | undefined): boolean
  drawStroke(stroke: Omit<Stroke, 'id' | 'author'>): string | undefined
  deleteStrokes(ids: Iterable<string>): void
}

export interface GroupDeeds {
  /**
   * Puts notes of one block together. Are some of them in a group already, the others join the first such. Its id, or
   * undefined when it may not be, which has then been said.
   */
  groupNotes(ids: Iterable<string>): string | undefined
  /** Notes let go on another: they lie beside it and in one group with it. One step. */
  dropOnto(drop: Drop, note: string): void
  /** May these make a group with that note, or join its group? */
  canJoin(ids: readonly string[], note: string): boolean
  nameGroup(id: string, title: string): void
  closeGroup(id: string): void
  openGroup(id: string): void
  /** Lets its notes go; where they stand stays. */
  ungroup(id: string): void
  /** Takes notes out of their groups. */
  leaveGroup(ids: Iterable<string>): void
}

export interface BinnedRecord {
  readonly root: BinnableRoot
  readonly id: string
}

export interface BinDeeds {
  /** Out of the bin to where they were: notes with their links, in one step. */
  restore(records: Iterable<BinnedRecord>): void
  mayRestore(record: BinnedRecord): boolean
}

export interface UndoDeeds {
  undo(): void
  redo(): void
}

export interface Deeds
  extends NoteDeeds, SplitDeeds, LineDeeds, NudgeDeeds, LinkDeeds, GroupDeeds, StrokeDeeds, BinDeeds, UndoDeeds {}
