/** A page around the board for tests of commands: it only notes what was asked of it. */
import { Value } from '../../shared/base/observable.ts'
import type { Shell, ThemeChoice } from './command.ts'

export interface TestShell extends Shell {
  readonly asked: readonly string[]
}

/** `nameOf` says what a note is called in `asked`. */
export function testShell(nameOf: (note: string) => string = id => id): TestShell {
  const asked: string[] = []
  let outlineOpen = false
  const isOn = new Value(true)
  const choice = new Value<ThemeChoice>('system')
  const notes = (what: string) => () => void asked.push(what)
  return {
    asked,
    get outlineOpen() {
      return outlineOpen
    },
    theme: { choice, choose: next => choice.set(next) },
    sound: { isOn, set: next => isOn.set(next) },
    language: { current: 'en', choose: id => void asked.push(`language ${id}`) },
    openOutline: () => {
      outlineOpen = true
    },
    closeOutline: () => {
      outlineOpen = false
    },
    goTo: (area, note) => void asked.push(note === undefined ? `go to ${area}` : `go to ${nameOf(note)} in ${area}`),
    openShare: notes('share'),
    openBoardCopy: notes('board copy'),
    openKeys: notes('keys'),
    openFind: notes('find'),
    openDuplicates: notes('duplicates'),
    openPalette: notes('palette'),
    openMenu: id => void asked.push(id ? `menu ${id}` : 'menu'),
    openPeople: notes('people'),
    openRemark: notes('remark'),
    toggleAgenda: notes('agenda'),
    toggleStep: notes('step'),
    askToLeave: (doubts, leave) => {
      if (doubts.length > 0) asked.push(`leave although ${doubts.join(' ')}`)
      else leave()
    },
    openReport: notes('report'),
    openResults: notes('results'),
    openDevice: notes('device'),
    toggleBin: notes('bin'),
    openAddress: address => void asked.push(`open ${address}`),
    openImport: notes('import'),
    openExport: notes('export'),
    addImages: notes('images'),
    copy: how => void asked.push(how),
    paste: notes('paste'),
    openExample: notes('example'),
    hasHint: false,
    putHintAway: notes('hint away'),
    chooseLinkTarget: (from, moved) => void asked.push(`${moved?.end ?? 'link'} from ${nameOf(from)}`),
    askGroupName: group => void asked.push(`name ${nameOf(group)}`),
    askLabel: link => void asked.push(`label ${link}`),
  }
}
