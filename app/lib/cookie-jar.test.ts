import { expect, test } from 'vitest'
import { CookieJar } from './cookie-jar'

test('a cookie that is set can be read by the same request and leaves with the response', () => {
  const jar = new CookieJar('a=1')
  jar.set('b', '2', { path: '/', httpOnly: true })
  expect(jar.get('a')).toBe('1')
  expect(jar.get('b')).toBe('2')
  expect(jar.setCookieHeaders()).toEqual(['b=2; Path=/; HttpOnly'])
})

test('only the last value of a name is sent', () => {
  const jar = new CookieJar(null)
  jar.set('a', '1', {})
  jar.set('a', '', { maxAge: 0 })
  expect(jar.get('a')).toBeNull()
  expect(jar.setCookieHeaders()).toEqual(['a=; Max-Age=0'])
})

test.each([';;;', '=', '%', 'a=%E0%A4%A', '__proto__=x', 'a'.repeat(9000)])(
  'a broken header %# is no error',
  (header) => {
    expect(() => new CookieJar(header).all()).not.toThrow()
  },
)
