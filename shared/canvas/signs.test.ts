import { expect, test } from 'vitest'
import { addressesIn, tagsIn } from './signs.ts'

test('tags of any alphabet are found, once each, in small letters', () => {
  expect(tagsIn('#Risk and #größe, #مخاطر (#risk) #2nd-try')).toEqual(['risk', 'größe', 'مخاطر', '2nd-try'])
})

test('numbers, anchors of addresses and doubled signs are no tags', () => {
  expect(tagsIn('Number #1, https://a.example/#part a#b ##c &#x27;')).toEqual([])
})

test('addresses of the web and of mail are found without the sentence around them', () => {
  expect(addressesIn('See https://a.example/x?y=1, (HTTP://B.example). Or mailto:ana@a.example!')).toEqual([
    'https://a.example/x?y=1',
    'HTTP://B.example',
    'mailto:ana@a.example',
  ])
})

test('what could run, and what is no address, is left alone', () => {
  expect(
    addressesIn('javascript:alert(1) data:text/html,x file:///etc http:// www.a.example https:// https://. mailto:@'),
  ).toEqual([])
})
