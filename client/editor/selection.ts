/** What is chosen in this tab: notes, one link, or nothing. Holds ids; what another deletes falls out by itself. */
import type { Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import type { Selection } from './editor.ts'

const NOTHING: Selection = Object.freeze({ kind: 'nothing' })
const NO_IDS: ReadonlySet<string> = new Set()

export interface Chosen {
  readonly selection: Watchable<Selection>
  /** Ids of the chosen notes; none while a link is chosen. */
  readonly ids: ReadonlySet<string>
  select(ids: Iterable<string>): void
  selectLink(id: string): void
  /** Chooses all of these besides, or lets all of them go when they were chosen. */
  toggle(ids: readonly string[]): void
  clear(): void
  /** Lets go of what is no longer there. */
  prune(): void
}

export function createSelection(canvas: Watchable<Canvas>): Chosen {
  const selection = new Value<Selection>(NOTHING)
  const idsOf = ({ value }: Watchable<Selection>) => (value.kind === 'notes' ? value.ids : NO_IDS)
  const select = (wanted: Iterable<string>) => {
    const ids = new Set([...wanted].filter(id => canvas.value.notes.get(id)))
    if (ids.size === 0) selection.set(NOTHING)
    else if (!sameIds(ids, idsOf(selection))) selection.set({ kind: 'notes', ids })
  }
  return {
    selection,
    get ids() {
      return idsOf(selection)
    },
    select,
    selectLink: id => {
      const { value } = selection
      if (value.kind === 'link' && value.id === id) return
      selection.set(canvas.value.links.get(id) ? { kind: 'link', id } : NOTHING)
    },
    toggle: toggled => {
      const ids = idsOf(selection)
      const wereChosen = toggled.every(id => ids.has(id))
      select(wereChosen ? [...ids].filter(id => !toggled.includes(id)) : [...ids, ...toggled])
    },
    clear: () => selection.set(NOTHING),
    prune: () => {
      const { value } = selection
      if (value.kind === 'notes') select(value.ids)
      else if (value.kind === 'link' && !isVisible(canvas.value, value.id)) selection.set(NOTHING)
    },
  }
}

const isVisible = ({ links, notes }: Canvas, id: string): boolean => {
  const link = links.get(id)
  return link !== undefined && notes.get(link.from) !== undefined && notes.get(link.to) !== undefined
}

const sameIds = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every(id => b.has(id))
