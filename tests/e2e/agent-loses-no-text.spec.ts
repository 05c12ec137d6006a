import { STAFF } from '../support/people'
import { arrive, expect, signIn, test } from './support/journey'
import { openTicketAs } from './support/tickets'

test('the button of one part of the desk loses nothing that was typed in another', async ({
  page,
  newcomer,
  otherBrowser,
  javaScriptEnabled,
}) => {
  await arrive(page, newcomer)
  const number = await openTicketAs(page, 'The blinds stay up')
  const desk = await otherBrowser()
  await signIn(desk, STAFF.agent.email)
  if (javaScriptEnabled) await desk.clock.install()
  await desk.goto(`/admin/tickets/${number}`)
  const reply = desk.getByLabel('Reply', { exact: true })
  const note = desk.getByLabel('Note', { exact: true })
  const press = (name: string) => desk.getByRole('button', { name, exact: true }).click()
  const isKept = () => expect(reply).toHaveValue('We come on Monday.')

  await test.step('take it, with everything begun', async () => {
    await reply.fill('We come on Monday.')
    await desk.getByLabel('Attachments').setInputFiles({
      ...{ name: 'plan.txt', mimeType: 'text/plain' },
      buffer: Buffer.from('First the left one.'),
    })
    await note.fill('Bring the long ladder.')
    await desk.getByLabel('Priority').selectOption('high')
    await desk.getByLabel('Tags').fill('blinds')
    await press('Take')
    await expect(desk.getByRole('status').first()).toContainText('The ticket is yours.')
    await isKept()
    await expect(desk.getByRole('button', { name: 'Remove plan.txt' })).toBeVisible()
    await expect(note).toHaveValue('Bring the long ladder.')
    await expect(desk.getByText('Not saved yet: Priority, Tags.')).toBeVisible()
    await expect(desk.getByLabel('Priority')).toHaveValue('high')
  })

  await test.step('keep the note', async () => {
    await press('Add note')
    await expect(note).toHaveValue('')
    await expect(desk.getByText('Bring the long ladder.')).toBeVisible()
    await isKept()
    await expect(desk.getByText('Not saved yet: Priority, Tags.')).toBeVisible()
  })

  await test.step('save the fields', async () => {
    await press('Save changes')
    await expect(desk.getByRole('status').first()).toContainText('Your changes are saved.')
    await expect(desk.getByText('Not saved yet')).toHaveCount(0)
    await expect(desk.getByLabel('Tags')).toHaveValue('blinds')
    await isKept()
  })

  await test.step('read what the customer has written since', async () => {
    await page.getByLabel('Reply').fill('The right one moves now.')
    await page.getByRole('button', { name: 'Send reply' }).click()
    await expect(page.getByText('The right one moves now.')).toBeVisible()
    if (javaScriptEnabled) {
      await desk.clock.fastForward('00:21')
      await expect(desk.getByText(`${newcomer.name} (customer) has written.`)).toBeVisible()
      await press('Show it')
    } else {
      await press('Check for updates')
    }
    await expect(desk.getByText('The right one moves now.')).toBeVisible()
    await isKept()
  })

  await press('Send reply')
  await expect(desk.getByRole('status').first()).toContainText('Your reply is sent.')
  await page.goto(`/tickets/${number}`)
  await expect(page.getByText('We come on Monday.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'plan.txt' }).first()).toBeVisible()
  await expect(page.getByText('long ladder')).toHaveCount(0)
})
