/** The languages the page speaks, and which of them a person gets. English is in the first bundle as far as the first screen says it, each other a file of its own. */
import type { Direction } from '../../shared/base/direction.ts'
import type { Language } from './words.ts'
import { english, speak, speakWith } from './words.ts'

interface Spoken {
  /** As it calls itself. */
  readonly name: string
  readonly direction: Direction
  table(): Promise<Language>
}

export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr', table: async () => english },
  de: { name: 'Deutsch', direction: 'ltr', table: async () => (await import('./de.ts')).de },
  ar: { name: 'العربية', direction: 'rtl', table: async () => (await import('./ar.ts')).ar },
} as const satisfies Readonly<Record<string, Spoken>>

export type LanguageId = keyof typeof LANGUAGES
export const LANGUAGE_IDS = Object.keys(LANGUAGES) as readonly LanguageId[]

const isSpoken = (id: string | null | undefined): id is LanguageId => LANGUAGE_IDS.includes(id as LanguageId)

/** What the person chose here, else the first the browser asks for that is spoken here, else English. */
export function languageFor(chosen: string | null, wanted: readonly string[]): LanguageId {
  if (isSpoken(chosen)) return chosen
  return wanted.map(tag => tag.split('-')[0]?.toLowerCase()).find(isSpoken) ?? 'en'
}

/** The language of this page, and the way to another. */
export interface LanguageChoice {
  readonly current: LanguageId
  choose(id: LanguageId): void
}

const KEY = 'nonagon.language'

export const keepLanguage = (storage: Pick<Storage, 'setItem'>, id: LanguageId): void => storage.setItem(KEY, id)

/** Makes `root` and every sentence of the page follow the language. To be waited for before the first of them is shown. */
export async function beginSpeaking(
  root: HTMLElement,
  storage: Pick<Storage, 'getItem'>,
  wanted: readonly string[],
): Promise<LanguageId> {
  const asked = languageFor(storage.getItem(KEY), wanted)
  // A table that cannot be fetched leaves English, which is here already.
  const table = await LANGUAGES[asked].table().catch(() => undefined)
  const id = table ? asked : 'en'
  const { direction } = LANGUAGES[id]
  if (table) speakWith(speak(table, id, direction))
  root.lang = id
  root.dir = direction
  return id
}
