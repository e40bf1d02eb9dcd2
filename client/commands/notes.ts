/** Commands that make and change notes. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { BLOCK_IDS } from '../../shared/canvas/blocks.ts'
import { NOTE } from '../../shared/canvas/layouts.ts'
import { NOTE_COLORS } from '../../shared/canvas/records.ts'
import { addressesIn } from '../../shared/canvas/signs.ts'
import type { AddedNote } from '../editor/deeds/deeds.ts'
import { say } from '../words/words.ts'
import type { Command, Context, Family } from './command.ts'
import {
  areaInMind,
  areaInSight,
  areaOfChosen,
  chosenGroup,
  chosenIds,
  chosenLink,
  chosenNote,
  chosenNotes,
} from './in-mind.ts'
import { carries, moves, orders } from './moving.ts'
import { addIn, writingOn } from './writing-on.ts'

const areChosen = (context: Context): boolean => chosenNotes(context).length > 0

const areaForLabel = (context: Context): Area | undefined => areaInMind(context) ?? areaInSight(context)

/** The first note of all goes where the empty slot is. */
const whereToBegin = ({ editor }: Context): Area | undefined =>
  editor.board.canvas.value.notes.size === 0 ? 'customerSegments' : undefined

/** With its middle where it was asked for. */
export function underSpot({ spot }: Context): AddedNote {
  if (!spot || spot[0] === 'desk') return {}
  const [, x, y] = spot
  return { at: { x: x - NOTE.width / 2, y: y - NOTE.height / 2 } }
}

const COLORS: Family = { title: 'family.color', keys: ['Alt+1–8'] }

const colors: readonly Command[] = NOTE_COLORS.map((color, i) => ({
  id: `note.color.${color}`,
  title: 'command.color',
  values: () => ({ color: say(`color.${color}`) }),
  group: 'notes',
  keys: [`Alt+${i + 1}`],
  family: COLORS,
  right: 'style',
  on: 'selection',
  when: areChosen,
  run: context => context.editor.colorNotes(chosenIds(context), color),
}))

/** The first address in the chosen note. */
const addressIn = (context: Context): string | undefined => addressesIn(chosenNote(context)?.text ?? '')[0]

const tidies: readonly Command[] = [
  {
    id: 'note.tidyBlock',
    title: 'command.tidyBlock',
    group: 'notes',
    keys: ['Y'],
    right: 'move',
    icon: 'layout-grid',
    when: context => hasNotes(context, blockToTidy(context)),
    run: context => {
      const area = blockToTidy(context)
      if (area) context.editor.tidy([area])
    },
  },
  {
    id: 'note.tidyCanvas',
    title: 'command.tidyCanvas',
    group: 'notes',
    keys: ['Shift+Y'],
    right: 'move',
    icon: 'layout-grid',
    when: ({ editor }) => editor.board.canvas.value.notes.size > 0,
    run: ({ editor }) => editor.tidy(BLOCK_IDS),
  },
]

const blockToTidy = (context: Context): Area | undefined => areaOfChosen(context) ?? areaInSight(context)
const hasNotes = ({ editor }: Context, area: Area | undefined): boolean =>
  area !== undefined && editor.shown.notesIn(area).length > 0

export const noteCommands: readonly Command[] = [
  {
    id: 'note.add',
    title: 'command.addNote',
    group: 'notes',
    keys: ['N'],
    right: 'add',
    icon: 'sticky-note',
    when: () => true,
    run: context => {
      const area = areaInMind(context) ?? whereToBegin(context)
      if (area) addIn(context, area, underSpot(context))
      else context.editor.tool.set('note')
    },
  },
  {
    id: 'note.addLabel',
    title: 'command.addLabel',
    group: 'notes',
    keys: ['T'],
    right: 'add',
    icon: 'type',
    when: context => areaForLabel(context) !== undefined,
    run: context => {
      const area = areaForLabel(context)
      if (area) addIn(context, area, { ...underSpot(context), paper: 'none' })
    },
  },
  {
    id: 'note.unpaper',
    title: 'command.unpaper',
    group: 'notes',
    keys: [],
    right: 'style',
    on: 'selection',
    icon: 'type',
    when: context => chosenNotes(context).some(({ paper }) => !paper),
    run: context => context.editor.unpaperNotes(chosenIds(context)),
  },
  {
    id: 'note.addImage',
    title: 'command.addImage',
    group: 'notes',
    keys: [],
    right: context => (chosenNote(context) ? 'style' : 'add'),
    on: 'selection',
    icon: 'image',
    when: () => true,
    run: ({ editor, shell }) => {
      editor.endWriting()
      shell.addImages()
    },
  },
  {
    id: 'note.removeImage',
    title: 'command.removeImage',
    group: 'notes',
    keys: [],
    right: 'style',
    on: 'selection',
    icon: 'image-off',
    when: context => chosenNote(context)?.image !== undefined,
    run: context => {
      const note = chosenNote(context)
      if (note) context.editor.setImage(note.id, null)
    },
  },
  {
    id: 'note.write',
    title: 'command.write',
    group: 'notes',
    keys: ['Enter'],
    right: context => (chosenLink(context) ? 'link' : chosenGroup(context) ? 'group' : 'text'),
    on: 'selection',
    icon: 'pen-line',
    when: context => [chosenNote, chosenLink, chosenGroup].some(chosen => chosen(context) !== undefined),
    run: context => {
      const link = chosenLink(context)
      const note = chosenNote(context)
      const group = chosenGroup(context)
      if (link) context.shell.askLabel(link.id)
      else if (group) context.shell.askGroupName(group.id)
      else if (note) {
        context.editor.reveal(note.id)
        context.editor.write(note.id)
      }
    },
  },
  ...writingOn,
  {
    id: 'note.openAddress',
    title: 'command.openAddress',
    group: 'notes',
    keys: [],
    icon: 'link',
    when: context => addressIn(context) !== undefined,
    run: context => {
      const address = addressIn(context)
      if (address !== undefined) context.shell.openAddress(address)
    },
  },
  {
    id: 'note.duplicate',
    title: 'command.duplicate',
    group: 'notes',
    keys: ['Mod+D'],
    right: 'add',
    icon: 'copy-plus',
    when: areChosen,
    run: context => context.editor.select(context.editor.duplicateNotes(chosenIds(context))),
  },
  {
    id: 'selection.delete',
    title: 'command.deleteSelection',
    group: 'notes',
    keys: ['Delete', 'Backspace'],
    right: context => (chosenLink(context) ? 'link' : 'delete'),
    on: 'selection',
    icon: 'trash-2',
    when: context => areChosen(context) || chosenLink(context) !== undefined,
    run: context => {
      const link = chosenLink(context)
      if (link) context.editor.deleteLink(link.id)
      else context.editor.deleteNotes(chosenIds(context))
    },
  },
  ...orders,
  ...carries,
  ...tidies,
  ...colors,
  ...moves,
]
