import { expect, test } from 'vitest'
import { memoryStorage, openStore } from './store.ts'

test('what the browser keeps is there again', () => {
  const browser = memoryStorage()
  openStore(() => browser).setItem('name', 'Ana')
  const store = openStore(() => browser)
  expect(store.getItem('name')).toBe('Ana')
  expect(store.isKept.value).toBe(true)
})

test('where the browser has no storage at all the page remembers by itself, and knows it', () => {
  const store = openStore(() => {
    throw new Error('Access is denied for this document.')
  })
  store.setItem('name', 'Ana')
  expect(store.getItem('name')).toBe('Ana')
  store.removeItem('name')
  expect(store.length).toBe(0)
  expect(store.isKept.value).toBe(false)
})

test('a storage that is full is noticed and throws nothing', () => {
  const browser = memoryStorage()
  const store = openStore(() => ({
    ...browser,
    setItem: (key, value) => {
      if (value.length > 10) throw new Error('QuotaExceededError')
      browser.setItem(key, value)
    },
  }))
  const heard: boolean[] = []
  store.isKept.subscribe(isKept => heard.push(isKept))
  store.setItem('short', 'kept')
  expect(heard).toEqual([])
  store.setItem('long', 'longer than ten')
  expect(store.getItem('long')).toBeNull()
  expect(heard).toEqual([false])
})
