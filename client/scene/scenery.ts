/** All that the three layers paint from. */
import type { Watchable } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Other } from '../editor/board.ts'
import type { Editor } from '../editor/editor.ts'
import type { Blocks } from './blocks.ts'
import type { Carets } from './carets.ts'
import type { FaceDownIn } from './face-down.ts'
import type { Floats } from './floats.ts'
import type { Hands } from './hands.ts'
import type { Images } from './images.ts'
import type { InkTiles } from './ink-tiles.ts'
import type { Lasers } from './lasers.ts'
import type { Outlines } from './outlines.ts'
import type { SheetWords } from './paint/sheet.ts'
import type { Opened } from './opened.ts'
import type { Pointers } from './pointers.ts'
import type { Portraits } from './portraits.ts'
import type { Prints } from './prints.ts'
import type { Sights } from './sights.ts'
import type { Turning } from './turning.ts'

/** What the scene writes besides people's own words. */
export interface SceneWords extends SheetWords {
  initials(name: string): string
  readonly onlyYou: string
  /** Notes of others in an area that nobody sees yet. */
  hiddenIn(count: number): string
  /** The verb with which a link between notes of these areas reads. */
  verb(from: Area, to: Area): string
  readonly group: {
    /** What a group without a name is called. */
    readonly unnamed: string
    count(notes: number): string
  }
}

export interface Scenery {
  readonly editor: Editor
  readonly words: SceneWords
  readonly sights: Sights
  readonly blocks: Blocks
  readonly prints: Prints
  readonly portraits: Portraits
  readonly images: Images
  readonly hands: Hands
  readonly pointers: Pointers
  readonly carets: Carets
  readonly lasers: Lasers
  readonly floats: Floats
  readonly opened: Opened
  readonly outlines: Outlines
  readonly faceDown: FaceDownIn
  readonly turning: Turning
  readonly ink: InkTiles
  /** The stage has the focus by keyboard. */
  readonly keyboard: Watchable<boolean>
}

/** Other people; my own other tabs are no news to me. */
export const otherPeople = ({ board }: Editor): readonly Other[] =>
  board.presence.others.value.filter(({ person }) => person.id !== board.me.value.id)
