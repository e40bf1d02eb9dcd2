/** What of notes, a canvas or a file from outside cannot come now: it stays behind, is counted, and then said. */
import { isPrivate } from '../../shared/canvas/canvas.ts'
import { headingTag } from '../../shared/canvas/markdown-groups.ts'
import type { CanvasContent, Note } from '../../shared/canvas/records.ts'
import type { Board } from '../editor/board.ts'
import { mayI } from '../editor/may.ts'
import type { CopiedNotes } from './copied.ts'

export interface Left {
  /** Images that only the other board has. */
  readonly images: number
  /** Links, groups, headings and drawings. */
  readonly ties: number
  /** They stay behind because everybody would see them, not because I may not make them. */
  readonly isHeld: boolean
}

export interface Taken {
  readonly content: CanvasContent
  readonly left: Left
}

/** Headings of a block say nothing where they are not. */
export function withoutHeadings({ about, notes, ...content }: CanvasContent): CanvasContent {
  const headings = new Set(Object.keys(about.headings).map(headingTag))
  return {
    ...content,
    about: { ...about, headings: {} },
    notes: notes.map(note => ({ ...note, tags: note.tags.filter(tag => !headings.has(tag)) })),
  }
}

const tiesIn = ({ about, links, groups, strokes }: CanvasContent): number =>
  Object.keys(about.headings).length + links.length + groups.length + strokes.length

/** All but notes is everybody's, and would tell of what one writes for oneself. */
export function takeAlone(board: Board, content: CanvasContent): Taken {
  const isHeld = isPrivate(board.canvas.value)
  const taken = isHeld ? { ...withoutHeadings(content), links: [], groups: [], strokes: [] } : content
  return { content: taken, left: { images: 0, ties: tiesIn(content) - tiesIn(taken), isHeld } }
}

/** The same without what I may not make, and without images that are elsewhere and did not come along. */
export function takeWhatMay(
  board: Board,
  content: CanvasContent,
  from: Pick<CopiedNotes, 'board' | 'came'> | undefined,
): Taken {
  const alone = takeAlone(board, content)
  const marked = mayI(board, 'mark', []) ? alone.content : withoutHeadings(alone.content)
  const tied = {
    ...marked,
    links: mayI(board, 'link') ? marked.links : [],
    groups: mayI(board, 'group') ? marked.groups : [],
  }
  const isHere = ({ image }: Note) => !image || !from || from.board === board.id || from.came?.has(image) === true
  const pictured = content.notes.filter(note => !isHere(note))
  // A note with nothing but an image that did not come would be an empty note.
  const notes = tied.notes
    .filter(note => note.text || isHere(note))
    .map(note => {
      const { image: _, ...bare } = note
      return isHere(note) ? note : bare
    })
  const ties = tiesIn(content) - tiesIn(tied)
  return { content: { ...tied, notes }, left: { ...alone.left, images: pictured.length, ties } }
}
