import type { Page } from '@playwright/test'
import { expect } from './journey'

/** Opens a ticket by the pages. @returns its number */
export async function openTicketAs(page: Page, subject: string): Promise<number> {
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('Description').fill('It has been so since Monday.')
  await page.getByLabel('Category').selectOption({ label: 'Something else' })
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Send my ticket' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject)
  return Number(/\/tickets\/(\d+)/.exec(page.url())![1])
}
