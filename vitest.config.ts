import { defineConfig } from 'vitest/config'

/** Two layers that need no browser: unit (fast, in process) and chaos (real servers that are hurt on purpose). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{shared,server,client,scripts,e2e}/**/*.test.ts'],
          exclude: ['e2e/chaos/**', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'chaos',
          environment: 'node',
          include: ['e2e/chaos/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
