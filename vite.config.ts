import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'
import { bareDrawings, plainConsole, tightTemplates } from './scripts/lighter.ts'

/** Writes each file of the page compressed beside it, once, so that the server only has to send. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }) {
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|html|svg)$/.test(name)) continue
      const file = join(dir, name)
      writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }))
    }
  },
}

/**
 * What is needed together comes in one file: a request costs a slow line, the browser and the server more than its letters.
 * A group takes along all that its files import and that none above it has.
 */
const chunks = [
  { name: 'documents', test: /node_modules[\\/](yjs|lib0(?![\\/]hash)|y-protocols)[\\/]|plain-console/ },
  // What stands before a board and the board both need of elements comes with the page: neither waits for the other.
  {
    name: 'page',
    test: /client[\\/](main|elements[\\/](nn-(app|drop|menu)|icons|stripes|vars))\.ts$|shared[\\/]base[\\/]id\.ts$|repeat/,
  },
  { name: 'board', test: /client[\\/](elements[\\/]nn-board|board-files)\.ts$/ },
  { name: 'front', test: /client[\\/]elements[\\/](front|nn-(first|join))\.ts$/ },
  { name: 'scene', test: /client[\\/]scene[\\/]/ },
  { name: 'words', test: /client[\\/]words[\\/]later\.ts$/ },
  ...['canvas', 'outline', 'session', 'dialogs'].map(name => ({
    name,
    test: new RegExp(`client[\\\\/]elements[\\\\/]parts[\\\\/]${name}\\.ts$`),
  })),
]

/** Builds the page into dist/client. The server serves it; nothing is fetched from elsewhere. */
export default defineConfig({
  root: 'client',
  logLevel: 'warn',
  plugins: [plainConsole, bareDrawings, tightTemplates, compressed],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: chunks.map((chunk, i) => ({ ...chunk, priority: chunks.length - i })) },
      },
    },
  },
  server: {
    proxy: {
      '/api': { target: 'http://127.0.0.1:8080' },
      '/sync': { target: 'ws://127.0.0.1:8080', ws: true },
    },
  },
})
