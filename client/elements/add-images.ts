/** From a file to a note: made small here, kept by the server, and only then named by a note. */
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Editor } from '../editor/editor.ts'
import { say } from '../words/words.ts'
import type { Refused, Server } from './server.ts'

/** The note that is to show an image, or the area for a new one. */
type ImageGoal = { readonly note: string } | { readonly area: Area }

export interface ImageGround {
  readonly editor: Editor
  readonly server: Server
  show(text: string): void
}

/** Asked of the browser only; what a file is, its bytes say. */
const IMAGE_TYPE = /^image\//

/** Files that somebody means as images: SVG and others too, which then are refused as such. */
export const areImages = (files: readonly File[]): boolean =>
  files.length > 0 && files.every(({ type }) => IMAGE_TYPE.test(type))

/** Lets a file be chosen. Resolves with none if nobody chooses. */
export function chooseImage(): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/png,image/jpeg,image/webp'
  return new Promise(resolve => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

const problemOf = (problem: Refused['problem']): string =>
  say(problem === 'unreachable' ? 'image.offline' : problem === 'full' ? 'image.full' : 'image.failed')

/** The first goes to the note, if one is named, all others become notes of the area. Then they are chosen and in sight. */
export async function addImages(
  files: readonly File[],
  { note, area }: { readonly note: string | undefined; readonly area: Area },
  ground: ImageGround,
): Promise<void> {
  const { editor } = ground
  const shown: string[] = []
  // One after the other, so that they stand in their order.
  for (const [i, file] of files.entries()) {
    const id = await addImage(file, i === 0 && note !== undefined ? { note } : { area }, ground)
    if (id !== undefined) shown.push(id)
  }
  const [first] = shown
  if (first === undefined) return
  editor.select(shown)
  editor.reveal(first)
}

/** The note that shows it; undefined when there is none, which has then been said. */
async function addImage(
  file: File,
  goal: ImageGoal,
  { editor, server, show }: ImageGround,
): Promise<string | undefined> {
  show(say('image.coming'))
  const maker = await import('../files/image.ts').catch(() => undefined)
  if (!maker) {
    show(say('image.offline'))
    return undefined
  }
  const small = await maker.smallImage(file)
  if (!small.ok) {
    show(say(`image.${small.problem}`))
    return undefined
  }
  const kept = await server.putImage(editor.board.id, small.hash, small.file)
  if (!kept.ok) {
    show(problemOf(kept.problem))
    return undefined
  }
  show(say('image.added'))
  if ('area' in goal) return editor.addNote(goal.area, { image: small.hash })
  editor.setImage(goal.note, small.hash)
  return goal.note
}
