/** The links to draw now: those of the selection, or all while the link tool is on. Reckoned when asked, after something changed. */
import type { Rect } from '../../shared/base/geometry.ts'
import { movedBy } from '../../shared/base/geometry.ts'
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Signal } from '../../shared/base/observable.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import type { Link } from '../../shared/canvas/records.ts'
import type { DrawnLink, Hand, Selection, Shown, ToolId } from './editor.ts'
import type { KeptWays } from './led-links.ts'
import { linkCurves } from './link-curves.ts'

interface Sources {
  readonly canvas: Watchable<Canvas>
  readonly shown: Shown
  readonly selection: Watchable<Selection>
  readonly tool: Watchable<ToolId>
  readonly hand: Watchable<Hand>
}

export interface DrawnLinks extends Watchable<readonly DrawnLink[]> {
  destroy(): void
}

const NONE: readonly DrawnLink[] = Object.freeze([])

export function drawLinks(sources: Sources): DrawnLinks {
  const { canvas, shown, selection, tool, hand } = sources
  const changed = new Signal<readonly DrawnLink[]>()
  const kept: KeptWays = new Map()
  let drawn: readonly DrawnLink[] | undefined
  const value = () => (drawn ??= linksToDraw(sources, kept))
  const renew = () => {
    const before = drawn
    drawn = undefined
    if (changed.isHeard && value() !== before) changed.tell(value())
  }
  const follow = (): Unsubscribe => canvas.value.links.subscribe(renew)
  let unhear = follow()
  let isDragging = false
  const ends = [
    canvas.subscribe(() => {
      unhear()
      unhear = follow()
      renew()
    }),
    shown.subscribe(renew),
    selection.subscribe(renew),
    tool.subscribe(renew),
    hand.subscribe(({ kind }) => {
      if (isDragging || kind === 'drag') renew()
      isDragging = kind === 'drag'
    }),
  ]
  return {
    get value() {
      return value()
    },
    subscribe: listener => changed.subscribe(listener),
    destroy: () => {
      unhear()
      for (const end of ends) end()
    },
  }
}

function linksToDraw({ canvas, shown, selection, tool, hand }: Sources, kept: KeptWays): readonly DrawnLink[] {
  const wanted = wantedLinks(canvas.value, selection.value, tool.value)
  if (wanted.length === 0) return NONE
  const held = hand.value.kind === 'drag' ? { by: hand.value.by, ids: new Set(hand.value.ids) } : undefined
  // Links follow the notes in my hand.
  const rectOf = (id: string) => {
    const rect = shown.seatOf(id)
    return rect && held?.ids.has(id) ? movedBy(rect, held.by) : rect
  }
  // What follows a hand goes the shortest way, and around other notes once it lies.
  const curves = linkCurves(wanted, rectOf, { papers: held ? [] : papersOn(shown), kept })
  const { value } = selection
  return wanted.flatMap(({ id, from, to, label }) => {
    const curve = curves.get(id)
    return curve ? { id, from, to, label, curve, chosen: value.kind === 'link' && value.id === id } : []
  })
}

const papersOn = (shown: Shown): readonly Rect[] =>
  AREAS.flatMap(area => [...new Set(shown.notesIn(area).flatMap(({ id }) => shown.paperOf(id) ?? []))]).flatMap(
    paper => shown.seatOf(paper) ?? [],
  )

function wantedLinks({ links }: Canvas, selection: Selection, tool: ToolId): readonly Link[] {
  if (tool === 'link') return links.all()
  if (selection.kind === 'link') return [links.get(selection.id)].flatMap(link => link ?? [])
  if (selection.kind === 'nothing') return []
  return links.all().filter(({ from, to }) => selection.ids.has(from) || selection.ids.has(to))
}
