/** Which notes a search for the other end of a link finds, the likeliest first. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { INTERCONNECTIONS } from '../../shared/canvas/interconnections.ts'
import type { Note } from '../../shared/canvas/records.ts'

/** Pairs of blocks of which a change in the first asks for a look at the second. */
const TOUCHING = new Set(INTERCONNECTIONS.map(({ from, to }) => `${from} ${to}`))

/** Notes that hold every word: those that begin with the first before the others, then those whose block this one's touches. */
export function notesWith(notes: readonly Note[], words: string, from: Area): readonly Note[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  const found = notes.flatMap(note => {
    const text = note.text.toLocaleLowerCase()
    return wanted.every(word => text.includes(word)) ? [{ note, begins: text.startsWith(wanted[0] ?? '') }] : []
  })
  const touches = ({ note }: { readonly note: Note }) => Number(TOUCHING.has(`${from} ${note.place[0]}`))
  return found.sort((a, b) => Number(b.begins) - Number(a.begins) || touches(b) - touches(a)).map(({ note }) => note)
}
