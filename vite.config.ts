import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'

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

/** Builds the page into dist/client. The server serves it; nothing is fetched from elsewhere. */
export default defineConfig({
  root: 'client',
  logLevel: 'warn',
  plugins: [compressed],
  build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  server: {
    proxy: {
      '/api': { target: 'http://127.0.0.1:8080' },
      '/sync': { target: 'ws://127.0.0.1:8080', ws: true },
    },
  },
})
