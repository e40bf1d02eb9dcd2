/** A command: one thing a person may want. Toolbar, menus, shortcuts and help are drawn from tables of them. */
import type { Right } from '../../shared/workshop/rights.ts'
import type { Denial, Editor } from '../editor/editor.ts'
import type { Values, WordKey } from '../words/words.ts'

/** What commands ask of the page around the board. */
export interface Shell {
  readonly outlineOpen: boolean
  openOutline(): void
  closeOutline(): void
  openShare(): void
  /** Offers the link by which another device is me. */
  openDevice(): void
  openKeys(): void
  /** Shows what was deleted, or puts that away again. */
  toggleBin(): void
  /** Opens an address of a note beside the board, which learns nothing of it. */
  openAddress(address: string): void
  /** Shows what files would change, and imports the one that is chosen. */
  openImport(files?: readonly File[]): void
  openExport(): void
  /** Offers a search for the note that a new link from this one reaches; its choice runs `link.add` with the id. */
  chooseLinkTarget(from: string): void
  /** Offers a field for the name of a group. */
  askGroupName(group: string): void
  /** Offers a field for the label of a link; its text runs `link.label`. */
  askLabel(link: string): void
}

/** All that a command may look at and act on. */
export interface Context {
  readonly editor: Editor
  readonly shell: Shell
}

export const GROUPS = ['tools', 'notes', 'links', 'history', 'view', 'selection', 'board'] as const
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
  readonly group: Group
  /** Like `Mod+Shift+Z`, `N`, `M 3` (one after the other). Never two commands with the same, as a test makes sure: but in the field of a note. */
  readonly keys: readonly string[]
  /**
   * Where the keys act: while the board has focus (when left out), anywhere but in text fields, also while a note is
   * written, or only in that note's field.
   */
  readonly scope?: 'page' | 'writing' | 'field'
  /** On the sheet of keys one line stands for all of a family, with these keys. */
  readonly family?: Family
  /** Keys to show beside it that belong to another command: the rail's note tool shows `N`. */
  readonly shows?: readonly string[]
  /** What it needs, to something new or (`on`) to what is selected; a button of a command that is not allowed says why. */
  readonly right?: Right | ((context: Context) => Right)
  readonly on?: 'selection'
  /** A lucide name. */
  readonly icon?: string
  /** Would it do something now, rights aside? */
  when(context: Context): boolean
  run(context: Context, argument?: string): void
}

/** How a button of a command stands: ready, not for now, or not for me. */
export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'idle' }
  | { readonly kind: 'denied'; readonly right: Right; readonly why: Denial }
