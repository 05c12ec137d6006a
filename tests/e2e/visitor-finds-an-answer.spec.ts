import { expect, test } from './support/journey'

test('a visitor searches, with a typing mistake, and reads the article', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Search articles, quick answers and tutorials').fill('add a screenshto')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/\/search\?q=add\+a\+screenshto/)
  await expect(page.getByRole('status')).toContainText('“screenshto” was read as screenshot')
  await expect(page.locator('mark').first()).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Kind of result' })
    .getByRole('link', { name: 'Articles' })
    .click()
  await expect(page).toHaveURL(/type=article/)
  await page.getByRole('link', { name: 'Add pictures and files to a ticket' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Add pictures and files to a ticket',
  )
  await expect(page.getByText('Last updated')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Edit this page' })).toHaveAttribute(
    'href',
    /\/content\/articles\/tickets\/add-files\.mdx$/,
  )
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/#/)
})

test('a visitor whose words find nothing is helped on, and takes them along', async ({ page }) => {
  await page.goto('/search?q=qqzzxx')
  await expect(page.getByRole('status')).toContainText('Nothing was found')
  await expect(page.getByRole('main').getByRole('link', { name: 'all articles' })).toBeVisible()
  const ticket = page.getByRole('main').getByRole('link', { name: 'Open a ticket' })
  await expect(ticket).toHaveAttribute('href', '/tickets/new?subject=qqzzxx')
})

test('a visitor goes through subjects, quick answers and a tutorial', async ({ page }) => {
  await page.goto('/kb')
  await page.getByRole('link', { name: 'Tickets', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tickets')
  await page.getByLabel('Search in Tickets').fill('files')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('status')).toContainText(/result/)

  await page.goto('/faq')
  const question = page.getByRole('group').filter({ hasText: 'Who can read my ticket?' })
  await question.getByText('Who can read my ticket?').first().click()
  await question.getByRole('link', { name: /own page/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who can read my ticket?')
  await page.goto('/faq?q=who+can+read')
  await expect(page.getByText('Who can read my ticket?').first()).toBeVisible()

  await page.goto('/tutorials')
  await page.getByRole('link', { name: 'Your first ticket' }).click()
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Say what happened/ })
    .click()
  await expect(page.getByText(/^Step 1 of/)).toBeVisible()
  await page.getByRole('navigation', { name: 'Previous and next step' }).getByRole('link').click()
  await expect(page.getByText(/^Step 2 of/)).toBeVisible()
})
