import { expect, test } from 'vitest'
import { auditChanges, auditWords, changeWords } from './audit-words'

test('a change of a setting has one line for each column that differs', () => {
  const change = {
    kind: 'changed',
    before: { active: true, name: 'Other' },
    after: { active: false, name: 'Else' },
  }
  expect(auditChanges(change)).toEqual([
    { what: 'in use', before: 'yes', after: 'no' },
    { what: 'name', before: 'Other', after: 'Else' },
  ])
})

test('what is added has no before, nor lines for its id and for what it leaves empty', () => {
  const after = { id: 'd4', add_tags: ['vip', 'slow'], reply: '', priority: null, assign: 'me' }
  expect(auditChanges({ kind: 'added', before: null, after })).toEqual([
    { what: 'tags to add', before: null, after: 'vip, slow' },
    { what: 'assignee after it', before: null, after: 'whoever uses the macro' },
  ])
})

test('what is taken away from a setting stays in its line', () => {
  const change = { kind: 'changed', before: { reply: 'Hello' }, after: { reply: '' } }
  expect(auditChanges(change)).toEqual([{ what: 'text', before: 'Hello', after: 'none' }])
})

test('a value alone is one line, and no value is none', () => {
  expect(auditChanges({ kind: 'status', before: 'open', after: 'on_hold' })).toEqual([
    { what: null, before: 'open', after: 'on hold' },
  ])
  expect(auditChanges({ kind: 'assignee', before: null, after: 'Ines' })).toEqual([
    { what: null, before: 'nobody', after: 'Ines' },
  ])
  expect(auditChanges({ kind: 'merged', before: null, after: null })).toEqual([])
})

test('a kind without words shows its name', () => {
  expect(auditWords({ kind: 'role_changed' })).toBe('Role changed')
  expect(auditWords({ kind: 'constructor' })).toBe('constructor')
})

test('a change reads as a sentence does', () => {
  expect(changeWords('open', 'pending')).toBe('from open to pending')
  expect(changeWords(null, 'Agent')).toBe('Agent')
  expect(changeWords('Agent', null)).toBe('was Agent')
})
