import { defineConfig } from '@playwright/test'
import { launchOptions } from './e2e/support/browser.ts'

/** Stories through the built server in a real browser. Each worker starts a server of its own. */
export default defineConfig({
  testDir: 'e2e/stories',
  testMatch: '*.story.ts',
  // What another story shows nearly as well has the tag, and runs in `npm run soak`.
  ...(process.env['NONAGON_SOAK'] ? {} : { grepInvert: /@soak/ }),
  fullyParallel: false,
  workers: 2,
  retries: 0,
  // A machine that many share is slow; what a story waits for has its own, shorter limits.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env['NONAGON_REPORT']
    ? [['list'], ['json', { outputFile: process.env['NONAGON_REPORT'] }]]
    : 'list',
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    launchOptions,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
