import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { arrive, expect, test } from './support/journey'

async function write(page: Page, subject: string, description: string) {
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('Description').fill(description)
  await page.getByLabel('Category').selectOption({ label: 'Tickets' })
}

test('a customer finds the answer before the ticket is sent', async ({ page, newcomer }) => {
  await arrive(page, newcomer)
  await write(page, 'Which files can I attach?', 'How large may the files of a ticket be?')
  await page
    .getByLabel('Attachments')
    .setInputFiles({ name: 'too-large.txt', mimeType: 'text/plain', buffer: Buffer.from('text') })
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Does one of these solve it?')
  const answers = page.locator('details')
  expect(await answers.count()).toBeGreaterThan(0)
  await expect(answers.first()).toHaveAttribute('open', '')
  await expect(page.getByText('too-large.txt')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send my ticket' })).toBeVisible()

  const answersPage = page.url()
  await page.getByRole('button', { name: 'This solved it' }).click()
  await expect(page).toHaveURL('/tickets')
  await expect(page.getByRole('status').first()).toContainText('Good to hear')
  await page.goto('/tickets/drafts')
  await expect(page.getByText('Which files can I attach?')).toHaveCount(0)
  await page.goto(answersPage)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found')
})

test('a customer whose question nothing answers sends it', async ({ page, newcomer }) => {
  await arrive(page, newcomer)
  await write(page, 'Zyzzyva quokka', 'Xylem brouhaha kumquat.')
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(page.getByText('Nothing in the help centre answers this')).toBeVisible()
  await expect(page.getByRole('button', { name: 'This solved it' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Send my ticket' }).click()
  await expect(page.getByRole('status').first()).toContainText('Your ticket is sent')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zyzzyva quokka')
})

test('a customer sees an own ticket about the same', async ({ page, newcomer }) => {
  await arrive(page, newcomer)
  for (const subject of ['Quokka kumquat in row 2,000', 'Quokka kumquat in row 3,000']) {
    await write(page, subject, 'Zyzzyva.')
    await page.getByRole('button', { name: 'Continue' }).click()
    if (subject.includes('3,000')) break
    await page.getByRole('button', { name: 'Send my ticket' }).click()
  }
  await page.getByRole('link', { name: 'Quokka kumquat in row 2,000' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quokka kumquat in row 2,000')
})
