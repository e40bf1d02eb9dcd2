/** The worked examples that a board can be made from. */
import { AIRBNB } from './airbnb.ts'
import { SPOTIFY } from './spotify.ts'

/** Markdown by the name under which it is asked for. */
export const EXAMPLES = { spotify: SPOTIFY, airbnb: AIRBNB } as const
