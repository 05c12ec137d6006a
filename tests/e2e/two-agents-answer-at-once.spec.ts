import { STAFF } from '../support/people'
import { arrive, expect, signIn, test } from './support/journey'
import { openTicketAs } from './support/tickets'

test('two agents answer at once: the second reads the first before sending', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await arrive(page, newcomer)
  const number = await openTicketAs(page, 'The door does not close')
  const [ines, noor] = [await otherBrowser(), await otherBrowser()]
  await signIn(ines, STAFF.agent.email)
  await signIn(noor, STAFF.secondAgent.email)
  await ines.goto(`/admin/tickets/${number}`)
  await noor.goto(`/admin/tickets/${number}`)
  await expect(noor.getByText('Ines Okafor is reading this ticket too.')).toBeVisible()

  await noor.getByLabel('Reply', { exact: true }).fill('Have you oiled it?')
  await ines.getByLabel('Reply', { exact: true }).fill('A joiner comes on Tuesday.')
  await ines.getByRole('button', { name: 'Send reply' }).click()
  await expect(ines.getByRole('status').first()).toContainText('Your reply is sent.')

  await noor.getByRole('button', { name: 'Send reply' }).click()
  await expect(noor).toHaveTitle(/^Error: /)
  await expect(
    noor.getByText('Ines Okafor has written since you opened this ticket.'),
  ).toBeVisible()
  await expect(noor.getByText('A joiner comes on Tuesday.')).toBeVisible()
  await expect(noor.getByLabel('Reply', { exact: true })).toHaveValue('Have you oiled it?')
  await page.goto(`/tickets/${number}`)
  await expect(page.getByText('Have you oiled it?')).toHaveCount(0)

  await noor.getByLabel('Reply', { exact: true }).fill('And oil it meanwhile.')
  await noor.getByRole('button', { name: 'Send anyway' }).click()
  await expect(noor.getByText('And oil it meanwhile.')).toBeVisible()
  await page.goto(`/tickets/${number}`)
  await expect(page.getByText('And oil it meanwhile.')).toHaveCount(1)
})

test('two agents change the same ticket: the second sees both and decides', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await arrive(page, newcomer)
  const number = await openTicketAs(page, 'The window does not open')
  const [ines, noor] = [await otherBrowser(), await otherBrowser()]
  await signIn(ines, STAFF.agent.email)
  await signIn(noor, STAFF.secondAgent.email)
  await ines.goto(`/admin/tickets/${number}`)
  await noor.goto(`/admin/tickets/${number}`)

  await ines.getByLabel('Priority').selectOption('urgent')
  await ines.getByRole('button', { name: 'Save changes' }).click()
  await expect(ines.getByRole('status').first()).toContainText('Your changes are saved.')

  await noor.getByLabel('Priority').selectOption('low')
  await noor.getByLabel('Tags').fill('window')
  await noor.getByRole('button', { name: 'Save changes' }).click()
  await expect(
    noor.getByText('Priority is Urgent by now (Ines Okafor); you chose Low.'),
  ).toBeVisible()
  await expect(noor.getByLabel('Tags')).toHaveValue('window')
  await noor.getByRole('button', { name: 'Save anyway' }).click()
  await expect(noor.getByRole('status').first()).toContainText('Your changes are saved.')
  await expect(noor.getByLabel('Priority')).toHaveValue('low')
})
