/** Brings a change made to an old text into the newer one: what an input method composed while others went on typing. */
import { simpleDiffString } from 'lib0/diff'

export interface Merged {
  readonly text: string
  /** Where my change ends in it: the place of the caret. */
  readonly caret: number
}

/** `mine` and `theirs` both come from `base`. What either took away is gone, what either typed is there; at the same place mine stands after theirs. */
export function mergeText(base: string, mine: string, theirs: string): Merged {
  const my = simpleDiffString(base, mine)
  const their = simpleDiffString(base, theirs)
  const gone = (index: number): boolean =>
    [my, their].some(edit => index >= edit.index && index < edit.index + edit.remove)
  const kept = (from: number, to: number): string => {
    let text = ''
    for (let index = from; index < to; index++) if (!gone(index)) text += base[index] ?? ''
    return text
  }
  const mineFirst = my.index < their.index
  const [first, second] = mineFirst ? [my, their] : [their, my]
  const begin = kept(0, first.index) + first.insert
  const middle = kept(first.index, second.index) + second.insert
  return {
    text: begin + middle + kept(second.index, base.length),
    caret: mineFirst ? begin.length : begin.length + middle.length,
  }
}
