import { latestMail, linkIn } from '../support/mailbox'
import { arrive, expect, PASSWORD, test } from './support/journey'

const NEW_PASSWORD = 'copper-window-seven-rivers'
const mailbox = () => process.env.TEST_MAILBOX_URL!

test('a customer who forgot the password chooses a new one, and is out everywhere else', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await arrive(page, newcomer)
  const other = await otherBrowser()
  await other.goto('/login')
  await other.getByRole('link', { name: 'Forgot your password?' }).click()
  await other.getByLabel('Email').fill(newcomer.email)
  await other.getByRole('button', { name: 'Send me a link' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Check your email')

  const mail = await latestMail(mailbox(), newcomer.email, /new password/i)
  await other.goto(linkIn(mail, '/auth/confirm'))
  await other.getByRole('button', { name: 'Continue' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Choose a new password')
  await other.getByLabel('New password').fill('password1234')
  await other.getByRole('button', { name: 'Change my password' }).click()
  await expect(other).toHaveTitle(/^Error: /)
  await expect(other.getByRole('alert')).toContainText('tried first')
  await other.getByLabel('New password').fill(NEW_PASSWORD)
  await other.getByRole('button', { name: 'Change my password' }).click()
  await expect(other.getByRole('status')).toContainText('Your password is changed')

  await page.goto('/tickets')
  await expect(page).toHaveURL(/\/login/)
  await page.getByLabel('Email').fill(newcomer.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await page.getByLabel('Password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets')
})

test('a customer signs in with a link by mail, in another browser', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await arrive(page, newcomer)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Send me a link by email' }).click()
  await page.getByLabel('Email').fill(newcomer.email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email')

  const mail = await latestMail(mailbox(), newcomer.email, /sign-in link/)
  const other = await otherBrowser()
  await other.goto(linkIn(mail, '/auth/confirm'))
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Your tickets')

  await page.goto(linkIn(mail, '/auth/confirm'))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This link does not work any more',
  )
})

test('a customer changes the password, with the one so far', async ({ page, newcomer }) => {
  await arrive(page, newcomer)
  await page.goto('/account/password')
  await page.getByLabel('Current password').fill('not my password')
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Change my password' }).click()
  await expect(page.getByRole('alert')).toContainText('This is not your current password')
  await page.getByLabel('Current password').fill(PASSWORD)
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Change my password' }).click()
  await expect(page.getByRole('status')).toContainText('Your password is changed')
  await latestMail(mailbox(), newcomer.email, /password was changed/)
})
