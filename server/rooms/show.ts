/** Shows a turn that is on disk: the document to everybody, then pointers, then to each writer their receipt. */
import { encodePresence, encodeSync, SYNC } from '../../shared/wire/messages.ts'
import type { Metrics } from '../metrics.ts'
import type { Peer, Shown } from './peer.ts'
import type { RoomPresence } from './presence.ts'
import { readyFrames } from './ready.ts'
import type { Turn } from './turn.ts'

export interface Audience {
  readonly peers: ReadonlySet<Peer>
  readonly presence: RoomPresence
  readonly now: () => number
  readonly metrics: Metrics
}

export function showTurn(turn: Turn, audience: Audience): void {
  const shown = shownBy(turn, audience.presence)
  count(turn, audience)
  for (const peer of audience.peers) {
    const isServed = turn.served.has(peer)
    if (shown.all || isServed) peer.show(shown, { isServed })
  }
  tellRefused(turn, audience)
  for (const { peer, records } of turn.gone) peer.notify({ kind: 'gone', records })
  for (const { edit, outcome } of turn.outcomes) edit.resolve(outcome)
}

function shownBy({ update }: Turn, presence: RoomPresence): Shown {
  const document = update && encodeSync(SYNC.update, update)
  const pointers = presence.isDirty ? encodePresence(presence.takeNews()) : undefined
  const ready = document && readyFrames([document])
  if (!pointers) return { document: ready, all: ready }
  return { document: ready, all: readyFrames(document ? [document, pointers] : [pointers]) }
}

function count(turn: Turn, { now, metrics }: Audience): void {
  const at = now()
  for (const [peer, { count, since }] of turn.served) {
    peer.counted += count
    metrics.receiptSeconds.observe((at - since) / 1000)
  }
}

function tellRefused(turn: Turn, { metrics }: Audience): void {
  for (const { peer, verdict } of turn.refused) {
    metrics.refused.inc({ reason: verdict.reason })
    peer.counted++
    peer.sendReceipt()
    peer.notify({ kind: 'refused', reason: verdict.reason, ...(verdict.right ? { right: verdict.right } : {}) })
    peer.close(verdict.code)
  }
}
