/** A websocket that tells which document frames went out on it and when anything came in. It changes nothing that passes, and may be told to let none pass. */
import { MESSAGE, SYNC } from '../../shared/wire/messages.ts'

/** As the provider wants it: the browser's own class, `ws` in Node, or one that carries several documents. */
export type SocketClass = typeof WebSocket

export type DocumentFrame = 'step2' | 'update'

export interface SocketWatch {
  /** A frame that the server counts was handed to this socket. */
  sent(frame: DocumentFrame, socket: WebSocket): void
  heard(socket: WebSocket): void
  /** Is this frame to stay here? It is lost then: the step2 that goes out later brings what it had. */
  holds(socket: WebSocket): boolean
}

/** `WebSocket.CLOSING`, which tests in Node have under another name. */
const CLOSING = 2

/** Subclass of `Base` to be given to a provider as `WebSocketPolyfill`. */
export function watchedSocket(Base: SocketClass, watch: SocketWatch): SocketClass {
  return class extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', () => watch.heard(this))
    }

    override send(frame: Parameters<WebSocket['send']>[0]): void {
      const kind = documentFrame(frame)
      if (kind && watch.holds(this)) return
      // A line that is ending takes nothing and browsers complain; the frame counts as sent and will not be receipted.
      if (this.readyState < CLOSING) super.send(frame)
      if (kind) watch.sent(kind, this)
    }
  }
}

function documentFrame(frame: unknown): DocumentFrame | undefined {
  if (!(frame instanceof Uint8Array) || frame[0] !== MESSAGE.sync) return undefined
  if (frame[1] === SYNC.step2) return 'step2'
  return frame[1] === SYNC.update ? 'update' : undefined
}
