/** Work that the server did not take, kept on this device until its author adds it again or lets it go. */
import * as Y from 'yjs'
import { isRecord } from '../../shared/base/collection.ts'
import { newId } from '../../shared/base/id.ts'
import { Value } from '../../shared/base/observable.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { isPrivate } from '../../shared/canvas/canvas.ts'
import type { History } from '../../shared/canvas/history.ts'
import { addNote, binRecords, editText, moveNotes } from '../../shared/canvas/operations.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { CANVAS_SCHEMA } from '../../shared/canvas/schema.ts'
import { fieldRule } from '../../shared/wire/schema.ts'
import type { Right, Rights } from '../../shared/workshop/rights.ts'
import { allows } from '../../shared/workshop/rights.ts'
import type { Offer, OfferReason, Offers } from '../editor/board.ts'
import type { Device } from './device.ts'
import type { Again, Found } from './stranded.ts'

interface KeptOffer {
  readonly offer: Offer
  readonly again: Again
}

export interface OffersOptions {
  readonly board: string
  readonly me: () => string
  readonly device: Device
  /** The canvas and history of this moment. */
  readonly canvas: () => Canvas
  readonly history: () => History
  readonly rights: () => Rights
  /** Server time, ms. */
  readonly now: () => number
  /** Name of the undo step. */
  readonly title: string
}

export class KeptOffers extends Value<readonly Offer[]> implements Offers {
  readonly #options: OffersOptions

  constructor(options: OffersOptions) {
    super([])
    this.#options = options
    this.reload()
  }

  /** Reads them anew: another tab may have added or settled some. */
  reload(): void {
    const next = this.#read().map(({ offer }) => offer)
    if (JSON.stringify(next) !== JSON.stringify(this.value)) this.set(next)
  }

  /** Keeps what was found, once; tells how many of them are new. On the device before this returns. */
  offer(found: readonly Found[], reason: OfferReason): number {
    const kept = this.#read()
    const known = new Set(kept.map(({ offer }) => JSON.stringify(offer.change)))
    const added = found
      .filter(({ change }) => !known.has(JSON.stringify(change)))
      .map(({ change, again }) => ({ offer: { id: newId(), at: this.#options.now(), reason, change }, again }))
    if (added.length > 0) this.#keep([...kept, ...added])
    return added.length
  }

  /** Notes of my drafts that are on the canvas after all: to add them again would show them twice. */
  withdraw(drafts: ReadonlySet<string>): void {
    const isShown = ({ offer, again }: KeptOffer) =>
      offer.reason === 'notShown' && again.kind === 'note' && drafts.has(again.note.id)
    const kept = this.#read()
    if (kept.some(isShown)) this.#keep(kept.filter(each => !isShown(each)))
  }

  addAgain(id: string): void {
    const kept = this.#read().find(({ offer }) => offer.id === id)
    if (!kept || !this.#mayAdd(kept)) return
    this.#options.history().run(this.#options.title, () => this.#write(kept))
    this.letGo(id)
  }

  letGo(id: string): void {
    this.#keep(this.#read().filter(({ offer }) => offer.id !== id))
  }

  #read(): readonly KeptOffer[] {
    const kept = this.#options.device.read(this.#options.board, this.#name)
    return Array.isArray(kept) ? (kept as KeptOffer[]) : []
  }

  #keep(kept: readonly KeptOffer[]): void {
    const { device, board } = this.#options
    if (kept.length === 0) device.drop(board, this.#name)
    else device.keep(board, this.#name, kept)
    this.set(kept.map(({ offer }) => offer))
  }

  get #name(): string {
    return `offers/${this.#options.me()}`
  }

  // Adding again ----------------------------------------------------------------------------------------------------

  /** What would only be refused once more stays an offer. */
  #mayAdd({ offer, again }: KeptOffer): boolean {
    const rights = this.#options.rights()
    const canvas = this.#options.canvas()
    // A new link or group is everybody's, and would tell of what I write for myself.
    if (again.kind === 'fields' && again.isWhole && isPrivate(canvas)) return false
    const note = 'note' in offer.change ? canvas.notes.get(offer.change.note) : undefined
    const mine = note?.author === this.#options.me()
    return rightsFor(again, note).every(right => allows(rights, right, { mine }))
  }

  #write({ offer, again }: KeptOffer): void {
    const canvas = this.#options.canvas()
    const id = 'note' in offer.change ? offer.change.note : ''
    const note = canvas.notes.get(id)
    switch (again.kind) {
      case 'note':
        return this.#addNote(again.note, { isPlaced: true })
      case 'text':
        // Only where nobody wrote since is mine put in its stead; else it stands beside, and nobody's words are lost.
        if (note && note.text === again.was) return editText(canvas, id, again.note.text)
        return this.#addNote({ ...again.note, ...(note && { place: note.place }) }, { isPlaced: note !== undefined })
      case 'move':
        if (note)
          moveNotes(canvas, new Map([[id, [again.place[0], again.place[1], again.place[2], this.#options.now()]]]))
        return
      case 'delete':
        if (note) binRecords(canvas, 'notes', [id])
        return
      case 'fields':
        return writeFields(canvas, again)
    }
  }

  /** A note keeps its id where that is free, so that links which are offered too find it. */
  #addNote(note: Omit<Note, 'rest'>, { isPlaced }: { readonly isPlaced: boolean }): void {
    const canvas = this.#options.canvas()
    const [area, x, y] = isPlaced ? note.place : (['parking', 0, 0] as const)
    const id = canvas.notes.find(note.id) ? newId() : note.id
    addNote(canvas, { ...note, id, place: [area, x, y, this.#options.now()], author: this.#options.me() })
  }
}

function rightsFor(again: Again, note: Note | undefined): readonly Right[] {
  switch (again.kind) {
    case 'note':
      return ['add']
    case 'text':
      return [note && note.text === again.was ? 'text' : 'add']
    case 'move':
    case 'delete':
      return [again.kind]
    case 'fields': {
      const root = CANVAS_SCHEMA.roots[again.root]
      return Object.keys(again.fields).flatMap(field => (root && fieldRule(root, field)?.right) ?? [])
    }
  }
}

function writeFields(canvas: Canvas, { root, id, fields, isWhole }: Extract<Again, { kind: 'fields' }>): void {
  const map = canvas.homeOf(root, id).getMap<unknown>(root)
  const known = root === 'about' ? map : map.get(id)
  if (!isRecord(known) && !isWhole) return
  const record = isRecord(known) ? known : new Y.Map<unknown>()
  if (record !== known) map.set(id, record)
  for (const [field, value] of Object.entries(fields)) {
    if (value === null) record.delete(field)
    else record.set(field, value)
  }
}
