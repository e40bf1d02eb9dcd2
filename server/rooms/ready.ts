/** Frames as they stand on the line, made once for everybody: `ws` would give each peer a header and a chunk of their own. */

const FINAL_BINARY = 0x82

/** Frames in a row, with their headers, as one piece (RFC 6455 §5.2; a server masks nothing). */
export function readyFrames(frames: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(frames.flatMap(frame => [headerOf(frame.length), frame]))
}

function headerOf(length: number): Uint8Array {
  if (length < 126) return Uint8Array.of(FINAL_BINARY, length)
  const isShort = length < 0x1_0000
  const header = Buffer.alloc(isShort ? 4 : 10)
  header[0] = FINAL_BINARY
  header[1] = isShort ? 126 : 127
  if (isShort) header.writeUInt16BE(length, 2)
  else header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
