import type { Page } from '@playwright/test'
import { arrive, expect, test } from './support/journey'

async function open(page: Page, subject: string, description: string, priority: string) {
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('Description').fill(description)
  await page.getByLabel('Category').selectOption({ label: 'Your data' })
  await page.getByLabel('Priority').selectOption({ label: priority })
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Send my ticket' }).click()
  await expect(page.getByRole('status').first()).toContainText('Your ticket is sent')
}

test('a customer searches, filters, exports and sees figures', async ({ page, newcomer }) => {
  await arrive(page, newcomer)
  await open(page, 'Zyzzyva one', 'The kumquat is missing.', 'High')
  await open(page, 'Zyzzyva two', 'The quokka is missing.', 'Low')

  await page.goto('/tickets')
  await page.getByLabel('Search').fill('kumqat')
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page.getByRole('link', { name: 'Zyzzyva one' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Zyzzyva two' })).toHaveCount(0)
  await expect(page.getByRole('caption').or(page.locator('caption'))).toContainText('1 ticket')

  const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
  expect(csv).toContain('q=kumqat')
  const table = await (await page.request.get(csv!)).text()
  expect(table).toContain('Zyzzyva one')
  expect(table).not.toContain('Zyzzyva two')

  await page.goto('/tickets')
  await page.getByLabel('Priority').selectOption({ label: 'Low' })
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page).toHaveURL(/priority=low/)
  await expect(page.getByRole('link', { name: 'Zyzzyva two' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Zyzzyva one' })).toHaveCount(0)

  await page.goto('/tickets')
  await page.getByRole('link', { name: 'your history' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your history in figures')
  await expect(page.getByRole('img', { name: /tickets that you opened/ }).first()).toBeVisible()
  await expect(page.getByRole('row', { name: /Your data/ })).toContainText('2')
})
