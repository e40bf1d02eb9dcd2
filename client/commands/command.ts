/** A command: one thing a person may want. Toolbar, menus, shortcuts and help are drawn from tables of them. */
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Watchable } from '../../shared/base/observable.ts'
import type { Right } from '../../shared/workshop/rights.ts'
import type { Spot } from '../editor/board.ts'
import type { Denial, Editor, LinkEnd } from '../editor/editor.ts'
import type { LanguageChoice } from '../words/languages.ts'
import type { Values, WordKey } from '../words/words.ts'

export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

/** Light or dark, as a person wants it on this device. */
export interface Theme {
  readonly choice: Watchable<ThemeChoice>
  choose(choice: ThemeChoice): void
}

/** Whether this device may sound at the end of a step. */
export interface Sound {
  readonly isOn: Watchable<boolean>
  set(isOn: boolean): void
}

/** An end of a link that is on its way to another note. */
export interface MovedEnd {
  readonly link: string
  readonly end: LinkEnd
}

export type CopyWay = 'copy' | 'cut' | 'markdown'

/** What commands ask of the page around the board. */
export interface Shell {
  readonly outlineOpen: boolean
  readonly theme: Theme
  readonly language: LanguageChoice
  readonly sound: Sound
  openOutline(): void
  closeOutline(): void
  /** Goes to an area of the open outline, or to a note in it. */
  goTo(area: Area, note?: string): void
  openShare(): void
  /** Offers to make this board once more. */
  openBoardCopy(): void
  /** Offers the link by which another device is me. */
  openDevice(): void
  openKeys(): void
  /** Shows the find bar with its field ready, or goes back to it. */
  openFind(): void
  /** Shows what was deleted, or puts that away again. */
  toggleBin(): void
  /** Opens an address of a note beside the board, which learns nothing of it. */
  openAddress(address: string): void
  /** Shows the notes that say nearly the same. */
  openDuplicates(): void
  openPalette(): void
  /** Opens the menu of what is chosen, beside it, or another one. */
  openMenu(id?: 'react'): void
  openPeople(): void
  /** Offers a field for a few words at the cursor. */
  openRemark(): void
  /** Shows the agenda, or puts it away again. */
  toggleAgenda(): void
  /** The same with what the running step says and lets one do. */
  toggleStep(): void
  /** Asks whether to go on although this is so; goes on at once where nothing speaks against it. */
  askToLeave(doubts: readonly string[], leave: () => void): void
  openReport(): void
  /** Shows what votes came to. */
  openResults(): void
  /** Shows what files would change, and imports the one that is chosen. */
  openImport(files?: readonly File[]): void
  /** The same with the example that comes with the page. */
  openExample(): void
  /** A hint of the first minute is on the page. */
  readonly hasHint: boolean
  putHintAway(): void
  openExport(): void
  /** Puts images on the board: the first on this note, if there is one, all others on new notes. Without files it lets one be chosen. */
  addImages(files?: readonly File[]): void
  /** Puts the chosen notes on the clipboard; cut, they are deleted here. As Markdown every program gets them as that. */
  copy(how: CopyWay): void
  /** Asks for what the clipboard holds, where a page may, and puts it where it was asked for. */
  paste(context: Context): void
  /** Offers a search for the note that a new link from this one reaches, or for the one to which an end of a link moves while this one stays. */
  chooseLinkTarget(from: string, moved?: MovedEnd): void
  /** Offers a field for the name of a group. */
  askGroupName(group: string): void
  /** Offers a field for the label of a link; its text runs `link.label`. */
  askLabel(link: string): void
}

/** All that a command may look at and act on. */
export interface Context {
  readonly editor: Editor
  readonly shell: Shell
  /** Where on the canvas it was asked for: a menu knows, a key does not. */
  readonly spot?: Spot | undefined
}

export const GROUPS = ['tools', 'notes', 'links', 'history', 'view', 'selection', 'people', 'session', 'board'] as const
export type Group = (typeof GROUPS)[number]

export interface Family {
  readonly title: WordKey
  readonly keys: readonly string[]
}

export interface Command {
  readonly id: string
  /** `say` of it is its name; `values` fills its slots. */
  readonly title: WordKey
  values?(): Values
  /** Its name when it would do something else now. */
  titleNow?(context: Context): WordKey
  /** The language of its name, where it is another than the page's. */
  readonly lang?: string
  readonly group: Group
  /** Like `Mod+Shift+Z`, `N`, `M 3` (one after the other). Never two commands with the same, as a test makes sure: but in the field of a note. */
  readonly keys: readonly string[]
  /**
   * Where the keys act: while the board has focus (when left out), anywhere but in text fields, also while a note is
   * written, or only in that note's field.
   */
  readonly scope?: 'page' | 'writing' | 'field'
  /** The keys are the browser's own: by an event of its own it does what they mean. */
  readonly byBrowser?: true
  /** On the sheet of keys one line stands for all of a family, with these keys. */
  readonly family?: Family
  /** Keys to show beside it that belong to another command: the rail's note tool shows `N`. */
  readonly shows?: readonly string[]
  /** What it needs, to something new or (`on`) to what is selected; a button of a command that is not allowed says why. */
  readonly right?: Right | ((context: Context) => Right)
  readonly on?: 'selection'
  /** Not offered by the palette: keys alone make sense of it, or something else there does it. */
  readonly unlisted?: true
  /** A lucide name. */
  readonly icon?: string
  /** One of several, or a thing that is on or off: does it hold now? */
  isOn?(context: Context): boolean
  /** Would it do something now, rights aside? */
  when(context: Context): boolean
  run(context: Context, argument?: string): void
}

/** How a button of a command stands: ready, not for now, or not for me. */
export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'idle' }
  | { readonly kind: 'denied'; readonly right: Right; readonly why: Denial }
