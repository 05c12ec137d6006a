import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { STAFF } from '../support/people'
import { arrive, expect, signIn, test } from './support/journey'

const said = (page: Page) => page.getByRole('status').first()
const status = (page: Page) => page.locator('.status--boxed')

async function openTicket(page: Page, subject: string): Promise<string> {
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('Description').fill('It is about the quokka.')
  await page.getByLabel('Category').selectOption({ label: 'Something else' })
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Send my ticket' }).click()
  await expect(said(page)).toContainText('Your ticket is sent')
  return /\/tickets\/(\d+)/.exec(page.url())![1]!
}

async function reply(page: Page, text: string) {
  await page.getByLabel('Reply', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(said(page)).toContainText('Your reply is sent')
}

test('a customer replies, closes, reopens and replies to what was solved', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await arrive(page, newcomer)
  const number = await openTicket(page, 'The quokka is gone')
  await expect(status(page)).toHaveText('Received')

  const text = { mimeType: 'text/plain', buffer: Buffer.from('a quokka') }
  await page.getByLabel('Attachments').setInputFiles({ name: 'quokka.txt', ...text })
  await reply(page, 'Here is a picture of it in words.')
  await expect(page.getByText('Here is a picture of it in words.')).toBeVisible()
  await page.getByRole('link', { name: 'Look at file 1' }).click()
  await expect(page.getByText('a quokka')).toBeVisible()

  await page.goto(`/tickets/${number}`)
  const hostile = 'GIF89a/*<script>document.title = "ran"</script>*/'
  const picture = { mimeType: 'image/gif', buffer: Buffer.from(hostile) }
  await page.getByLabel('Attachments').setInputFiles({ name: 'run.gif', ...picture })
  await reply(page, 'And one that is also a page.')
  const address = await page.getByRole('link', { name: /run\.gif/ }).getAttribute('href')
  // A page apart: Chromium styles its own viewer, which the policy of the file forbids it.
  const viewer = await page.context().newPage()
  await viewer.goto(address!)
  const opened = await viewer.evaluate(() => [document.contentType, document.title])
  await viewer.close()
  expect(opened[0]).toBe('image/gif')
  expect(opened[1]).not.toContain('ran')

  await page.goto(`/tickets/${number}`)
  await page.getByLabel('Reply', { exact: true }).fill('Not sent by closing.')
  await page.getByRole('button', { name: 'Close ticket' }).click()
  await expect(said(page)).toContainText('Your ticket is solved')
  await expect(status(page)).toHaveText('Solved')
  const record = page.getByRole('region', { name: 'Solution' })
  await expect(record).toContainText('Closed by the person who opened it')
  await expect(record).toContainText('Monday to Friday, 9:00 to 17:30')
  await expect(page.getByLabel('Reply', { exact: true })).toHaveValue('Not sent by closing.')
  await expect(page.locator('.thread')).not.toContainText('Not sent by closing.')

  await page.getByRole('button', { name: 'Reopen ticket' }).click()
  await expect(said(page)).toContainText('Your ticket is open again')
  await expect(status(page)).toHaveText('In progress')
  await expect(page.getByRole('region', { name: 'Solution' })).toHaveCount(0)

  const desk = await otherBrowser()
  await signIn(desk, STAFF.agent.email)
  await desk.goto(`/admin/tickets/${number}`)
  await desk.getByLabel('Reply', { exact: true }).fill('It was behind the sofa.')
  await desk.getByLabel('Then set the status to').selectOption({ label: 'Solved' })
  await desk.getByRole('button', { name: 'Send reply' }).click()
  await expect(desk.getByText('It was behind the sofa.')).toBeVisible()

  await page.goto(`/tickets/${number}`)
  await expect(status(page)).toHaveText('Solved')
  await page.getByRole('link', { name: 'With this answer' }).click()
  await expect(page).toHaveURL(/#message-/)
  await reply(page, 'It is gone again.')
  await expect(status(page)).toHaveText('In progress')
  const happened = page.getByRole('region', { name: 'What happened' })
  await expect(happened).toContainText('You took it up again')
  await expect(happened).toContainText(`${STAFF.agent.name} solved the ticket`)
})

test('a customer follows a ticket by mail and in a feed reader, and ends both', async ({
  page,
  newcomer,
  otherBrowser,
}) => {
  await arrive(page, newcomer)
  const number = await openTicket(page, 'About <b>&amp; "feeds"')
  const mails = async () => {
    const to = encodeURIComponent(newcomer.email)
    const answer = await page.request.get(`${process.env.TEST_MAILBOX_URL}.json?to=${to}`)
    return ((await answer.json()) as { subject: string; text: string; html: string }[]).filter(
      ({ subject }) => subject.includes(number),
    )
  }
  await expect.poll(mails).toMatchObject([{ subject: `We have your ticket ${number}` }])
  expect(JSON.stringify(await mails())).not.toMatch(/feeds|quokka/)
  await expect(async () => {
    await page.reload()
    await expect(page.locator('.thread')).toContainText('Email to you: we have the ticket')
  }).toPass()

  await page.getByRole('link', { name: 'Follow in a feed reader' }).click()
  await page.getByRole('button', { name: 'Make an address' }).click()
  const [address] = /http\S+feed\.atom\?token=[\w-]{22}/.exec(await said(page).innerText()) ?? []
  const reader = await otherBrowser()
  const feed = await reader.request.get(address!)
  expect(feed.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
  const titles = await page.evaluate(
    (xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml')
      return [...parsed.querySelectorAll('title, parsererror')].map((each) => each.textContent)
    },
    await feed.text(),
  )
  expect(titles).toEqual([
    `Ticket ${number}: About <b>&amp; "feeds"`,
    `${newcomer.name} wrote`,
    `${newcomer.name} opened the ticket`,
  ])
  await page.getByRole('button', { name: 'End the feed' }).click()
  await expect(said(page)).toContainText('The feed has ended')
  expect((await reader.request.get(address!)).status()).toBe(404)

  await page.goto('/account/notifications')
  await page.getByRole('group', { name: 'Tickets' }).getByLabel('By email').uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(said(page)).toContainText('Your choices are saved')
  const desk = await otherBrowser()
  await signIn(desk, STAFF.agent.email)
  await desk.goto(`/admin/tickets/${number}`)
  await desk.getByLabel('Reply', { exact: true }).fill('Nobody is told of this.')
  await desk.getByRole('button', { name: 'Send reply' }).click()
  await expect(desk.getByText('Nobody is told of this.')).toBeVisible()
  await page.waitForTimeout(2_500) // longer than a delivery takes
  expect(await mails()).toHaveLength(1)
})
