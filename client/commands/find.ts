/** What the palette finds for typed words: commands that may run now, blocks, notes and people, the closest first. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import type { Note } from '../../shared/canvas/records.ts'
import type { Person } from '../editor/board.ts'
import { say } from '../words/words.ts'
import type { Command, Context, Readiness } from './command.ts'
import { COMMANDS, readinessOf, runCommand, titleOf } from './commands.ts'
import type { Folded, Span } from './match.ts'
import { fold, marksOf, scoreOf, typedWords } from './match.ts'
import { showArea, showNote, showPerson } from './show.ts'

export type Thing =
  | { readonly kind: 'command'; readonly command: Command; readonly state: Readiness }
  | { readonly kind: 'block'; readonly area: Area }
  | { readonly kind: 'note'; readonly note: Note }
  | { readonly kind: 'person'; readonly person: Person }

type NoteThing = Extract<Thing, { kind: 'note' }>

export interface Found<T extends Thing = Thing> {
  readonly thing: T
  readonly text: string
  /** The letters of `text` that fit. */
  readonly marks: readonly Span[]
  readonly score: number
}

export type FoundGroup = 'commands' | 'blocks' | 'notes' | 'people'
export type Findings = readonly { readonly group: FoundGroup; readonly found: readonly Found[] }[]

/** How many of each: to typed words, and to none. Nobody looks for a note without a word of it. */
const MOST: Readonly<Record<FoundGroup, { readonly typed: number; readonly all: number }>> = {
  commands: { typed: 6, all: 6 },
  blocks: { typed: 5, all: AREAS.length },
  notes: { typed: 8, all: 0 },
  people: { typed: 4, all: 4 },
}

interface Named<T extends Thing = Thing> {
  readonly thing: T
  readonly text: string
  readonly folded: Folded
}

const named = (thing: Thing, text: string): Named => ({ thing, text, folded: fold(text) })

/** A note is a frozen snapshot: its words are folded once. */
const foldedNotes = new WeakMap<Note, Folded>()

function foldedNote(note: Note): Folded {
  let folded = foldedNotes.get(note)
  if (!folded) {
    folded = fold(note.text)
    foldedNotes.set(note, folded)
  }
  return folded
}

const namedNote = (note: Note): Named<NoteThing> => ({
  thing: { kind: 'note', note },
  text: note.text,
  folded: foldedNote(note),
})

const SOURCES: Readonly<Record<FoundGroup, (context: Context) => readonly Named[]>> = {
  commands: context =>
    COMMANDS.flatMap(command => {
      const state = command.unlisted ? undefined : readinessOf(command, context)
      return !state || state.kind === 'idle' ? [] : named({ kind: 'command', command, state }, titleOf(command))
    }),
  blocks: () => AREAS.map(area => named({ kind: 'block', area }, say(`area.${area}`))),
  notes: ({ editor }) =>
    editor.board.canvas.value.notes
      .all()
      .filter(({ text }) => text)
      .map(namedNote),
  people: ({ editor: { board } }) =>
    board.here.value
      .filter(({ id }) => id !== board.me.value.id)
      .map(person => named({ kind: 'person', person }, person.name)),
}

const GROUPS = ['commands', 'blocks', 'notes', 'people'] as const satisfies readonly FoundGroup[]

export function find(context: Context, typed: string): Findings {
  const words = typedWords(typed)
  return GROUPS.flatMap(group => {
    const most = words.length > 0 ? MOST[group].typed : MOST[group].all
    const found = most === 0 ? [] : closest(SOURCES[group](context), words, most)
    return found.length > 0 ? { group, found } : []
  })
}

function closest<T extends Thing>(
  all: readonly Named<T>[],
  words: readonly string[],
  most: number,
): readonly Found<T>[] {
  const fits = all.flatMap(each => {
    const score = scoreOf(words, each.folded, waysOf(each.thing))
    return score === undefined ? [] : [{ each, score }]
  })
  const best = fits.sort((a, b) => b.score - a.score).slice(0, most)
  return best.map(({ each: { thing, text, folded }, score }) => {
    return { thing, text, score, marks: marksOf(words, folded, waysOf(thing)) }
  })
}

const waysOf = ({ kind }: Thing) => ({ scattered: kind !== 'note' })

/** Of these notes the ones that fit, the closest first. */
export const findNotes = (notes: readonly Note[], typed: string, most: number) =>
  closest(notes.map(namedNote), typedWords(typed), most)

/** Which of the findings is meant when nothing else is said: the closest, of equals the first. */
export function closestOf(findings: Findings): Found | undefined {
  return findings
    .flatMap(({ found }) => found)
    .reduce<Found | undefined>((best, each) => (best && best.score >= each.score ? best : each), undefined)
}

/** Does what choosing it means. What is not allowed is said. */
export function choose(context: Context, thing: Thing): void {
  switch (thing.kind) {
    case 'command':
      runCommand(thing.command.id, context)
      return
    case 'block':
      return showArea(context, thing.area)
    case 'note':
      return showNote(context, thing.note.id)
    case 'person':
      return showPerson(context, thing.person.id)
  }
}
