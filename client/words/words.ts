/** Says things to people: `say(key, values)` fills a sentence of the language in use, with its plural. */
import type { Direction } from '../../shared/base/direction.ts'
import { isolated } from '../../shared/base/direction.ts'
import type { English } from './en.ts'
import { en } from './en.ts'

/** A sentence with `{slots}`, or one per plural form; the form is chosen by the slot `{count}`. */
export type Sentence = string | ({ readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string })

/** A language says everything that English says. */
export type Language = { readonly [key in WordKey]: Sentence }

/** The same of a part of the table. */
export type Part<English> = { readonly [key in keyof English]: Sentence }

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
  /** Texts one after the other, as the language strings them together. */
  listed(texts: readonly string[]): string
  /** A date with its month in letters: `short` for lists, `long` for documents; `time` for what was today. */
  dated(at: number, length: keyof typeof DATES): string
}

const DATES = {
  time: { timeStyle: 'short' },
  short: { day: 'numeric', month: 'short' },
  long: { dateStyle: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** The voice of one language. A slot without a value stays visible, so that it is noticed. */
export function speak(language: Language, locale: string, direction: Direction = 'ltr'): Voice {
  const plurals = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  const lists = new Intl.ListFormat(locale, { type: 'unit', style: 'short' })
  const sayAny = (key: WordKey, values: Values = {}): string => {
    const sentence = language[key]
    const text =
      typeof sentence === 'string' ? sentence : (sentence[plurals.select(Number(values.count ?? 0))] ?? sentence.other)
    return text.replace(/\{(\w+)\}/g, (slot, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined
      // A name or a note may be of another script: it must not turn the order of the sentence around it.
      return typeof value === 'number' ? numbers.format(value) : isolated(value ?? slot, direction)
    })
  }
  return {
    sayAny,
    say: (key, ...[values]) => sayAny(key, values),
    listed: texts => lists.format(texts),
    dated: (at, length) => new Intl.DateTimeFormat(locale, DATES[length]).format(at),
  }
}

/** English as far as it is here: what is said later is learned later. */
const heard: Record<string, Sentence> = { ...en }
export const english = heard as Language

export const learn = (sentences: Readonly<Record<string, Sentence>>): void => void Object.assign(heard, sentences)

let voice = speak(english, 'en')

/** From now on this voice says everything. */
export function speakWith(other: Voice): void {
  voice = other
}

export const say: Voice['say'] = (key, ...values) => voice.say(key, ...values)
export const sayAny: Voice['sayAny'] = (key, values) => voice.sayAny(key, values)
export const listed: Voice['listed'] = texts => voice.listed(texts)
export const dated: Voice['dated'] = (at, length) => voice.dated(at, length)
