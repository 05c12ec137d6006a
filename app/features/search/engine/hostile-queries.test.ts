import { expect, test } from 'vitest'
import { buildIndex } from './build-index'
import { SAMPLE_DOCUMENTS } from './sample-documents'
import { search } from './search'

const CPU_LIMIT_MS = 200

/** Made-up words, so that correcting a word has a large vocabulary to look through. */
function manyWords(): string {
  const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu']
  const pick = (number: number) => syllables[number % 10] ?? ''
  return Array.from({ length: 20_000 }, (_, n) =>
    [n, n / 10, n / 100, n / 1000, n / 10_000].map((part) => pick(Math.floor(part))).join(''),
  ).join(' ')
}

const index = buildIndex([
  ...SAMPLE_DOCUMENTS,
  { id: 'many-words', title: 'Many words', body: manyWords() },
  { id: '__proto__', title: 'constructor', body: 'The words __proto__ and toString are words.' },
])

const HOSTILE: Record<string, string> = {
  empty: '',
  spaces: ' \t\n\u00a0 ',
  'one character': 'a',
  'ten thousand letters': 'a'.repeat(10_000),
  'fifty thousand letters and a mark': `${'a'.repeat(50_000)}!`,
  'ten thousand characters of words': 'password ticket '.repeat(625),
  'a thousand different unknown words': Array.from(
    { length: 1_000 },
    (_, n) => `qx${n.toString(36)}zv`,
  ).join(' '),
  'a thousand words that are nearly known': Array.from(
    { length: 1_000 },
    (_, n) => `bacedifo${'abcdefghij'[n % 10]}${n % 7}u`,
  ).join(' '),
  'SQL wildcards': '%_\\',
  'an unbalanced quote': '"unbalanced',
  'full text operators': "' ):* &|! <-> NOT AND",
  'regular expressions': '(a+)+$ [^] .*?{1,99999} \\',
  NUL: 'pass\0word',
  'lone surrogates': '\ud800 password \udfff',
  zalgo: `p${'\u0317\u0300'.repeat(2_000)}assword`,
  emoji: '👩‍👩‍👧‍👦 🏳️‍🌈 password',
  'bidirectional marks': '\u202epassword\u202c \ufeff',
  'full-width letters': 'Ｐａｓｓｗｏｒｄ',
  'other scripts': '密码 пароль كلمة السر סיסמה',
  'names of object properties': '__proto__ constructor toString hasOwnProperty valueOf',
  'hyphens only': '-'.repeat(10_000),
  'apostrophes only': "'’".repeat(5_000),
}

test.each(Object.entries(HOSTILE))('%s is answered within the limit of work', (_, query) => {
  const start = process.cpuUsage()
  const found = search(index, query)
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(CPU_LIMIT_MS)
  expect(found.coverage).toBeGreaterThanOrEqual(0)
  expect(found.coverage).toBeLessThanOrEqual(1)
  for (const { snippet } of found.results) {
    for (const [start, end] of snippet.marks) {
      expect(start).toBeLessThan(end)
      expect(end).toBeLessThanOrEqual(snippet.text.length)
    }
  }
})

test('a query that has letters under its ornaments still finds', () => {
  for (const name of ['lone surrogates', 'zalgo', 'emoji', 'bidirectional marks']) {
    const ids = search(index, HOSTILE[name] ?? '').results.map(({ id }) => id)
    expect(ids, name).toContain('kb/account/change-password')
  }
  expect(search(index, HOSTILE['full-width letters'] ?? '').results[0]?.id).toBe(
    'kb/account/change-password',
  )
})

test('names of object properties are words like any other', () => {
  expect(search(index, 'constructor').results[0]?.id).toBe('__proto__')
  expect(search(index, '__proto__').results[0]?.id).toBe('__proto__')
})
