import { expect, test } from 'vitest'
import { DRAFT_DESCRIPTION_LENGTH, draftSchema, ticketSchema } from './ticket.schema'

const good = {
  id: '9b2f5a52-7a0e-4c83-9d6c-000000000001',
  subject: 'Exported dates are one day early',
  description: 'The page says 5 March, the file 4 March.',
  category: 'your-data',
  priority: 'high',
}

function sentence(changed: Record<string, unknown>): string | undefined {
  const parsed = ticketSchema.safeParse({ ...good, ...changed })
  return parsed.success ? undefined : parsed.error.issues[0]?.message
}

test('a good ticket passes as it was meant', () => {
  expect(ticketSchema.parse({ ...good, subject: '  Exported   dates\r\n' })).toMatchObject({
    subject: 'Exported dates',
    priority: 'high',
  })
})

test.each([
  [{ subject: '' }, 'Enter a subject'],
  [{ subject: undefined }, 'Enter a subject'],
  [{ subject: ' \u200b\u00a0' }, 'Enter a subject'],
  [{ subject: 'x'.repeat(151) }, 'Shorten the subject, it has 151 characters and 150 fit'],
  [{ description: ' \n ' }, 'Describe what happened'],
  [{ category: undefined }, 'Choose a category'],
  [{ priority: 'asap' }, 'Choose a priority'],
])('%j is answered with what to do', (changed, expected) => {
  expect(sentence(changed)).toBe(expected)
})

test('150 emoji are 150 characters', () => {
  expect(sentence({ subject: '🦔'.repeat(150) })).toBeUndefined()
})

test('fields that the form does not have are dropped', () => {
  const parsed = ticketSchema.parse({ ...good, role: 'admin', status: 'closed', assignee_id: 'x' })
  expect(Object.keys(parsed).sort()).toEqual([
    'category',
    'description',
    'id',
    'priority',
    'subject',
  ])
})

test('a draft may be nearly empty', () => {
  expect(draftSchema.parse({ id: good.id, priority: 'asap' })).toEqual({
    id: good.id,
    subject: '',
    description: '',
    category: '',
    priority: 'normal',
  })
})

test('a draft that is cut keeps whole characters, or it could not be stored', () => {
  const draft = draftSchema.parse({
    ...good,
    description: `${'x'.repeat(DRAFT_DESCRIPTION_LENGTH - 1)}😀`,
  })
  expect(draft.description).toBe('x'.repeat(DRAFT_DESCRIPTION_LENGTH - 1))
})
