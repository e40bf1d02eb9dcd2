/** Imports run one way. What the compiler's projects do not see is held here. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

interface Import {
  readonly from: string
  /** A path in the repository, or a package's name. */
  readonly to: string
}

/** Parts that only tests share. */
const FOR_TESTS = /(-kit|test-board|rehearsal|sample|scratch|fake-timers)\.ts$/

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* sources(path)
    else if (/\.ts$/.test(entry.name) && !/\.(test|d)\.ts$/.test(entry.name) && !FOR_TESTS.test(entry.name)) yield path
  }
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g

const imports: Import[] = ['shared', 'server', 'client'].flatMap(folder =>
  [...sources(folder)].flatMap(from =>
    [...readFileSync(join(ROOT, from), 'utf8').matchAll(IMPORT)].map(([, named, dynamic, bare]) => {
      const target = named ?? dynamic ?? bare ?? ''
      return { from, to: target.startsWith('.') ? relative(ROOT, join(ROOT, dirname(from), target)) : target }
    }),
  ),
)

/** What a folder may import of ours, besides itself. The longest matching folder counts. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  server: ['shared'],
  'client/base': ['shared'],
  'client/words': ['shared', 'client/editor'],
  'client/editor': ['shared'],
  'client/sync': ['shared', 'client/base', 'client/editor'],
  'client/commands': ['shared', 'client/editor', 'client/words'],
  'client/scene': ['shared', 'client/editor', 'client/words'],
  'client/files': ['shared', 'client/editor'],
  'client/elements': ['shared', 'client/base', 'client/editor', 'client/commands', 'client/words', 'client/files'],
  // main.ts alone: it wires.
  client: [
    'shared',
    'client/base',
    'client/editor',
    'client/sync',
    'client/commands',
    'client/scene',
    'client/words',
    'client/elements',
  ],
}

const folderOf = (path: string): string =>
  Object.keys(ALLOWED)
    .filter(folder => path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0] ?? ''

const isOurs = (target: string): boolean => /^(shared|server|client|e2e|scripts)\//.test(target)
const offenders = (holds: (each: Import) => boolean): string[] =>
  imports.filter(each => !holds(each)).map(({ from, to }) => `${from} → ${to}`)

test('there is something to look at', () => {
  expect(imports.length).toBeGreaterThan(300)
})

test('folders import only what stands below them', () => {
  const wrong = offenders(({ from, to }) => {
    if (!isOurs(to)) return true
    const [own, other] = [folderOf(from), folderOf(to)]
    return own === other || (ALLOWED[own] ?? []).includes(other)
  })
  expect(wrong).toEqual([])
})

test('only the scene imports Konva', () => {
  expect(offenders(({ from, to }) => !to.startsWith('konva') || from.startsWith('client/scene/'))).toEqual([])
})

test('Lit is known to elements and to what wires them', () => {
  expect(offenders(({ from, to }) => !/^lit(\/|$)/.test(to) || /^client\/(elements\/|main\.ts)/.test(from))).toEqual([])
})

test('readers hold ids: only shared, the transport and the offline copy import yjs', () => {
  expect(
    offenders(
      ({ from, to }) => !/^(yjs|y-websocket|y-indexeddb|y-protocols)/.test(to) || /^(shared|client\/sync)\//.test(from),
    ),
  ).toEqual([])
})

test('shared runs anywhere: neither Node nor packages of the page', () => {
  expect(offenders(({ from, to }) => !from.startsWith('shared/') || isOurs(to) || /^(yjs|lib0\/)/.test(to))).toEqual([])
})

test('no two files need each other', () => {
  const edges = new Map<string, string[]>()
  for (const { from, to } of imports) if (isOurs(to)) edges.set(from, [...(edges.get(from) ?? []), to])
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    state.set(file, 'open')
    for (const next of edges.get(file) ?? []) visit(next, [...path, file])
    state.set(file, 'done')
  }
  for (const file of edges.keys()) visit(file, [])
  // Types may point both ways; what runs may not. Type-only imports are erased, so they are left out here.
  expect(circles.filter(circle => !circle.split(' → ').some((file, i, all) => isTypeOnly(file, all[i + 1])))).toEqual(
    [],
  )
})

function isTypeOnly(from: string, to: string | undefined): boolean {
  if (!to) return false
  const lines = readFileSync(join(ROOT, from), 'utf8').matchAll(/import\s+(type\s+)?[^'"]*?from\s*['"](\.[^'"]+)['"]/g)
  const found = [...lines].filter(([, , target]) => relative(ROOT, join(ROOT, dirname(from), target ?? '')) === to)
  return found.length > 0 && found.every(([, type]) => type !== undefined)
}
