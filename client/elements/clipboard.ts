/** The clipboard at the board: what is copied and pasted there, and words that are dropped on it. Files that are dropped are `nn-drop`'s. */
import type { Area } from '../../shared/canvas/blocks.ts'
import type { CopyWay } from '../commands/command.ts'
import type { Copied } from '../files/copied.ts'
import type { Brought } from '../files/read-pasted.ts'
import { isAtBoard } from './key-press.ts'

/** Words and files, as somebody brings them. */
export interface Handed extends Brought {
  readonly files: readonly File[]
}

export const handedBy = (transfer: DataTransfer): Handed => ({
  text: transfer.getData('text/plain'),
  html: transfer.getData('text/html'),
  files: [...transfer.files],
})

/** Where it was let go: a point of the window over the stage, or a block of the outline. */
export type Dropped = { readonly x: number; readonly y: number } | Area

interface Takes {
  /** What to put on the clipboard; undefined for nothing, or where it has been said why not. */
  copy(how: CopyWay): Copied | undefined
  paste(handed: Handed): void
  drop(handed: Handed, at: Dropped): void
}

/** Where words may be dropped: not into fields, which take them by themselves. */
function dropAt(event: DragEvent): Dropped | undefined {
  for (const each of event.composedPath()) {
    if (each instanceof HTMLTextAreaElement || each instanceof HTMLInputElement) return undefined
    if (!(each instanceof HTMLElement)) continue
    if (each.localName === 'nn-outline-area') return (each as HTMLElementTagNameMap['nn-outline-area']).area
    if (each.localName === 'nn-stage') return { x: event.clientX, y: event.clientY }
  }
  return undefined
}

const hasWords = ({ types }: DataTransfer): boolean => types.includes('text/plain') && !types.includes('Files')

export interface Clipboard {
  /** As the keys would. False where the browser does not let a page. */
  copy(how: CopyWay): boolean
  leave(): void
}

export function followClipboard(board: HTMLElement, takes: Takes): Clipboard {
  let asked: CopyWay | undefined
  const give = (event: ClipboardEvent) => {
    const isOurs = asked !== undefined || (isAtBoard(event, board) && getSelection()?.type !== 'Range')
    const copied =
      isOurs && event.clipboardData ? takes.copy(asked ?? (event.type === 'cut' ? 'cut' : 'copy')) : undefined
    if (!copied) return
    event.preventDefault()
    for (const [type, words] of [
      ['text/plain', copied.text],
      ['text/markdown', copied.markdown],
      ['text/html', copied.html],
    ] as const)
      if (words) event.clipboardData?.setData(type, words)
  }
  const paste = (event: ClipboardEvent) => {
    if (!event.clipboardData || !isAtBoard(event, board)) return
    event.preventDefault()
    takes.paste(handedBy(event.clipboardData))
  }
  const hold = (event: DragEvent) => {
    const { dataTransfer } = event
    if (!dataTransfer || !hasWords(dataTransfer) || dropAt(event) === undefined) return
    event.preventDefault()
    dataTransfer.dropEffect = 'copy'
  }
  const drop = (event: DragEvent) => {
    const { dataTransfer } = event
    const at = dataTransfer && hasWords(dataTransfer) ? dropAt(event) : undefined
    if (!dataTransfer || at === undefined) return
    event.preventDefault()
    takes.drop(handedBy(dataTransfer), at)
  }
  const listeners = [
    ['copy', give],
    ['cut', give],
    ['paste', paste],
    ['dragover', hold],
    ['drop', drop],
  ] as const
  for (const [type, listener] of listeners) window.addEventListener(type, listener as EventListener)
  return {
    copy: how => {
      asked = how
      try {
        return document.execCommand(how === 'cut' ? 'cut' : 'copy')
      } finally {
        asked = undefined
      }
    },
    leave: () => {
      for (const [type, listener] of listeners) window.removeEventListener(type, listener as EventListener)
    },
  }
}

/** What the clipboard holds, where the page may ask; undefined where only a key may. */
export async function askClipboard(): Promise<Handed | undefined> {
  if (!isSecureContext || !('read' in navigator.clipboard)) return undefined
  try {
    const items = await navigator.clipboard.read()
    const first = async (type: string) => {
      const item = items.find(({ types }) => types.includes(type))
      return item && (await item.getType(type))
    }
    const image = await first('image/png')
    return {
      text: (await (await first('text/plain'))?.text()) ?? '',
      html: (await (await first('text/html'))?.text()) ?? '',
      files: image ? [new File([image], 'image.png', { type: image.type })] : [],
    }
  } catch {
    return undefined
  }
}
