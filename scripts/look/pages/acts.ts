import type { Page } from '@playwright/test'
import { CREDENTIALS } from '../demo-portal'

export const press = (name: string) => (page: Page) => page.getByRole('button', { name }).click()

/** Proves who it is, on a page that asks for the password. */
export async function prove(page: Page): Promise<void> {
  await page.getByLabel('Current password').fill(CREDENTIALS.customer.password)
  await press('Continue')(page)
}
