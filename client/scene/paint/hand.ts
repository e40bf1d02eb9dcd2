/** Paints what is in hands: lifted notes with the slots they will fall into, the marquee, a link and a note on their way. */
import type { Point, Rect } from '../../../shared/base/geometry.ts'
import { NOTE } from '../../../shared/canvas/layouts.ts'
import type { Guide } from '../../editor/snapping.ts'
import { deviceX, deviceY, hair, inPixels, thick } from '../lens.ts'
import type { Hold } from '../hands.ts'
import type { SceneWords } from '../scenery.ts'
import type { Brush } from './brush.ts'
import { FLAG, paintFlag, paintRing } from './marks.ts'
import type { NotePainter } from './notes.ts'
import { paintLifted } from './notes.ts'
import { flagName } from './presence.ts'

/** Notes of one hand, the first on top: it is the one under the pointer. Of very many that one alone, with where the others are and a box round them. */
export function paintHeld(brush: Brush, painter: NotePainter, hold: Hold): void {
  const { view } = brush.lens
  if (hold.box) paintBundle(brush, hold, hold.box)
  for (const { note, at } of hold.box ? hold.notes.slice(0, 1) : [...hold.notes].reverse()) {
    const { x, y } = at
    const isOut =
      x > view.x + view.width || y > view.y + view.height || x + NOTE.width < view.x || y + note.height < view.y
    if (!isOut) paintLifted(brush, painter, note, at)
  }
}

function paintBundle(brush: Brush, hold: Hold, box: Rect): void {
  const { context, lens, theme } = brush
  inPixels(context)
  const thin = hair(lens)
  context.strokeStyle = theme.line2
  context.lineWidth = thin
  for (const { note, at } of hold.notes.slice(1)) {
    const [left, top] = [deviceX(lens, at.x), deviceY(lens, at.y)]
    context.strokeRect(left + thin / 2, top + thin / 2, NOTE.width * lens.scale, note.height * lens.scale)
  }
  paintDashedNote(brush, grown(box, BUNDLE_OFF), colorOf(brush, hold))
}

/** Who holds them, and of very many how many; on the upper left of the first note. */
export function paintHolder(brush: Brush, hold: Hold, words: Pick<SceneWords, 'group'>): void {
  const [first] = hold.notes
  if (!first) return
  const said = [...(hold.person ? [flagName(hold.person)] : []), ...(hold.box ? [words.group.count(hold.count)] : [])]
  if (said.length === 0) return
  const { lens } = brush
  const { x, y } = first.at
  const at = { x: deviceX(lens, x), y: deviceY(lens, y) - FLAG.height * lens.ratio }
  paintFlag(brush, said.join(' · '), colorOf(brush, hold), at, { standing: true })
}

const BUNDLE_OFF = 12

const colorOf = ({ theme }: Brush, { person }: Hold): string => (person ? theme.inks[person.color] : theme.accent)

/** Where notes will come to lie. */
export function paintSlots(brush: Brush, slots: readonly Rect[]): void {
  for (const slot of slots) paintDashedNote(brush, slot, brush.theme.accent)
}

/** Edges in line. */
export function paintGuides({ context, lens, theme }: Brush, guides: readonly Guide[]): void {
  if (guides.length === 0) return
  inPixels(context)
  const thin = hair(lens)
  context.fillStyle = theme.accent
  for (const guide of guides)
    if ('x' in guide) {
      const top = deviceY(lens, guide.from)
      context.fillRect(deviceX(lens, guide.x), top, thin, deviceY(lens, guide.to) - top)
    } else {
      const left = deviceX(lens, guide.from)
      context.fillRect(left, deviceY(lens, guide.y), deviceX(lens, guide.to) - left, thin)
    }
}

/** The note that those in the hand will make a group with: the line of the group to come is round it already. */
export function paintJoined(brush: Brush, rect: Rect): void {
  paintRing(brush, rect, brush.theme.accent)
  paintDashedNote(brush, grown(rect, JOINED_OFF), brush.theme.accent)
}

const JOINED_OFF = 12
const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

/** The note that a click would put here. */
export function paintGhost(brush: Brush, middle: Point): void {
  const { context, lens, theme } = brush
  inPixels(context)
  const stroke = thick(lens, 1, 1.5)
  context.strokeStyle = theme.control
  context.lineWidth = stroke
  const x = deviceX(lens, middle.x - NOTE.width / 2)
  const y = deviceY(lens, middle.y - NOTE.height / 2)
  context.beginPath()
  context.roundRect(x, y, NOTE.width * lens.scale, NOTE.height * lens.scale, 2 * lens.scale)
  context.stroke()
}

function paintDashedNote({ context, lens }: Brush, { x, y, width, height }: Rect, color: string): void {
  inPixels(context)
  const stroke = thick(lens, 2, 1.5)
  context.strokeStyle = color
  context.lineWidth = stroke
  context.setLineDash([3 * stroke, 2 * stroke])
  const left = deviceX(lens, x) + stroke / 2
  const top = deviceY(lens, y) + stroke / 2
  context.strokeRect(left, top, width * lens.scale - stroke, height * lens.scale - stroke)
  context.setLineDash([])
}

export function paintMarquee({ context, lens, theme }: Brush, rect: Rect): void {
  inPixels(context)
  const thin = hair(lens)
  const x = deviceX(lens, rect.x)
  const y = deviceY(lens, rect.y)
  context.strokeStyle = theme.ink2
  context.lineWidth = thin
  const right = deviceX(lens, rect.x + rect.width)
  const bottom = deviceY(lens, rect.y + rect.height)
  context.strokeRect(x + thin / 2, y + thin / 2, right - x, bottom - y)
}
