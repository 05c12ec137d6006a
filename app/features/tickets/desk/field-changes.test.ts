import { expect, test } from 'vitest'
import { fieldChanges, fieldsOf, type Known } from './field-changes'

const ines = { id: 'i', name: 'Ines Okafor' }
const per = { id: 'p', name: 'Per Dahl' }
const known: Known = {
  ticket: {
    id: 't',
    number: 1013,
    subject: 'S',
    status: 'open',
    priority: 'urgent',
    category: { slug: 'tickets', name: 'Tickets' },
    requester: { id: 'm', name: 'Maya Lindqvist' },
    assignee: per,
    created_at: '2026-03-10T09:00:00Z',
    updated_at: '2026-03-10T09:00:00Z',
    solved_at: null,
    version: 4,
    follow_up_of: null,
  },
  tags: ['export', 'time zone'],
  team: [ines, per],
  categories: [{ slug: 'other', name: 'Something else' }],
  events: [
    {
      id: 1,
      kind: 'priority',
      actor: { ...per, role: 'admin' },
      before: 'normal',
      after: 'urgent',
      created_at: '2026-03-10T09:00:00Z',
    },
  ],
}

test('a form that says what the ticket is differs in nothing', () => {
  expect(fieldChanges(fieldsOf(known), known)).toEqual([])
  expect(fieldChanges({}, known)).toEqual([])
})

test('each field that differs is named with both values, and with who changed it', () => {
  const chosen = { priority: 'high', assignee: 'nobody', category: 'other', tags: '' }
  expect(fieldChanges(chosen, known)).toMatchObject([
    { name: 'Priority', chosen: 'High', now: 'Urgent', by: 'Per Dahl' },
    { name: 'Category', chosen: 'Something else', now: 'Tickets', by: null },
    { name: 'Assignee', chosen: 'Nobody', now: 'Per Dahl', by: null },
    { name: 'Tags', chosen: 'None', now: 'export, time zone', by: null },
  ])
})
