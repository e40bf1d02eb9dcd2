/** Menus as tables of commands: what stands in each, in which order. What would do nothing now is left out. */
import { AREAS } from '../../shared/canvas/blocks.ts'
import { LAYOUT_IDS } from '../../shared/canvas/layouts.ts'
import { REACTIONS } from '../../shared/workshop/remarks.ts'
import { isTakenAway } from '../editor/workshop.ts'
import { LANGUAGE_IDS } from '../words/languages.ts'
import type { Command, Context, Readiness } from './command.ts'
import { THEME_CHOICES } from './command.ts'
import { commandNamed, readinessOf } from './commands.ts'

export type MenuId = 'board' | 'react' | 'session' | 'note' | 'link' | 'area'

const layouts = LAYOUT_IDS.map(id => `view.layout.${id}`)

/** Parts with a rule between them. */
export const MENUS: Readonly<Record<MenuId, readonly (readonly string[])[]>> = {
  board: [
    ['history.undo', 'history.redo'],
    ['view.find', 'board.palette', 'board.people', 'board.outline', 'board.keys'],
    ['session.agenda', 'session.step', 'session.start', 'session.report', 'session.sound'],
    layouts,
    [
      'presence.react',
      'presence.chat',
      'session.hand',
      'presence.follow',
      'presence.unfollow',
      'session.bring',
      'session.control',
    ],
    ['board.import', 'board.export', 'board.copy', 'board.duplicates', 'board.bin'],
    THEME_CHOICES.map(choice => `board.theme.${choice}`),
    LANGUAGE_IDS.map(id => `board.language.${id}`),
  ],
  session: [
    ['session.back', 'session.next', 'session.skip', 'session.pause'],
    ['session.more1', 'session.more5', 'session.less1'],
    ['session.sound', 'session.step', 'session.agenda'],
    ['session.report', 'session.end'],
  ],
  react: [
    REACTIONS.map(kind => `presence.react.${kind}`),
    ['presence.chat', 'session.hand', 'session.ready'],
    ['presence.follow', 'presence.unfollow', 'session.bring', 'session.control'],
  ],
  note: [
    [
      'note.write',
      'link.add',
      'note.copy',
      'note.copyMarkdown',
      'note.cut',
      'note.duplicate',
      'note.split',
      'note.unpaper',
      'note.addImage',
      'note.removeImage',
      'note.openAddress',
      'view.note',
    ],
    ['group.make', 'group.name', 'group.fold', 'group.ungroup', 'note.tidyBlock'],
    ['note.alignLeft', 'note.alignTop', 'note.distributeAcross', 'note.distributeDown'],
    ['selection.sameColor', 'selection.sameTag', 'selection.sameAuthor'],
    AREAS.map(area => `note.moveTo.${area}`),
    ['selection.delete'],
  ],
  link: [['link.label', 'link.reverse', 'link.reattachHead', 'link.reattachTail'], ['selection.delete']],
  area: [
    ['note.add', 'note.addLabel', 'note.addImage', 'board.paste', 'selection.all'],
    ['note.tidyBlock', 'note.tidyCanvas', 'board.duplicates'],
    ['view.block', 'view.whole'],
    layouts,
    ['view.find', 'board.palette', 'board.keys'],
  ],
}

export interface MenuLine {
  readonly command: Command
  readonly state: Exclude<Readiness, { readonly kind: 'idle' }>
}

/** What another's note forbids is there with its reason; what my role or the running step does not allow is not offered. */
export const menuOf = (menu: MenuId, context: Context): readonly (readonly MenuLine[])[] =>
  MENUS[menu].map(ids => ids.flatMap(id => lineOf(id, context))).filter(lines => lines.length > 0)

function lineOf(id: string, context: Context): readonly MenuLine[] {
  const command = commandNamed(id)
  const state = command && readinessOf(command, context)
  if (!command || !state || state.kind === 'idle') return []
  const isNotFor = state.kind === 'denied' && (state.why === 'role' || isTakenAway(context.editor, state.right))
  return isNotFor ? [] : [{ command, state }]
}

/** The menu of what is chosen, else of the paper. */
export function menuNow({ editor }: Context): MenuId {
  const { kind } = editor.selection.value
  return kind === 'notes' ? 'note' : kind === 'link' ? 'link' : 'area'
}
