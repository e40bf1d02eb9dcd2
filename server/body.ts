/** Reads the body of a request, but never more than is allowed. */
import type { IncomingMessage } from 'node:http'

/** The text, or undefined when it is longer than `limit` bytes; the rest is read away, so that the answer is heard. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
  }
  return size <= limit ? Buffer.concat(chunks).toString('utf8') : undefined
}
