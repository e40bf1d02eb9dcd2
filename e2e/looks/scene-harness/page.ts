/** The scene alone on a page, over a board in memory. `?notes=5000`, `?strokes=500`, `?odd`, `?dark`, `?bare`; `window.harness` does the rest. */
import { createEditor } from '../../../client/editor/create-editor.ts'
import type { Camera, Press } from '../../../client/editor/editor.ts'
import { createScene } from '../../../client/scene/scene.ts'
import { verbBetween } from '../../../client/words/sayings.ts'
import type { Point } from '../../../shared/base/geometry.ts'
import { areaName, BLOCKS } from '../../../shared/canvas/blocks.ts'
import { putNotes, putOddities, putSpotify, putStrokes } from './contents.ts'
import { openMemoryBoard } from './memory-board.ts'

const wishes = new URLSearchParams(location.search)
document.documentElement.dataset['theme'] = wishes.has('dark') ? 'dark' : 'light'
document.documentElement.classList.toggle('bare', wishes.has('bare'))

const host = document.querySelector<HTMLElement>('#stage')
if (!host) throw new Error('no stage')
const board = openMemoryBoard()
const count = Number(wishes.get('notes') ?? -1)
if (wishes.has('odd')) putOddities(board.canvas.value)
else if (count < 0) putSpotify(board.canvas.value)
else putNotes(board.canvas.value, count)
putStrokes(board.canvas.value, Number(wishes.get('strokes') ?? 0))

const editor = createEditor(board)
const scene = createScene(editor, host, {
  words: {
    area: areaName,
    question: block => BLOCKS[block].question,
    credit: 'Business Model Canvas by Strategyzer / Alexander Osterwalder, CC BY-SA 3.0',
    verb: verbBetween,
    group: { unnamed: 'Group', count: count => `${count} notes` },
    onlyYou: 'Only you',
    hiddenIn: count => `${count} hidden`,
    initials: name => [...name.split(' ').map(part => part[0] ?? '')].join(''),
  },
  bringImage: () => Promise.resolve('none'),
})
new ResizeObserver(([entry]) => {
  if (entry) editor.resize({ width: entry.contentRect.width, height: entry.contentRect.height })
}).observe(host)

const PRESS: Omit<Press, 'at'> = {
  ...{ pointer: 'mouse', button: 0, clicks: 1 },
  ...{ shift: false, alt: false, mod: false, space: false },
}
const read = ({ clientX, clientY }: MouseEvent): Press => {
  const { left, top } = host.getBoundingClientRect()
  return { ...PRESS, at: { x: clientX - left, y: clientY - top } }
}
host.addEventListener('pointerdown', event => {
  host.setPointerCapture(event.pointerId)
  editor.press(read(event))
})
host.addEventListener('pointermove', event => editor.move(read(event)))
host.addEventListener('pointerup', event => editor.release(read(event)))
host.addEventListener('wheel', event => {
  event.preventDefault()
  if (event.ctrlKey) editor.zoomAt(read(event).at, Math.exp(-event.deltaY / 300))
  else editor.panBy(-event.deltaX, -event.deltaY)
})

let grasped: Point = { x: 0, y: 0 }

const harness = {
  ...{ editor, board, scene },
  /** Presses of the hand at board points. */
  hand: (what: 'press' | 'move' | 'release', at: Point, more: Partial<Press> = {}) =>
    editor[what]({ ...PRESS, ...more, at: editor.toScreen(at) }),
  /** Brings the camera to a place at once, as a hand would. */
  near: ({ x, y, zoom }: Camera) => {
    const now = editor.camera.value
    editor.zoomAt({ x: 0, y: 0 }, zoom / now.zoom)
    const then = editor.camera.value
    editor.panBy((then.x - x) * then.zoom, (then.y - y) * then.zoom)
  },
  /** Takes the first note that is seen from here in hand. */
  take: ({ x, y }: Camera) => {
    const [id = ''] = editor.shown.notesWithin({ x: x + 20, y: y + 20, width: 400, height: 400 })
    const rect = editor.shown.noteRect(id)
    if (!rect) throw new Error('no note here')
    grasped = { x: rect.x + 40, y: rect.y + 40 }
    harness.hand('press', grasped)
  },
  dragBy: (dx: number, dy: number) => harness.hand('move', { x: grasped.x + dx, y: grasped.y + dy }),
}
export type Harness = typeof harness
Object.assign(window, { harness })
