/** A line between one person and the server, in good weather: it can be cut without cutting anybody else's. */
import { ChaosProxy } from './chaos-proxy.ts'
import type { Nonagon } from './nonagon.ts'
import { seeded } from './random.ts'

/** It finds the server again when that has begun anew. */
export const lineTo = (nonagon: Nonagon): Promise<ChaosProxy> =>
  ChaosProxy.open({ target: () => nonagon.port, random: seeded(1) })
