/** A menu of the table of commands as entries to show. */
import type { Context } from '../commands/command.ts'
import { titleOf } from '../commands/commands.ts'
import { keysOf } from '../commands/keymap.ts'
import type { MenuId, MenuLine } from '../commands/menus.ts'
import { menuOf } from '../commands/menus.ts'
import { sentenceOf } from '../words/sayings.ts'
import { isIcon } from './icons.ts'
import type { Entry } from './nn-menu-list.ts'
import { RULE } from './nn-menu-list.ts'
import { isApple } from './pointer.ts'

export const entriesOf = (menu: MenuId, context: Context): readonly (Entry | typeof RULE)[] =>
  menuOf(menu, context).flatMap((lines, i) => [
    ...(i > 0 ? ([RULE] as const) : []),
    ...lines.map(line => entryOf(line, context)),
  ])

function entryOf({ command, state }: MenuLine, context: Context): Entry {
  const { icon = '' } = command
  const [keys = []] = keysOf(command, { apple: isApple })
  return {
    ...{ id: command.id, label: titleOf(command, context), keys },
    ...(isIcon(icon) && { icon }),
    ...(command.isOn && { checked: command.isOn(context) }),
    ...(command.lang !== undefined && { lang: command.lang }),
    ...(state.kind === 'denied' && { why: sentenceOf({ ...state, kind: 'notAllowed' }) }),
  }
}
