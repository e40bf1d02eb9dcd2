/** The tools of the rail. */
import type { ToolId } from '../editor/editor.ts'
import type { Command } from './command.ts'

const tool = (id: ToolId, command: Pick<Command, 'title' | 'icon' | 'right' | 'keys' | 'shows'>): Command => ({
  ...command,
  id: `tool.${id}`,
  group: 'tools',
  // Behind the outline nobody sees which one is in the hand.
  when: ({ shell }) => !shell.outlineOpen,
  run: ({ editor }) => {
    editor.endWriting()
    editor.tool.set(id)
  },
})

export const toolCommands: readonly Command[] = [
  tool('select', { title: 'command.selectTool', icon: 'mouse-pointer-2', keys: ['V'] }),
  tool('note', { title: 'command.noteTool', icon: 'sticky-note', keys: [], shows: ['N'], right: 'add' }),
  tool('link', { title: 'command.linkTool', icon: 'spline', keys: [], shows: ['L'], right: 'link' }),
  tool('pen', { title: 'command.penTool', icon: 'pen-line', keys: ['P'], right: 'add' }),
  tool('highlighter', { title: 'command.highlighterTool', icon: 'highlighter', keys: ['Shift+P'], right: 'add' }),
  tool('eraser', { title: 'command.eraserTool', icon: 'eraser', keys: ['E'], right: 'delete' }),
  tool('laser', { title: 'command.laserTool', icon: 'flashlight', keys: ['X'] }),
  tool('hand', { title: 'command.handTool', icon: 'hand', keys: ['H'] }),
]
