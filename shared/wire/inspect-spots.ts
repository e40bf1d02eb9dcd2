/** Finds out where each new struct of a frame stands and notes there what it does. Nothing here changes the document. */
import * as Y from 'yjs'
import type { BoardDocument } from './document.ts'
import { Effort } from './inspect-effort.ts'
import type { Frame, Hit, Strand } from './inspect-frame.ts'
import { deletedWithin, parentOf, structIndex } from './inspect-frame.ts'
import type { AnyType, Gone, Odd, Part, Parts, Slot, Spot, TextPart } from './inspect-parts.ts'
import { gone, odd, recordName } from './inspect-parts.ts'
import { isPlain } from './inspect-value.ts'

const UNNAMED = gone('')
const STRAY = 100

export class Spots {
  /** Records whose writes have no effect: they were deleted for good meanwhile. */
  readonly gone = new Set<string>()
  odd: Odd | undefined
  readonly #frame: Frame
  readonly #document: BoardDocument
  readonly #parts: Parts
  readonly #effort: Effort
  readonly #spots = new Map<Strand, Spot[]>()

  constructor(frame: Frame, document: BoardDocument, parts: Parts) {
    this.#frame = frame
    this.#document = document
    this.#parts = parts
    let structs = 0
    for (const strand of frame.strands.values()) structs += strand.structs.length
    this.#effort = new Effort(document, structs)
  }

  /** Takes one struct, after all it stands on. False when it is not of any known kind. */
  take(strand: Strand, index: number): boolean {
    const struct = strand.structs[index]
    if (!(struct instanceof Y.Item)) return true
    const { clock } = struct.id
    const isKnown = clock + struct.length <= strand.known
    const spot = isKnown ? undefined : this.#spotOf(struct)
    if (!this.#noteCuts(struct, spot)) return this.#refuse(odd('ends'))
    if (!spot) return true
    const from = Math.max(clock, strand.known)
    this.#keep(strand, index, spot)
    // The part beyond what is known goes behind the known part, wherever the struct says it stands.
    if (from > clock && spot.kind !== 'gone' && this.#spotAt(Y.createID(strand.client, from - 1)) !== spot)
      return this.#refuse(odd('ends'))
    if (spot.kind === 'odd') return this.#refuse(spot)
    return this.#put(struct, spot, from)
  }

  /** Notes what the frame deletes of what is stored. False when that is not of any known kind. */
  erase(hits: readonly Hit[]): boolean {
    for (const { item, met } of hits) {
      const type = item.parent as AnyType
      if (this.#goesWithRecord(type)) continue
      const spot = this.#parts.spot(this.#parts.of(type), item.parentSub)
      if (spot.kind === 'odd') return this.#refuse(spot)
      if (spot.kind === 'slot') spot.erased = true
      else if (spot.kind === 'text') spot.erased += met
    }
    return true
  }

  /** Whatever stands in a record that the frame deletes goes unread, fields of a newer schema too. */
  #goesWithRecord(type: AnyType): boolean {
    for (let item = type._item; item; item = (item.parent as AnyType)._item)
      if (this.#isDeleted(item.id.client, item.id.clock)) return true
    return false
  }

  #refuse(why: Odd): false {
    this.odd ??= why
    return false
  }

  #keep(strand: Strand, index: number, spot: Spot): void {
    const spots = this.#spots.get(strand)
    if (spots) spots[index] = spot
    else {
      const fresh: Spot[] = []
      fresh[index] = spot
      this.#spots.set(strand, fresh)
    }
  }

  #isDeleted(client: number, clock: number): boolean {
    return deletedWithin(this.#frame.deleted, client, clock, clock + 1) > 0
  }

  // Where ---------------------------------------------------------------------------------------------------------------

  #spotOf(item: Y.Item): Spot {
    const left = item.origin && this.#spotAt(item.origin)
    const right = item.rightOrigin && this.#spotAt(item.rightOrigin)
    if (left?.kind === 'gone') return left
    if (right?.kind === 'gone') return right
    if (left && right && left !== right) return odd('ends')
    if (left ?? right) return left ?? right ?? UNNAMED
    const parent = parentOf(item)
    if (typeof parent === 'string') return this.#parts.spot(this.#parts.root(parent), item.parentSub)
    const part = parent ? this.#partAt(parent) : odd('root')
    return part.kind === 'gone' ? part : this.#parts.spot(part, item.parentSub)
  }

  /** Where the thing with this id stands: in the store, or taken before. */
  #spotAt(id: Y.ID): Spot {
    const found = this.#find(id)
    if (!(found.struct instanceof Y.Item)) return UNNAMED
    return found.spot ?? this.#parts.spot(this.#parts.of(found.struct.parent as AnyType), found.struct.parentSub)
  }

  /** The part that the thing with this id is, for what names it as its parent. */
  #partAt(id: Y.ID): Part | Gone {
    const found = this.#find(id)
    if (!(found.struct instanceof Y.Item)) return UNNAMED
    const { content } = found.struct
    if (content instanceof Y.ContentType) {
      if (found.spot?.kind === 'gone') return found.spot
      return this.#parts.of(content.type as AnyType)
    }
    if (!(content instanceof Y.ContentDeleted)) return odd('content')
    const spot = this.#spotAt(id)
    return spot.kind === 'slot' ? gone(recordName(spot)) : UNNAMED
  }

  #find(id: Y.ID): { readonly struct: Y.Item | Y.GC | Y.Skip | undefined; readonly spot: Spot | undefined } {
    const strand = this.#frame.strands.get(id.client)
    if (!strand || id.clock < strand.known) return { struct: Y.getItem(this.#document.store, id), spot: undefined }
    const index = structIndex(strand, id.clock)
    return { struct: strand.structs[index], spot: this.#spots.get(strand)?.[index] }
  }

  /**
   * An end between the two halves of a surrogate pair makes Yjs spoil both. That is typing in this text; from anywhere
   * else, or by a struct that is known already, it would happen here and not in the copies of others.
   */
  #noteCuts({ origin, rightOrigin }: Y.Item, spot: Spot | undefined): boolean {
    for (const text of [origin && this.#cutBehind(origin, 0), rightOrigin && this.#cutBehind(rightOrigin, 1)]) {
      if (!text) continue
      if (text !== spot || text.kind !== 'text') return false
      text.cut = true
    }
    return true
  }

  /** Where the pair stands that is cut behind this clock, less `back`. */
  #cutBehind({ client, clock: end }: Y.ID, back: number): Spot | undefined {
    const clock = end - back
    if (clock < 0 || clock >= Y.getState(this.#document.store, client)) return undefined
    const item: Y.Item | Y.GC = Y.getItem(this.#document.store, Y.createID(client, clock))
    const last = item.id.clock + item.length - 1
    if (clock === last || item.deleted || !(item instanceof Y.Item) || !(item.content instanceof Y.ContentString))
      return undefined
    const letter = item.content.str.charCodeAt(clock - item.id.clock)
    return letter >= 0xd800 && letter <= 0xdbff ? this.#spotAt(item.id) : undefined
  }

  // What ----------------------------------------------------------------------------------------------------------------

  /** `from` is the first clock that is new. */
  #put(item: Y.Item, spot: Slot | TextPart | Gone, from: number): boolean {
    const { client, clock } = item.id
    const end = clock + item.length
    const { content } = item
    const living =
      content instanceof Y.ContentDeleted ? 0 : end - from - deletedWithin(this.#frame.deleted, client, from, end)
    if (living > 0) this.#noteGone(spot)
    switch (spot.kind) {
      case 'gone':
        return isHarmless(content) || this.#refuse(odd('content'))
      case 'text':
        if (!(content instanceof Y.ContentString) && !(content instanceof Y.ContentDeleted))
          return this.#refuse(odd('content'))
        spot.typed += living
        return this.#putBetween(item, spot, from) || this.#refuse(odd('effort'))
      case 'slot':
        return this.#putInSlot(item, spot, from, living)
    }
  }

  #putBetween(item: Y.Item, text: TextPart, from: number): boolean {
    const { client, clock } = item.id
    const left = from > clock ? Y.createID(client, from - 1) : item.origin
    const letters = { first: Y.createID(client, from), last: Y.createID(client, clock + item.length - 1) }
    return this.#effort.between(text, left, item.rightOrigin, letters)
  }

  #putInSlot(item: Y.Item, slot: Slot, from: number, living: number): boolean {
    const { content } = item
    // With a right end copies could come to different values; maps never write one.
    if (item.rightOrigin) return this.#refuse(odd('ends'))
    const last = item.id.clock + item.length - 1
    const lives = living > 0 && !this.#isDeleted(item.id.client, last)
    // Neighbours in a slot are merged when they are deleted: only the last may live.
    if (living > (lives ? 1 : 0)) return this.#refuse(odd('content'))
    if (!slot.tail) slot.stray = slot.before !== undefined && !Y.compareIDs(slot.before.lastId, item.origin)
    else if (!Y.compareIDs(slot.tail, item.origin) || slot.put.length > 0) slot.loose = true
    slot.taken++
    // Behind nothing known, Yjs looks for its place from the other end of the slot's history.
    if ((slot.stray || slot.loose) && !this.#effort.spend(STRAY + slot.taken)) return this.#refuse(odd('effort'))
    if (!lives) slot.passed = true
    slot.tail = Y.createID(item.id.client, last)
    if (content instanceof Y.ContentDeleted) return true
    if (content instanceof Y.ContentType) {
      const part = this.#parts.add(slot, content.type as AnyType, { deleted: !lives })
      if (part.kind === 'odd') return this.#refuse(part)
      if (lives) slot.put.push({ value: undefined, part })
      return true
    }
    const rule = slot.field?.rule
    if (!(content instanceof Y.ContentAny) || rule?.kind !== 'value') return this.#refuse(odd('content'))
    const values: readonly unknown[] = content.arr.slice(from - item.id.clock)
    if (!values.every(value => isPlain(value) && rule.accepts(value))) return this.#refuse(odd('value'))
    if (lives) slot.put.push({ value: values.at(-1), part: undefined })
    return true
  }

  #noteGone(spot: Slot | TextPart | Gone): void {
    if (spot.kind === 'gone') this.gone.add(spot.record)
    else if (spot.kind === 'text' ? spot.dead && !spot.fresh : spot.home?.dead && !spot.home.fresh)
      this.gone.add(recordName(spot))
  }
}

/** Content that is of no consequence where nothing lives; sub-documents and formats have some even there. */
const isHarmless = (content: Y.Item['content']): boolean =>
  content instanceof Y.ContentAny ||
  content instanceof Y.ContentString ||
  content instanceof Y.ContentDeleted ||
  (content instanceof Y.ContentType && (content.type.constructor === Y.Map || content.type.constructor === Y.Text))
