/** Copying from the board and pasting to it: what the keys, the menus and what is dropped come to, and what is said about it. */
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Context, CopyWay } from '../commands/command.ts'
import { commandNamed, readinessOf } from '../commands/commands.ts'
import { areaInMind, chosenIds } from '../commands/in-mind.ts'
import { capsOf } from '../commands/keymap.ts'
import { underSpot } from '../commands/notes.ts'
import type { Editor } from '../editor/editor.ts'
import { denialOf } from '../editor/may.ts'
import { mineAmong } from '../editor/mine.ts'
import { bringImage } from '../base/bring-image.ts'
import type { Copied, copyOf } from '../files/copied.ts'
import type { Readable } from '../files/paste.ts'
import { say } from '../words/words.ts'
import type { Clipboard, Dropped, Handed } from './clipboard.ts'
import { askClipboard, followClipboard } from './clipboard.ts'
import type { ToastAction } from './nn-toast.ts'
import type { Where } from './paste-words.ts'
import { isApple } from './pointer.ts'
import type { Server } from './server.ts'

/** What was pasted, to be looked at, and where what names no block would go. */
export interface Pasting {
  readonly pasted: Readable
  readonly area: Area
}

/** The board as the clipboard needs it. */
export interface ClipboardGround {
  editor(): Editor
  context(): Context
  /** Where the stage lies in the window. */
  stageAt(): { readonly left: number; readonly top: number }
  show(text: string, action?: ToastAction): void
  takeFiles(files: readonly File[]): void
  server(): Server
  /** What becomes several notes is looked at first. */
  lookAt(pasting: Pasting): void
}

const KEYS = { copy: 'Mod+C', cut: 'Mod+X', paste: 'Mod+V' } as const

export class BoardClipboard {
  readonly #ground: ClipboardGround
  #clipboard: Clipboard | undefined
  /** The part that copies, ready before the keys are pressed: the clipboard does not wait for it. */
  #copier: typeof copyOf | undefined

  constructor(ground: ClipboardGround) {
    this.#ground = ground
  }

  follow(board: HTMLElement): void {
    this.#clipboard = followClipboard(board, {
      copy: how => this.#copied(how),
      paste: handed => this.#take(handed, whereIn(this.#ground.context())),
      drop: (handed, at) => this.#take(handed, this.#whereDropped(at)),
    })
  }

  leave(): void {
    this.#clipboard?.leave()
  }

  /** To be called when notes are chosen. */
  makeReady(): Promise<void> {
    return import('../files/copied.ts').then(
      part => {
        this.#copier = part.copyOf
      },
      () => undefined,
    )
  }

  copy(how: CopyWay): void {
    if (!this.#clipboard?.copy(how)) this.#nameKeys(how === 'cut' ? 'cut' : 'copy')
  }

  async paste(context: Context): Promise<void> {
    const handed = await askClipboard()
    if (handed) this.#take(handed, whereIn(context))
    else this.#nameKeys('paste')
  }

  /** Words for a place, of which several notes may come. */
  async pasteWords(handed: Handed, where: Where): Promise<void> {
    const ground = this.#ground
    const parts = Promise.all([import('./paste-words.ts'), import('./carry-images.ts')])
    const [words, images] = (await parts.catch(() => undefined)) ?? []
    if (!words || !images) return ground.show(say('page.partFailed'))
    const came = await images.carryImages(handed, {
      board: ground.editor().board.id,
      server: ground.server(),
      bring: bringImage,
      begins: () => ground.show(say('paste.coming')),
    })
    const outcome = words.pasteWords(handed, ground.editor(), where, came)
    if (outcome.kind === 'refused') ground.show(outcome.why)
    else if (outcome.kind === 'done') this.pasted(outcome.ids, outcome.left)
    else ground.lookAt({ pasted: outcome.pasted, area: outcome.area })
  }

  /** They are there: chosen, in sight, and taken back by one press. */
  pasted(ids: readonly string[], left: readonly string[] = []): void {
    const editor = this.#ground.editor()
    const { notes } = editor.board.canvas.value
    const [first] = ids
    if (first === undefined) return
    if (ids.some(id => notes.get(id)?.place[0] === 'parking')) editor.parkingOpen.set(true)
    editor.select(ids)
    editor.reveal(first)
    this.#ground.show([say('paste.done', { count: ids.length }), ...left].join(' '), {
      label: say('command.undo'),
      run: () => editor.undo(),
    })
  }

  /** The browser keeps the clipboard to the keys. */
  #nameKeys(way: keyof typeof KEYS): void {
    this.#ground.show(say(`clipboard.${way}`, { keys: capsOf(KEYS[way], { apple: isApple }).join(' ') }))
  }

  /** The keys were quicker than the part that copies: it is done when that is there, as if the keys came then. */
  async #copySoon(how: CopyWay): Promise<void> {
    await this.makeReady()
    if (this.#copier) this.copy(how)
    else this.#ground.show(say('page.partFailed'))
  }

  /** The chosen notes; of what is cut only those that may go. */
  #copied(how: CopyWay): Copied | undefined {
    const [editor, context] = [this.#ground.editor(), this.#ground.context()]
    const command = commandNamed(how === 'markdown' ? 'note.copyMarkdown' : `note.${how}`)
    const readiness = command && readinessOf(command, context)
    if (readiness?.kind === 'denied') editor.say({ ...readiness, kind: 'notAllowed' })
    if (readiness?.kind !== 'ready') return undefined
    if (!this.#copier) {
      void this.#copySoon(how)
      return undefined
    }
    const chosen = chosenIds(context)
    const ids = how === 'cut' ? mineAmong(editor, chosen, 'delete').mine : chosen
    const copied = this.#copier(editor.board.canvas.value, ids, {
      board: editor.board.id,
      nameOf: area => say(`area.${area}`),
    })
    if (how === 'cut') editor.deleteNotes(chosen)
    else this.#ground.show(say('paste.copied', { count: ids.length }))
    // With a list beside it, programs would take that.
    return how === 'markdown' ? { ...copied, text: copied.markdown, html: '' } : copied
  }

  #whereDropped(at: Dropped): Where {
    if (typeof at === 'string') return { area: at }
    const editor = this.#ground.editor()
    const { left, top } = this.#ground.stageAt()
    const spot = editor.spotAt(editor.toBoard({ x: at.x - left, y: at.y - top }))
    return whereIn({ ...this.#ground.context(), spot })
  }

  /** Words come before files: a spreadsheet puts a picture of its cells beside them. */
  #take(handed: Handed, where: Where): void {
    const editor = this.#ground.editor()
    const why = denialOf(editor.board, 'add')
    if (why) editor.say({ kind: 'notAllowed', right: 'add', why })
    else if (handed.text.trim() || handed.files.length === 0) void this.pasteWords(handed, where)
    else this.#ground.takeFiles(handed.files)
  }
}

const whereIn = (context: Context): Where => ({ area: areaInMind(context), ...underSpot(context) })
