import { defineConfig } from 'vitest/config'

/** Each waits for servers, disks and lines, so a second one is welcome even where there is one core. */
const WORKERS = 2

/** Three layers that need no browser: unit (fast, in process), chaos (real servers that are hurt on purpose) and ops (how the product is shipped and hosted). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Files share their modules: nearly three times as fast. What a module remembers, a test must put back.
          isolate: false,
          // By itself vitest leaves one of two cores alone.
          maxWorkers: WORKERS,
          environment: 'node',
          // A busy machine makes properties slow, not wrong.
          testTimeout: 30_000,
          include: ['{shared,server,client,scripts,e2e}/**/*.test.ts'],
          exclude: ['e2e/chaos/**', 'e2e/ops/**', '**/node_modules/**'],
        },
      },
      // Not part of `npm test`: prints figures and asserts nothing about time.
      { test: { name: 'bench', environment: 'node', include: ['server/**/*.bench-test.ts'] } },
      {
        test: {
          name: 'chaos',
          environment: 'node',
          include: ['e2e/chaos/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          maxWorkers: WORKERS,
        },
      },
      {
        test: {
          name: 'ops',
          environment: 'node',
          include: ['e2e/ops/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: WORKERS,
        },
      },
    ],
  },
})
