/** Keeps a text field and a note's shared text in step while others type in it too; an input method is never disturbed. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import type { Caret } from '../../shared/canvas/caret.ts'
import { caretAt, indexesOf } from '../../shared/canvas/caret.ts'
import type { Editor } from '../editor/editor.ts'
import { mergeText } from './merge-text.ts'

/** The note whose text the field shows is the one being written: `editor.writing`. */
export class SharedField implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #editor: () => Editor
  #field: HTMLTextAreaElement | undefined
  #note: string | undefined
  /** The text on which the field and the document last agreed. */
  #agreed = ''
  #composing = false
  /** My caret as letters, so that it stays with them. */
  #caret: Caret | undefined
  #stop: (() => void) | undefined

  constructor(host: ReactiveControllerHost, editor: () => Editor) {
    this.#host = host
    this.#editor = editor
    host.addController(this)
  }

  hostDisconnected(): void {
    this.close()
  }

  /** Begins with the text of the note; `all` selects it, else the caret stands at its end. */
  open(field: HTMLTextAreaElement, note: string): void {
    this.close()
    this.#field = field
    this.#note = note
    this.#agreed = this.#text ?? ''
    field.value = this.#agreed
    const stops = [
      this.#on(field, 'input', () => this.#typed()),
      this.#on(field, 'compositionstart', () => {
        this.#composing = true
      }),
      this.#on(field, 'compositionend', () => this.#composed()),
      this.#on(document, 'selectionchange', () => this.#remember()),
      this.#on(field, 'keyup', () => this.#remember()),
      this.#on(field, 'focus', () => this.#remember()),
      this.#followText(),
    ]
    this.#stop = () => {
      for (const stop of stops) stop()
    }
  }

  close(): void {
    if (this.#composing) this.#composed()
    this.#stop?.()
    this.#stop = undefined
    this.#field = undefined
    this.#note = undefined
    this.#caret = undefined
    this.#composing = false
  }

  get #canvas(): Canvas {
    return this.#editor().board.canvas.value
  }

  get #text(): string | undefined {
    return this.#note === undefined ? undefined : this.#canvas.notes.get(this.#note)?.text
  }

  #on(target: EventTarget, type: string, listener: () => void): () => void {
    target.addEventListener(type, listener)
    return () => target.removeEventListener(type, listener)
  }

  /** Follows the notes of the canvas in use, also when it is replaced. */
  #followText(): () => void {
    const { board } = this.#editor()
    const follow = () =>
      board.canvas.value.notes.subscribe(changed => this.#note && changed.has(this.#note) && this.#changed())
    let stop = follow()
    const stopCanvas = board.canvas.subscribe(() => {
      stop()
      stop = follow()
      this.#changed()
    })
    return () => {
      stop()
      stopCanvas()
    }
  }

  #typed(): void {
    const field = this.#field
    if (!field || this.#composing) return
    this.#write(field.value)
    this.#remember()
  }

  #composed(): void {
    const field = this.#field
    this.#composing = false
    if (!field) return
    const theirs = this.#text ?? this.#agreed
    if (theirs === this.#agreed) return this.#typed()
    const merged = mergeText(this.#agreed, field.value, theirs)
    field.value = merged.text
    field.setSelectionRange(merged.caret, merged.caret)
    this.#typed()
  }

  #write(text: string): void {
    this.#agreed = text
    this.#editor().type(text)
    // What was not taken (a limit, a right) does not stay in the field as if it had been.
    this.#changed()
  }

  /** Another typed, or undo did: the field takes the text over, my caret stays with its letters. */
  #changed(): void {
    const field = this.#field
    const text = this.#text
    if (!field || text === undefined || this.#composing) return
    this.#agreed = text
    if (field.value === text) return
    const at = this.#caret && indexesOf(this.#canvas, this.#caret)
    field.value = text
    if (at) select(field, at.anchor, at.head)
    this.#host.requestUpdate()
  }

  #remember(): void {
    const field = this.#field
    if (!field || this.#composing || this.#note === undefined || !hasFocus(field)) return
    const { selectionStart, selectionEnd, selectionDirection } = field
    const backward = selectionDirection === 'backward'
    const [anchor, head] = backward ? [selectionEnd, selectionStart] : [selectionStart, selectionEnd]
    this.#caret = caretAt(this.#canvas, this.#note, anchor, head)
    this.#editor().caret(anchor, head)
  }
}

const select = (field: HTMLTextAreaElement, anchor: number, head: number): void =>
  field.setSelectionRange(Math.min(anchor, head), Math.max(anchor, head), head < anchor ? 'backward' : 'forward')

const hasFocus = (field: HTMLElement): boolean => {
  const root = field.getRootNode()
  return root instanceof ShadowRoot || root instanceof Document ? root.activeElement === field : false
}
