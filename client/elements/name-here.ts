/** The name that its person goes by in this browser: asked for once, offered on every board after. */
import type { KeyStorage } from '../base/store.ts'

const KEY = 'nonagon.name'

export const LONGEST_NAME = 60

export const nameHere = (store: Pick<KeyStorage, 'getItem'>): string => store.getItem(KEY) ?? ''

export const keepName = (store: Pick<KeyStorage, 'setItem'>, name: string): void => store.setItem(KEY, name)
