/** What lies in the bin of a canvas, in words: every record that a person may look for there, newest first. */
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { byReading } from '../../shared/canvas/canvas.ts'
import type { NoteColor } from '../../shared/canvas/records.ts'
import type { BinnedRecord } from '../editor/deeds/deeds.ts'
import { verbBetween } from '../words/sayings.ts'
import { say } from '../words/words.ts'
import type { Binned } from './server.ts'

export interface BinEntry extends BinnedRecord {
  /** As the server names it: `<root>/<id>`. */
  readonly key: string
  readonly words: string
  /** Where it was. */
  readonly area: Area
  /** The paper of a note. */
  readonly color?: NoteColor
  readonly stay?: Binned
}

const keyOf = ({ root, id }: BinnedRecord): string => `${root}/${id}`

/** `stays` says since when and through whom; what it does not know of yet was deleted last. */
export function binEntries(canvas: Canvas, stays: ReadonlyMap<string, Binned>): readonly BinEntry[] {
  const { notes, links, groups, strokes } = canvas
  const entry = (record: BinnedRecord, shown: Pick<BinEntry, 'words' | 'area' | 'color'>): BinEntry => {
    const key = keyOf(record)
    const stay = stays.get(key)
    return { ...record, ...shown, key, ...(stay && { stay }) }
  }
  const end = (id: string) => {
    const note = notes.find(id)
    return { text: note?.text || say('note.empty'), area: note?.place[0] ?? 'parking' }
  }
  const all = [
    ...[...notes.binned()]
      .sort(byReading)
      .map(({ id, text, place, color }) =>
        entry({ root: 'notes', id }, { words: text || say('note.empty'), area: place[0], color }),
      ),
    ...links.binned().map(({ id, from, to, label }) => {
      const [a, b] = [end(from), end(to)]
      const words = say('bin.link', { from: a.text, verb: label || verbBetween(a.area, b.area), to: b.text })
      return entry({ root: 'links', id }, { words, area: a.area })
    }),
    ...groups
      .binned()
      .map(({ id, title, block }) =>
        entry({ root: 'groups', id }, { words: say('bin.group', { title }), area: block }),
      ),
    ...strokes
      .binned()
      .map(({ id, anchor }) => entry({ root: 'strokes', id }, { words: say('bin.drawing'), area: anchor[0] })),
  ]
  const at = ({ stay }: BinEntry): number => stay?.at ?? Number.MAX_SAFE_INTEGER
  return all.sort((a, b) => at(b) - at(a))
}

/** Those that hold every word. */
export function entriesWith(entries: readonly BinEntry[], words: string): readonly BinEntry[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  return entries.filter(entry => {
    const text = entry.words.toLocaleLowerCase()
    return wanted.every(word => text.includes(word))
  })
}
