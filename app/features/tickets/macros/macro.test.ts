import { expect, test } from 'vitest'
import { fillIn, unknownVariables, VARIABLES } from './macro'

const facts = {
  requester: { name: 'Maya Lindqvist' },
  ticket: { number: 1013, subject: 'See {{agent.name}}' },
  agent: { name: 'Ines Okafor' },
}

test('every variable is filled in, with spaces inside the braces or without', () => {
  const template = VARIABLES.map(({ name }) => `{{${name}}} {{ ${name} }}`).join('; ')
  expect(fillIn(template, facts)).toBe(
    [
      'Maya Maya',
      'Maya Lindqvist Maya Lindqvist',
      '1013 1013',
      'See {{agent.name}} See {{agent.name}}',
      'Ines Ines',
      'Ines Okafor Ines Okafor',
    ].join('; '),
  )
})

test.each(['{{requester.email}}', '{{}}', '{ticket.number}', '{{constructor}}', 'a { b }} {{ c'])(
  '%s stays as it is written',
  (text) => expect(fillIn(text, facts)).toBe(text),
)

test('unknown variables are named as they are written, each once', () => {
  const template =
    'Hello {{requester.first_name}}, {{requester.age}} {{requester.age}} {{Ticket.Number}} {{}} {one}'
  expect(unknownVariables(template)).toEqual(['{{requester.age}}', '{{Ticket.Number}}', '{{}}'])
  expect(unknownVariables(VARIABLES.map(({ name }) => `{{ ${name} }}`).join(''))).toEqual([])
})
