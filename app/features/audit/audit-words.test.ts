import { expect, test } from 'vitest'
import { auditChanges, auditWords, changeWords } from './audit-words'

test('a change of a setting has one line for each column that differs', () => {
  const change = { before: { active: true, name: 'Other' }, after: { active: false, name: 'Else' } }
  expect(auditChanges(change)).toEqual([
    { what: 'active', before: 'yes', after: 'no' },
    { what: 'name', before: 'Other', after: 'Else' },
  ])
})

test('what is added has no before', () => {
  expect(auditChanges({ before: null, after: { add_tags: ['vip', 'slow'], reply: '' } })).toEqual([
    { what: 'add tags', before: null, after: 'vip, slow' },
    { what: 'reply', before: null, after: 'none' },
  ])
})

test('a value alone is one line, and no value is none', () => {
  expect(auditChanges({ before: 'open', after: 'on_hold' })).toEqual([
    { what: null, before: 'open', after: 'on hold' },
  ])
  expect(auditChanges({ before: null, after: 'Ines' })).toEqual([
    { what: null, before: 'none', after: 'Ines' },
  ])
  expect(auditChanges({ before: null, after: null })).toEqual([])
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
