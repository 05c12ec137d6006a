import { STAFF } from '../support/people'
import { MACRO } from '../support/words'
import { arrive, expect, signIn, test } from './support/journey'
import { openTicketAs } from './support/tickets'

test('an agent takes a new ticket, notes something and solves it with a macro', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await arrive(page, newcomer)
  const number = await openTicketAs(page, 'The lamp on my desk is green')

  const desk = await otherBrowser()
  await signIn(desk, STAFF.agent.email)
  await desk.goto(`/admin/tickets/${number}`)
  await expect(desk.locator('.status--boxed')).toHaveText('New')
  await desk.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(desk.getByRole('status').first()).toContainText('The ticket is yours.')
  await desk.getByLabel('Note', { exact: true }).fill('Green lamps were a bad batch.')
  await desk.getByRole('button', { name: 'Add note' }).click()
  await expect(desk.getByText('Green lamps were a bad batch.')).toBeVisible()

  await desk.getByLabel('Reply', { exact: true }).fill('One moment, please.')
  await desk.getByText('Macros, saved texts').click()
  await desk.getByLabel('Macro', { exact: true }).selectOption({ label: MACRO.name })
  await desk.getByRole('button', { name: 'Use this macro' }).click()
  await expect(desk.getByText(`With the macro “${MACRO.name}”.`)).toBeVisible()
  await expect(desk.getByText('sets the priority to Low')).toBeVisible()
  const first = newcomer.name.split(' ')[0]
  await expect(desk.getByLabel('Reply', { exact: true })).toHaveValue(
    `One moment, please.\n\nHello ${first}, ticket ${number} is solved.`,
  )
  await desk.getByRole('button', { name: 'Send reply' }).click()

  await expect(desk.locator('.status--boxed')).toHaveText('Solved')
  await expect(desk.getByLabel('Priority')).toHaveValue('low')
  await expect(desk.getByLabel('Tags')).toHaveValue('lamp')
  await expect(desk.getByText(`used the macro “${MACRO.name}”`)).toBeVisible()

  await page.goto(`/tickets/${number}`)
  await expect(page.locator('.status--boxed')).toHaveText('Solved')
  await expect(page.getByText(`ticket ${number} is solved.`)).toBeVisible()
  for (const secret of ['bad batch', MACRO.name]) {
    await expect(page.getByText(secret)).toHaveCount(0)
  }
})

test('a help page is found and its link put into the reply, behind what was typed', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await arrive(page, newcomer)
  const number = await openTicketAs(page, 'Where do I find my files?')
  const desk = await otherBrowser()
  await signIn(desk, STAFF.agent.email)
  await desk.goto(`/admin/tickets/${number}`)
  await desk.getByLabel('Reply', { exact: true }).fill('Have a look at this:')
  await desk.getByText('Macros, saved texts').click()
  await desk.getByLabel('Help page').fill('add files')
  await desk.getByLabel('Help page').press('Enter')
  await desk
    .getByRole('button', { name: /Put its link in.*files/i })
    .first()
    .click()
  await expect(desk.getByLabel('Reply', { exact: true })).toHaveValue(
    /^Have a look at this:\n\n.+: http.+\/(kb|faq)\//,
  )
  await desk.getByRole('button', { name: 'Reply and solve' }).click()
  await expect(desk.locator('.status--boxed')).toHaveText('Solved')
})
