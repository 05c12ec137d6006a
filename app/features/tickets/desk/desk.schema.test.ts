import { expect, test } from 'vitest'
import { fieldsSchema, readTags } from './desk.schema'

test('tags stand between commas, in lower case, each once', () => {
  expect(readTags(' Export,time   zone, ,export ,\n')).toEqual(['export', 'time zone'])
  expect(readTags('')).toEqual([])
})

const fields = { version: '3', status: 'open', priority: 'low', category: 'other' }

test('a form without tags and assignee gives the ticket back to everybody', () => {
  expect(fieldsSchema.parse(fields)).toMatchObject({ version: 3, assignee: 'nobody', tags: [] })
})

test.each([
  [Array.from({ length: 21 }, (_, index) => `t${index}`).join(), 'Use at most 20 tags'],
  ['x'.repeat(31), `Shorten the tag “${'x'.repeat(31)}” to 30 characters`],
])('%s is refused with what to do', (tags, message) => {
  const read = fieldsSchema.safeParse({ ...fields, tags })
  expect(read.error?.issues[0]?.message).toBe(message)
})
