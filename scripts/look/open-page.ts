import type { BrowserContext, Page } from '@playwright/test'
import { CREDENTIALS, type Actor, type DemoPortal } from './demo-portal'
import type { PageState } from './pages/page-state'

/** Signs an actor in, in a browser of their own; a guest needs nothing. */
export async function signInAs(context: BrowserContext, actor: Actor): Promise<void> {
  if (actor === 'guest') return
  const { email, password } = CREDENTIALS[actor]
  const page = await context.newPage()
  await page.goto('/login')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Your tickets' }).waitFor()
  await page.close()
}

/**
 * Opens a page and brings it into its state.
 * @throws when the status is not the one that the page should have
 */
export async function openPage(page: Page, state: PageState, portal: DemoPortal): Promise<void> {
  const path = typeof state.path === 'string' ? state.path : state.path(portal)
  const answer = await page.goto(path)
  const expected = state.status ?? 200
  if (answer?.status() !== expected) {
    throw new Error(`${path} answered ${answer?.status()} instead of ${expected}.`)
  }
  await state.then?.(page)
  await page.waitForLoadState()
}
