/** Says things to people: `say(key, values)` fills a sentence of the language in use, with its plural. */
import type { English } from './en.ts'
import { en } from './en.ts'

/** A sentence with `{slots}`, or one per plural form; the form is chosen by the slot `{count}`. */
type Sentence = string | ({ readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string })

/** A language says everything that English says. */
export type Language = { readonly [key in WordKey]: Sentence }

export type WordKey = keyof English
export type Values = Readonly<Record<string, string | number>>

type SlotsIn<S> = S extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsIn<Rest> : never
type FormsOf<S> = S extends string ? S : S[keyof S]
type Slot<K extends WordKey> = SlotsIn<FormsOf<English[K]>>
type Needs<K extends WordKey> = [Slot<K>] extends [never] ? [] : [values: Readonly<Record<Slot<K>, string | number>>]

export interface Voice {
  /** The sentence of a key; the compiler knows which values it needs. */
  say<K extends WordKey>(key: K, ...values: Needs<K>): string
  /** The same for keys that come from a table. */
  sayAny(key: WordKey, values?: Values): string
}

/** The voice of one language. A slot without a value stays visible, so that it is noticed. */
export function speak(language: Language, locale: string): Voice {
  const plurals = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  const sayAny = (key: WordKey, values: Values = {}): string => {
    const sentence = language[key]
    const text =
      typeof sentence === 'string' ? sentence : (sentence[plurals.select(Number(values.count ?? 0))] ?? sentence.other)
    return text.replace(/\{(\w+)\}/g, (slot, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined
      return typeof value === 'number' ? numbers.format(value) : (value ?? slot)
    })
  }
  return { sayAny, say: (key, ...[values]) => sayAny(key, values) }
}

export const { say, sayAny } = speak(en, 'en')
