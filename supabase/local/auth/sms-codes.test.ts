import { expect, test } from 'vitest'
import { SmsCodes } from './sms-codes'

let now = 0
const limits = { length: 6, lifetimeSeconds: 600, intervalSeconds: 60 }

function codes() {
  now = 0
  return new SmsCodes(limits, () => now)
}

const after = (seconds: number) => {
  now += seconds * 1000
}
const wrong = (code: string) => (code === '000000' ? '111111' : '000000')

test('a code has six digits and works once', () => {
  const sent = codes()
  const code = sent.make('a') ?? ''
  expect(code).toMatch(/^\d{6}$/)
  expect(sent.use('b', code)).toBe(false)
  expect(sent.use('a', code)).toBe(true)
  expect(sent.use('a', code)).toBe(false)
})

test('a code works for ten minutes', () => {
  const sent = codes()
  const young = sent.make('young') ?? ''
  const old = sent.make('old') ?? ''
  after(600)
  expect(sent.use('young', young)).toBe(true)
  after(1)
  expect(sent.use('old', old)).toBe(false)
})

test('another code is made after a minute, and then the first one works no more', () => {
  const sent = codes()
  const first = sent.make('a') ?? ''
  after(59)
  expect(sent.make('a')).toBeNull()
  after(1)
  const second = sent.make('a') ?? ''
  if (first !== second) expect(sent.use('a', first)).toBe(false)
  expect(sent.use('a', second)).toBe(true)
})

test('after five wrong codes the right one is refused as well', () => {
  const sent = codes()
  const code = sent.make('a') ?? ''
  for (let guess = 0; guess < 4; guess += 1) expect(sent.use('a', wrong(code))).toBe(false)
  expect(sent.use('a', code)).toBe(true)

  after(60)
  const next = sent.make('a') ?? ''
  for (let guess = 0; guess < 5; guess += 1) sent.use('a', wrong(next))
  expect(sent.use('a', next)).toBe(false)
})

test('something else than digits is a wrong code', () => {
  const sent = codes()
  sent.make('a')
  expect(sent.use('a', 'é00000')).toBe(false)
  expect(sent.use('a', '')).toBe(false)
})
