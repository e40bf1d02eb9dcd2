/** Arrow keys in rows, on pages of both directions. */
import { expect, test } from 'vitest'
import { wayOf } from './way.ts'

const row = (direction: 'ltr' | 'rtl') =>
  ({ matches: (selector: string) => selector === `:dir(${direction})` }) as unknown as Element

test('[B21] the key that points along the reading goes to the next', () => {
  const ways = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'a'].map(key => wayOf({ key }, row('ltr')))
  expect(ways).toEqual([1, -1, 0, 0])
  expect(['ArrowRight', 'ArrowLeft'].map(key => wayOf({ key }, row('rtl')))).toEqual([-1, 1])
  expect(['ArrowDown', 'ArrowUp'].map(key => wayOf({ key }, row('rtl'), { across: true }))).toEqual([1, -1])
})
