/** What a person may do now, in one sentence: from rights to words. */
import type { Extent, Right, Rights } from '../../shared/workshop/rights.ts'
import { listed, say } from './words.ts'

/** Of one note these go together; where they do, one phrase is enough. */
const CHANGES = ['text', 'style', 'move', 'delete'] as const satisfies readonly Right[]
/** Rights over what does not exist yet are not spoken of. */
const SPOKEN = ['add', ...CHANGES, 'group', 'link', 'mark', 'vote'] as const satisfies readonly Right[]

const phraseOf = (right: (typeof SPOKEN)[number], extent: Extent): readonly string[] =>
  extent === 'none'
    ? []
    : [say(extent === 'own' && right !== 'add' && right !== 'vote' ? `own.${right}` : `may.act.${right}`)]

export function allowanceOf(rights: Rights): string {
  if (SPOKEN.every(right => rights[right] === 'all')) return say('may.all')
  const [change] = CHANGES.map(right => rights[right])
  const together = change !== undefined && CHANGES.every(right => rights[right] === change)
  const acts = SPOKEN.flatMap((right): readonly string[] => {
    const isChange = CHANGES.some(each => each === right)
    if (!together || !isChange) return phraseOf(right, rights[right])
    return right === 'text' && change !== 'none' ? [say(`may.change.${change}`)] : []
  })
  return acts.length === 0 ? say('may.none') : say('may.some', { acts: listed(acts) })
}
