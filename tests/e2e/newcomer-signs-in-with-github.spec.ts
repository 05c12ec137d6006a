import { OCTAVIA } from '../support/identity-server'
import { expect, test } from './support/journey'

test('somebody with an account at GitHub signs in with it', async ({ page }) => {
  await page.goto('/login')
  await page.getByRole('link', { name: 'Sign in with GitHub' }).click()
  await page.getByRole('button', { name: OCTAVIA.login }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets')
  await page.goto('/account')
  await expect(page.getByText(OCTAVIA.email)).toBeVisible()
  await page.goto('/account/security')
  await expect(page.getByRole('table')).toContainText('Signed in with GitHub')
})

test('the way back from GitHub is of no use in another browser', async ({ page, otherBrowser }) => {
  const other = await otherBrowser()
  await page.route('**/auth/callback**', (route) => route.abort())
  await page.goto('/login')
  await page.getByRole('link', { name: 'Sign in with GitHub' }).click()
  const [back] = await Promise.all([
    page.waitForRequest('**/auth/callback**'),
    page.getByRole('button', { name: OCTAVIA.login }).click(),
  ])
  await other.goto(back.url())
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('You are not signed in')
  await other.getByRole('link', { name: 'Start again in this browser' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Sign in')
})

test('there is no way in through a provider that is not set up', async ({ page }) => {
  await page.goto('/login')
  await expect(page.getByRole('link', { name: 'Sign in with Google' })).toHaveCount(0)
  const answer = await page.goto('/auth/oauth/google')
  expect(answer?.status()).toBe(404)
})
