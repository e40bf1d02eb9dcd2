/** Reads the body of a request, but never more than is allowed. */
import type { IncomingMessage } from 'node:http'

/** The bytes, or undefined when there are more than `limit`; the rest is read away, so that the answer is heard. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
  }
  return size <= limit ? Buffer.concat(chunks) : undefined
}
