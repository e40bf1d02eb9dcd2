/** Who speaks before the parts came says nothing that comes with them: not the page, the board, the scene, nor what these import. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { later } from './later.ts'
import { en } from './en.ts'

const LATER = join(import.meta.dirname, 'later.ts')
const MAIN = join(import.meta.dirname, '../main.ts')

/** Types are gone when the page runs. */
const IMPORTS = /^(?:import|export)(?! type)[^'"]*'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORTS)]
    .map(([, fixed, asked]) => join(dirname(file), fixed ?? asked ?? ''))
    .filter(path => path.endsWith('.ts') && existsSync(path))

/** Every file that may run without the later sentences. Behind one that imports them they are always there. */
function before(): ReadonlySet<string> {
  const seen = new Set([MAIN])
  for (const file of seen) for (const next of importsOf(file)) if (!importsOf(next).includes(LATER)) seen.add(next)
  return seen
}

const isTable = (file: string) =>
  dirname(file) === import.meta.dirname && /^(en|de|ar)\b/.test(file.slice(dirname(file).length + 1))

test('what is on the first screen says nothing that comes later', () => {
  const files = [...before()].filter(file => !isTable(file))
  // The walk did reach the board and the scene.
  expect(files.length).toBeGreaterThan(200)
  const early = files.flatMap(file => {
    const source = readFileSync(file, 'utf8')
    const begun = [...source.matchAll(/say(?:Any)?\(`([^`$]+)\$\{/g)].map(([, start = '']) => start)
    return Object.keys(later)
      .filter(key => source.includes(`'${key}'`) || begun.some(start => key.startsWith(start)))
      .map(key => `${file}: ${key}`)
  })
  expect(early).toEqual([])
})

test('no sentence is in both tables', () => {
  expect(Object.keys(later).filter(key => key in en)).toEqual([])
})
