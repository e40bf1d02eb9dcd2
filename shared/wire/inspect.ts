/** Says what an update would change in a document, before it changes anything: the gate judges that, offers are named by it. */
import type { BoardDocument, Update } from './document.ts'
import type { Frame } from './inspect-frame.ts'
import { hasNews, liveAmong, reachesBeyond, readFrame, walkInOrder } from './inspect-frame.ts'
import { exceeds, valueIn } from './inspect-live.ts'
import type { Odd, Oddity, RecordPart, RootPart, Slot, TextPart } from './inspect-parts.ts'
import { odd, Parts } from './inspect-parts.ts'
import { Spots } from './inspect-spots.ts'
import type { DocumentSchema } from './schema.ts'

interface Place {
  readonly root: string
  /** Key of the record; '' in a register, whose values are fields. */
  readonly record: string
}

/** Field → value. A shared text stands here as the number of its letters. */
export type Fields = ReadonlyMap<string, unknown>

/** One line of what an update does: a record, a field and a verb. */
export type Change =
  /** `restore`: the key was there before, and was deleted for good. */
  | (Place & { readonly kind: 'add' | 'restore'; readonly fields: Fields })
  | (Place & { readonly kind: 'delete' })
  | (Place & { readonly kind: 'set'; readonly field: string; readonly value: unknown })
  | (Place & { readonly kind: 'clear' | 'type' | 'erase'; readonly field: string })

export type Inspection =
  /** Not an update, or one that no Yjs would make. */
  | { readonly kind: 'malformed' }
  /** The document has it all; a viewer's step2. */
  | { readonly kind: 'nothing' }
  /** It stands on something that is not here yet. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'unknown'; readonly why: Oddity }
  /** A text would be longer, or records would be more, than the schema allows. */
  | { readonly kind: 'tooBig' }
  | { readonly kind: 'tooMany' }
  | {
      readonly kind: 'changes'
      readonly changes: readonly Change[]
      /** Whose clocks go on. Not empty without changes, when all of it comes to nothing. */
      readonly clients: readonly number[]
      /** Some are made, put into the bin, taken out of it, or deleted. */
      readonly recordsComeOrGo: boolean
      /** `<root>/<record>` of what was written to without effect; '' where nobody can tell which record it was. */
      readonly gone: readonly string[]
    }

/** Reads, never writes. In a transaction it sees what was applied so far. */
export function inspect(update: Update, document: BoardDocument, schema: DocumentSchema): Inspection {
  const frame = readFrame(update, document)
  if (frame === 'malformed') return { kind: 'malformed' }
  const live = liveAmong(frame.deleted, document)
  if (reachesBeyond(frame, document)) return { kind: 'gap' }
  if (live.length === 0 && !hasNews(frame)) return { kind: 'nothing' }
  const parts = new Parts(document, schema)
  const spots = new Spots(frame, document, parts)
  const walked = walkInOrder(frame, document, (strand, index) => spots.take(strand, index))
  if (walked === 'gap' || walked === 'malformed') return { kind: walked }
  if (walked === 'stopped' || !spots.erase(live)) return { kind: 'unknown', why: spots.odd?.why ?? 'content' }
  return summary(frame, document, parts, spots)
}

function summary(frame: Frame, document: BoardDocument, parts: Parts, spots: Spots): Inspection {
  const changes: Change[] = []
  const fault = collect(parts, changes)
  if (fault) return { kind: 'unknown', why: fault.why }
  if (parts.texts.some(isTooLong)) return { kind: 'tooBig' }
  for (const root of parts.roots.values())
    if (root.kind === 'root' && isCrowded(document, root, changes)) return { kind: 'tooMany' }
  const clients: number[] = []
  for (const strand of frame.strands.values()) if (strand.end > strand.known) clients.push(strand.client)
  return { kind: 'changes', changes, clients, recordsComeOrGo: changes.some(comesOrGoes), gone: [...spots.gone] }
}

function collect(parts: Parts, changes: Change[]): Odd | undefined {
  for (const root of parts.roots.values()) {
    if (root.kind !== 'root') continue
    for (const slot of root.slots.values()) {
      const fault = slot.field ? collectField(slot, slot.field.name, changes) : collectRecord(slot, changes)
      if (fault) return fault
    }
  }
  for (const record of parts.records) {
    if (!isStanding(record)) continue
    for (const slot of record.slots.values()) {
      const fault = slot.field && collectField(slot, slot.field.name, changes)
      if (fault) return fault
    }
  }
  for (const text of parts.texts) collectLetters(text, changes)
  return undefined
}

/** Was there before the frame and will be after it. */
const isStanding = ({ fresh, dead, slot }: RecordPart): boolean =>
  !fresh && !dead && !slot.erased && !slot.passed && slot.put.length === 0

function collectRecord(slot: Slot, changes: Change[]): Odd | undefined {
  const place = { root: slot.root.name, record: slot.record }
  const [put, another] = slot.put
  if (another || (put && (slot.loose || (slot.live && !slot.erased)))) return odd('replaces')
  if (slot.live && (slot.erased || slot.passed)) changes.push({ ...place, kind: 'delete' })
  if (put?.part?.kind !== 'record') return undefined
  const fields = new Map<string, unknown>()
  for (const [name, field] of put.part.slots) {
    const [given, more] = field.put
    if (more) return odd('replaces')
    if (given) fields.set(name, valueOf(given))
  }
  changes.push({ ...place, kind: slot.before ? 'restore' : 'add', fields })
  return undefined
}

const valueOf = ({ value, part }: Slot['put'][number]): unknown => (part?.kind === 'text' ? part.typed : value)

function collectField(slot: Slot, field: string, changes: Change[]): Odd | undefined {
  const place = { root: slot.root.name, record: slot.record, field }
  const [put, another] = slot.put
  const isCleared = slot.live !== undefined && (slot.erased || slot.passed) && (!put || slot.loose || slot.stray)
  // What others type in a text goes with it, so a text that lives is never put aside.
  if (another || (slot.field?.rule.kind === 'text' && slot.live && (put || isCleared))) return odd('replaces')
  if (put) changes.push({ ...place, kind: 'set', value: valueOf(put) })
  if (isCleared) changes.push({ ...place, kind: 'clear' })
  return undefined
}

const isStandingText = (text: TextPart): boolean =>
  !text.fresh && !text.dead && (text.slot.home === undefined || isStanding(text.slot.home))

function collectLetters(text: TextPart, changes: Change[]): void {
  if (!isStandingText(text)) return
  const place = { root: text.slot.root.name, record: text.slot.record, field: text.slot.field?.name ?? '' }
  if (text.typed > 0 || text.cut) changes.push({ ...place, kind: 'type' })
  if (text.erased > 0) changes.push({ ...place, kind: 'erase' })
}

function isTooLong(text: TextPart): boolean {
  const rule = text.slot.field?.rule
  if (rule?.kind !== 'text' || text.typed <= text.erased) return false
  const before = text.fresh ? 0 : text.type._length
  return before + text.typed - text.erased > rule.maxLength
}

/** Would there be more live records in this root than it may have? A frame that makes them fewer always may. */
function isCrowded(document: BoardDocument, { name, rule }: RootPart, changes: readonly Change[]): boolean {
  let more = 0
  for (const change of changes) if (change.root === name) more += moreBy(document, change)
  return rule.max !== undefined && more > 0 && exceeds(document, name, rule.max, more)
}

const comesOrGoes = (change: Change): boolean => !('field' in change) || change.field === 'bin'

function moreBy(document: BoardDocument, change: Change): number {
  const isBinned = (): boolean => valueIn(document, change.root, change.record, 'bin') === true
  switch (change.kind) {
    case 'add':
    case 'restore':
      return change.fields.get('bin') === true ? 0 : 1
    case 'delete':
      return isBinned() ? 0 : -1
    case 'set':
      return change.field === 'bin' && !isBinned() ? -1 : 0
    case 'clear':
      return change.field === 'bin' && isBinned() ? 1 : 0
    default:
      return 0
  }
}
