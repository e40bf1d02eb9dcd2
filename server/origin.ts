/** Where a request comes from: its origin and its address, with proxies believed only where they are listed. */
import type { IncomingMessage } from 'node:http'

const schemeOf = (request: IncomingMessage): string => ('encrypted' in request.socket ? 'https' : 'http')

/** Origin under which the page was asked for. */
export const originOf = (request: IncomingMessage, publicUrl: URL | undefined): string =>
  publicUrl?.origin ?? `${schemeOf(request)}://${request.headers.host ?? 'localhost'}`

/** Is the Origin header ours? Exactly PUBLIC_URL's where it is set, else the host that was asked. */
export function isSameOrigin(request: IncomingMessage, publicUrl: URL | undefined): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return false
  if (publicUrl) return origin === publicUrl.origin
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}

/** The client's address: the last one that a listed proxy did not add itself. */
export function addressOf(request: IncomingMessage, trustedProxies: readonly string[]): string {
  const plain = (address: string) => address.replace(/^::ffff:/, '')
  const chain = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(each => plain(each.trim()))
    .filter(Boolean)
  let address = plain(request.socket.remoteAddress ?? '')
  while (trustedProxies.includes(address) && chain.length > 0) address = chain.pop() ?? address
  return address
}
