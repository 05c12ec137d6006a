import { STAFF } from '../support/people'
import { arrive, expect, signIn, test } from './support/journey'
import type { Page } from '@playwright/test'

async function open(page: Page, subject: string) {
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('Description').fill('It does not do what it should.')
  await page.getByLabel('Category').selectOption({ label: 'Your data' })
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Send my ticket' }).click()
  await expect(page.getByRole('status').first()).toContainText('Your ticket is sent')
}

test('an agent finds, takes and changes tickets, and saves a view', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  const desk = await otherBrowser()
  const word = `quagga${Date.now()}`
  await arrive(page, newcomer)
  for (const which of ['one', 'two', 'three']) await open(page, `The ${word} ${which}`)
  await signIn(desk, STAFF.agent.email)

  await test.step('narrow the queue down by what the customer is called', async () => {
    await desk.goto('/admin')
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Unassigned')
    await desk.getByLabel('Search').fill(newcomer.email)
    await desk.getByRole('button', { name: 'Filter' }).click()
    await expect(desk.locator('caption')).toHaveText('3 tickets, longest waiting first')
    await expect(desk.getByRole('link', { name: `The ${word} one` })).toBeVisible()
    await expect(desk.getByRole('link', { name: /Remove the filter/ })).toHaveCount(1)
  })

  await test.step('take one', async () => {
    const row = desk.getByRole('row', { name: `The ${word} one` })
    await row.getByRole('button', { name: /^Take/ }).click()
    await expect(desk.getByRole('status').first()).toContainText('is yours')
    await expect(desk.locator('caption')).toContainText('2 tickets')
  })

  await test.step('change the other two at once', async () => {
    await desk.getByRole('button', { name: 'Change' }).click()
    await expect(desk).toHaveTitle(/^Error: /)
    await expect(desk.getByRole('alert')).toContainText('Tick at least one ticket')
    for (const box of await desk.getByLabel(/^Select ticket/).all()) await box.check()
    await desk.getByLabel('With the ticked tickets').selectOption({ label: 'Assign to me' })
    await desk.getByRole('button', { name: 'Change' }).click()
    await expect(desk.getByRole('status').first()).toContainText('2 tickets are changed')
    await expect(desk.getByRole('heading', { name: 'No ticket fits' })).toBeVisible()
  })

  await test.step('close one for good, after a question', async () => {
    await desk.goto(`/admin/tickets?view=mine&q=${word}`)
    await desk
      .getByLabel(/^Select ticket/)
      .first()
      .check()
    await desk.getByLabel('With the ticked tickets').selectOption({ label: 'Set to Closed' })
    await desk.getByRole('button', { name: 'Change' }).click()
    await expect(desk.getByRole('heading', { name: 'Close 1 ticket?' })).toBeVisible()
    await desk.getByRole('button', { name: 'Close 1 ticket' }).click()
    await expect(desk.locator('caption')).toContainText('2 tickets')
  })

  await test.step('save the view, open it from the menu, delete it', async () => {
    const name = `Mine of ${word}`
    await desk.getByText('Save this view').click()
    await desk.getByLabel('Name of the view').fill(name)
    await desk.getByRole('button', { name: 'Save' }).click()
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText(name)
    await desk.goto('/admin/tickets')
    await desk.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).click()
    await expect(desk.locator('caption')).toContainText('2 tickets')
    await desk.getByRole('button', { name: 'Delete this view' }).click()
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Mine')
  })
})

test('an agent works the queue with the keyboard alone', async ({
  page,
  newcomer,
  otherBrowser,
  javaScriptEnabled,
}) => {
  const desk = await otherBrowser()
  await arrive(page, newcomer)
  for (const which of ['one', 'two']) await open(page, `A ${which}`)
  await signIn(desk, STAFF.agent.email)
  await desk.goto(`/admin/tickets?view=unassigned&sort=newest&q=${newcomer.email}`)
  const subject = (name: string) => desk.getByRole('link', { name })

  if (javaScriptEnabled) {
    await expect(desk.getByLabel('Select all on this page')).toBeVisible()
    await desk.keyboard.press('j')
    await expect(subject('A two')).toBeFocused()
    await desk.keyboard.press('j')
    await expect(subject('A one')).toBeFocused()
    await desk.keyboard.press('k')
    await expect(subject('A two')).toBeFocused()
    await desk.keyboard.press('x')
    await expect(desk.getByLabel(/^Select ticket/).first()).toBeChecked()
    await desk.keyboard.press('/')
    await expect(desk.getByLabel('Search')).toBeFocused()
    await desk.keyboard.press('j')
    await expect(desk.getByLabel('Search')).toHaveValue('j')
    await desk.getByLabel('Select all on this page').focus()
    await desk.keyboard.press('?')
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Keyboard shortcuts')
  } else {
    await expect(desk.getByLabel('Select all on this page')).toHaveCount(0)
    await subject('A two').focus()
    await desk.keyboard.press('Tab')
    await expect(desk.getByRole('button', { name: /^Take/ }).first()).toBeFocused()
    await desk.keyboard.press('Tab')
    await desk.keyboard.press('Space')
    await expect(desk.getByLabel(/^Select ticket/).nth(1)).toBeChecked()
  }
})

test('the queue shows what is new, and never under the hands of the agent', async ({
  page,
  newcomer,
  otherBrowser,
  javaScriptEnabled,
}) => {
  const desk = await otherBrowser()
  await arrive(page, newcomer)
  await open(page, 'The first')
  await signIn(desk, STAFF.agent.email)
  if (javaScriptEnabled) await desk.clock.install()
  await desk.goto(`/admin/tickets?view=unassigned&sort=newest&q=${newcomer.email}`)
  const row = (name: string) => desk.getByRole('row', { name })
  await expect(row('The first')).toBeVisible()
  const check = desk.getByRole('link', { name: 'Check for updates' })

  if (!javaScriptEnabled) {
    await open(page, 'The second')
    await expect(row('The second')).toHaveCount(0)
    await check.click()
    await expect(row('The second')).toBeVisible()
    return
  }

  const pause = desk.getByRole('button', { name: 'Pause updates' })
  await expect(pause).toBeVisible()
  await open(page, 'The second')
  await desk.clock.fastForward('00:21')
  await expect(row('The second').getByText('New here')).toBeVisible()
  await expect(desk.locator('caption')).toContainText('2 tickets')

  await desk
    .getByLabel(/^Select ticket/)
    .last()
    .check()
  await open(page, 'The third')
  await desk.clock.fastForward('00:21')
  await expect(desk.getByText('1 ticket changed.')).toBeVisible()
  await expect(row('The third')).toHaveCount(0)
  await desk.getByRole('button', { name: 'Show it' }).click()
  await expect(row('The third')).toBeVisible()
  await expect(desk.getByRole('checkbox', { checked: true })).toHaveCount(1)
  await expect(row('The first').getByRole('checkbox')).toBeChecked()

  await desk.route('**/admin/tickets/news*', (route) => route.abort())
  await desk.clock.fastForward('00:21')
  await expect(desk.getByText('Updates stopped; trying again').first()).toBeVisible()
  await expect(row('The third')).toBeVisible()
  await desk.unroute('**/admin/tickets/news*')
  await desk.clock.fastForward('00:40')
  await expect(pause).toBeVisible()
  await expect(desk.getByText('Updates stopped; trying again')).toHaveCount(0)
})
