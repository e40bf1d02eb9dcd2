/** Light or dark: follows the system until a person fixes it. What holds is written on the root as `data-theme`. */
import { Value } from '../../../shared/base/observable.ts'
import type { Theme, ThemeChoice } from '../../commands/command.ts'
import { THEME_CHOICES } from '../../commands/command.ts'

const KEY = 'nonagon.theme'
const isChoice = (value: unknown): value is ThemeChoice => THEME_CHOICES.includes(value as ThemeChoice)

/** Sets the theme of `root` now, and again whenever the system or the person changes it. */
export function followTheme(root: HTMLElement, storage: Pick<Storage, 'getItem' | 'setItem'>): Theme {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const kept = storage.getItem(KEY)
  const choice = new Value<ThemeChoice>(isChoice(kept) ? kept : 'system')
  const apply = () => {
    const dark = choice.value === 'system' ? system.matches : choice.value === 'dark'
    root.dataset['theme'] = dark ? 'dark' : 'light'
  }
  system.addEventListener('change', apply)
  apply()
  return {
    choice,
    choose: next => {
      choice.set(next)
      storage.setItem(KEY, next)
      apply()
    },
  }
}
