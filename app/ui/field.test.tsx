import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ChoicesField, RatingField } from './choice-field'
import { FileField, SelectField, TextAreaField, TextField } from './field'

const html = renderToStaticMarkup

test('a label belongs to its control and, without hint or error, nothing else does', () => {
  const field = html(<TextField id="name" name="name" label="Name" autoComplete="name" />)
  expect(field).toContain('<label for="name">Name</label>')
  expect(field).toContain(
    '<input id="name" name="name" autoComplete="name" type="text" class="input"/>',
  )
})

test('hint and error are read with the control, in the order in which they stand', () => {
  const field = html(
    <TextField
      id="email"
      name="email"
      label="Email"
      hint="As on the bill"
      error="Enter an email"
    />,
  )
  expect(field).toContain('aria-describedby="email-hint email-error"')
  expect(field).toContain('aria-invalid="true"')
  const parts = ['<label', 'id="email-hint"', 'id="email-error"', '<input']
  const places = parts.map((part) => field.indexOf(part))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
})

test('an error says that it is one where nobody sees its colour', () => {
  const field = html(<TextField id="email" label="Email" error="Enter an email" />)
  expect(field).toContain('<span class="hidden-text">Error:</span> Enter an email')
})

test.each([
  ['text', <TextField key="a" id="x" label="X" hint="h" error="e" />],
  ['long text', <TextAreaField key="b" id="x" label="X" hint="h" error="e" />],
  ['a choice', <SelectField key="c" id="x" label="X" hint="h" error="e" choices={[]} />],
  ['files', <FileField key="d" id="x" label="X" hint="h" error="e" />],
])('%s is tied to its words, and the browser checks nothing itself', (_kind, field) => {
  const control = html(field).match(/<(input|textarea|select)[^>]*>/)?.[0]
  expect(control).toContain('id="x"')
  expect(control).toContain('aria-describedby="x-hint x-error"')
  expect(control).toContain('aria-invalid="true"')
  expect(control).not.toContain('required')
})

test('only what may be left out is marked', () => {
  const field = html(<FileField id="files" label="Attachments" optional />)
  expect(field).toContain('Attachments <span class="optional">(optional)</span></label>')
  expect(html(<FileField id="files" label="Attachments" />)).not.toContain('optional')
})

test('what was typed stays, with or without an error', () => {
  expect(html(<TextField id="a" label="A" defaultValue="kept" error="e" />)).toContain(
    'value="kept"',
  )
  expect(html(<TextAreaField id="a" label="A" defaultValue={'a\nb'} />)).toContain(
    '>a\nb</textarea>',
  )
})

test('the link of the error summary leads to the first choice of a group', () => {
  const group = html(
    <ChoicesField
      id="way"
      name="way"
      legend="How?"
      type="radio"
      error="Choose one"
      chosen={['sms']}
      choices={[
        { value: 'email', label: 'By email' },
        { value: 'sms', label: 'By SMS' },
      ]}
    />,
  )
  expect(group).toContain('<fieldset class="field field--error" aria-describedby="way-error">')
  expect(group).toContain('<input type="radio" id="way" name="way" value="email"/>')
  expect(group).toContain('id="way-2" name="way" checked="" value="sms"/>')
  expect(group).toContain('<label for="way-2">By SMS</label>')
})

test('a rating is one group of radio buttons with its number in each name', () => {
  const options = [{ value: 1, word: 'Not at all' }, { value: 2 }]
  const rating = html(<RatingField id="csat" name="csat" legend="Satisfied?" options={options} />)
  expect(rating.match(/type="radio" id="csat(-2)?" name="csat"/g)).toHaveLength(2)
  expect(rating).toContain('<b>1</b> Not at all')
  expect(rating).not.toContain('checked')
})
