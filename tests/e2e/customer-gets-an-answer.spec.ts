import { Buffer } from 'node:buffer'
import { STAFF } from '../support/people'
import { arrive, expect, signIn, signUp, test } from './support/journey'

const PICTURE_HEAD = [
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
]
const megabyte = Buffer.concat([Buffer.from(PICTURE_HEAD), Buffer.alloc(1024 * 1024, 7)])

test('a customer signs up, opens a ticket with a file and reads the answer', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await signUp(page, newcomer)

  await page.goto('/tickets')
  await page.getByRole('link', { name: 'Open a ticket' }).first().click()
  await page.getByLabel('Subject').fill('Exported dates are one day early')
  await page.getByLabel('Description').fill('The page says 5 March.\n\nThe file says 4 March.')
  await page.getByLabel('Category').selectOption({ label: 'Your data' })
  await page.getByLabel('Priority').selectOption({ label: 'High' })
  await page
    .getByLabel('Attachments')
    .setInputFiles({ name: 'page and file.png', mimeType: 'image/png', buffer: megabyte })
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Send my ticket' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Exported dates are one day early',
  )
  await expect(page.getByRole('status').first()).toContainText('Your ticket is sent')
  await expect(page.getByText('The file says 4 March.')).toBeVisible()
  const number = /\/tickets\/(\d+)/.exec(page.url())![1]!
  const file = page.getByRole('link', { name: /page and file\.png/ })
  const answer = await page.request.get((await file.getAttribute('href'))!)
  expect(await answer.body()).toEqual(megabyte)

  const desk = await otherBrowser()
  await signIn(desk, STAFF.agent.email)
  await desk.goto('/admin/tickets?view=unassigned')
  await desk.getByRole('link', { name: 'Exported dates are one day early' }).first().waitFor()
  await desk.goto(`/admin/tickets/${number}`)
  await desk.getByLabel('Note', { exact: true }).fill('Looks like the time zone of the export.')
  await desk.getByRole('button', { name: 'Add note' }).click()
  await expect(desk.getByText('Looks like the time zone of the export.')).toBeVisible()
  await desk
    .getByLabel('Reply', { exact: true })
    .fill('Thank you. Which time zone stands in your account?')
  await desk.getByRole('button', { name: 'Send reply' }).click()
  await expect(desk.getByText('Which time zone stands in your account?')).toBeVisible()

  await page.goto('/tickets')
  await expect(page.getByRole('cell', { name: 'Waiting for you' })).toBeVisible()
  await page.getByRole('link', { name: 'Exported dates are one day early' }).first().click()
  await expect(page.getByText('Which time zone stands in your account?')).toBeVisible()
  await expect(page.getByText('Looks like the time zone of the export.')).toHaveCount(0)
  await page.getByLabel('Reply').fill('Pacific/Auckland.')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(page.getByText('Pacific/Auckland.')).toBeVisible()
  await expect(page.locator('.status--boxed')).toHaveText('In progress')

  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(`/tickets/${number}`)
  await expect(page).toHaveURL(`/login?next=%2Ftickets%2F${number}`)
})

test('what was typed and both files attached survive a mistake', async ({ page, newcomer }) => {
  await arrive(page, newcomer)
  await page.goto('/tickets/new')
  await page.getByLabel('Description').fill('Only the description is filled in.')
  await page.getByLabel('Attachments').setInputFiles([
    { name: 'kept.txt', mimeType: 'text/plain', buffer: Buffer.from('kept') },
    { name: 'also kept.png', mimeType: 'image/png', buffer: megabyte },
    {
      name: 'setup.exe',
      mimeType: 'application/x-msdownload',
      buffer: Buffer.from('MZ\u0000\u0000'),
    },
  ])
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(page).toHaveTitle(/^Error: /)
  const summary = page.getByRole('alert')
  await expect(summary.getByRole('heading')).toHaveText('There is a problem')
  await expect(summary.getByRole('link', { name: 'Enter a subject' })).toHaveAttribute(
    'href',
    '#subject',
  )
  await expect(summary.getByRole('link', { name: 'Choose a category' })).toHaveAttribute(
    'href',
    '#category',
  )
  await expect(summary).toContainText('“setup.exe” cannot be attached')
  await expect(page.getByLabel('Subject')).toHaveAccessibleDescription(/Enter a subject/)
  await expect(page.getByLabel('Description')).toHaveValue('Only the description is filled in.')
  for (const name of ['kept.txt', 'also kept.png']) {
    await expect(page.locator('.kept bdi').getByText(name, { exact: true })).toBeVisible()
  }

  await page.getByLabel('Subject').fill('Now with a subject')
  await page.getByLabel('Category').selectOption({ label: 'Something else' })
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Send my ticket' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Now with a subject')
  for (const [name, bytes] of [
    ['kept.txt', Buffer.from('kept')],
    ['also kept.png', megabyte],
  ] as const) {
    const file = page.getByRole('link', { name: new RegExp(`^${name}`) })
    const answer = await page.request.get((await file.getAttribute('href'))!)
    expect(await answer.body()).toEqual(bytes)
  }
})
