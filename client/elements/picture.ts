/** The image of a note in lists and panels: one that cannot be shown says what it is in words. */
import { html, nothing } from 'lit'
import type { Note } from '../../shared/canvas/records.ts'
import { say } from '../words/words.ts'

export const picture = (board: string, { image }: Pick<Note, 'image'>) =>
  image === undefined
    ? nothing
    : html`<img class="picture" src="/api/boards/${board}/images/${image}" alt=${say('image.alt')} loading="lazy" />`
