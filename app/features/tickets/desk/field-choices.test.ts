import { expect, test } from 'vitest'
import { choicesMade, readChoices, writeShown } from './field-choices'

const shown = { status: 'open', priority: 'normal', category: 'other', assignee: 'i', tags: 'a, b' }

function form(fields: Record<string, string>): FormData {
  const typed = new FormData()
  for (const [name, value] of Object.entries(fields)) typed.append(name, value)
  return typed
}

test('only what differs from what the form showed was chosen', () => {
  const was = writeShown(shown)
  expect(choicesMade(form({ ...shown, was }))).toEqual({})
  expect(choicesMade(form({ ...shown, was, tags: '', priority: 'low' }))).toEqual({
    priority: 'low',
    tags: '',
  })
  expect(choicesMade(form({ reply: 'Hello', was }))).toEqual({})
})

test('a form that does not say what it showed chose all that it has', () => {
  expect(choicesMade(form({ priority: 'low' }))).toEqual({ priority: 'low' })
})

test('choices stand in the address of the page, and nothing else is taken from it', () => {
  const params = new URLSearchParams({ priority: 'low', tags: 'x'.repeat(9_000), version: '7' })
  expect(readChoices(params)).toEqual({ priority: 'low', tags: 'x'.repeat(700) })
})
