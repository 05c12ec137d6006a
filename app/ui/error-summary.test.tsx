import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ErrorSummary } from './error-summary'

const errors = [
  { href: '#subject', text: 'Enter a subject' },
  { href: '#files', text: '“a.mov” is 48 MB. Choose a file of 10 MB or less' },
]

test('the summary takes the focus without script and is announced by its name', () => {
  const [open] = renderToStaticMarkup(<ErrorSummary errors={errors} />).match(/^<div[^>]*>/) ?? []
  for (const attribute of [
    'role="alert"',
    'tabindex="-1"',
    'autofocus=""',
    'id="error-summary"',
    'aria-labelledby="error-summary-title"',
  ]) {
    expect(open?.toLowerCase()).toContain(attribute)
  }
})

test('it is headed the same on every page, also for one error', () => {
  const summary = renderToStaticMarkup(<ErrorSummary errors={errors.slice(0, 1)} />)
  expect(summary).toContain('<h2 id="error-summary-title">There is a problem</h2>')
})

test('each line leads to its field', () => {
  const summary = renderToStaticMarkup(<ErrorSummary errors={errors} />)
  expect(summary).toContain('<li><a href="#subject">Enter a subject</a></li>')
  expect(summary.match(/<li>/g)).toHaveLength(2)
})

test('it says what was kept', () => {
  const summary = renderToStaticMarkup(
    <ErrorSummary errors={errors}>Your text is kept.</ErrorSummary>,
  )
  expect(summary).toContain('</ul><p>Your text is kept.</p>')
})

test('nothing stands there when nothing is wrong', () => {
  expect(renderToStaticMarkup(<ErrorSummary errors={[]}>Kept.</ErrorSummary>)).toBe('')
})
