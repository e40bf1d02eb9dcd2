/** Follows the editor: what happened to it, and which layers that concerns. */
import { overlaps } from '../../shared/base/geometry.ts'
import type { Unsubscribe } from '../../shared/base/observable.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { seenBy } from '../editor/camera.ts'
import type { Editor, Hand } from '../editor/editor.ts'
import type { Frames } from './frames.ts'
import type { Scenery } from './scenery.ts'
import { otherPeople } from './scenery.ts'

/** Bottom first. */
export const LAYERS = ['board', 'hand', 'presence'] as const
export type LayerName = (typeof LAYERS)[number]

interface Follower {
  readonly scenery: Scenery
  readonly frames: Frames<LayerName>
  now(): number
  /** Notes set off: names on their rings go along. */
  moveNotes(): void
}

export interface Pace {
  now(): number
  /** How long notes settle. */
  calm(): number
}

/** All but camera and stage, which are the scene's own. */
export function followEditor(scenery: Scenery, frames: Frames<LayerName>, { now, calm }: Pace): Unsubscribe[] {
  const moveNotes = () => {
    frames.moves('board', now() + calm())
    frames.moves('presence', now() + calm())
  }
  const follower = { scenery, frames, now, moveNotes }
  const { level, focus, selection, tool, links, parkingOpen, writing, found, session, voting } = scenery.editor
  const seen = () => frames.mark('board', 'hand')
  return [
    ...[level, focus, selection, tool, links, parkingOpen, found, session.run, voting.now, voting.shown].map(each =>
      each.subscribe(seen),
    ),
    writing.subscribe(() => frames.mark('board', 'hand', 'presence')),
    followHover(follower),
    followHand(follower),
    ...followContent(follower),
    ...followOthers(follower),
  ]
}

/** Only notes, groups and links show that the pointer is over them; a note that was cut opens after a while. */
function followHover({ scenery: { editor, opened }, frames, now }: Follower): Unsubscribe {
  let shows = false
  return editor.hover.subscribe(({ kind }) => {
    const before = shows
    shows = kind === 'note' || kind === 'link' || kind === 'group'
    if (before || shows) frames.mark('board', 'hand')
    const opensAt = opened.hover(now())
    if (opensAt !== undefined) frames.wake('hand', opensAt)
  })
}

/** While a hand only moves, its own layer is all that changes. */
function followHand({ scenery: { editor, hands }, frames, now, moveNotes }: Follower): Unsubscribe {
  let washed = ''
  return editor.hand.subscribe(hand => {
    const grasped = hands.feel(hand, now())
    const wash = washOf(hand)
    if (grasped && hand.kind !== 'drag') moveNotes()
    if (grasped || wash !== washed) frames.mark('board')
    washed = wash
    frames.mark('hand')
  })
}

/** What of a hand the board layer shows: the block below it, the strokes that it erases. */
function washOf(hand: Hand): string {
  if (hand.kind === 'drag') return `${hand.over} ${hand.allowed}`
  return hand.kind === 'erase' ? `${hand.kind} ${hand.ids.size}` : hand.kind
}

/** What the document says. */
function followContent({
  scenery: { editor, sights, blocks, hands, turning },
  frames,
  now,
  moveNotes,
}: Follower): Unsubscribe[] {
  const { board, shown, faceDown } = editor
  const linksChanged = () => {
    sights.forget('links')
    frames.mark('board')
  }
  const drawn = () => frames.mark('board')
  const hear = ({ links, strokes }: Canvas): Unsubscribe => {
    const ends = [links.subscribe(linksChanged), strokes.subscribe(drawn)]
    return () => ends.forEach(end => end())
  }
  let unhear = hear(board.canvas.value)
  return [
    shown.subscribe(dirty => {
      const setOff = [sights.follow(dirty, now()), blocks.follow(now())]
      if (setOff.includes(true)) moveNotes()
      frames.mark('board', 'presence')
      if (hands.isHolding) frames.mark('hand')
    }),
    board.canvas.subscribe(canvas => {
      unhear()
      unhear = hear(canvas)
      linksChanged()
    }),
    () => unhear(),
    faceDown.counts.subscribe(drawn),
    faceDown.turned.subscribe(ids => frames.moves('board', turning.begin(inReadingOrder(editor, ids), now()))),
    board.people.subscribe(() => {
      sights.forget('names')
      frames.mark('board', 'hand')
    }),
  ]
}

/** Those of them that are in sight, block by block, and in each as one reads. */
function inReadingOrder({ shown, camera, stage }: Editor, ids: readonly string[]): readonly string[] {
  const view = seenBy(camera.value, stage.value)
  const inSight = ids.filter(id => {
    const seat = shown.seatOf(id)
    return seat !== undefined && overlaps(seat, view)
  })
  const rank = new Map<string, number>()
  for (const area of AREAS) for (const { id } of shown.notesIn(area)) rank.set(id, rank.size)
  return inSight.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
}

/** Where others are. Their cursors move all the time, so they alone repaint nothing but themselves. */
function followOthers({ scenery, frames, now, moveNotes }: Follower): Unsubscribe[] {
  const { editor, pointers, carets, hands, lasers, floats } = scenery
  let selections = ''
  const shine = () => lasers.hear(editor.laser.value, otherPeople(editor), now())
  const hear = () => {
    const at = now()
    const others = otherPeople(editor)
    frames.moves('presence', Math.max(pointers.hear(others, at), floats.hear(others, at), shine()))
    carets.hear(others, at)
    const { changed, until } = hands.hear(editor.board.presence.others.value, at)
    if (changed || until > at) frames.moves('hand', until)
    if (changed) moveNotes()
    const said = others
      .map(({ person, pointing }) => `${person.id} ${person.color} ${pointing.selection?.join()}`)
      .join('\n')
    if (said !== selections) frames.mark('board')
    selections = said
  }
  hear()
  return [
    editor.board.presence.others.subscribe(hear),
    editor.laser.subscribe(() => frames.moves('presence', shine())),
    editor.reacted.subscribe(reaction => frames.moves('presence', floats.rise(editor.board.me.value, reaction, now()))),
  ]
}
