import { Buffer } from 'node:buffer'
import { arrive, expect, PASSWORD, test } from './support/journey'

const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('text') })

test('a customer keeps a draft, loses the session, signs in and sends', async ({
  page,
  context,
  newcomer,
  javaScriptEnabled,
}) => {
  await arrive(page, newcomer)
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill('Written before the session ended')
  await page.getByLabel('Description').fill('First half.')
  if (javaScriptEnabled) await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  else await page.getByRole('button', { name: 'Save draft' }).click()
  await page.goto('/tickets/drafts')
  await page.getByRole('link', { name: 'Written before the session ended', exact: true }).click()
  await expect(page.getByLabel('Description')).toHaveValue('First half.')

  await page.getByLabel('Description').fill('First half. Second half.')
  await page.getByLabel('Category').selectOption({ label: 'Your data' })
  await page.getByLabel('Attachments').setInputFiles([file('one.txt'), file('two.txt')])
  await context.clearCookies()
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(page).toHaveURL(/\/login\?next=/)
  await expect(page.getByRole('status').first()).toContainText('What you wrote is kept')
  await page.getByLabel('Email').fill(newcomer.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByLabel('Description')).toHaveValue('First half. Second half.')
  await expect(page.getByText('two.txt').first()).toBeVisible()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Send my ticket' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Written before the session ended',
  )
  await expect(page.getByRole('link', { name: /one\.txt/ })).toBeVisible()

  await page.getByLabel('Reply').fill('A reply that outlives its session.')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Send reply' }).click()
  await page.getByLabel('Email').fill(newcomer.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByLabel('Reply')).toHaveValue('A reply that outlives its session.')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(page.getByRole('status').first()).toContainText('Your reply is sent')
  await expect(page.getByLabel('Reply')).toHaveValue('')
})

test('a customer throws a draft away', async ({ page, newcomer }) => {
  await arrive(page, newcomer)
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill('Not worth sending')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.goto('/tickets/drafts')
  await page.getByRole('link', { name: /throw away.*Not worth sending/ }).click()
  await page.getByRole('button', { name: 'Throw it away' }).click()
  await expect(page.getByRole('status').first()).toContainText('The draft is thrown away')
  await expect(page.getByText('Nothing is half written')).toBeVisible()
})
