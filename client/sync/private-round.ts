/** My draft of the private round that is on: opened with it, kept to be read until its reveal, and never brought into another round. */
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import type { History } from '../../shared/canvas/history.ts'
import { createDocument } from '../../shared/wire/document.ts'
import { atLeast } from '../../shared/workshop/roles.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import type { Round } from '../../shared/workshop/session.ts'
import type { Workshop } from '../../shared/workshop/workshop.ts'
import type { KeptDocument } from './kept-document.ts'
import type { Line } from './saved.ts'
import { bothUnsaved, unsavedOf } from './saved.ts'
import type { Stranded } from './stranded.ts'

/** A draft that is open, between two fresh starts of its document. */
export interface OpenDraft {
  readonly canvas: Canvas
  readonly history: History
}

export interface PrivateRoundOptions {
  readonly keep: (document: string) => Promise<KeptDocument>
  readonly historyOf: (canvas: Canvas) => History
  /** Gives back what the server did not take. */
  readonly salvage: (stranded: Stranded) => number
  readonly role: () => Role
}

/** The private round that concerns everybody now: that of the running step, else the last one, until it is revealed. */
function privateRound({ session, rounds }: Workshop): Round | undefined {
  const all = rounds.all().filter(({ kind, state }) => kind === 'private' && state !== 'revealed')
  const last = all.reduce<Round | undefined>((a, b) => (a && a.openedAt > b.openedAt ? a : b), undefined)
  return all.find(({ id }) => id === session.value.run?.round) ?? last
}

export class PrivateRound {
  readonly round = new Value<Round | undefined>(undefined)
  readonly draft = new Value<OpenDraft | undefined>(undefined)
  /** How far the draft is saved; undefined while there is none. */
  readonly line = new Value<Line | undefined>(undefined)
  /** Notes of my draft of which the server says that they are shown: in a nameless round the canvas does not. */
  readonly revealed = new Value<ReadonlySet<string>>(new Set())
  readonly #options: PrivateRoundOptions
  #kept: KeptDocument | undefined
  /** The round whose draft is open or on its way. */
  #wanted: string | undefined
  #unhear: Unsubscribe = () => undefined
  #unfollow: Unsubscribe = () => undefined

  constructor(options: PrivateRoundOptions) {
    this.#options = options
  }

  /** Follows the workshop; again when it begins a new life. */
  follow(workshop: Workshop): void {
    this.#unfollow()
    const read = () => this.#read(workshop)
    const stops = [workshop.session.subscribe(read), workshop.rounds.subscribe(read)]
    this.#unfollow = () => {
      for (const stop of stops) stop()
    }
    read()
  }

  stop(): void {
    this.#unfollow()
    this.#leave()
  }

  /** The round that I write in, with a draft or before it is there. */
  get mine(): Round | undefined {
    return this.#wanted === undefined ? undefined : this.round.value
  }

  /** Is what I write now mine alone? */
  get isTaking(): boolean {
    return this.draft.value !== undefined && this.round.value?.state === 'open'
  }

  /** Will it be mine alone, but is there no draft yet to write it in? */
  get isWaiting(): boolean {
    return this.draft.value === undefined && this.round.value?.state === 'open'
  }

  #read(workshop: Workshop): void {
    const round = privateRound(workshop)
    const wanted = round && atLeast(this.#options.role(), 'participant') ? round.id : undefined
    if (round !== this.round.value) this.round.set(round)
    if (wanted === this.#wanted) return
    this.#leave()
    this.#wanted = wanted
    if (wanted !== undefined) void this.#open(wanted)
  }

  async #open(round: string): Promise<void> {
    const kept = await this.#options.keep(`draft/${round}`)
    // Meanwhile it may have been revealed.
    if (this.#wanted !== round) return kept.close()
    this.#kept = kept
    const stops = [
      kept.life.subscribe(() => this.#begin(kept)),
      kept.line.subscribe(line => this.#followLine(line, kept)),
      kept.news.subscribe(news => {
        if (news.kind === 'notice' && news.notice.kind === 'revealed') this.revealed.set(new Set(news.notice.notes))
      }),
    ]
    this.#unhear = () => {
      for (const stop of stops) stop()
    }
    this.line.set(kept.line.value)
    this.#begin(kept)
    kept.start({ askEpoch: () => Promise.resolve(1), salvage: this.#options.salvage })
  }

  #begin(kept: KeptDocument): void {
    const before = this.draft.value
    const canvas = openCanvas(kept.life.value.document)
    this.draft.set({ canvas, history: this.#options.historyOf(canvas) })
    before?.history.destroy()
  }

  /** The draft is no more: it was revealed while I was away. What never reached the server is given back. */
  #followLine(line: Line, kept: KeptDocument): void {
    this.line.set(line)
    if (line.ended !== 'noBoard') return
    const { touched, count } = unsavedOf(line)
    if (count === 0) return
    const theirs = createDocument()
    const mine = kept.life.value.document
    this.#options.salvage({ mine, theirs, isSameEpoch: false, touched, reason: 'step' })
    theirs.destroy()
  }

  #leave(): void {
    this.#wanted = undefined
    this.#unhear()
    this.#unhear = () => undefined
    const before = this.draft.value
    this.line.set(undefined)
    this.draft.set(undefined)
    this.revealed.set(new Set())
    before?.history.destroy()
    this.#kept?.close()
    this.#kept = undefined
  }
}

/** How far all my work is on its way: the canvas and, beside it, my draft. */
export function joinLines(canvas: Watchable<Line>, draft: Watchable<Line | undefined>): Watchable<Line> {
  const both = (): Line => {
    const [a, b] = [canvas.value, draft.value]
    if (!b || b.ended) return a
    return {
      ...a,
      // A draft that is being opened is no line that was lost.
      isOpening: a.isOpening || (a.isOpen && b.isOpening),
      isOpen: a.isOpen && b.isOpen,
      hasStepped: a.hasStepped && b.hasStepped,
      frames: [...a.frames, ...b.frames],
      loose: bothUnsaved(a.loose, b.loose),
    }
  }
  return {
    get value() {
      return both()
    },
    subscribe: listener => {
      const tell = () => listener(both())
      const stops = [canvas.subscribe(tell), draft.subscribe(tell)]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
