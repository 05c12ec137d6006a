import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ChoicesField, RatingField } from './choice-field'

const CHOICES = [
  { value: 'email', label: 'By email' },
  { value: 'sms', label: 'By text message' },
]

test('the first choice of a group carries the id that the summary links to', () => {
  const html = renderToStaticMarkup(
    <ChoicesField id="way" name="way" legend="How?" type="radio" choices={CHOICES} />,
  )
  expect(html).toContain('<fieldset class="field"><legend>How?</legend>')
  expect(html).toMatch(/id="way" name="way" value="email".*<label for="way">By email/)
  expect(html).toMatch(/id="way-2" name="way" value="sms".*<label for="way-2">By text message/)
})

test('hint and error belong to the whole group, the hint first', () => {
  const html = renderToStaticMarkup(
    <ChoicesField
      id="way"
      name="way"
      legend="How?"
      hint="We ask before changes."
      error="Choose one"
      type="checkbox"
      chosen={['sms']}
      choices={CHOICES}
    />,
  )
  expect(html).toContain('aria-describedby="way-hint way-error"')
  expect(html).toMatch(/<legend>.*id="way-hint".*id="way-error".*Error:.*Choose one.*<input/)
  expect(html.match(/checked=""/g)).toHaveLength(1)
})

test('a rating is one group of radio buttons, each named by its number and word', () => {
  const html = renderToStaticMarkup(
    <RatingField
      id="csat"
      name="csat"
      legend="How was it?"
      chosen={2}
      options={[{ value: 1, word: 'Bad' }, { value: 2 }]}
    />,
  )
  expect(html.match(/type="radio" id="[^"]+" name="csat"/g)).toHaveLength(2)
  expect(html).toMatch(/<label><input[^>]+\/> <span><b>1<\/b> Bad<\/span><\/label>/)
  expect(html).toContain('checked="" value="2"')
})
