/** Ends a websocket with a code, and cuts it when the other side does not answer. */
import type { WebSocket } from 'ws'
import type { CloseCode } from '../../shared/wire/messages.ts'

const ANSWER_MS = 2_000

export function closeSocket(ws: WebSocket, code: CloseCode): void {
  ws.close(code)
  const cut = setTimeout(() => ws.terminate(), ANSWER_MS)
  cut.unref()
  ws.once('close', () => clearTimeout(cut))
}
