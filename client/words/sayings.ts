/** Puts what the editor wants said into a sentence, and a link into its verb. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { linkVerb } from '../../shared/canvas/interconnections.ts'
import type { Saying } from '../editor/editor.ts'
import { en } from './en.ts'
import { faultSentence } from './votes.ts'
import type { WordKey } from './words.ts'
import { listed, say, sayAny } from './words.ts'

/** The name of an undo step: of a deed from the table, or what an import or a paste called itself. */
export function deedName(title: string): string {
  const key = `done.${title}`
  return isWordKey(key) ? sayAny(key) : title
}

/** The verb that reads a link between notes of these areas as a sentence: "Website *reaches* Hosts". */
export const verbBetween = (from: Area, to: Area): string => say(`verb.${linkVerb(from, to)}`)

const isWordKey = (key: string): key is WordKey => Object.hasOwn(en, key)

export function sentenceOf(saying: Saying): string {
  switch (saying.kind) {
    case 'notAllowed': {
      const { right, why } = saying
      return why === 'notYours'
        ? say('said.notYours', { own: say(`own.${right}`) })
        : say(`said.${why}`, { act: say(`act.${right}`) })
    }
    case 'partly':
      return say('said.partly', { done: saying.done, count: saying.left })
    case 'undone':
    case 'redone': {
      const deed = deedName(saying.title)
      return saying.kept > 0
        ? say(`said.${saying.kind}ButKept`, { deed, count: saying.kept })
        : say(`said.${saying.kind}`, { deed })
    }
    case 'kept':
      return say('said.kept', { deed: deedName(saying.title) })
    case 'undoSkipped':
      return say('said.undoSkipped', { deeds: listed(saying.titles.map(deedName)) })
    case 'deleted':
    case 'restored':
    case 'erased':
      return say(`said.${saying.kind}`, { count: saying.count })
    case 'dotFailed':
      return say(`vote.failed.${saying.why}`)
    case 'noDot':
      return faultSentence(saying.fault, saying.area)
    case 'full':
      return say(saying.isAlone ? 'said.fullAlone' : 'said.full', { limit: saying.limit })
    case 'tooLong':
    case 'tooMany':
      return say(`said.${saying.kind}`, { limit: saying.limit })
    case 'notLed':
      return say(`said.notLed.${saying.why}`)
    case 'noRoom':
      return say(`said.noRoom.${saying.way}`)
    case 'tidyAlready':
    case 'tooMuch':
    case 'nothingToUndo':
    case 'nothingToRedo':
    case 'unlinked':
    case 'notOneBlock':
    case 'goneWhileWriting':
      return say(`said.${saying.kind}`)
  }
}
