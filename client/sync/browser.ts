/** What a board stands on in a page: this browser's storage, sockets, clocks and wakings. */
import type { Observable } from '../../shared/base/observable.ts'
import { newId } from '../../shared/base/id.ts'
import type { Store } from '../base/store.ts'
import { memoryStorage } from '../base/store.ts'
import { memoryCopies } from './copy.ts'
import { Device } from './device.ts'
import { indexedCopies } from './indexed-copy.ts'
import type { Ground } from './open-board.ts'
import { realTimers } from './timers.ts'

/** Where nothing is kept, a board works as well, and its `storageAvailable` says so. */
export async function browserGround(store: Store): Promise<Ground> {
  const copies = store.isKept.value ? await indexedCopies(realTimers) : undefined
  const device = new Device(copies ? store : memoryStorage(), newId())
  device.isKeeping.set(copies !== undefined)
  store.isKept.subscribe(isKept => device.isKeeping.set(isKept))
  return {
    origin: location.origin,
    fetch: (...request) => fetch(...request),
    WebSocket,
    device,
    copies: copies ?? memoryCopies(),
    wakes,
    timers: realTimers,
    wallTime: () => Date.now(),
    random: () => Math.random(),
  }
}

/** `offline` is one of them: the browser may be wrong, so the line is asked. */
const wakes: Observable<void> = {
  subscribe(listener) {
    const woke = () => listener()
    const shown = () => {
      if (document.visibilityState === 'visible') listener()
    }
    for (const event of ['online', 'offline', 'pageshow']) addEventListener(event, woke)
    document.addEventListener('visibilitychange', shown)
    document.addEventListener('resume', woke)
    return () => {
      for (const event of ['online', 'offline', 'pageshow']) removeEventListener(event, woke)
      document.removeEventListener('visibilitychange', shown)
      document.removeEventListener('resume', woke)
    }
  },
}
