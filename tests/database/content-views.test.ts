import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, refusal, type TestDatabase } from './harness'

const OPEN = '/kb/tickets/open-a-ticket'
const FILES = '/kb/tickets/add-files'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db?.close())
beforeEach(() => db.owner('delete from public.content_views'))

const count = (counted: Record<string, unknown>) => db.rpc('service', 'count_views', { counted })
async function popular(days = 30, most = 10): Promise<string[]> {
  const rows = await db.as<{ path: string }>(
    'service',
    'select path from public.most_viewed($1, $2) as path',
    [days, most],
  )
  return rows.map(({ path }) => path)
}

test('what several servers count is added up, and the most read comes first', async () => {
  await Promise.all([count({ [OPEN]: 2, [FILES]: 1 }), count({ [FILES]: 4 }), count({ [OPEN]: 1 })])
  expect(await popular()).toEqual([FILES, OPEN])
  expect(await popular(30, 1)).toEqual([FILES])
})

test('what was read long ago does not count', async () => {
  await count({ [FILES]: 9 })
  await db.owner(`update public.content_views set day = day - 30`)
  await count({ [OPEN]: 1 })
  expect(await popular()).toEqual([OPEN])
})

test('what is no page of content or no sensible number is left out, and nothing else is lost', async () => {
  await count({
    '/admin/tickets': 3,
    '/kb/../secret': 3,
    [`/kb/${'a'.repeat(400)}`]: 3,
    [FILES]: -1,
    '/kb/tickets/many': 10_000_000,
    '/kb/tickets/word': 'three',
    [OPEN]: 1,
  })
  expect(await popular()).toEqual([OPEN])
})

test('nobody but the server counts or asks', async () => {
  for (const caller of ['anonymous', await db.addPerson('Ines', 'agent')] as const) {
    expect(await refusal(db.rpc(caller, 'count_views', { counted: { [OPEN]: 1 } }))).toMatchObject({
      code: '42501',
    })
    expect(await refusal(db.rpc(caller, 'most_viewed', { days: 1, most: 1 }))).toMatchObject({
      code: '42501',
    })
  }
})
