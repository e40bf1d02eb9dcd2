import { defineConfig } from 'vite'

/** Bundles the server with all it needs into dist/server/main.js, so that the product is two folders and a Node. */
export default defineConfig({
  logLevel: 'warn',
  ssr: { noExternal: true, external: ['bufferutil', 'utf-8-validate'] },
  build: {
    ssr: 'server/main.ts',
    outDir: 'dist/server',
    target: 'node22',
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'main.js' } },
  },
})
