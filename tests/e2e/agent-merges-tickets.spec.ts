import { STAFF } from '../support/people'
import { arrive, expect, signIn, test } from './support/journey'
import { openTicketAs } from './support/tickets'

test('an agent merges two tickets of one customer, who is led from one to the other', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await arrive(page, newcomer)
  const into = await openTicketAs(page, 'The heating is cold')
  const from = await openTicketAs(page, 'Still cold in here')

  const desk = await otherBrowser()
  await signIn(desk, STAFF.agent.email)
  await desk.goto(`/admin/tickets/${from}`)
  await desk.getByRole('link', { name: 'Merge into another ticket' }).click()
  await desk.getByLabel('Number of the ticket that goes on').fill(String(from))
  await desk.getByRole('button', { name: 'Continue' }).click()
  await expect(desk.getByText('Enter the number of another ticket').first()).toBeVisible()
  await desk.getByRole('link', { name: 'The heating is cold' }).click()
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(
    `Merge ticket ${from} into ${into}?`,
  )
  await expect(desk.getByText('Still cold in here')).toBeVisible()
  await desk.getByRole('button', { name: `Merge and close ${from}` }).click()
  await expect(desk).toHaveURL(`/admin/tickets/${into}`)
  await expect(desk.getByRole('link', { name: `ticket ${from}` })).toBeVisible()

  await page.goto(`/tickets/${from}`)
  await expect(page.locator('.status--boxed')).toHaveText('Closed')
  await page.getByRole('link', { name: `ticket ${into}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The heating is cold')
  await expect(page.getByText(`Ticket ${from} is about the same.`)).toBeVisible()
})

test('an agent makes a ticket of a message that is about something else', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await arrive(page, newcomer)
  const number = await openTicketAs(page, 'The lift is stuck')
  await page.getByLabel('Reply').fill('Also, my badge has stopped working.')
  await page.getByRole('button', { name: 'Send reply' }).click()

  const desk = await otherBrowser()
  await signIn(desk, STAFF.agent.email)
  await desk.goto(`/admin/tickets/${number}`)
  await desk.getByRole('link', { name: 'Make a ticket of this message' }).click()
  await desk.getByLabel('Subject').fill('Badge has stopped working')
  await desk.getByRole('button', { name: 'Make the ticket' }).click()
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Badge has stopped working')

  await page.goto('/tickets')
  await page.getByRole('link', { name: 'Badge has stopped working' }).first().click()
  await expect(page.getByText('Also, my badge has stopped working.')).toBeVisible()
  await page.getByRole('link', { name: `ticket ${number}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The lift is stuck')
})

test('the desk is worked with the keyboard alone', async ({
  page,
  newcomer,
  otherBrowser,
  javaScriptEnabled,
}) => {
  await arrive(page, newcomer)
  const number = await openTicketAs(page, 'The tap drips')
  const desk = await otherBrowser()
  await signIn(desk, STAFF.agent.email)
  await desk.goto(`/admin/tickets/${number}`)
  const reply = desk.getByLabel('Reply', { exact: true })
  if (javaScriptEnabled) {
    await desk.waitForLoadState('networkidle')
    await desk.keyboard.press('n')
    await expect(desk.getByLabel('Note', { exact: true })).toBeFocused()
    await desk.getByLabel('Note', { exact: true }).blur()
    await desk.keyboard.press('a')
    await expect(desk.getByLabel('Assignee')).toBeFocused()
    await desk.getByLabel('Assignee').blur()
    await desk.keyboard.press('r')
  } else {
    for (let step = 0; step < 40; step += 1) {
      if (await reply.evaluate((field) => field === document.activeElement)) break
      await desk.keyboard.press('Tab')
    }
  }
  await expect(reply).toBeFocused()
  await desk.keyboard.type('A new washer is on its way.')
  for (let step = 0; step < 4; step += 1) await desk.keyboard.press('Tab')
  await expect(desk.getByRole('button', { name: 'Reply and solve' })).toBeFocused()
  await desk.keyboard.press('Enter')
  await expect(desk.locator('.status--boxed')).toHaveText('Solved')
})
