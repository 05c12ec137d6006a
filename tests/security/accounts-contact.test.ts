import { afterAll, beforeAll, expect, test } from 'vitest'
import { Actor } from '../support/actors'
import { latestMail, linkIn } from '../support/mailbox'
import { createPerson, PASSWORD } from '../support/people'
import { startTestPortal, type TestPortal } from '../support/portal'

let portal: TestPortal

beforeAll(async () => {
  portal = await startTestPortal()
})

afterAll(() => portal.stop())

const signedIn = (email: string) => new Actor(portal.url).signIn(email)

function partsOf(link: string): { token_hash: string; type: string } {
  const { searchParams } = new URL(link)
  return { token_hash: searchParams.get('token_hash')!, type: searchParams.get('type')! }
}

test('an address that somebody proposes is confirmed in both mailboxes or not at all', async () => {
  const email = 'mover@example.com'
  await createPerson(portal.supabase, { email, name: 'Some Body' })
  const wanted = `wanted-${email}`
  const owner = await signedIn(email)
  await owner.post('/account/email', { email: wanted, current: PASSWORD })
  const linkTo = async (address: string) =>
    partsOf(linkIn(await latestMail(portal.supabase.mailboxUrl, address, /new email/), '/auth'))
  const [toOld, toNew] = [await linkTo(email), await linkTo(wanted)]
  const stranger = new Actor(portal.url)
  const half = await stranger.post('/auth/confirm', toNew)
  expect(half.headers.get('Location')).toBe('/auth/confirm?half=1')
  expect(stranger.cookieNames()).toEqual([])
  expect((await stranger.post('/auth/confirm', toNew)).status).toBe(400)
  expect((await new Actor(portal.url).post('/login', { email, password: PASSWORD })).status).toBe(
    303,
  )
  expect((await stranger.post('/auth/confirm', toOld)).headers.get('Location')).toBe('/account')
  const old = await new Actor(portal.url).post('/login', { email, password: PASSWORD })
  const changed = await new Actor(portal.url).post('/login', { email: wanted, password: PASSWORD })
  expect([old.status, changed.status]).toEqual([422, 303])
})

test('who asks for the address or the number that they have is told so, and nothing is sent', async () => {
  const email = 'stayer@example.com'
  await createPerson(portal.supabase, { email, name: 'Some Body' })
  await portal.supabase.query(
    `update auth.users set phone = '4915100000077', phone_confirmed_at = now() where email = $1`,
    [email],
  )
  const owner = await signedIn(email)
  const sameAddress = { email: email.toUpperCase(), current: PASSWORD }
  const address = await owner.post('/account/email', sameAddress)
  expect([address.status, await address.text()]).toEqual([
    422,
    expect.stringContaining('This is the email address that you have'),
  ])
  const number = await owner.post('/account/phone', { phone: '+49 151 00000077' })
  expect([number.status, await number.text()]).toEqual([
    422,
    expect.stringContaining('This is the phone number that you have'),
  ])
})
