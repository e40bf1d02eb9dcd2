/** The last ten seconds of a step, heard: soft, and never unless the person has touched the page and lets it. */
import type { Unsubscribe } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import type { Store } from '../base/store.ts'
import type { Sound } from '../commands/command.ts'
import type { Session } from '../editor/workshop.ts'

const KEY = 'nonagon.sound'

export function keptSound(store: Store): Sound {
  const isOn = new Value(store.getItem(KEY) !== 'off')
  return {
    isOn,
    set: next => {
      store.setItem(KEY, next ? 'on' : 'off')
      isOn.set(next)
    },
  }
}

/** Hz and gain: a tap for each second, and a lower, longer tone for the end. */
const TAP = { pitch: 880, loud: 0.03, seconds: 0.09 } as const
const END = { pitch: 587, loud: 0.06, seconds: 0.6 } as const

export function chimeFor({ news }: Pick<Session, 'news'>, { isOn }: Sound): Unsubscribe {
  let context: AudioContext | undefined
  const play = ({ pitch, loud, seconds }: typeof TAP | typeof END) => {
    // Browsers let nothing sound before a gesture, and nobody is surprised by a page they have not touched.
    if (!isOn.value || !navigator.userActivation?.hasBeenActive) return
    context ??= new AudioContext()
    const { currentTime: now, destination } = context
    const tone = new OscillatorNode(context, { frequency: pitch })
    const gain = new GainNode(context, { gain: 0 })
    gain.gain.linearRampToValueAtTime(loud, now + 0.01)
    gain.gain.exponentialRampToValueAtTime(0.0001, now + seconds)
    tone.connect(gain).connect(destination)
    tone.start(now)
    tone.stop(now + seconds)
  }
  const stop = news.subscribe(({ kind }) => {
    if (kind === 'last') play(TAP)
    else if (kind === 'end') play(END)
  })
  return () => {
    stop()
    void context?.close()
  }
}
