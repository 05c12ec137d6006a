import { expect, test } from 'vitest'
import { browserName } from './browser-name'

const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
  [`${WINDOWS} Chrome/141.0.0.0 Safari/537.36`, 'Chrome', 'Windows'],
  [`${WINDOWS} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`, 'Microsoft Edge', 'Windows'],
  [`${MAC} Version/18.0 Safari/605.1.15`, 'Safari', 'macOS'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari',
    'iPhone',
  ],
  ['w3m/0.5.3+git20230121', 'w3m', 'unknown system'],
  ['', 'Unknown browser', 'unknown system'],
  [null, 'Unknown browser', 'unknown system'],
])('%s is %s on %s', (userAgent, browser, system) => {
  expect(browserName(userAgent)).toEqual({ browser, system })
})

test.each(['a'.repeat(10_000), '\u0000\u0007', '<script>alert(1)</script>', '((((((((((', '%s%n'])(
  'strange words of a browser end in short names',
  (userAgent) => {
    const { browser, system } = browserName(userAgent)
    expect(browser).toMatch(/^[^\p{Cc}]{1,60}$/u)
    expect(system).toMatch(/^[^\p{Cc}]{1,60}$/u)
  },
)
