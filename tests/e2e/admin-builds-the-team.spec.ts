import { latestMail, linkIn } from '../support/mailbox'
import { STAFF } from '../support/people'
import { arrive, expect, PASSWORD, signIn, test } from './support/journey'

const invitationLink = async (email: string) =>
  linkIn(await latestMail(process.env.TEST_MAILBOX_URL!, email, /invited/), '/invitation')

test('an admin invites somebody new, who works on a ticket, and deactivates them', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  const customerPage = await otherBrowser()
  await arrive(customerPage, { ...newcomer, email: `c-${newcomer.email}` })
  await customerPage.goto('/tickets/new')
  await customerPage.getByLabel('Subject').fill(`Quetzal of ${newcomer.name}`)
  await customerPage.getByLabel('Description').fill('It does not sing any more.')
  await customerPage.getByLabel('Category').selectOption({ label: 'Your data' })
  await customerPage.getByRole('button', { name: 'Continue' }).click()
  await customerPage.getByRole('button', { name: 'Send my ticket' }).click()
  await expect(customerPage.getByRole('status').first()).toContainText('Your ticket is sent')
  const number = /\d+/.exec(new URL(customerPage.url()).pathname)![0]

  await signIn(page, STAFF.admin.email)
  await page.goto('/admin/team')
  await page.getByRole('link', { name: 'Invite somebody' }).click()
  await page.getByLabel('Email').fill(newcomer.email)
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page).toHaveTitle(/^Error:/)
  await expect(page.getByRole('alert')).toContainText('Enter your current password')
  await expect(page.getByLabel('Email')).toHaveValue(newcomer.email)
  await page.getByLabel('Current password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('status').first()).toContainText('is on its way')
  await expect(page.getByRole('row', { name: newcomer.email })).toContainText('Waits until')

  const memberPage = await otherBrowser()
  const link = await invitationLink(newcomer.email)
  await memberPage.goto(link)
  await memberPage.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await memberPage.getByRole('button', { name: 'Join the team' }).click()
  await expect(memberPage.getByRole('alert')).toContainText('Enter your name')
  await memberPage.getByLabel('Name').fill(newcomer.name)
  await memberPage.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await memberPage.getByRole('button', { name: 'Join the team' }).click()
  await expect(memberPage).toHaveURL(/\/admin\/tickets/)
  await expect(memberPage.getByRole('status').first()).toContainText('You are in the team')

  await memberPage.goto(`/admin/tickets/${number}`)
  await memberPage.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(memberPage.getByRole('status').first()).toContainText('yours')

  await page.goto('/admin/team')
  await page.getByRole('link', { name: newcomer.name }).click()
  await page.getByRole('link', { name: `Deactivate ${newcomer.name}` }).click()
  await expect(page.locator('main')).toContainText('1 open ticket goes back to the queue')
  await page.getByRole('button', { name: `Deactivate ${newcomer.name}` }).click()
  await expect(page.getByRole('status').first()).toContainText('is deactivated')
  await expect(page.getByRole('link', { name: newcomer.name })).toHaveCount(0)

  await memberPage.goto('/admin/tickets')
  await expect(memberPage).toHaveURL(/\/login/)
  await memberPage.getByLabel('Email').fill(newcomer.email)
  await memberPage.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await memberPage.getByRole('button', { name: 'Sign in' }).click()
  await expect(memberPage).toHaveTitle(/^Error:/)
  await memberPage.goto(link)
  await expect(memberPage.getByRole('heading', { level: 1 })).toHaveText(
    'This invitation does not work any more',
  )

  await page.goto(`/admin/tickets/${number}`)
  await expect(page.locator('main')).toContainText('Nobody')
})

test('an admin invites a customer, who becomes an agent and then a customer again', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  const memberPage = await otherBrowser()
  await arrive(memberPage, newcomer)
  await signIn(page, STAFF.admin.email)
  await page.goto('/admin/team/invite')
  await page.getByLabel('Current password').fill(PASSWORD)
  await page.getByLabel('Email').fill(newcomer.email)
  await page.getByRole('button', { name: 'Send the invitation' }).click()

  await memberPage.goto(await invitationLink(newcomer.email))
  await memberPage.getByRole('button', { name: 'Join the team' }).click()
  await expect(memberPage).toHaveURL(/\/admin\/tickets/)

  await page.goto('/admin/team')
  await page.getByRole('link', { name: newcomer.name }).click()
  await page.getByLabel(/^Customer/).check()
  await page.getByRole('button', { name: 'Save the role' }).click()
  await expect(page.getByRole('status').first()).toContainText('The role is saved')
  const answer = await memberPage.goto('/admin/tickets')
  expect(answer?.status()).toBe(404)
  await memberPage.goto('/tickets')
  await expect(memberPage.getByRole('heading', { level: 1 })).toHaveText('Your tickets')
})

test('staff find a customer; an admin corrects the name, suspends and restores the account', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  const customerPage = await otherBrowser()
  await arrive(customerPage, newcomer)
  await signIn(page, STAFF.admin.email)
  await page.goto('/admin/customers')
  await page.getByLabel('Search').fill(newcomer.email)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link', { name: newcomer.name }).click()
  await page.getByRole('link', { name: 'Correct the name' }).click()
  await page.getByLabel('Name').fill(`${newcomer.name} Falk`)
  await page.getByRole('button', { name: 'Save the name' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${newcomer.name} Falk`)

  await page.getByRole('link', { name: 'Suspend the account' }).click()
  await page.getByLabel('Current password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Suspend the account' }).click()
  await expect(page.locator('main')).toContainText('This account is suspended')
  await customerPage.goto('/tickets')
  await expect(customerPage).toHaveURL(/\/login/)
  const told = await latestMail(process.env.TEST_MAILBOX_URL!, newcomer.email, /suspended/)
  expect(told.text).toContain('Your account was suspended')

  await page.getByRole('link', { name: 'Restore the account' }).click()
  await page.getByRole('button', { name: 'Restore the account' }).click()
  await expect(page.locator('main')).not.toContainText('This account is suspended')
  await signIn(customerPage, newcomer.email)
  await customerPage.goto('/tickets')
  await expect(customerPage.getByRole('heading', { level: 1 })).toHaveText('Your tickets')
})
