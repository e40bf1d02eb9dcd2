/** What holds for the sources of all elements: styles know start and end instead of left and right, and sentences stand in `words/`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const HERE = fileURLToPath(new URL('.', import.meta.url))

const SOURCES = readdirSync(HERE, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.(ts|css)$/.test(name) && !/\.test\.ts$/.test(name))
  .map(name => ({ name, text: readFileSync(join(HERE, name), 'utf8') }))

/** A property that names a side of the screen. */
const SIDED =
  /^\s*(?:(?:margin|padding|border)-(?:left|right)(?:-\w+)?|left|right|float):|text-align: (?:left|right)|^\s*(?:margin|padding): \S+ (\S+) \S+ (?!\1;)\S+;/

/** Moved over the board by the camera: a place there is the same in any language. */
const PLACED = new Set(['follow.ts', 'nn-start-hint.ts', 'nn-note-editor.ts', 'nn-remark.ts', 'nn-tip.ts'])

test('[B21] styles know start and end, not left and right', () => {
  for (const { name, text } of SOURCES)
    for (const line of text.split('\n'))
      if (!PLACED.has(name)) expect.soft(SIDED.test(line) ? `${name}: ${line.trim()}` : '', name).toBe('')
})

/** Attributes whose value people see or hear. */
const SAID =
  /(?:^|[\s<"'])\.?(aria-(?:label|description|roledescription|placeholder|valuetext)|title|placeholder|alt|label|heading|sentence|hint|data-tip)=(?:"([^"]*)|([^\s"'>]*))/g

const LETTERS = /\p{L}{2,}/u
/** Written the same in every language: names of keys. */
const KEY_CAPS = /^(?:Alt|Ctrl|Shift|Esc|Enter)$/

/** The literal parts of a template, `\0` where a value stands. */
const joined = (template: ts.TemplateLiteral): string =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : [template.head.text, ...template.templateSpans.map(span => span.literal.text)].join('\0')

/** What a template says by itself: text between tags, and attributes that are read to people. */
function* spokenIn(template: string): Generator<string> {
  for (const [, , quoted, bare] of template.matchAll(SAID)) yield quoted ?? bare ?? ''
  yield* template
    .replace(/<!--[\s\S]*?-->|<style[\s\S]*?<\/style>/g, '')
    .split(/<\/?[\w-]*(?:"[^"]*"|'[^']*'|[^>"'])*>/)
}

/** Words that stand in a template instead of in the tables. */
function wordsIn(name: string, text: string): readonly string[] {
  const found: string[] = []
  const look = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'html')
      for (const spoken of spokenIn(joined(node.template)))
        for (const word of spoken.split(/[\s\0]+/))
          if (LETTERS.test(word) && !KEY_CAPS.test(word)) found.push(`${name}: ${word}`)
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true))
  return found
}

test('no sentence is written outside client/words', () => {
  expect(SOURCES.flatMap(({ name, text }) => (name.endsWith('.ts') ? wordsIn(name, text) : []))).toEqual([])
})

test('a sentence in a template would be found', () => {
  const wrong = [
    'html`<p>Hello</p>`',
    'html`<b aria-label="Close it"></b>`',
    'html`<b title=${x}>${say("a")} more</b>`',
    'html`${yes ? html`<i>yes</i>` : ""}`',
  ]
  for (const text of wrong) expect(wordsIn('x', text), text).not.toEqual([])
  expect(wordsIn('x', 'html`<p class="two words" data-tip="${say("a")}  Alt 1">${say("page.close")}</p>`')).toEqual([])
})
