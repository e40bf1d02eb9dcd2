/** Commands that make and change links. */
import type { Command } from './command.ts'
import { chosenLink, chosenNote } from './in-mind.ts'

export const linkCommands: readonly Command[] = [
  {
    id: 'link.add',
    title: 'command.link',
    group: 'links',
    keys: ['L'],
    right: 'link',
    icon: 'spline',
    when: () => true,
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
]
