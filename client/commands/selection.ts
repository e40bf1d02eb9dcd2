/** Commands that choose: the next note that way (of several chosen, the arrows move them), all in the block, one step out. */
import type { Rect } from '../../shared/base/geometry.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import { membersOf } from '../../shared/canvas/groups.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { tagsOf } from '../../shared/canvas/signs.ts'
import type { Editor } from '../editor/editor.ts'
import type { Way } from '../editor/navigation.ts'
import { nextThatWay } from '../editor/navigation.ts'
import { ARROW_KEYS } from './arrow-keys.ts'
import type { Command, Context, Family } from './command.ts'
import { areaInMind, areaOfChosen, areSeveralChosen, chosenNotes } from './in-mind.ts'
import { nudge } from './moving.ts'

const rectsOf = ({ shown }: Editor): readonly (readonly [string, Rect])[] =>
  AREAS.flatMap(area => shown.notesIn(area)).flatMap(({ id }) => {
    const rect = shown.paperOf(id) === id ? shown.seatOf(id) : undefined
    return rect ? [[id, rect] as const] : []
  })

/** Where arrows begin: in the area in mind, else in the first that has notes. */
function firstNote(context: Context): string | undefined {
  const { shown } = context.editor
  const area = areaInMind(context)
  const areas = area ? [area, ...AREAS] : AREAS
  return areas.flatMap(each => shown.notesIn(each)).find(({ id }) => shown.seatOf(id))?.id
}

/** A closed group is walked to as one, and chosen as all of its notes. */
function notesOfPaper({ board, shown }: Editor, id: string): readonly string[] {
  const group = shown.closedOver(id)
  return group === undefined ? [id] : membersOf(board.canvas.value, group).map(note => note.id)
}

function nextNote(context: Context, way: Way): string | undefined {
  const { editor } = context
  const last = chosenNotes(context).at(-1)?.id
  const rect = last === undefined ? undefined : editor.shown.seatOf(last)
  if (!rect) return firstNote(context)
  return nextThatWay(
    rect,
    way,
    rectsOf(editor).filter(([id]) => id !== editor.shown.paperOf(last ?? '')),
  )
}

const ARROWS: Family = { title: 'family.arrows', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] }

const arrows: readonly Command[] = ARROW_KEYS.map(([way, key]) => ({
  id: `selection.${way}`,
  title: `command.${way}`,
  group: 'selection',
  keys: [`Arrow${key}`],
  family: ARROWS,
  unlisted: true,
  when: ({ shell }) => !shell.outlineOpen,
  run: context => {
    if (areSeveralChosen(context)) return nudge(context, way)
    const id = nextNote(context, way)
    if (id === undefined) return
    // From here on the keys are meant, wherever the mouse happens to lie.
    context.editor.leave()
    context.editor.select(notesOfPaper(context.editor, id))
    context.editor.reveal(id)
  },
}))

/** What Escape leaves first, from the nearest to the farthest; undefined at the end of the way. */
function wayOut({ editor, shell }: Context): (() => void) | undefined {
  const { focus, level, parkingOpen, tool } = editor
  if (editor.hand.value.kind !== 'nothing' && editor.hand.value.kind !== 'place') return () => editor.cancel()
  if (editor.writing.value !== undefined) return () => editor.endWriting()
  if (editor.following.value) return () => editor.unfollow()
  if (tool.value !== 'select') return () => tool.set('select')
  if (editor.found.value) return () => editor.endFinding()
  if (editor.selection.value.kind !== 'nothing') return () => editor.select([])
  const { area } = focus.value
  if (level.value === 'note' && area) return () => editor.look('block', area)
  if (level.value !== 'whole') return () => editor.look('whole')
  if (parkingOpen.value) return () => parkingOpen.set(false)
  return shell.hasHint ? () => shell.putHintAway() : undefined
}

const selectAll = ({ editor }: Context, chooses: (note: Note) => boolean): void =>
  editor.select(
    AREAS.flatMap(area => editor.shown.notesIn(area))
      .filter(chooses)
      .map(({ id }) => id),
  )

export const selectionCommands: readonly Command[] = [
  ...arrows,
  {
    id: 'selection.all',
    title: 'command.selectAll',
    group: 'selection',
    keys: ['Mod+A'],
    when: context => areaOfChosen(context) !== undefined,
    run: context => {
      const area = areaOfChosen(context)
      if (area) context.editor.select(context.editor.shown.notesIn(area).map(({ id }) => id))
    },
  },
  {
    id: 'selection.sameColor',
    title: 'command.selectColor',
    group: 'selection',
    keys: [],
    when: context => chosenNotes(context).length > 0,
    run: context => {
      const colors = new Set(chosenNotes(context).map(({ color }) => color))
      selectAll(context, ({ color }) => colors.has(color))
    },
  },
  {
    id: 'selection.sameTag',
    title: 'command.selectTag',
    group: 'selection',
    keys: [],
    when: context => chosenNotes(context).some(note => tagsOf(note).length > 0),
    /** `argument` is the tag; without it those of what is chosen are meant. */
    run: (context, argument) => {
      const tags = new Set(argument === undefined ? chosenNotes(context).flatMap(tagsOf) : [argument])
      selectAll(context, note => tagsOf(note).some(tag => tags.has(tag)))
    },
  },
  {
    id: 'selection.sameAuthor',
    title: 'command.selectAuthor',
    group: 'selection',
    keys: [],
    when: context => chosenNotes(context).some(({ author }) => author !== ''),
    run: context => {
      const authors = new Set(chosenNotes(context).map(({ author }) => author))
      selectAll(context, ({ author }) => author !== '' && authors.has(author))
    },
  },
  {
    id: 'selection.out',
    title: 'command.out',
    group: 'selection',
    keys: ['Escape'],
    scope: 'writing',
    unlisted: true,
    when: context => wayOut(context) !== undefined,
    run: context => wayOut(context)?.(),
  },
]
