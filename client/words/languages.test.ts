/** Every language says all that English says, in every form it counts in, with the same slots and in the same voice. */
import { afterEach, expect, test } from 'vitest'
import { areaTitled } from '../../shared/canvas/block-names.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import './later.ts'
import type { LanguageId } from './languages.ts'
import { beginSpeaking, keepLanguage, LANGUAGE_IDS, LANGUAGES, languageFor } from './languages.ts'
import type { Language, Sentence, WordKey } from './words.ts'
import { dated, english as en, listed, say, speak, speakWith } from './words.ts'

const KEYS = Object.keys(en) as WordKey[]

const formsOf = (sentence: Sentence): readonly (readonly [form: string, text: string])[] =>
  typeof sentence === 'string' ? [['', sentence]] : Object.entries(sentence)

const slotsOf = (sentence: Sentence): ReadonlySet<string> =>
  new Set(formsOf(sentence).flatMap(([, text]) => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot = '']) => slot)))

/** Forms that name their number in words. */
const SPOKEN_FORMS = new Set(['zero', 'one', 'two'])

/** What would break the calm voice: shouting, begging, apologies, the formal you. */
const NEVER: Readonly<Record<LanguageId, RegExp>> = {
  en: /!|\bplease\b|\boops\b|\bsorry\b/i,
  // “Sie” in the middle of a sentence would be the formal you.
  de: /!|\b[Bb]itte\b|\b[Ll]eider\b|\b[Uu]ps\b|(?<![.:?] |^)\b(?:Sie|Ihre?[mnrs]?)\b|\bIhnen\b/,
  ar: /!|من فضلك|يرجى|الرجاء|عذرًا|للأسف/,
}

afterEach(() => speakWith(speak(en, 'en')))

for (const id of LANGUAGE_IDS) {
  const table = (): Promise<Language> => LANGUAGES[id].table()

  test(`${id}: every key, with the slots of English`, async () => {
    const language = await table()
    expect(Object.keys(language).sort()).toEqual([...KEYS].sort())
    for (const key of KEYS) {
      const wanted = slotsOf(en[key])
      expect.soft(slotsOf(language[key]), key).toEqual(wanted)
      for (const [form, text] of formsOf(language[key])) {
        const left = [...wanted].filter(slot => !text.includes(`{${slot}}`))
        expect.soft(left, `${key} ${form}`).toEqual(SPOKEN_FORMS.has(form) ? left.filter(slot => slot === 'count') : [])
      }
    }
  })

  test(`${id}: every form in which it counts`, async () => {
    const language = await table()
    const wanted = new Intl.PluralRules(id).resolvedOptions().pluralCategories
    for (const key of KEYS) {
      expect.soft(typeof language[key], key).toBe(typeof en[key])
      if (typeof language[key] !== 'string')
        expect.soft(new Set(Object.keys(language[key])), key).toEqual(new Set(wanted))
    }
  })

  test(`${id}: sentences keep the voice, and they end as English ones do`, async () => {
    const language = await table()
    for (const key of KEYS) {
      const ends = formsOf(en[key]).every(([, text]) => /[.?]$/.test(text))
      for (const [form, text] of formsOf(language[key])) {
        expect.soft(text, `${key} ${form}`).not.toMatch(NEVER[id])
        expect.soft(text.trim(), `${key} ${form}`).toBe(text)
        if (key.startsWith('said.')) expect.soft(text, `${key} ${form}`).toMatch(/\.$/)
        expect.soft(/[.?؟]$/.test(text), `${key} ${form}: ${text}`).toBe(ends)
      }
    }
  })

  test(`${id}: writes in its own letters`, async () => {
    const language = await table()
    const foreign = id === 'ar' ? /^[^\p{Script=Arabic}]+$/u : /\p{Script=Arabic}/u
    /** Names, formats and figures are the same everywhere. */
    const SAME =
      /^(page\.nonagon|first\.(spotify|airbnb)|export\.(markdown|json|scale)|foot\.(neighbour|percent)|tray\.words)$/
    for (const key of KEYS)
      if (!SAME.test(key)) for (const [, text] of formsOf(language[key])) expect.soft(text, key).not.toMatch(foreign)
  })

  test(`[B14] ${id}: what stands over a block is its name, also in what is pasted`, async () => {
    const language = await table()
    for (const area of AREAS)
      for (const [, name] of formsOf(language[`area.${area}`])) expect.soft(areaTitled(name), name).toBe(area)
  })

  test(`${id}: names itself, and is the direction its letters run in`, () => {
    expect(new Intl.DisplayNames(id, { type: 'language' }).of(id)).toBe(LANGUAGES[id].name)
    expect(LANGUAGES[id].direction).toBe(id === 'ar' ? 'rtl' : 'ltr')
  })
}

test('the language is what was chosen, else what the browser asks for, else English', () => {
  expect(languageFor('ar', ['de-AT', 'en'])).toBe('ar')
  expect(languageFor(null, ['fr', 'de-AT', 'en'])).toBe('de')
  expect(languageFor(null, ['AR-eg'])).toBe('ar')
  expect(languageFor(null, ['fr'])).toBe('en')
  expect(languageFor('constructor', [])).toBe('en')
})

const storage = (): Pick<Storage, 'getItem' | 'setItem'> => {
  const kept = new Map<string, string>()
  return { getItem: key => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}

test('the page follows the language: its mark, its direction, its words, dates and lists', async () => {
  const kept = storage()
  const root = { lang: 'en', dir: 'ltr' } as HTMLElement
  expect(await beginSpeaking(root, kept, ['de'])).toBe('de')
  expect([root.lang, root.dir]).toEqual(['de', 'ltr'])
  expect(say('said.full', { limit: 5_000 })).toContain('5.000')
  expect(dated(Date.UTC(2026, 4, 9, 12), 'long')).toBe('9. Mai 2026')
  expect(listed(['a', 'b', 'c'])).toBe('a, b und c')
  keepLanguage(kept, 'ar')
  expect(await beginSpeaking(root, kept, ['de'])).toBe('ar')
  expect([root.lang, root.dir]).toEqual(['ar', 'rtl'])
  expect(listed(['a', 'b', 'c'])).toBe('a، وb، وc')
  const counted = [0, 1, 2, 5, 20, 300].map(count => say('said.deleted', { count }))
  expect(new Set(counted).size).toBe(6)
})

test('a name of the other direction does not turn the sentence around it', async () => {
  expect(say('people.removeYes', { name: 'سلمى' })).toBe('Remove \u2068سلمى\u2069')
  await beginSpeaking({} as HTMLElement, storage(), ['ar'])
  expect(say('people.removeYes', { name: 'Ana' })).toBe('إزالة \u2068Ana\u2069')
  expect(say('people.removeYes', { name: 'سلمى' })).toBe('إزالة سلمى')
})
