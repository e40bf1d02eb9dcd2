/** Letters of a shared text by their ids: what a step typed can be taken out, what it erased can be put back exactly where it stood. */
import * as Y from 'yjs'

/** Letters by id; they may be live, erased, or put back under other ids since. */
interface Span {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** Erased letters. The document forgets what they were, so they are kept here. */
interface Erased {
  readonly client: number
  readonly clock: number
  readonly letters: string
}

/** What one transaction, or several in a row, did to one text. */
export interface Typing {
  readonly typed: readonly Span[]
  readonly erased: readonly Erased[]
}

const rangesOf = (spans: Iterable<Span>) => {
  const ranges = Y.createDeleteSet()
  for (const { client, clock, length } of spans)
    ranges.clients.set(client, [...(ranges.clients.get(client) ?? []), { clock, len: length }])
  return Y.mergeDeleteSets([ranges])
}

/** The items that hold these ids, cut so that none reaches beyond them. */
function itemsIn(transaction: Y.Transaction, span: Span): Y.Item[] {
  const items: Y.Item[] = []
  Y.iterateDeletedStructs(transaction, rangesOf([span]), struct => {
    if (struct instanceof Y.Item) items.push(struct)
  })
  return items
}

const lettersOf = (item: Y.Item): string => (item.content instanceof Y.ContentString ? item.content.str : '')
const spanOf = (item: Y.Item): Span => ({ client: item.id.client, clock: item.id.clock, length: item.length })

/** What this transaction of mine did to these texts. To be asked before Yjs forgets the erased letters (`afterTransaction`). */
export function typingIn(transaction: Y.Transaction, texts: Iterable<Y.Text>): Map<Y.Text, Typing> {
  const typings = new Map<unknown, { typed: Span[]; erased: Erased[] }>()
  for (const text of texts) typings.set(text, { typed: [], erased: [] })
  const me = transaction.doc.clientID
  const start = transaction.beforeState.get(me) ?? 0
  const mine = { client: me, clock: start, length: (transaction.afterState.get(me) ?? 0) - start }
  for (const item of mine.length > 0 ? itemsIn(transaction, mine) : [])
    if (!item.deleted) typings.get(item.parent)?.typed.push(spanOf(item))
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, item => {
    if (!(item instanceof Y.Item) || item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)) return
    const letters = lettersOf(item)
    if (letters) typings.get(item.parent)?.erased.push({ ...spanOf(item), letters })
  })
  return typings as Map<Y.Text, Typing>
}

/** Two typings of one text in a row as one. */
export function join(first: Typing, then: Typing): Typing {
  const last = first.typed.at(-1)
  const [next, ...rest] = then.typed
  const goesOn = last && next && last.client === next.client && last.clock + last.length === next.clock
  const typed = goesOn
    ? [...first.typed.slice(0, -1), { ...last, length: last.length + next.length }, ...rest]
    : [...first.typed, ...then.typed]
  return { typed, erased: [...first.erased, ...then.erased] }
}

/**
 * Takes a typing back: its letters that are still there go, those it erased come back at their old place. Others'
 * letters stay. Returns the typing that would do it again; undefined when nothing was left to take back.
 */
export function retract(transaction: Y.Transaction, text: Y.Text, typing: Typing): Typing | undefined {
  const erased = typing.typed.flatMap(span => erase(transaction, text, span))
  const own = rangesOf(typing.typed)
  const typed = typing.erased.flatMap(run => putBack(transaction, text, run, item => !Y.isDeleted(own, item.id)))
  if (erased.length === 0 && typed.length === 0) return undefined
  // Yjs remembers where in a text it was last; these edits passed it by.
  text._searchMarker?.splice(0)
  return { typed, erased }
}

function erase(transaction: Y.Transaction, text: Y.Text, span: Span): Erased[] {
  const erased: Erased[] = []
  const ahead = [span]
  for (let next = ahead.pop(); next; next = ahead.pop())
    for (const item of itemsIn(transaction, next)) {
      if (item.redone) ahead.push({ ...item.redone, length: item.length })
      else if (!item.deleted && item.parent === text) {
        erased.push({ ...spanOf(item), letters: lettersOf(item) })
        item.delete(transaction)
      }
    }
  return erased
}

function putBack(transaction: Y.Transaction, text: Y.Text, run: Erased, isWanted: (item: Y.Item) => boolean): Span[] {
  const { clientID, store } = transaction.doc
  const typed: Span[] = []
  for (const gone of itemsIn(transaction, { ...run, length: run.letters.length })) {
    if (!gone.deleted || gone.redone || gone.parent !== text || !isWanted(gone)) continue
    const from = gone.id.clock - run.clock
    const letters = new Y.ContentString(run.letters.slice(from, from + gone.length))
    const id = Y.createID(clientID, Y.getState(store, clientID))
    const left = gone.left
    new Y.Item(id, left, left && left.lastId, gone, gone.id, text, null, letters).integrate(transaction, 0)
    gone.redone = id
    typed.push({ client: clientID, clock: id.clock, length: gone.length })
  }
  return typed
}

/** Did this typing erase what others had typed? */
export const erasedOthers = (typing: Typing, me: number): boolean => typing.erased.some(run => run.client !== me)

/** Are letters of anyone else in this text? */
export function hasOthersLetters(text: Y.Text, me: number): boolean {
  for (let item = text._start; item; item = item.right)
    if (!item.deleted && item.countable && item.id.client !== me) return true
  return false
}
