/** The yardstick of the scene's bench: the same notes on one plain canvas, culled by looking at each of them, every visible one painted whole. */
import { createEditor } from '../../client/editor/create-editor.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import { NOTE } from '../../shared/canvas/layouts.ts'
import { putNotes } from '../looks/scene-harness/contents.ts'
import { openMemoryBoard } from '../looks/scene-harness/memory-board.ts'

const host = document.querySelector<HTMLElement>('#stage')
const canvas = document.createElement('canvas')
const context = canvas.getContext('2d')
if (!host || !context) throw new Error('no surface')
const board = openMemoryBoard()
putNotes(board.canvas.value, Number(new URLSearchParams(location.search).get('notes') ?? 200))
const { width, height } = host.getBoundingClientRect()
canvas.width = Math.round(width * devicePixelRatio)
canvas.height = Math.round(height * devicePixelRatio)
canvas.style.width = `${width}px`
canvas.style.height = `${height}px`
host.append(canvas)

// Only to know where notes stand and which cameras there are; while it is measured the editor rests.
const editor = createEditor(board)
editor.resize({ width, height })
const style = getComputedStyle(document.documentElement)
const color = (name: string) => style.getPropertyValue(`--${name}`).trim()
const font = `470 20px ${style.getPropertyValue('--font')}`
await document.fonts.load(font)
context.font = font

const notes = AREAS.flatMap(area => editor.shown.notesIn(area)).flatMap(({ id, text, color: paper }) => {
  const rect = editor.shown.noteRect(id)
  return rect
    ? [{ id, x: rect.x, y: rect.y, fill: color(paper), edge: color(`${paper}-edge`), lines: wrapped(text) }]
    : []
})

function wrapped(text: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (line && (context?.measureText(longer).width ?? 0) > 180) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].slice(0, 4)
}

let camera = { ...editor.camera.value }
let asked = false
const ask = () => {
  if (!asked) requestAnimationFrame(paint)
  asked = true
}
const [desk, ink] = [color('desk'), color('note-ink')]

function paint(): void {
  asked = false
  if (!context) return
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = desk
  context.fillRect(0, 0, canvas.width, canvas.height)
  const scale = camera.zoom * devicePixelRatio
  context.setTransform(scale, 0, 0, scale, -camera.x * scale, -camera.y * scale)
  context.font = font
  context.lineWidth = 1
  const right = camera.x + width / camera.zoom
  const bottom = camera.y + height / camera.zoom
  for (const note of notes) {
    if (note.x > right || note.y > bottom || note.x + NOTE.width < camera.x || note.y + NOTE.height < camera.y) continue
    context.fillStyle = note.fill
    context.fillRect(note.x, note.y, NOTE.width, NOTE.height)
    context.strokeStyle = note.edge
    context.strokeRect(note.x, note.y, NOTE.width, NOTE.height)
    context.fillStyle = ink
    note.lines.forEach((line, i) => context.fillText(line, note.x + 14, note.y + 28 + 23 * i))
  }
}
ask()

export const yardstick = {
  look: (to: { readonly x: number; readonly y: number; readonly zoom: number }) => {
    camera = to
    ask()
  },
  whole: () => {
    editor.look('whole')
    yardstick.look(editor.camera.value)
  },
  pan: (dx: number, dy: number) =>
    yardstick.look({ ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom }),
  drag: (id: string, by: { readonly x: number; readonly y: number }) => {
    const note = notes.find(each => each.id === id)
    const rect = editor.shown.noteRect(id)
    if (!note || !rect) return
    note.x = rect.x + by.x
    note.y = rect.y + by.y
    ask()
  },
}
Object.assign(window, { yardstick })
