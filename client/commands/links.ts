/** Commands that make and change links. */
import type { Editor, LinkEnd } from '../editor/editor.ts'
import type { Command, MovedEnd } from './command.ts'
import { chosenLink, chosenNote } from './in-mind.ts'

/** The link search answers: a new link to a note, or an end of one that moves there. In the closed parking lot it would not be seen: the lot opens. */
export function linkTo(editor: Editor, from: string, to: string, moved?: MovedEnd): void {
  if (moved) editor.reattachLink(moved.link, moved.end, to)
  else editor.linkNotes(from, to)
  const { notes } = editor.board.canvas.value
  if ([from, to].some(id => notes.get(id)?.place[0] === 'parking')) editor.parkingOpen.set(true)
}

const ENDS: readonly (readonly [LinkEnd, 'Head' | 'Tail'])[] = [
  ['head', 'Head'],
  ['tail', 'Tail'],
]

const reattaching: readonly Command[] = ENDS.map(([end, name]) => ({
  id: `link.reattach${name}`,
  title: `command.reattach${name}`,
  group: 'links',
  keys: [],
  right: 'link',
  on: 'selection',
  icon: 'spline',
  when: context => chosenLink(context) !== undefined,
  /** `argument` is the note to which this end moves; without it the note is asked for. */
  run: (context, argument) => {
    const link = chosenLink(context)
    if (!link) return
    const stays = end === 'head' ? link.from : link.to
    if (argument === undefined) context.shell.chooseLinkTarget(stays, { link: link.id, end })
    else linkTo(context.editor, stays, argument, { link: link.id, end })
  },
}))

export const linkCommands: readonly Command[] = [
  {
    id: 'link.add',
    title: 'command.link',
    group: 'links',
    keys: ['L'],
    right: 'link',
    icon: 'spline',
    when: context => !context.shell.outlineOpen || chosenNote(context) !== undefined,
    /** `argument` is the note to reach; without it the target is asked for, or drawn to. */
    run: (context, argument) => {
      const from = chosenNote(context)?.id
      if (from === undefined) context.editor.tool.set('link')
      else if (argument === undefined) context.shell.chooseLinkTarget(from)
      else linkTo(context.editor, from, argument)
    },
  },
  {
    id: 'link.label',
    title: 'command.labelLink',
    group: 'links',
    keys: [],
    right: 'link',
    on: 'selection',
    icon: 'tag',
    when: context => chosenLink(context) !== undefined,
    /** `argument` is the label; without it it is asked for. */
    run: (context, argument) => {
      const link = chosenLink(context)
      if (!link) return
      if (argument === undefined) context.shell.askLabel(link.id)
      else context.editor.labelLink(link.id, argument)
    },
  },
  {
    id: 'link.reverse',
    title: 'command.reverseLink',
    group: 'links',
    keys: [],
    right: 'link',
    on: 'selection',
    icon: 'arrow-left',
    when: context => chosenLink(context) !== undefined,
    run: context => {
      const link = chosenLink(context)
      const turned = link && context.editor.reverseLink(link.id)
      if (turned !== undefined) context.editor.selectLink(turned)
    },
  },
  ...reattaching,
]
