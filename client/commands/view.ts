/** Commands that change what is looked at. */
import { AREAS, areaNumber } from '../../shared/canvas/blocks.ts'
import { LAYOUT_IDS } from '../../shared/canvas/layouts.ts'
import { say } from '../words/words.ts'
import type { Command, Context, Family } from './command.ts'
import { areaInSight, areaOfChosen, noteInMind } from './in-mind.ts'
import { showArea } from './show.ts'

const ZOOM_STEP = 1.25

const blockInMind = (context: Context) => areaOfChosen(context) ?? areaInSight(context)

function zoomBy({ editor }: Context, factor: number): void {
  const { width, height } = editor.stage.value
  editor.zoomAt({ x: width / 2, y: height / 2 }, factor)
}

const GO_TO: Family = { title: 'family.goTo', keys: ['1–9', '0'] }

const goTo: readonly Command[] = AREAS.map(area => ({
  id: `view.goTo.${area}`,
  title: 'command.goTo',
  values: () => ({ area: say(`area.${area}`) }),
  group: 'view',
  keys: [`${areaNumber(area)}`],
  family: GO_TO,
  unlisted: true,
  when: () => true,
  run: context => showArea(context, area),
}))

const layouts: readonly Command[] = LAYOUT_IDS.map(id => ({
  id: `view.layout.${id}`,
  title: `command.layout.${id}`,
  group: 'view',
  keys: [],
  icon: 'layout-grid',
  when: ({ shell }) => !shell.outlineOpen,
  isOn: ({ editor }) => editor.layout.value === id,
  run: ({ editor }) => editor.layout.set(id),
}))

export const viewCommands: readonly Command[] = [
  {
    id: 'view.whole',
    title: 'command.whole',
    group: 'view',
    keys: ['W'],
    icon: 'maximize',
    when: ({ shell }) => !shell.outlineOpen,
    run: ({ editor }) => editor.look('whole'),
  },
  {
    id: 'view.block',
    title: 'command.block',
    group: 'view',
    keys: ['B'],
    when: context => !context.shell.outlineOpen && blockInMind(context) !== undefined,
    run: context => {
      const area = blockInMind(context)
      if (area) context.editor.look('block', area)
    },
  },
  {
    id: 'view.note',
    title: 'command.note',
    group: 'view',
    keys: ['Z'],
    when: context => !context.shell.outlineOpen && noteInMind(context) !== undefined,
    run: context => {
      const id = noteInMind(context)
      if (id !== undefined) context.editor.look('note', id)
    },
  },
  ...goTo,
  {
    id: 'view.find',
    title: 'command.find',
    group: 'view',
    keys: ['Mod+F', '/'],
    scope: 'writing',
    icon: 'search',
    when: () => true,
    run: ({ editor, shell }) => {
      editor.endWriting()
      shell.openFind()
    },
  },
  {
    id: 'view.zoomIn',
    title: 'command.zoomIn',
    group: 'view',
    keys: ['Plus', 'Equal'],
    icon: 'plus',
    when: ({ shell }) => !shell.outlineOpen,
    run: context => zoomBy(context, ZOOM_STEP),
  },
  {
    id: 'view.zoomOut',
    title: 'command.zoomOut',
    group: 'view',
    keys: ['Minus'],
    icon: 'minus',
    when: ({ shell }) => !shell.outlineOpen,
    run: context => zoomBy(context, 1 / ZOOM_STEP),
  },
  ...layouts,
]
