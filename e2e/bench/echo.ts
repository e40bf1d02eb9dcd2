/** The baseline of the bench: a bare `ws` relay that sends every message to everybody else and keeps nothing. */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const http = createServer((_, response) => response.end('{}'))
const wss = new WebSocketServer({ server: http, perMessageDeflate: false })
wss.on('connection', socket => {
  socket.on('message', data => {
    for (const other of wss.clients) if (other !== socket && other.readyState === other.OPEN) other.send(data)
  })
})
http.listen(0, '127.0.0.1', () => {
  const bound = http.address()
  if (typeof bound === 'object' && bound) process.stdout.write(`Nonagon is at http://127.0.0.1:${bound.port}\n`)
})
