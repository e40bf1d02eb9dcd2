/** Commands that move notes by keys: in their block, to the one beside it, to any other. */
import type { Rect } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS, areaNumber } from '../../shared/canvas/blocks.ts'
import type { Way } from '../editor/navigation.ts'
import { nextThatWay } from '../editor/navigation.ts'
import { say } from '../words/words.ts'
import { ARROW_KEYS } from './arrow-keys.ts'
import type { Command, Context, Family } from './command.ts'
import { areSeveralChosen, chosenIds, chosenNote, chosenNotes } from './in-mind.ts'

const areChosen = (context: Context): boolean => chosenNotes(context).length > 0

/** The block beside this one that way, as they lie on the sheet; in the outline the one before or after. */
function areaThatWay({ editor, shell }: Context, from: Area, way: Way): Area | undefined {
  if (shell.outlineOpen) return AREAS[AREAS.indexOf(from) + (way === 'up' || way === 'left' ? -1 : 1)]
  const here = editor.shown.areaRect(from)
  const rects = AREAS.map(area => [area, editor.shown.areaRect(area)] as const)
  const isLevel = ({ x, y, width, height }: Rect): boolean =>
    way === 'left' || way === 'right'
      ? y < here.y + here.height && here.y < y + height
      : x < here.x + here.width && here.x < x + width
  const found = nextThatWay(
    here,
    way,
    rects.filter(([area, rect]) => area !== from && isLevel(rect)),
  )
  return AREAS.find(area => area === found)
}

const CARRIES: Family = {
  title: 'family.carry',
  keys: ['Mod+Alt+ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
}

export const carries: readonly Command[] = ARROW_KEYS.map(([way, key]) => ({
  id: `note.carry.${way}`,
  title: `command.carry${key}`,
  group: 'notes',
  keys: [`Mod+Alt+Arrow${key}`],
  family: CARRIES,
  right: 'move',
  on: 'selection',
  when: areChosen,
  run: context => {
    const [first] = chosenNotes(context)
    const area = first && areaThatWay(context, first.place[0], way)
    if (!area) return
    if (area === 'parking') context.editor.parkingOpen.set(true)
    context.editor.moveTo(chosenIds(context), area)
    context.editor.reveal(first.id)
  },
}))

const MOVES: Family = { title: 'family.moveTo', keys: ['M 1–9', 'M 0'] }
const ORDERS: Family = { title: 'family.order', keys: ['Alt+ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] }

export const moves: readonly Command[] = AREAS.map(area => ({
  id: `note.moveTo.${area}`,
  title: 'command.moveTo',
  values: () => ({ area: say(`area.${area}`) }),
  group: 'notes',
  keys: [`M ${areaNumber(area)}`],
  family: MOVES,
  right: 'move',
  on: 'selection',
  when: context => chosenNotes(context).some(({ place }) => place[0] !== area),
  run: context => context.editor.moveTo(chosenIds(context), area),
}))

/** All that is chosen goes that way together. */
export function nudge(context: Context, way: Way): void {
  const [first] = chosenIds(context)
  context.editor.nudgeNotes(chosenIds(context), way)
  if (first !== undefined) context.editor.reveal(first)
}

export const orders: readonly Command[] = (
  [
    ['up', 'Up', 'earlier'],
    ['down', 'Down', 'later'],
    ['left', 'Left', 'earlier'],
    ['right', 'Right', 'later'],
  ] as const
).map(([way, key, inReading]) => ({
  id: `note.order.${way}`,
  title: `command.order${key}`,
  group: 'notes',
  keys: [`Alt+Arrow${key}`],
  family: ORDERS,
  right: 'move',
  on: 'selection',
  when: context => chosenNote(context) !== undefined || (areSeveralChosen(context) && !context.shell.outlineOpen),
  run: context => {
    if (areSeveralChosen(context)) return nudge(context, way)
    const id = chosenNote(context)?.id
    if (id === undefined) return
    context.editor.orderNote(id, context.shell.outlineOpen ? inReading : way)
    context.editor.reveal(id)
  },
}))
