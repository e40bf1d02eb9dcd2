/** People at a document behind the gate, as the tick treats them: for the gate's tests. */
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { CANVAS_SCHEMA } from '../../shared/canvas/schema.ts'
import type { BoardDocument, Update } from '../../shared/wire/document.ts'
import { applyUpdates, createDocument, encodeState, onUpdate, stateVector } from '../../shared/wire/document.ts'
import type { DocumentSchema } from '../../shared/wire/schema.ts'
import type { Rights } from '../../shared/workshop/rights.ts'
import { ROLE_RIGHTS } from '../../shared/workshop/rights.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import type { GateRoom, Verdict } from './gate.ts'
import { judge } from './gate.ts'

/** A room without sockets: a document, what the gate knows of it, and who sits at it. */
export class TestRoom implements GateRoom {
  readonly document: BoardDocument = createDocument()
  readonly schema: DocumentSchema
  readonly clients = new Map<number, string>()
  readonly makers = new Map<string, string>()
  healing = false
  isDoubted = false

  constructor(schema: DocumentSchema = CANVAS_SCHEMA) {
    this.schema = schema
  }

  /** Another room with the same document and the same people. */
  copy(): TestRoom {
    const copy = new TestRoom(this.schema)
    applyUpdates(copy.document, [this.bytes], 'copy')
    for (const [client, person] of this.clients) copy.clients.set(client, person)
    for (const [record, person] of this.makers) copy.makers.set(record, person)
    return copy
  }

  get bytes(): Update {
    return encodeState(this.document)
  }

  /** Judges and applies like the tick. */
  take(frame: Update, seat: Seat, options: { step2: boolean } = { step2: false }): Verdict {
    return this.document.transact(() => {
      const verdict = judge(frame, this, seat, options)
      if (verdict.kind !== 'accepted') return verdict
      applyUpdates(this.document, [frame], this)
      for (const client of verdict.claims) this.clients.set(client, seat.person)
      for (const record of verdict.made) this.makers.set(record, seat.person)
      return verdict
    })
  }
}

/** One tab of one person: their copy of the document, and what they may do. */
export class Seat {
  readonly room: TestRoom
  readonly person: string
  readonly document: BoardDocument = createDocument()
  readonly canvas: Canvas
  role: Role
  rights: Rights
  isServer = false

  constructor(room: TestRoom, person: string, client: number, role: Role = 'participant') {
    this.room = room
    this.person = person
    this.role = role
    this.rights = ROLE_RIGHTS[role]
    this.canvas = openCanvas(this.document)
    this.catchUp()
    // Last, as Yjs takes another one when its own comes in from elsewhere.
    this.document.clientID = client
  }

  /** Takes over what the room has. */
  catchUp(): void {
    applyUpdates(this.document, [encodeState(this.room.document, stateVector(this.document))], 'room')
  }

  /** Changes the copy and says what would be sent; nothing is sent. */
  draft(write: (canvas: Canvas) => void): Update {
    const before = stateVector(this.document)
    const updates: Update[] = []
    const forget = onUpdate(this.document, update => updates.push(update))
    this.document.transact(() => write(this.canvas), this)
    forget()
    return updates[0] ?? encodeState(this.document, before)
  }

  /** Changes the copy and sends it. */
  does(write: (canvas: Canvas) => void): Verdict {
    return this.room.take(this.draft(write), this)
  }

  /** What a reconnecting client sends: all that the room lacks, and every deletion. */
  reconnects(): Verdict {
    return this.room.take(encodeState(this.document, stateVector(this.room.document)), this, { step2: true })
  }
}
