import { expect, test } from 'vitest'
import { formState } from './form-state'

const names = ['subject', 'description'] as const

test('a fresh form holds what stood there before', () => {
  const { field, errors } = formState(names, undefined, { subject: 'Draft' })
  expect(field('subject')).toEqual({
    id: 'subject',
    name: 'subject',
    error: undefined,
    defaultValue: 'Draft',
  })
  expect(errors).toEqual([])
})

test('what was typed wins over what stood there, and each error leads to its field', () => {
  const result = {
    initialValue: { subject: '', description: 'typed' },
    error: { description: ['Shorten it'], subject: ['Enter a subject'] },
  }
  const { field, errors } = formState(names, result, { description: 'old', subject: 'old' })
  expect(field('description')).toMatchObject({ defaultValue: 'typed', error: 'Shorten it' })
  expect(errors).toEqual([
    { href: '#subject', text: 'Enter a subject' },
    { href: '#description', text: 'Shorten it' },
  ])
})

test('an error of the whole form leads to the content', () => {
  expect(formState(names, { error: { '': ['Send it again'] } }).errors).toEqual([
    { href: '#main', text: 'Send it again' },
  ])
})
