/** What this device remembers of a board beside its documents: who I am there, which copy is current, what was not yet saved. */
import { Value } from '../../shared/base/observable.ts'
import type { KeyStorage } from '../base/store.ts'
import type { Unsaved } from './saved.ts'
import { bothUnsaved, NOTHING_UNSAVED } from './saved.ts'

/** A local copy of one document. `epoch` counts its lives on the server, `generation` its lives on this device within one. */
export interface CopyName {
  readonly board: string
  /** `canvas/main`, `workshop`. */
  readonly document: string
  readonly person: string
  readonly epoch: number
  readonly generation: number
}

export const databaseName = (copy: CopyName): string => `nonagon/${copy.board}/${pathOf(copy)}`

const pathOf = ({ document, person, epoch, generation }: CopyName): string =>
  `${document}/${person}/${epoch}/${generation}`

export class Device {
  /** False from the first time that this device would not keep something. */
  readonly isKeeping = new Value(true)
  readonly #storage: KeyStorage
  /** Tabs share a copy; each writes down its own unsaved changes. */
  readonly #tab: string

  constructor(storage: KeyStorage, tab: string) {
    this.#storage = storage
    this.#tab = tab
  }

  read(board: string, what: string): unknown {
    try {
      return JSON.parse(this.#storage.getItem(keyOf(board, what)) ?? 'null')
    } catch {
      return null
    }
  }

  keep(board: string, what: string, value: unknown): void {
    try {
      this.#storage.setItem(keyOf(board, what), JSON.stringify(value))
    } catch {
      this.isKeeping.set(false)
    }
  }

  drop(board: string, what: string): void {
    this.#storage.removeItem(keyOf(board, what))
  }

  // Copies ----------------------------------------------------------------------------------------------------------

  /** The copy that is current for this document and person, whatever its epoch. */
  currentCopy(of: Omit<CopyName, 'epoch' | 'generation'>): CopyName | undefined {
    const life = this.read(of.board, `life/${of.document}/${of.person}`) as Partial<CopyName> | null
    if (typeof life?.epoch !== 'number' || typeof life.generation !== 'number') return undefined
    return { ...of, epoch: life.epoch, generation: life.generation }
  }

  /** Remembers that there is such a copy, so that it can be found and deleted. */
  noteCopy(copy: CopyName): void {
    this.keep(copy.board, `copy/${pathOf(copy)}`, copy)
  }

  /** Makes a copy the current one. */
  setCurrentCopy(copy: CopyName): void {
    this.noteCopy(copy)
    this.keep(copy.board, `life/${copy.document}/${copy.person}`, { epoch: copy.epoch, generation: copy.generation })
  }

  /** All copies on this device, of every document, person, epoch and generation. */
  copies(board: string): readonly CopyName[] {
    return this.#names(board, 'copy/').flatMap(what => (this.read(board, what) as CopyName | null) ?? [])
  }

  forgetCopy(copy: CopyName): void {
    for (const what of this.#names(copy.board, `unsaved/${pathOf(copy)}/`)) this.drop(copy.board, what)
    this.drop(copy.board, `sequence/${pathOf(copy)}`)
    this.drop(copy.board, `copy/${pathOf(copy)}`)
  }

  /** The last row of the document that the server told this copy of. */
  sequence(copy: CopyName): number {
    const sequence = this.read(copy.board, `sequence/${pathOf(copy)}`)
    return typeof sequence === 'number' ? sequence : 0
  }

  keepSequence(copy: CopyName, sequence: number): void {
    this.keep(copy.board, `sequence/${pathOf(copy)}`, sequence)
  }

  // Unsaved changes -------------------------------------------------------------------------------------------------

  /** What all tabs together left unsaved in this copy. */
  unsaved(copy: CopyName): Unsaved {
    return this.#names(copy.board, `unsaved/${pathOf(copy)}/`)
      .map(what => readUnsaved(this.read(copy.board, what)))
      .reduce(bothUnsaved, NOTHING_UNSAVED)
  }

  /** What this tab has unsaved in this copy. */
  keepUnsaved(copy: CopyName, { count, touched }: Unsaved): void {
    const what = `unsaved/${pathOf(copy)}/${this.#tab}`
    if (count === 0) this.drop(copy.board, what)
    else this.keep(copy.board, what, { count, touched: [...touched] })
  }

  /** Makes what any tab left unsaved this tab's own: its copy holds those changes, and will send them. */
  takeOverUnsaved(copy: CopyName): Unsaved {
    const all = this.unsaved(copy)
    for (const what of this.#names(copy.board, `unsaved/${pathOf(copy)}/`)) this.drop(copy.board, what)
    this.keepUnsaved(copy, all)
    return all
  }

  /** False once the board was forgotten here, in whatever tab. */
  knows(board: string): boolean {
    return this.#names(board, 'life/').length > 0
  }

  /** Forgets everything about a board; its copies are the caller's to delete first. */
  forget(board: string): void {
    for (const what of this.#names(board, '')) this.drop(board, what)
  }

  #names(board: string, prefix: string): readonly string[] {
    const begin = keyOf(board, prefix)
    const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index))
    return keys.flatMap(key => (key?.startsWith(begin) ? [key.slice(keyOf(board, '').length)] : []))
  }
}

const keyOf = (board: string, what: string): string => `nonagon/${board}/${what}`

function readUnsaved(value: unknown): Unsaved {
  const { count, touched } = (value ?? {}) as { readonly count?: unknown; readonly touched?: unknown }
  if (typeof count !== 'number' || !Array.isArray(touched)) return NOTHING_UNSAVED
  return { count, touched: new Set(touched.filter(each => typeof each === 'string')) }
}
