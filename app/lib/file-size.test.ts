import { expect, test } from 'vitest'
import { fileSize } from './file-size'

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [14_200, '14 kB'],
  [1_000_000, '1 MB'],
  [10_485_760, '10.5 MB'],
])('%d bytes reads %s', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words)
})
