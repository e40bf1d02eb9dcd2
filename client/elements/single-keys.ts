/** Whether single letters act on the board. A person may switch them off: speech input types letters too (WCAG 2.1.4). */
const KEY = 'nonagon.singleKeys'

export const singleKeysAct = (storage: Pick<Storage, 'getItem'>): boolean => storage.getItem(KEY) !== 'off'

export const letSingleKeysAct = (storage: Pick<Storage, 'setItem'>, act: boolean): void =>
  storage.setItem(KEY, act ? 'on' : 'off')
