/** Commands that make and change links. */
import type { LinkEnd } from '../editor/editor.ts'
import type { Command } from './command.ts'
import { chosenLink, chosenNote } from './in-mind.ts'

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
    if (argument === undefined)
      context.shell.chooseLinkTarget(end === 'head' ? link.from : link.to, { link: link.id, end })
    else context.editor.reattachLink(link.id, end, argument)
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
      else context.editor.linkNotes(from, argument)
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
