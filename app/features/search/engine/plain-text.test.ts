import { expect, test } from 'vitest'
import { plainText } from './plain-text'

test('Markdown and tags become what a reader sees', () => {
  const markdown = [
    "import { Steps } from './steps'",
    '',
    '## Title {#anchor}',
    '',
    '<Callout kind="note">Open **Account** and [Password](/account/password "there").</Callout>',
    '',
    '- one `code`, *soft* and _soft_',
    '> quoted',
    '{/* a note to writers */}',
  ].join('\n')
  expect(plainText(markdown)).toBe(
    'Title\n\nOpen Account and Password.\n\none code, soft and soft\nquoted',
  )
})

test('characters that only look like Markdown stay', () => {
  expect(plainText('2 * 3 < 7 and snake_case_name [sic]')).toBe(
    '2 * 3 < 7 and snake_case_name [sic]',
  )
})

test('unclosed markup twenty thousand characters long is read at once', () => {
  for (const piece of ['**', '_a', '[a](', '<b ', '<!-- ', '`']) {
    const start = process.cpuUsage()
    plainText(piece.repeat(20_000 / piece.length))
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1_000)
  }
})
