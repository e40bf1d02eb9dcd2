/** How every browser test starts its browser. */
import { browserFlags, findBrowser } from '../../scripts/browser.mjs'

export const launchOptions = {
  executablePath: (await findBrowser()) ?? '/no-browser-found',
  args: [...browserFlags, '--host-resolver-rules=MAP board.test 127.0.0.1'],
}
