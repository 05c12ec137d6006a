import type { Page } from '@playwright/test'
import { latestMail, linkIn } from '../support/mailbox'
import { arrive, expect, PASSWORD, signIn, signUp, test } from './support/journey'

const mailbox = () => process.env.TEST_MAILBOX_URL!

test('a customer signs out one device, which is out at its next click', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await arrive(page, newcomer)
  const other = await otherBrowser()
  await signIn(other, newcomer.email)
  await page.goto('/account/security')
  const devices = page.getByRole('region', { name: 'Devices' })
  await expect(devices.getByRole('listitem')).toHaveCount(2)
  await expect(devices.getByRole('listitem').first()).toContainText('This device')
  await devices.getByRole('button', { name: /^Sign out Chrome/ }).click()
  await expect(page.getByRole('status').first()).toContainText('That device is signed out')
  await expect(devices.getByRole('listitem')).toHaveCount(1)
  await other.goto('/tickets')
  await expect(other).toHaveURL(/\/login/)
})

test('a customer signs out everywhere else, and reads in the log what happened', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await arrive(page, newcomer)
  const other = await otherBrowser()
  await signIn(other, newcomer.email)
  await page.goto('/account/security')
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(page.getByRole('status').first()).toContainText('signed out on one other device')
  await other.goto('/account')
  await expect(other).toHaveURL(/\/login/)
  const log = page.getByRole('table')
  await expect(log).toContainText('Signed in with password')
  await expect(log).toContainText('New device')
  await page.getByLabel('Show').selectOption({ label: 'New devices' })
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(log).toContainText('New device')
  await expect(log).not.toContainText('Signed in')
})

test('a customer who was told of a device they do not know shuts it out', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await arrive(page, newcomer)
  const intruder = await otherBrowser()
  await signIn(intruder, newcomer.email)
  const notice = await latestMail(mailbox(), newcomer.email, /new device/i)
  await page.goto(linkIn(notice, '/account/not-me'))
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('status').first()).toContainText('signed out everywhere')
  await intruder.goto('/tickets')
  await expect(intruder).toHaveURL(/\/login/)
  const mail = await latestMail(mailbox(), newcomer.email, /new password/i)
  await page.goto(linkIn(mail, '/auth/confirm'))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('New password').fill('copper-window-seven-rivers')
  await page.getByRole('button', { name: 'Change my password' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets')
})

test('a customer changes name and time zone', async ({ page, newcomer }) => {
  await arrive(page, newcomer)
  await page.goto('/account')
  await page.getByRole('link', { name: 'Change name or time zone' }).click()
  await page.getByLabel('Name').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await page.getByLabel('Name').fill('Robin Newname')
  await page.getByLabel('Time zone').selectOption('America/New_York')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Robin Newname')).toBeVisible()
  await page.goto('/account/security')
  await expect(page.getByText('Times are in your zone, America/New_York.')).toBeVisible()
})

test('a customer changes the email address in both mailboxes, one of them in another browser', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  const wanted = `new-${newcomer.email}`
  await arrive(page, newcomer)
  await page.goto('/account/email')
  await page.getByLabel('New email address').fill(wanted)
  await page.getByLabel('Current password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText(`is to become ${wanted}`)).toContainText(
    `Open the link in the mail to ${newcomer.email} and the one in the mail to the new address.`,
  )
  await expect(page.getByText(newcomer.email, { exact: true })).toBeVisible()

  const other = await otherBrowser()
  await confirmChange(other, wanted)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('One of two is confirmed')
  await page.goto('/account')
  await expect(page.getByText(`is to become ${wanted}`)).toContainText(
    `The new address is confirmed. Now open the link in the mail to ${newcomer.email}.`,
  )

  await confirmChange(page, newcomer.email)
  await expect(page.getByRole('status').first()).toContainText('is changed')
  await expect(page.getByText(wanted, { exact: true })).toBeVisible()
  await expect(page.getByText('is to become')).toHaveCount(0)
  for (const address of [newcomer.email, wanted]) {
    await latestMail(mailbox(), address, /email address of your account was changed/)
  }
})

async function confirmChange(page: Page, address: string): Promise<void> {
  const mail = await latestMail(mailbox(), address, /Confirm your new email address/)
  await page.goto(linkIn(mail, '/auth/confirm'))
  await page.getByRole('button', { name: 'Confirm the new address' }).click()
}

test('a customer adds a phone number, sees that it waits, and signs in with it', async ({
  page,
  newcomer,
}) => {
  const phone = `+49151${String(Date.now()).slice(-8)}`
  await arrive(page, newcomer)
  await page.goto('/account/phone')
  await page.getByLabel('Phone number').fill(phone)
  await page.getByLabel('Current password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByLabel('Code')).toBeVisible()

  await page.goto('/account')
  await expect(page.getByText(`is to become ${phone}`)).toContainText('until then you have none')
  await page.getByRole('link', { name: 'enter the code' }).click()
  await page.getByLabel('Code').fill('000000')
  await page.getByRole('button', { name: 'Confirm the number' }).click()
  await expect(page.getByRole('alert')).toContainText('This code is not right, or too old')
  await page.getByLabel('Code').fill(await codeSentTo(phone))
  await page.getByRole('button', { name: 'Confirm the number' }).click()
  await expect(page.getByText(phone, { exact: true })).toBeVisible()
  await expect(page.getByText('is to become')).toHaveCount(0)
  await latestMail(mailbox(), newcomer.email, /phone number of your account was changed/)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Send me a code by SMS' }).click()
  await page.getByLabel('Phone number').fill(phone)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Code').fill('000000')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await page.getByLabel('Code').fill(await codeSentTo(phone))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets')
})

async function codeSentTo(phone: string): Promise<string> {
  const { text } = await latestMail(mailbox(), phone)
  return /\d{6}/.exec(text)![0]
}

test('a customer chooses which notices come', async ({ page, newcomer }) => {
  await arrive(page, newcomer)
  await page.goto('/account/notifications')
  const tickets = page.getByRole('group', { name: 'Account' }).getByLabel('By email')
  await tickets.uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').first()).toContainText('Your choices are saved')
  await expect(tickets).not.toBeChecked()
})

test('a customer takes a copy of everything, after a code by mail', async ({ page, newcomer }) => {
  await arrive(page, newcomer)
  await page.goto('/account/export')
  await page.getByRole('link', { name: 'Use a code instead' }).click()
  await page.getByRole('button', { name: 'Send me a code' }).click()
  const mail = await latestMail(mailbox(), newcomer.email, /sign-in link/)
  await page.getByLabel('Code').fill(/type in (\d{6})/.exec(mail.text)![1]!)
  await page.getByRole('button', { name: 'Continue' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download my data' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^portico-\d{4}-\d\d-\d\d\.zip$/)
  await latestMail(mailbox(), newcomer.email, /copy of your data/)
})

test('a customer deletes the account, and cannot sign in any more', async ({ page, newcomer }) => {
  await arrive(page, newcomer)
  await page.goto('/account/delete')
  await page.getByLabel('Current password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('This cannot be taken back.')).toBeVisible()
  await page.getByRole('button', { name: 'Delete my account' }).click()
  await expect(page.getByRole('status')).toContainText('Your account is deleted')
  await page.getByLabel('Email').fill(newcomer.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await latestMail(mailbox(), newcomer.email, /account was deleted/)
})

test('an admin finds in the security log what happened to a customer', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await signUp(page, newcomer)
  const admin = await otherBrowser()
  await signIn(admin, 'per@example.com')
  await admin.goto('/admin')
  await admin.getByRole('link', { name: 'Security', exact: true }).click()
  await admin.getByLabel('Person').fill(newcomer.email)
  await admin.getByRole('button', { name: 'Filter' }).click()
  const log = admin.getByRole('table')
  await expect(log).toContainText('Signed in by confirming')
  await expect(log).toContainText(newcomer.email)
  const address = await log
    .getByRole('cell')
    .filter({ hasText: /\d+\.\d+\.\d+\.\d+/ })
    .first()
    .innerText()

  await admin.getByLabel('Person').fill('')
  await admin.getByLabel('IP address or network').fill(/[\d.]+$/.exec(address)![0])
  await admin.getByRole('button', { name: 'Filter' }).click()
  await expect(log).toContainText(newcomer.email)
  await expect(log).not.toContainText('per@example.com')

  await admin.getByLabel('From').fill('2020-01-01')
  await admin.getByLabel('To', { exact: true }).fill('2020-12-31')
  await admin.getByRole('button', { name: 'Filter' }).click()
  await expect(admin.getByText('Nothing fits')).toBeVisible()
  await admin.getByRole('link', { name: 'show everything' }).click()
  await log.getByRole('link', { name: newcomer.name }).first().click()
  await expect(admin.getByText('Only one account is shown.')).toBeVisible()
  await expect(log).not.toContainText('per@example.com')

  await page.goto('/admin/security')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found')
})

test('a newcomer says at sign-up in which zone to write times, and may leave it to the portal', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await signUp(page, newcomer, { timeZone: 'America/New_York' })
  await page.goto('/account')
  await expect(page.getByText('America/New_York', { exact: true })).toBeVisible()
  await page.goto('/account/security')
  await expect(page.getByText('Times are in your zone, America/New_York.')).toBeVisible()

  const other = await otherBrowser()
  await signUp(other, { ...newcomer, email: `other-${newcomer.email}` }, { timeZone: '' })
  await other.goto('/account/security')
  await expect(other.getByText('Times are Berlin time.')).toBeVisible()
})

test('a newcomer reads why a password is weak, with scripts already while typing', async ({
  page,
  newcomer,
  javaScriptEnabled,
}) => {
  await page.goto('/signup')
  await page.getByLabel('Name').fill(newcomer.name)
  await page.getByLabel('Email').fill(newcomer.email)
  await page.getByLabel('Password').pressSequentially('qwertyuiop123')
  await expect(page.getByRole('status')).toHaveText(javaScriptEnabled ? /^Easy to guess: / : '')
  await page.waitForTimeout(1_100)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toContainText('Choose a password that is harder to guess')
  await expect(page.getByRole('alert')).toContainText('Take four or more words')
})
