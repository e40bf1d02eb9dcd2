/** What `main.ts` lays on the desk for the elements of one open board. */
import type { Watchable } from '../../shared/base/observable.ts'
import type { Store } from '../base/store.ts'
import type { Sound, Theme } from '../commands/command.ts'
import type { Editor } from '../editor/editor.ts'
import type { LanguageChoice } from '../words/languages.ts'
import type { Painting } from './nn-stage.ts'
import type { Server } from './server.ts'

export interface Desk {
  readonly editor: Editor
  readonly server: Server
  readonly theme: Theme
  readonly language: LanguageChoice
  readonly sound: Sound
  readonly store: Store
  /** The title the server knows, shown until the canvas tells its own. */
  readonly title: string
  /** The board is mine to delete. */
  readonly owner: boolean
  /** Does this device keep what is written, should the page close? */
  readonly keeps: Watchable<boolean>
  /** Opens the scene in an element. */
  paint(host: HTMLElement): Promise<Painting>
  close(): void
}

/** No desk: nothing of ours there, nobody answers and this device kept nothing, or we have to be let in. */
export type Opened =
  | { readonly kind: 'desk'; readonly desk: Desk }
  | { readonly kind: 'stranger' | 'unreachable' | 'waiting' }
  | { readonly kind: 'deleted'; readonly goneAt: number; readonly owner: boolean }
