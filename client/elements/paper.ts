/** What a note is written on, as the properties of an element's tag: its colour, or nothing but the sheet. */
import type { Note } from '../../shared/canvas/records.ts'
import type { Vars } from './vars.ts'

export const paperOf = (note: Pick<Note, 'color' | 'paper'> | undefined): Vars =>
  note?.paper === 'none'
    ? { '--paper': 'var(--sheet)', '--edge': 'var(--line)', '--note-ink': 'var(--ink)', '--note-ink-2': 'var(--ink-2)' }
    : { '--paper': `var(--${note?.color ?? 'straw'})`, '--edge': `var(--${note?.color ?? 'straw'}-edge)` }
