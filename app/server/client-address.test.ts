import { expect, test } from 'vitest'
import { clientAddress } from './client-address'

test('without proxies of ours, a forged header changes nothing', () => {
  expect(clientAddress('203.0.113.9', '1.2.3.4, 5.6.7.8', 0)).toBe('203.0.113.9')
})

test('behind one proxy, the address that the proxy saw counts', () => {
  expect(clientAddress('10.0.0.1', '1.2.3.4, 203.0.113.9', 1)).toBe('203.0.113.9')
})

test('a missing header falls back on the connection', () => {
  expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1')
})

test('an IPv4 address in IPv6 clothes is undressed', () => {
  expect(clientAddress('::ffff:127.0.0.1', undefined, 0)).toBe('127.0.0.1')
})
