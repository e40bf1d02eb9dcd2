/** Finds the one browser that every browser test uses. */
import { existsSync } from 'node:fs'

const SYSTEM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Path of a Chromium, or undefined. BROWSER_PATH wins, then Playwright's own, then the system's. */
export async function findBrowser(env = process.env) {
  if (env.BROWSER_PATH) return existsSync(env.BROWSER_PATH) ? env.BROWSER_PATH : undefined
  const { chromium } = await import('playwright')
  return [chromium.executablePath(), ...SYSTEM].find(path => path && existsSync(path))
}

/** Flags that keep the browser on this machine and quiet. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
