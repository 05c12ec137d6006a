import { expect, test } from 'vitest'
import { point, rest, say, type } from './recording'
import { FRAME, schedule } from './schedule'

const somewhere = () => {
  throw new Error('A schedule looks at no page.')
}

test('a sentence stands until the next one, and long enough to read', () => {
  const words = 'A sentence of some length, so that reading it takes a while.'
  const { cues } = schedule({ scenes: [[say(words), rest(0.4), say('The next.')]] })
  expect(cues[0]!.to).toBeGreaterThanOrEqual((words.length / 15) * 1000)
  expect(cues[1]!.from).toBe(cues[0]!.to)
})

test('moves that take longer than reading keep their sentence', () => {
  const { cues, slots } = schedule({ scenes: [[say('Short.'), rest(9), say('Next.'), rest(1)]] })
  expect(cues[0]).toMatchObject({ from: 0, to: 9000 })
  expect(slots[1]!.at).toBe(9000)
})

test('each word that is typed takes time', () => {
  const lengthOf = (text: string) => schedule({ scenes: [[type(somewhere, text)]] }).length
  expect(lengthOf('one two three')).toBeGreaterThan(lengthOf('one'))
})

test('everything happens on a whole frame, and the film outlasts the last sentence', () => {
  const scenes = [
    [say('One.'), rest(0.33)],
    [say('Two.'), point(somewhere), say('And three.')],
  ]
  const { slots, cues, length } = schedule({ scenes })
  const times = [
    ...slots.map(({ at }) => at),
    ...cues.flatMap(({ from, to }) => [from, to]),
    length,
  ]
  expect(times.filter((time) => time % FRAME !== 0)).toEqual([])
  expect(length).toBeGreaterThan(cues.at(-1)!.to)
})
