/** INTERIM: stands in for client/commands until its table is there. */
import type { Command, Context, Group, Readiness } from '../commands/command.ts'
import type { Saying, ToolId } from '../editor/editor.ts'

const tool = (id: ToolId, title: Command['title'], keys: string, icon: string): Command => ({
  id: `tool.${id}`,
  title,
  group: 'tools',
  keys: [keys],
  icon,
  when: () => true,
  run: ({ editor }) => editor.tool.set(id),
})
const TABLE: readonly Command[] = [
  tool('select', 'command.selectTool', 'V', 'mouse-pointer-2'),
  { ...tool('note', 'command.noteTool', 'N', 'sticky-note'), right: 'add' },
  { ...tool('link', 'command.linkTool', 'L', 'spline'), right: 'link' },
  tool('hand', 'command.handTool', 'H', 'hand'),
  {
    id: 'history.undo',
    title: 'command.undo',
    group: 'history',
    keys: ['Mod+Z'],
    icon: 'undo-2',
    when: ({ editor }) => editor.board.history.value.canUndo,
    run: ({ editor }) => editor.undo(),
  },
  {
    id: 'history.redo',
    title: 'command.redo',
    group: 'history',
    keys: ['Mod+Shift+Z'],
    icon: 'redo-2',
    when: ({ editor }) => editor.board.history.value.canRedo,
    run: ({ editor }) => editor.redo(),
  },
  {
    id: 'view.whole',
    title: 'command.whole',
    group: 'view',
    keys: ['W'],
    when: () => true,
    run: ({ editor }) => editor.look('whole'),
  },
  {
    id: 'view.block',
    title: 'command.block',
    group: 'view',
    keys: ['B'],
    when: () => true,
    run: ({ editor }) => editor.look('block', editor.focus.value.area ?? 'valuePropositions'),
  },
  {
    id: 'view.note',
    title: 'command.note',
    group: 'view',
    keys: ['Z'],
    when: () => true,
    run: ({ editor }) => {
      const s = editor.selection.value
      if (s.kind === 'notes') editor.look('note', [...s.ids][0] ?? '')
    },
  },
  {
    id: 'board.outline',
    title: 'command.outline',
    group: 'board',
    keys: ['O'],
    when: () => true,
    run: ({ shell }) => (shell.outlineOpen ? shell.closeOutline() : shell.openOutline()),
  },
  {
    id: 'board.keys',
    title: 'command.keys',
    group: 'board',
    keys: ['?'],
    when: () => true,
    run: ({ shell }) => shell.openKeys(),
  },
  {
    id: 'note.write',
    title: 'command.write',
    group: 'notes',
    keys: ['Enter'],
    when: () => true,
    run: ({ editor }) => {
      const s = editor.selection.value
      if (s.kind === 'notes') editor.write([...s.ids][0] ?? '')
    },
  },
]
export const commandsOf = (group: Group): readonly Command[] => TABLE.filter(c => c.group === group)
export const commandNamed = (id: string): Command | undefined => TABLE.find(c => c.id === id)
export const readiness = (command: Command, context: Context): Readiness =>
  command.right && context.editor.board.rights.value[command.right] === 'none'
    ? { kind: 'denied', right: command.right, why: 'role' }
    : command.when(context)
      ? { kind: 'ready' }
      : { kind: 'idle' }
export function runCommand(id: string, context: Context, argument?: string): void {
  TABLE.find(c => c.id === id)?.run(context, argument)
}
export function pressKey(event: KeyboardEvent, context: Context, _options: { readonly singleKeys: boolean }): boolean {
  const target = event.composedPath()[0]
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    if (event.key === 'Escape') context.editor.endWriting()
    return false
  }
  const command = TABLE.find(c => c.keys.some(k => k.toLowerCase() === event.key.toLowerCase()))
  command?.run(context)
  return !!command
}
export const keysOf = (command: Command): readonly (readonly string[])[] => command.keys.map(k => k.split(/[+ ]/))
export const sentenceOf = (saying: Saying): string => saying.kind
