import { defineConfig } from 'vite'

/** Builds the page into dist/client. The server serves it; nothing is fetched from elsewhere. */
export default defineConfig({
  root: 'client',
  logLevel: 'warn',
  build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  server: {
    proxy: {
      '/api': { target: 'http://127.0.0.1:8080' },
      '/sync': { target: 'ws://127.0.0.1:8080', ws: true },
    },
  },
})
