import { expect, test } from 'vitest'
import { parseSubmission } from '~/forms/submission.server'
import { macroSchema, savedReplySchema } from './macro-settings.schema'

const id = '3f0c7d1e-0000-4000-8000-000000000001'
const macro = { id, active: 'yes', name: 'Ask', assign: 'keep' }

test('tags are split at commas, and what is empty is left out', () => {
  expect(macroSchema.parse({ ...macro, tags: 'browser, , VIP ' }).tags).toEqual(['browser', 'VIP'])
})

test('a variable that means nothing is named in the sentence', () => {
  const text = 'Hello {{requester.first_name}}, {{requester.age}}'
  const refused = savedReplySchema.safeParse({ id, active: 'yes', title: 'Hello', text })
  expect(refused.error?.issues[0]?.message).toContain('{{requester.age}}')
  expect(refused.error?.issues[0]?.message).not.toContain('first_name')
})

test('a saved reply has a title and a text', () => {
  const refused = savedReplySchema.safeParse({ id, active: 'yes', title: ' ', text: '' })
  expect(refused.error?.issues.map(({ message }) => message)).toEqual([
    'Enter the title',
    'Enter the text',
  ])
})

test('fields that were left empty are no mistake', () => {
  const fields = new FormData()
  const sent = { ...macro, description: '', text: '', tags: '', next_status: '', version: '' }
  for (const [name, value] of Object.entries(sent)) fields.set(name, value)
  const submission = parseSubmission(fields, macroSchema)
  expect(submission.status === 'success' && submission.value).toMatchObject({
    description: '',
    text: '',
    tags: [],
  })
})
