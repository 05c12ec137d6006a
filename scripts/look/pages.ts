import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { CREDENTIALS, type Actor, type DemoPortal } from './demo-portal'

/** A page in one of its states. A new page gets its line here: it is then looked at and checked. */
export type PageState = {
  /** Also the name of its pictures. */
  name: string
  actor: Actor
  path: string | ((portal: DemoPortal) => string)
  /** What is done on the page to bring it into this state. */
  then?: (page: Page) => Promise<void>
  /** 200 when left out. */
  status?: number
}

const press = (name: string) => (page: Page) => page.getByRole('button', { name }).click()

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

async function askForCode(page: Page): Promise<void> {
  await page.getByLabel('Phone number').fill('+49 151 23456789')
  await press('Send me a code')(page)
}

/** More often than people need. */
async function guessPasswords(page: Page): Promise<void> {
  for (let tries = 0; tries < 6; tries += 1) {
    await page.getByLabel('Email').fill('nobody@example.com')
    await page.getByLabel('Password', { exact: true }).fill(`a wrong password ${tries}`)
    await press('Sign in')(page)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
}

async function typeAPassword(page: Page): Promise<void> {
  await page.getByLabel('Password', { exact: true }).pressSequentially('qwertyuiop123')
  await page.waitForTimeout(700)
}

/** Proves who it is, on a page that asks for the password. */
async function prove(page: Page): Promise<void> {
  await page.getByLabel('Current password').fill(CREDENTIALS.customer.password)
  await press('Continue')(page)
}

async function proveForAReset(page: Page): Promise<void> {
  await prove(page)
  await page.goto('/password/reset')
}

async function saveView(page: Page): Promise<void> {
  await page.getByText('Save this view').click()
  await page.getByLabel('Name of the view').fill('New, whoever asks')
  await press('Save')(page)
}

async function closeTicked(page: Page): Promise<void> {
  for (const box of await page.getByLabel(/^Select ticket/).all()) await box.check()
  await page.getByLabel('With the ticked tickets').selectOption({ label: 'Set to Closed' })
  await press('Change')(page)
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

async function askToDiscard(page: Page): Promise<void> {
  await saveDraft(page)
  await page
    .getByRole('link', { name: /^throw away/ })
    .first()
    .click()
}

const ticket = (status: string) => (portal: DemoPortal) => `/tickets/${portal.ticket(status)}`
const deskTicket = (status: string) => (portal: DemoPortal) =>
  `/admin/tickets/${portal.ticket(status)}`

async function useMacro(page: Page): Promise<void> {
  await page.getByText('Macros, saved texts').click()
  await page.getByLabel('Macro', { exact: true }).selectOption({ label: 'Ask for a picture' })
  await press('Use this macro')(page)
}

/** Saves a form that somebody else has overtaken. */
async function saveTooLate(page: Page): Promise<void> {
  await page.getByLabel('Priority').selectOption('low')
  await page.locator('input[name=version]').evaluate((field: HTMLInputElement) => {
    field.value = '1'
  })
  await press('Save changes')(page)
}

const customer = (rest: string) => (portal: DemoPortal) =>
  `/admin/customers/${portal.person('tomas@example.com')}${rest}`
const member = (rest: string) => (portal: DemoPortal) =>
  `/admin/team/${portal.person('ines@example.com')}${rest}`

export const PAGES: PageState[] = [
  { name: 'home', actor: 'guest', path: '/' },
  { name: 'articles', actor: 'guest', path: '/kb' },
  { name: 'article-category', actor: 'guest', path: '/kb/tickets' },
  { name: 'article', actor: 'guest', path: '/kb/tickets/add-files' },
  { name: 'answers', actor: 'guest', path: '/faq' },
  { name: 'answers-found', actor: 'guest', path: '/faq?q=javascript' },
  { name: 'answer-category', actor: 'guest', path: '/faq/any-browser' },
  { name: 'answer', actor: 'guest', path: '/faq/any-browser/which-browsers' },
  { name: 'search', actor: 'guest', path: '/search?q=add+a+file' },
  { name: 'search-empty', actor: 'guest', path: '/search' },
  { name: 'search-none', actor: 'guest', path: '/search?q=xylophone' },
  { name: 'tutorials', actor: 'guest', path: '/tutorials' },
  { name: 'tutorial', actor: 'guest', path: '/tutorials/first-ticket' },
  { name: 'tutorial-step', actor: 'guest', path: '/tutorials/first-ticket/add-a-file' },
  { name: 'login', actor: 'guest', path: '/login' },
  { name: 'login-on-the-way', actor: 'guest', path: '/login?next=%2Ftickets%2F1001' },
  { name: 'login-error', actor: 'guest', path: '/login', then: press('Sign in') },
  { name: 'login-locked', actor: 'guest', path: '/login', then: guessPasswords },
  { name: 'phone-login', actor: 'guest', path: '/login/phone' },
  {
    name: 'phone-login-error',
    actor: 'guest',
    path: '/login/phone',
    then: press('Send me a code'),
  },
  { name: 'phone-code', actor: 'guest', path: '/login/phone', then: askForCode },
  { name: 'magic-link', actor: 'guest', path: '/login/magic-link' },
  { name: 'magic-link-sent', actor: 'guest', path: '/login/magic-link/sent' },
  { name: 'password-forgot', actor: 'guest', path: '/password/forgot' },
  { name: 'password-forgot-sent', actor: 'guest', path: '/password/forgot/sent' },
  { name: 'signup', actor: 'guest', path: '/signup' },
  { name: 'signup-error', actor: 'guest', path: '/signup', then: press('Create account') },
  { name: 'signup-weak', actor: 'guest', path: '/signup', then: typeAPassword },
  { name: 'signup-sent', actor: 'guest', path: '/signup/sent' },
  {
    name: 'confirm',
    actor: 'guest',
    path: '/auth/confirm?token_hash=0123456789abcdef0123&type=signup',
  },
  {
    name: 'confirm-email-change',
    actor: 'guest',
    path: '/auth/confirm?token_hash=0123456789abcdef0123&type=email_change',
  },
  { name: 'confirm-half', actor: 'guest', path: '/auth/confirm?half=1' },
  { name: 'callback-refused', actor: 'guest', path: '/auth/callback', status: 400 },
  {
    name: 'not-me',
    actor: 'guest',
    path: '/account/not-me?notice=00000000-0000-4000-8000-000000000000',
  },
  { name: 'password-reset', actor: 'customer', path: '/account/delete', then: proveForAReset },
  { name: 'confirm-used', actor: 'guest', path: '/auth/confirm', status: 400 },
  { name: 'not-found', actor: 'guest', path: '/no/such/page', status: 404 },
  { name: 'not-found-desk', actor: 'customer', path: '/admin/tickets', status: 404 },
  { name: 'account', actor: 'customer', path: '/account' },
  { name: 'account-agent', actor: 'agent', path: '/account' },
  { name: 'account-pending', actor: 'newcomer', path: '/account' },
  { name: 'account-details', actor: 'customer', path: '/account/details' },
  { name: 'account-email', actor: 'customer', path: '/account/email' },
  {
    name: 'account-email-error',
    actor: 'customer',
    path: '/account/email',
    then: press('Continue'),
  },
  { name: 'account-phone', actor: 'customer', path: '/account/phone' },
  { name: 'account-phone-code', actor: 'newcomer', path: '/account/phone?step=code' },
  { name: 'account-password', actor: 'customer', path: '/account/password' },
  {
    name: 'account-password-error',
    actor: 'customer',
    path: '/account/password',
    then: press('Change my password'),
  },
  { name: 'account-code', actor: 'customer', path: '/account/code?next=%2Faccount%2Fexport' },
  {
    name: 'account-code-sent',
    actor: 'customer',
    path: '/account/code?next=%2Faccount%2Fexport&sent=1',
  },
  { name: 'account-security', actor: 'customer', path: '/account/security' },
  {
    name: 'account-security-none',
    actor: 'customer',
    path: '/account/security?kind=export_taken',
  },
  { name: 'account-notices', actor: 'customer', path: '/account/notifications' },
  { name: 'account-export', actor: 'customer', path: '/account/export' },
  { name: 'account-delete', actor: 'customer', path: '/account/delete' },
  { name: 'account-delete-sure', actor: 'customer', path: '/account/delete', then: prove },
  { name: 'security-log', actor: 'admin', path: '/admin/security' },
  { name: 'security-log-none', actor: 'admin', path: '/admin/security?q=xylophone' },
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
  { name: 'queue', actor: 'agent', path: '/admin/tickets?view=all' },
  {
    name: 'queue-filtered',
    actor: 'agent',
    path: '/admin/tickets?view=all&q=ticket&priority=normal&assignee=nobody',
  },
  {
    name: 'queue-bulk-error',
    actor: 'agent',
    path: '/admin/tickets?view=all',
    then: press('Change'),
  },
  {
    name: 'queue-close-question',
    actor: 'agent',
    path: '/admin/tickets?view=unassigned',
    then: closeTicked,
  },
  {
    name: 'queue-saved-view',
    actor: 'agent',
    path: '/admin/tickets?view=all&status=new',
    then: saveView,
  },
  { name: 'queue-empty', actor: 'agent', path: '/admin/tickets?view=all&q=xylophone' },
  { name: 'customers', actor: 'agent', path: '/admin/customers' },
  { name: 'customers-none', actor: 'agent', path: '/admin/customers?q=xylophone' },
  { name: 'customer-agent', actor: 'agent', path: customer('') },
  { name: 'customer', actor: 'admin', path: customer('') },
  { name: 'customer-name', actor: 'admin', path: customer('/name') },
  { name: 'customer-suspend', actor: 'admin', path: customer('/suspend') },
  { name: 'macros', actor: 'admin', path: '/admin/macros' },
  { name: 'macros-agent', actor: 'agent', path: '/admin/macros' },
  { name: 'macro', actor: 'admin', path: ({ macro }) => `/admin/macros/${macro}` },
  { name: 'macro-new-error', actor: 'admin', path: '/admin/macros/new', then: press('Save') },
  { name: 'saved-reply-new', actor: 'agent', path: '/admin/macros/replies/new' },
  { name: 'categories', actor: 'admin', path: '/admin/categories' },
  { name: 'category', actor: 'admin', path: '/admin/categories/other' },
  {
    name: 'category-new-error',
    actor: 'admin',
    path: '/admin/categories/new',
    then: press('Save'),
  },
  { name: 'team', actor: 'admin', path: '/admin/team' },
  { name: 'team-invite', actor: 'admin', path: '/admin/team/invite' },
  {
    name: 'team-invite-error',
    actor: 'admin',
    path: '/admin/team/invite',
    then: press('Send the invitation'),
  },
  { name: 'member', actor: 'admin', path: member('') },
  { name: 'member-deactivate', actor: 'admin', path: member('/deactivate') },
  { name: 'changes', actor: 'admin', path: '/admin/audit' },
  { name: 'changes-none', actor: 'admin', path: '/admin/audit?q=xylophone' },
  {
    name: 'invitation',
    actor: 'guest',
    path: ({ invitation }) => `/invitation?key=${invitation}`,
  },
  { name: 'invitation-closed', actor: 'guest', path: '/invitation', status: 400 },
  { name: 'shortcuts', actor: 'agent', path: '/admin/shortcuts' },
  { name: 'desk-ticket', actor: 'agent', path: deskTicket('open') },
  { name: 'desk-ticket-closed', actor: 'agent', path: deskTicket('closed') },
  { name: 'desk-ticket-macro', actor: 'agent', path: deskTicket('open'), then: useMacro },
  {
    name: 'desk-ticket-found',
    actor: 'agent',
    path: (portal) => `${deskTicket('open')(portal)}?insert=password`,
  },
  { name: 'desk-ticket-stale', actor: 'agent', path: deskTicket('open'), then: saveTooLate },
  { name: 'merge', actor: 'agent', path: (portal) => `${deskTicket('open')(portal)}/merge` },
  {
    name: 'merge-confirm',
    actor: 'agent',
    path: (portal) => `${deskTicket('open')(portal)}/merge?into=${portal.ticket('pending')}`,
  },
  {
    name: 'split',
    actor: 'agent',
    path: deskTicket('open'),
    then: (page) => page.getByRole('link', { name: 'Make a ticket of this' }).first().click(),
  },
  { name: 'desk-ticket-error', actor: 'agent', path: deskTicket('open'), then: press('Add note') },
  { name: 'components', actor: 'guest', path: '/dev/ui' },
]
