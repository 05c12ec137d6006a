import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type Row, type TestDatabase } from './harness'

type Answer = {
  allowed: boolean
  retry_after_seconds: number
  refused_by: string | null
  first_refusal: boolean
}

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db?.close())
beforeEach(async () => {
  await db.owner('delete from public.rate_limits')
  await db.owner('delete from public.known_sign_ins')
})

const attempt = (account_key: string, address_key: string, device_key: string | null = null) =>
  db.rpc<Answer>('service', 'sign_in_attempt', { account_key, address_key, device_key })
const succeed = (account_key: string, address_key: string, device_key: string | null = null) =>
  db.rpc('service', 'sign_in_succeeded', { account_key, address_key, device_key })

async function attempts(count: number, keys: (index: number) => [string, string, string?]) {
  const answers: Answer[] = []
  for (let index = 0; index < count; index += 1) answers.push(await attempt(...keys(index)))
  return answers
}
const allowed = (answers: Answer[]) => answers.filter((answer) => answer.allowed).length

test('the sixth attempt at one account from one address is refused for at most 15 minutes', async () => {
  const answers = await attempts(7, () => ['maya', 'home'])
  expect(allowed(answers)).toBe(5)
  expect(answers[5]).toEqual({
    allowed: false,
    retry_after_seconds: expect.any(Number),
    refused_by: 'here',
    first_refusal: true,
  })
  expect(answers[5]?.retry_after_seconds).toBeLessThanOrEqual(900)
  expect(answers[6]).toMatchObject({ allowed: false, first_refusal: false })
})

test('forty attempts of a stranger leave the owner in, from a new address and from a known one', async () => {
  await succeed('maya', 'home')
  await attempts(40, () => ['maya', 'stranger'])
  expect(await attempt('maya', 'home')).toMatchObject({ allowed: true })
  expect(await attempt('maya', 'holiday')).toMatchObject({ allowed: true })
})

test('one address that tries many accounts is refused', async () => {
  const answers = await attempts(50, (index) => [`account ${index}`, 'stranger'])
  expect(allowed(answers)).toBe(30)
  expect(answers[30]).toMatchObject({ refused_by: 'address', first_refusal: true })
})

test('many addresses that try one account are refused, the places its owner uses are not', async () => {
  await succeed('maya', 'home', 'laptop')
  const answers = await attempts(60, (index) => ['maya', `address ${index}`])
  expect(allowed(answers)).toBe(50)
  expect(answers[50]).toMatchObject({ refused_by: 'account', first_refusal: true })
  expect(await attempt('maya', 'elsewhere')).toMatchObject({ allowed: false })
  expect(await attempt('maya', 'home')).toMatchObject({ allowed: true })
  expect(await attempt('maya', 'train', 'laptop')).toMatchObject({ allowed: true })
})

test('a stranger at the same address does not push out a device of the owner', async () => {
  await succeed('maya', 'office', 'laptop')
  await attempts(40, () => ['maya', 'office', 'another device'])
  expect(await attempt('maya', 'office', 'laptop')).toMatchObject({ allowed: true })
})

test('a device that is known for one account is nothing special for another', async () => {
  await succeed('eve', 'home', 'laptop')
  expect(allowed(await attempts(8, () => ['maya', 'home', 'laptop']))).toBe(5)
})

test('a known device guesses no more often than others', async () => {
  await succeed('maya', 'home', 'laptop')
  expect(allowed(await attempts(8, (index) => ['maya', `address ${index}`, 'laptop']))).toBe(5)
})

test('signing in forgets the failures before it', async () => {
  await attempts(4, () => ['maya', 'home'])
  await succeed('maya', 'home')
  expect(allowed(await attempts(6, () => ['maya', 'home']))).toBe(5)
})

test('an office that signs in all day is not refused', async () => {
  for (let index = 0; index < 60; index += 1) {
    expect(await attempt(`account ${index}`, 'office')).toMatchObject({ allowed: true })
    await succeed(`account ${index}`, 'office')
  }
})

test.each([
  ['here', () => attempts(6, () => ['maya', 'stranger'])],
  ['address', () => attempts(31, (index) => [`account ${index}`, 'stranger'])],
  ['account', () => attempts(51, (index) => ['maya', `address ${index}`])],
])('the lock of %s is over after 15 minutes, refused attempts or not', async (_lock, lockUp) => {
  await lockUp()
  const ends = await db.owner<Row>(
    `select 1 from public.rate_limits where expires_at > now() + interval '15 minutes'`,
  )
  expect(ends).toEqual([])
  await db.owner(`update public.rate_limits set expires_at = expires_at - interval '15 minutes'`)
  expect(await attempt('maya', 'stranger')).toMatchObject({ allowed: true })
})

test('forty attempts at once are counted exactly', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => attempt('maya', 'home')))
  expect(allowed(answers)).toBe(5)
  expect(answers.filter(({ first_refusal }) => first_refusal)).toHaveLength(1)
})

test('known places are forgotten after 90 days, or at once when somebody else was there', async () => {
  await succeed('maya', 'home', 'laptop')
  expect(await db.rpc('service', 'sweep_known_sign_ins')).toBe(0)
  await db.owner(`update public.known_sign_ins set expires_at = expires_at - interval '90 days'`)
  expect(await db.rpc('service', 'sweep_known_sign_ins')).toBe(2)

  await succeed('maya', 'home')
  await db.rpc('service', 'forget_known_sign_ins', { account_key: 'maya' })
  expect(await db.owner('select 1 from public.known_sign_ins')).toEqual([])
})
