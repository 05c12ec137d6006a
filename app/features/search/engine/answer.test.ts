import { expect, test } from 'vitest'
import { canAnswer, leastCoverage } from './answer'
import { buildIndex } from './build-index'
import { SAMPLE_DOCUMENTS } from './sample-documents'
import { search } from './search'

const index = buildIndex(SAMPLE_DOCUMENTS)

test('a question that the collection is about can be answered', () => {
  expect(canAnswer(index, search(index, 'how do I change my password?'))).toBe(true)
  expect(canAnswer(index, search(index, 'attach files'))).toBe(true)
})

test('a question about something else cannot, though a word of it is found', () => {
  expect(canAnswer(index, search(index, 'which wine goes with a phone call to the moon'))).toBe(
    false,
  )
  expect(canAnswer(index, search(index, ''))).toBe(false)
})

test('a larger collection has to cover more, since something in it always covers a little', () => {
  expect(leastCoverage(30)).toBeCloseTo(0.42, 2)
  expect(leastCoverage(675)).toBeCloseTo(0.58, 2)
})
