import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Row, type TestDatabase } from './harness'

type Attempt = { allowed: boolean; remaining: number; retry_after_seconds: number }

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db?.close())

const count = (key: string, changes: Row = {}) =>
  db.rpc<Attempt>('service', 'count_attempt', { key, window_seconds: 900, allowed: 3, ...changes })

/** As if the window of a key had begun that much earlier. */
const later = (key: string, interval: string) =>
  db.owner('update public.rate_limits set expires_at = expires_at - $2::interval where key = $1', [
    key,
    interval,
  ])

test('attempts are counted down, then refused with the time to wait', async () => {
  expect(await count('a')).toEqual({ allowed: true, remaining: 2, retry_after_seconds: 0 })
  expect(await count('a')).toEqual({ allowed: true, remaining: 1, retry_after_seconds: 0 })
  expect(await count('a')).toEqual({ allowed: true, remaining: 0, retry_after_seconds: 0 })
  const refused = await count('a')
  expect(refused).toMatchObject({ allowed: false, remaining: 0 })
  expect(refused.retry_after_seconds).toBeGreaterThan(890)
  expect(refused.retry_after_seconds).toBeLessThanOrEqual(900)
})

test('refused attempts do not make the wait longer', async () => {
  for (let attempt = 0; attempt < 5; attempt += 1) await count('b')
  await later('b', '14 minutes')
  const refused = await count('b')
  expect(refused.allowed).toBe(false)
  expect(refused.retry_after_seconds).toBeLessThanOrEqual(60)
})

test('a new window begins when the old one is over', async () => {
  for (let attempt = 0; attempt < 4; attempt += 1) await count('c')
  await later('c', '15 minutes')
  expect(await count('c')).toMatchObject({ allowed: true, remaining: 2 })
})

test('keys are counted apart', async () => {
  for (let attempt = 0; attempt < 4; attempt += 1) await count('d')
  expect(await count('e')).toMatchObject({ allowed: true })
})

test('forty attempts at once are counted exactly', async () => {
  const attempts = await Promise.all(Array.from({ length: 40 }, () => count('f', { allowed: 25 })))
  expect(attempts.filter(({ allowed }) => allowed)).toHaveLength(25)
  expect(await db.owner(`select attempts from public.rate_limits where key = 'f'`)).toEqual([
    { attempts: 40 },
  ])
})

test.each([{ window_seconds: 0 }, { allowed: -1 }, { window_seconds: null }])(
  'the limit %o makes no sense and is refused',
  async (changes) => {
    expect(await refusal(count('g', changes))).toMatchObject({ code: '22023' })
  },
)

test('sweeping removes what no longer counts and nothing else', async () => {
  await count('old')
  await count('young')
  await later('old', '16 minutes')
  expect(await db.rpc('service', 'sweep_rate_limits')).toBe(1)
  const keys = await db.owner(`select key from public.rate_limits where key in ('old', 'young')`)
  expect(keys).toEqual([{ key: 'young' }])
})
