import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import type { DemoPortal } from '../demo-portal'
import { press } from './acts'
import type { PageState } from './page-state'

async function writeTicket(page: Page): Promise<void> {
  await page.getByLabel('Subject').fill('The export stops at 1,000 lines')
  await page.getByLabel('Description').fill('I have 1,400 tickets.\n\nThe file ends in May.')
  await page.getByLabel('Category').selectOption({ label: 'Your data' })
}

async function attach(page: Page): Promise<void> {
  const text = { mimeType: 'text/plain', buffer: Buffer.from('May is the last month') }
  await page.getByLabel('Attachments').setInputFiles([
    { name: 'last-lines.txt', ...text },
    { name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ\0\0') },
  ])
}

async function sendHalfATicket(page: Page): Promise<void> {
  await page.getByLabel('Description').fill('The file ends in May.')
  await attach(page)
  await press('Continue')(page)
}

async function goToAnswers(page: Page): Promise<void> {
  await writeTicket(page)
  await press('Continue')(page)
}

async function saveDraft(page: Page): Promise<void> {
  await writeTicket(page)
  await press('Save draft')(page)
  await page.goto('/tickets/drafts')
}

async function askToDiscard(page: Page): Promise<void> {
  await saveDraft(page)
  await page
    .getByRole('link', { name: /^throw away/ })
    .first()
    .click()
}

async function replyWithFiles(page: Page): Promise<void> {
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  await page.getByLabel('Reply', { exact: true }).fill('Picture, log and invoice, as you asked.')
  await page.getByLabel('Attachments').setInputFiles([
    { name: 'window.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') },
    {
      name: 'export.log',
      mimeType: 'text/plain',
      buffer: Buffer.from('09:12 export begins\n'.repeat(8)),
    },
    { name: 'invoice-2026-03.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') },
  ])
  await press('Send reply')(page)
  await page.getByText('Your reply is sent').waitFor()
}

const lookAtFile = (name: string) => async (page: Page) => {
  await replyWithFiles(page)
  const files = page.getByRole('listitem').filter({ hasText: name }).last()
  await files.getByRole('link', { name: /^Look at file/ }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

async function makeFeed(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Follow in a feed reader' }).click()
  await press('Make an address')(page)
  await page.getByText('shown this once').waitFor()
}

const ticket = (status: string) => (portal: DemoPortal) => `/tickets/${portal.ticket(status)}`

/** Tickets as their requesters see them. */
export const TICKETS: PageState[] = [
  { name: 'tickets', actor: 'customer', path: '/tickets' },
  { name: 'tickets-empty', actor: 'newcomer', path: '/tickets' },
  { name: 'tickets-none-found', actor: 'customer', path: '/tickets?q=xylophone' },
  { name: 'ticket-new', actor: 'customer', path: '/tickets/new' },
  { name: 'ticket-new-error', actor: 'customer', path: '/tickets/new', then: sendHalfATicket },
  { name: 'ticket-answers', actor: 'customer', path: '/tickets/new', then: goToAnswers },
  { name: 'drafts', actor: 'customer', path: '/tickets/new', then: saveDraft },
  { name: 'drafts-empty', actor: 'newcomer', path: '/tickets/drafts' },
  { name: 'ticket-open', actor: 'customer', path: ticket('open') },
  { name: 'ticket-pending', actor: 'customer', path: ticket('pending') },
  { name: 'ticket-solved', actor: 'customer', path: ticket('solved') },
  { name: 'ticket-closed', actor: 'customer', path: ticket('closed') },
  { name: 'ticket-error', actor: 'customer', path: ticket('pending'), then: press('Send reply') },
  { name: 'ticket-files', actor: 'customer', path: ticket('open'), then: replyWithFiles },
  { name: 'file-picture', actor: 'customer', path: ticket('open'), then: lookAtFile('window.png') },
  { name: 'file-text', actor: 'customer', path: ticket('open'), then: lookAtFile('export.log') },
  {
    name: 'file-pdf',
    actor: 'customer',
    path: ticket('open'),
    then: lookAtFile('invoice-2026-03.pdf'),
  },
  { name: 'ticket-feed', actor: 'customer', path: ticket('closed'), then: makeFeed },
  { name: 'ticket-insights', actor: 'customer', path: '/tickets/insights' },
  { name: 'ticket-insights-empty', actor: 'newcomer', path: '/tickets/insights' },
  { name: 'drafts-discard', actor: 'customer', path: '/tickets/new', then: askToDiscard },
]
