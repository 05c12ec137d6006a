import { expect, test } from 'vitest'
import { safeNext } from './safe-next'

test.each(['/tickets', '/tickets?status=open&page=2', '/kb/tickets/files#size', '/tickets/1001'])(
  '%s is kept',
  (next) => {
    expect(safeNext(next, '/')).toBe(next)
  },
)

test.each([
  '//evil.example',
  '/\\evil.example',
  '/%5cevil.example',
  'https:evil.example',
  'https://evil.example/',
  '\t//evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2f%2fevil.example',
  'javascript:alert(1)',
  '@evil.example',
  'evil.example',
  '/%0d%0aSet-Cookie:a=b',
  `/${'a'.repeat(2048)}`,
  '',
  undefined,
  null,
  {},
])('%s leads home', (next) => {
  expect(safeNext(next, '/')).toBe('/')
})
